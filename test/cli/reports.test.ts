import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, folderWith, opgavenwijzer } from './run.js';

const BUILDS = '# Partij A\n\nWij bouwen [@trendstudie:nieuwbouw-aanjagen, p. 61].\n';

describe('dekking', () => {
  it('writes a page with links that work from where it stands, and never over another file', async () => {
    const cwd = folderWith({ 'programma/wonen en zorg.md': BUILDS, 'uit/.keep': '' });
    const make = (...more: string[]) =>
      opgavenwijzer(['dekking', 'programma', '-o', 'uit/dekking.html', ...more], { cwd });
    expect(await make()).toEqual({ code: 0, out: '', err: 'uit/dekking.html geschreven.\n' });
    const page = readFileSync(join(cwd, 'uit/dekking.html'), 'utf8');
    expect(page).toContain('<h1>Partij A</h1>');
    expect(page).toContain('href="../programma/wonen%20en%20zorg.md#L3"');
    expect(await make()).toEqual({
      code: 2,
      out: '',
      err: 'uit/dekking.html: bestaat al. Kies een andere naam, of voeg --overschrijven toe.\n',
    });
    expect((await make('--overschrijven', '--titel', 'Anders')).code).toBe(0);
    expect(readFileSync(join(cwd, 'uit/dekking.html'), 'utf8')).toContain('<h1>Anders</h1>');
    expect(readdirSync(join(cwd, 'uit'))).toEqual(['.keep', 'dekking.html']);
  });

  it('takes what is named as one programme, with the rest of its folder when that has settings', async () => {
    const cwd = folderWith({
      'a/1.md': BUILDS,
      'a/2.md': CLEAN,
      'b/.opgavenwijzer.json': '{}',
      'b/1.md': BUILDS,
      'b/2.md': CLEAN,
    });
    const documents = async (...paths: string[]) => {
      const { out } = await opgavenwijzer(['dekking', ...paths, '--format', 'json'], { cwd });
      return JSON.parse(out).documents.map(({ name }: { name: string }) => name);
    };
    expect(await documents('a')).toEqual(['a/1.md', 'a/2.md']);
    expect(await documents('a/2.md')).toEqual(['a/2.md']);
    expect(await documents('b/2.md')).toEqual(['b/2.md', 'b/1.md']);
    const both = await opgavenwijzer(['dekking', 'a', 'b'], { cwd });
    expect(both).toMatchObject({ code: 2, out: '' });
    expect(both.err).toMatch(/^Dit zijn 3 programma’s, want b heeft eigen instellingen\. .*vergelijk\.\n$/);
  });

  it('names files that are no programme by their folder, and a programme by what it calls itself', async () => {
    const cwd = folderWith({
      'los/1.md': BUILDS,
      'los/2.md': CLEAN,
      'samen/.opgavenwijzer.json': '{}',
      'samen/1.md': BUILDS,
      'samen/2.md': CLEAN,
    });
    const titleOf = async (path: string): Promise<string> =>
      (await opgavenwijzer(['dekking', path], { cwd })).out.split('\n')[0]!;
    expect(await titleOf('los')).toBe('# los');
    expect(await titleOf('los/1.md')).toBe('# Partij A');
    expect(await titleOf('samen')).toBe('# Partij A');
  });

  it('says when it cannot write', async () => {
    const cwd = folderWith({ 'a.md': BUILDS });
    expect(await opgavenwijzer(['dekking', 'a.md', '-o', 'dekking.pdf'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'dekking.pdf: een bestand op ‘.pdf’ kan niet gemaakt worden. Laat de naam eindigen op .html, .md, .csv of .json, of noem de vorm met --format.\n',
    });
    expect(await opgavenwijzer(['dekking', 'a.md', '-o', 'weg/dekking.md'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'weg/dekking.md: kan niet geschreven worden; de map bestaat niet.\n',
    });
  });
});

describe('dekking --sinds', () => {
  const BEFORE = '# Partij A\n\nOnze wijken [@trendstudie:wijkenaanpak, p. 62].\n';

  it.each(['eerder.html', 'eerder.json'])('says what came and what went since %s', async (earlier) => {
    const cwd = folderWith({ 'toen.md': BEFORE, 'nu.md': BUILDS });
    expect((await opgavenwijzer(['dekking', 'toen.md', '-o', earlier], { cwd })).code).toBe(0);
    const since = async (name: string, format: string): Promise<string> => {
      const { code, out } = await opgavenwijzer(['dekking', name, '--sinds', earlier, '--format', format], { cwd });
      expect(code).toBe(0);
      return out;
    };
    const markdown = await since('nu.md', 'md');
    expect(markdown).toMatch(/^\*\*Sinds \d+ \S+ \d{4}: 1 erbij, 1 weg\*\*$/m);
    expect(markdown).toMatch(/^- ● \*\*Nieuwbouw aanjagen\*\*: opgepakt \(was niet genoemd\)$/m);
    expect(await since('nu.md', 'html')).toMatch(/Sinds [^<]+: 1 erbij, 1 weg[\s\S]*Nieuwbouw aanjagen<\/a>: /);
    expect(JSON.parse(await since('nu.md', 'json')).since).toMatchObject({
      added: [{ id: 'nieuwbouw-aanjagen', state: 'opgepakt', before: 'niet-genoemd' }],
      gone: [{ id: 'wijkenaanpak', before: 'opgepakt' }],
      other: [],
    });
    expect(await since('nu.md', 'csv')).toMatch(/;nieuwbouw-aanjagen;.*;niet genoemd\r\n/);
    expect(await since('toen.md', 'md')).toMatch(/^\*\*Sinds [^:]+: niets veranderd\*\*$/m);
    expect((await opgavenwijzer(['dekking', 'nu.md'], { cwd })).out).not.toContain('Sinds');
  });

  it('says so when the file is no report', async () => {
    const cwd = folderWith({ 'a.md': BUILDS, 'b.json': '[]' });
    const fault = 'geen dekkingsverslag van Opgavenwijzer. Kies een verslag dat als .html of .json is gemaakt.\n';
    for (const name of ['a.md', 'b.json'])
      expect(await opgavenwijzer(['dekking', 'a.md', '--sinds', name], { cwd })).toEqual({
        code: 2,
        out: '',
        err: `${name}: ${fault}`,
      });
    expect((await opgavenwijzer(['dekking', 'a.md', '--sinds', 'weg.json'], { cwd })).err).toBe(
      'weg.json: bestaat niet. Controleer de naam.\n',
    );
  });
});

describe('vergelijk', () => {
  it('puts files and folders side by side under names of their own', async () => {
    const cwd = folderWith({ 'a/programma.md': BUILDS, 'b/programma.md': CLEAN, 'c.md': CLEAN });
    const { code, out } = await opgavenwijzer(['vergelijk', 'a/programma.md', 'b/programma.md'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\| Opgave \| Partij A \| Over ons \|\n\| --- \| :-: \| :-: \|\n[\s\S]*^\| Nieuwbouw aanjagen \| ● \| · \|/m,
    );
    const folders = await opgavenwijzer(['vergelijk', 'a', 'b', '*.md', '--format', 'csv'], { cwd });
    expect(folders.out).toContain(';Partij A;Partij A: waar;b;b: waar;c;c: waar\r\n');
  });

  it('asks for two programmes', async () => {
    const cwd = folderWith({ 'programmas/a.md': BUILDS });
    expect(await opgavenwijzer(['vergelijk', 'programmas'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'Vergelijken vraagt minstens twee programma’s; gevonden: 1.\n',
    });
  });

  it('takes the one folder that is named for a folder of programmes, each with its own settings', async () => {
    const cwd = folderWith({
      'programmas/.opgavenwijzer.json': '{}',
      'programmas/a.md': BUILDS,
      'programmas/b.md': CLEAN,
      'programmas/delen/.opgavenwijzer.json': '{}',
      'programmas/delen/1.md': '# In delen\n\nOns programma.\n',
      'programmas/delen/2.md': CLEAN,
    });
    const { code, out } = await opgavenwijzer(['vergelijk', 'programmas'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('| Opgave | Partij A | Over ons | In delen |');
  });

  it('compares those that can be read, and says which cannot', async () => {
    const cwd = folderWith({ 'a.md': BUILDS, 'b.md': CLEAN, 'c.md': new Uint8Array([0x57, 0x69, 0x6a, 0xff]) });
    const { code, out, err } = await opgavenwijzer(['vergelijk', 'a.md', 'b.md', 'c.md'], { cwd });
    expect(code).toBe(2);
    expect(err).toBe('c.md: geen UTF-8 (byte 3). Sla het bestand op als UTF-8 en probeer het opnieuw.\n');
    expect(out).toContain('| Opgave | Partij A | Over ons |');
  });
});
