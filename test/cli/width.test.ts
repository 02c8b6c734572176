import { describe, expect, it } from 'vitest';
import { folderWith, opgavenwijzer } from './run.js';

/** A terminal of 80 columns, as Node tells the command of it. */
const TERMINAL =
  "Object.defineProperties(process.stdout,{isTTY:{value:true},columns:{value:80}});process.env.NO_COLOR='1'";
const LONG = `# Wonen

Al jaren zeggen wij dat het anders kan en dat het anders hoort in een gemeente als de onze [@trendstudie:wijkenaanpakk, p. 62], en dat blijven wij zeggen zolang er mensen wachten.

Wij bouwen tot 2030 3.200 woningen.
`;
const terminal = (args: readonly string[], cwd?: string) =>
  opgavenwijzer(args, { ...(cwd ? { cwd } : {}), before: TERMINAL });
const linesOf = (text: string): string[] => text.split('\n');

describe('on a terminal of 80 columns', () => {
  it.each([[['--help']], [['check', '--help']], [['dekking', '--help']]])('%s fits', async (args) => {
    const { out } = await terminal(args);
    expect(linesOf(out).filter((line) => line.length > 80 && !/^ {2}opgavenwijzer /.test(line))).toEqual([]);
  });

  it('check fits, breaks no word, and underlines the words', async () => {
    const { out } = await terminal(['check', 'a.md'], folderWith({ 'a.md': LONG }));
    const lines = linesOf(out);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const at = lines.findIndex((line) => line.includes('│') && line.includes('wijkenaanpakk'));
    const [text, under] = [lines[at]!, lines[at + 1]!];
    const from = under.indexOf('─');
    expect(text.slice(from, under.lastIndexOf('─') + 1)).toBe('trendstudie:wijkenaanpakk');
    const words = new Set(LONG.split(/\s+/));
    expect(
      text
        .replace(/^ *\d+ │ /, '')
        .replace(/…/g, '')
        .split(' ')
        .filter((word) => !words.has(word)),
    ).toEqual([]);
    expect(out).toMatch(/bron-onbekend$/m);
  });

  it('check underlines the words behind letters that are put together, and emoji', async () => {
    const text = '# Wonen\n\nIn het cafe\u0301 🏠 hoort men van de wijken [@trendstudie:wijkenaanpakk, p. 62].\n';
    const { out } = await terminal(['check', 'a.md'], folderWith({ 'a.md': text }));
    const lines = linesOf(out);
    const at = lines.findIndex((line) => line.includes('│') && line.includes('wijkenaanpakk'));
    // One place less than characters: the accent stands on its letter.
    const from = lines[at + 1]!.indexOf('─');
    expect(lines[at]!.slice(from + 1).startsWith('trendstudie:wijkenaanpakk')).toBe(true);
    expect(out).not.toMatch(/ $/m);
  });

  it('dekking is text, with signs and the clearest words', async () => {
    const { out } = await terminal(['dekking', 'a.md'], folderWith({ 'a.md': LONG }));
    expect(linesOf(out).filter((line) => line.length > 80)).toEqual([]);
    expect(out).toMatch(/^ {2}● opgepakt +Nieuwbouw aanjagen\n +regel 5: ‘Wij bouwen tot 2030 3\.200 woningen\.’$/m);
    expect(out).not.toMatch(/\]\(|\*\*|^#|^\|/m);
  });

  it('vergelijk is a table with a column for each programme, and the words where they are divided', async () => {
    const files = {
      'a.md': `---\npartij: Waterdam Vooruit\n---\n\n${LONG}`,
      'b.md': '# Dorpsbelang Hoogkerke\n\n## Energie\n\nWij willen geen windmolens bij het dorp.\n',
      'c.md': '# Groen Waterdam\n\n## Energie\n\nWij bouwen windmolens en leggen een warmtenet aan.\n',
    };
    const { out } = await terminal(['vergelijk', 'a.md', 'b.md', 'c.md'], folderWith(files));
    const lines = linesOf(out);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines[1]).toMatch(/^Naast de trendstudie ‘Herstel en perspectief/);
    expect(out).toMatch(/^1 {2}Waterdam Vooruit: \d+ van 39 opgaven opgepakt/m);
    const head = lines.find((line) => line.startsWith('Duurzaamheid'))!;
    const energy = lines.find((line) => line.startsWith('  Energietransitie'))!;
    expect(['1', '2', '3'].map((number) => energy[head.indexOf(number)])).toEqual(['·', '⊘', '●']);
    expect(out).toMatch(
      /^Energietransitie\n1 · niet genoemd\n2 ⊘ regel 5: ‘Wij willen geen windmolens bij het dorp\.’\n3 ●/m,
    );
    expect(out).not.toMatch(/\]\(|\*\*|^#|^\||---/m);
    const pipe = await opgavenwijzer(['vergelijk', 'a.md', 'b.md'], { cwd: folderWith(files) });
    expect(pipe.out).toMatch(/^# 2 programma’s vergeleken\n/);
  });

  it('vergelijk keeps its columns where a word is wider than the room beside them', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${i}.md`);
    const files = Object.fromEntries(names.map((name) => [name, `# Partij ${name}\n\nWij bouwen windmolens.\n`]));
    const before = TERMINAL.replace('value:80', 'value:60');
    const { out } = await opgavenwijzer(['vergelijk', ...names], { cwd: folderWith(files), before });
    const lines = linesOf(out);
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    const rows = lines.filter((line) => /(?: {2} [·●⊘○◐–]){12}$/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(39);
    expect(new Set(rows.map((line) => line.length))).toEqual(new Set([60]));
  });

  it('in a pipe is Markdown, and a finding one line', async () => {
    const cwd = folderWith({ 'a.md': LONG });
    expect((await opgavenwijzer(['dekking', 'a.md'], { cwd })).out).toMatch(/^# Wonen\n/);
    expect((await opgavenwijzer(['check', 'a.md'], { cwd })).out).toMatch(/^ +3:\d+ {2}fout {2}.+ {2}bron-onbekend$/m);
  });
});
