import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, CLI, FAULTY, folderWith, opgavenwijzer } from './run.js';

const codes = (out: string): string[] => JSON.parse(out).map(({ code }: { code: string }) => code);

describe('check', () => {
  it('shows place, level, message and code, and underlines the words', async () => {
    const cwd = folderWith({ 'programma.md': FAULTY });
    const { code, out, err } = await opgavenwijzer(['check', 'programma.md'], { cwd });
    expect(code).toBe(1);
    expect(err).toBe('');
    const lines = out.split('\n');
    expect(lines[0]).toBe('programma.md');
    const at = lines.findIndex((line) => line.includes('bron-onbekend'));
    expect(lines[at]).toMatch(/^ {3}5:29 {2}fout {2}De trendstudie heeft geen ‘wijkenaanpakk’\. .* {2}bron-onbekend$/);
    expect(lines[at + 1]).toBe('    5 │ Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk, p. 62].');
    expect(lines[at + 2]).toBe(`      │ ${' '.repeat(28)}${'─'.repeat('trendstudie:wijkenaanpakk'.length)}`);
    expect(lines.at(-2)).toMatch(
      /^1 programma · \d+ van \d+ opgaven opgepakt · 1 fout · \d+ waarschuwing(?:en)?(?: · \d+ opmerking(?:en)?)?$/,
    );
  });

  it('prints for the example of the README what stands there', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const [, example] = /```markdown\n(.*?\n)```/s.exec(readme)!;
    const cwd = folderWith({ 'programma.md': example! });
    const { out } = await opgavenwijzer(['check', 'programma.md'], { cwd });
    expect(readme).toContain(`\`\`\`\n${out}\`\`\`\n`);
  });

  it('says once what is left at the same words', async () => {
    const cwd = folderWith({ 'a.md': 'In onze stad is het woningtekort groter dan ooit.\n' });
    const { out } = await opgavenwijzer(['check', 'a.md'], { cwd });
    expect(out).toMatch(
      /Woningtekort: wel genoemd, nog niet opgepakt: (?:‘[^’]+’ \(p\. [\d–]+\)(?:, | en |\. {2})){2}opgave-ontbreekt/,
    );
    expect(out.match(/─+/g)).toEqual(['─'.repeat('woningtekort'.length)]);
  });

  it('is silent about a text with nothing to say about', async () => {
    const cwd = folderWith({ 'over-ons.md': CLEAN });
    const { code, out, err } = await opgavenwijzer(['check', '.'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^1 programma · 0 van \d+ opgaven opgepakt · 0 waarschuwingen\n$/);
  });

  it('gives the exit code that --fail-on asks for', async () => {
    const cwd = folderWith({ 'a.md': 'In onze stad is het woningtekort groter dan ooit.\n' });
    expect((await opgavenwijzer(['check', 'a.md'], { cwd })).code).toBe(1);
    expect((await opgavenwijzer(['check', 'a.md', '--fail-on', 'error'], { cwd })).code).toBe(0);
    expect((await opgavenwijzer(['check', 'a.md', '--fail-on=information'], { cwd })).code).toBe(1);
  });

  it('finds files by folder and pattern, passes over hidden folders and packages, and takes each once', async () => {
    const cwd = folderWith({
      'programma/wonen.md': FAULTY,
      'programma/zorg/jeugd.markdown': FAULTY,
      'programma/notities.txt': FAULTY,
      'programma/.git/x.md': FAULTY,
      'programma/node_modules/pakket/README.md': FAULTY,
    });
    const files = async (...paths: string[]) => {
      const { out } = await opgavenwijzer(['check', ...paths, '--format', 'json'], { cwd });
      return [...new Set(JSON.parse(out).map(({ file }: { file: string }) => file))];
    };
    expect(await files('programma')).toEqual(['programma/wonen.md', 'programma/zorg/jeugd.markdown']);
    expect(await files('programma/**/*.markdown')).toEqual(['programma/zorg/jeugd.markdown']);
    expect(await files('programma', './programma/wonen.md')).toHaveLength(2);
    expect(await files('programma/notities.txt')).toEqual(['programma/notities.txt']);
  });

  it('reads standard input, under the name and configuration of where it belongs', async () => {
    const cwd = folderWith({
      'programma/.opgavenwijzer.json': '{"regels": {"opgave-ontbreekt": "uit"}}',
      'programma/wonen.md': CLEAN,
    });
    const bare = await opgavenwijzer(['check', '-', '--format', 'json'], { cwd, stdin: FAULTY });
    expect(codes(bare.out)).toContain('opgave-ontbreekt');
    expect(JSON.parse(bare.out)[0].file).toBe('<standaardinvoer>');
    const named = await opgavenwijzer(['check', '-', '--stdin-naam', 'programma/wonen.md', '--format', 'json'], {
      cwd,
      stdin: FAULTY,
    });
    expect(codes(named.out)).toContain('bron-onbekend');
    expect(codes(named.out)).not.toContain('opgave-ontbreekt');
    expect(JSON.parse(named.out)[0].file).toBe('programma/wonen.md');
  });

  it('counts the rest of a programme without reporting on it', async () => {
    const shortage = 'In onze stad is het woningtekort groter dan ooit.\n';
    const answer = '- Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen, p. 61].\n';
    const opgaven = async (cwd: string) => {
      const { out } = await opgavenwijzer(['check', 'wonen.md', '--format', 'json'], { cwd });
      const found: { file: string; opgave?: string; opgaven?: string[] }[] = JSON.parse(out);
      expect(new Set(found.map(({ file }) => file))).toEqual(new Set(['wonen.md']));
      expect(found.map(({ opgave }) => opgave)).toEqual(found.map(({ opgaven }) => opgaven?.[0]));
      return found.flatMap(({ opgaven = [] }) => opgaven);
    };
    const files = { 'wonen.md': shortage, 'plannen.md': `${answer}\n${FAULTY}` };
    expect(await opgaven(folderWith(files))).toContain('woonruimte-zonder-bijbouwen');
    expect(await opgaven(folderWith({ ...files, '.opgavenwijzer.json': '{}' }))).not.toContain(
      'woonruimte-zonder-bijbouwen',
    );
    expect(await opgaven(folderWith({ ...files, '.opgavenwijzer.json': '{"reikwijdte": "document"}' }))).toContain(
      'woonruimte-zonder-bijbouwen',
    );
  });

  it('says which programme takes up less than --min-dekking', async () => {
    const cwd = folderWith({
      'a.md': CLEAN,
      'b.md': 'Wij bouwen woningen [@trendstudie:nieuwbouw-aanjagen, p. 61].\n',
    });
    const { code, out, err } = await opgavenwijzer(['check', 'a.md', 'b.md', '--min-dekking', '0,5'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^a\.md: 0 van \d+ opgaven opgepakt, 0%\. Gevraagd is 0,5% \(--min-dekking\)\.\n$/);
    expect(out).toMatch(/2 programma's · gemiddeld 0,5 van \d+ opgaven opgepakt/);
    expect((await opgavenwijzer(['check', 'b.md', '--min-dekking', '0.5'], { cwd })).code).toBe(0);
  });

  it('takes characters out that would steer a terminal', async () => {
    const cwd = folderWith({ 'a.md': 'Wij \u001b[31mkiezen\u001b[0m\tvoor [@trendstudie:wijkenaanpakk].\n' });
    const { out } = await opgavenwijzer(['check', 'a.md'], { cwd });
    expect(out).toContain('Wij \ufffd[31mkiezen\ufffd[0m voor');
    expect(out).not.toContain('\u001b');
  });

  it('paints only where that is asked for', async () => {
    const cwd = folderWith({ 'a.md': FAULTY });
    const painted = async (env: Record<string, string>) =>
      (await opgavenwijzer(['check', 'a.md'], { cwd, env })).out.includes('\u001b[');
    expect(await painted({ CI: 'true' })).toBe(false);
    expect(await painted({ FORCE_COLOR: '1' })).toBe(true);
    expect(await painted({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('ends quietly when the reader has seen enough', async () => {
    const child = spawn(process.execPath, [CLI, 'study'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    const ended = once(child, 'close');
    await once(child.stdout, 'readable');
    child.stdout.read(10);
    child.stdout.destroy();
    await ended;
    expect(said).toBe('');
  });
});

it('says that a text in another language is not read, and finds nothing in it', async () => {
  const cwd = folderWith({
    'summary.md':
      'This summary is for the people who live in our town and want to know what we are going to do for them.\n',
    'programma.md': CLEAN,
  });
  const english = await opgavenwijzer(['check', 'summary.md', '--format', 'json'], { cwd });
  expect(JSON.parse(english.out)).toEqual([]);
  expect(english.err).toBe('summary.md: De tekst is niet in het Nederlands en is niet gelezen.\n');
  expect((await opgavenwijzer(['dekking', 'summary.md', '--format', 'md'], { cwd })).out).toContain(
    '\nDe tekst is niet in het Nederlands en is niet gelezen.\n',
  );
  expect((await opgavenwijzer(['check', 'programma.md'], { cwd })).err).toBe('');
});
