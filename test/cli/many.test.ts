import { spawn } from 'node:child_process';
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, folderWith, opgavenwijzer } from './run.js';
import { asFile } from './sources.js';

const CORPUS = join(import.meta.dirname, '../corpus');
const PARTIES = ['Lokaal Belang', 'Groen <b>& Sociaal</b>', 'Vrij Verder'];
const SOURCES = ['pamflet', 'puntenlijst-dorp', 'lokaal-dorpen'].map((name) =>
  readFileSync(join(CORPUS, `${name}.md`), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
);

/** Sixty made-up programmes: of each source the paragraphs from one place on, under a party. */
const SIXTY = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => {
    const paragraphs = SOURCES[index % 3]!.split(/\n{2,}/);
    const text = paragraphs.slice(index % paragraphs.length).join('\n\n');
    return [
      `p/${String(index + 1).padStart(2, '0')}.md`,
      `---\npartij: ${PARTIES[index % 3]}\n---\n\n# Programma ${index + 1}\n\n${text}\n`,
    ];
  }),
);

const cells = (csv: string): string[][] =>
  csv
    .replace('\ufeff', '')
    .split('\r\n')
    .filter(Boolean)
    .map((row) => row.split(';'));

describe('vergelijk, of more programmes than stand side by side', () => {
  it('counts them, from the one folder that was named, and names what cannot be read at the end', async () => {
    const cwd = folderWith({ ...SIXTY, 'p/61.md': new Uint8Array([0x57, 0x69, 0x6a, 0xff]) });
    const { code, out, err } = await opgavenwijzer(['vergelijk', 'p', '--format', 'csv'], { cwd });
    expect(err).toBe(
      'Niet gelezen (1):\np/61.md: geen UTF-8 (byte 3). Sla het bestand op als UTF-8 en probeer het opnieuw.\n',
    );
    expect(code).toBe(2);
    const [head, ...rows] = cells(out);
    expect(head!.slice(0, 3)).toEqual(['bestand', 'programma', 'partij']);
    expect(rows).toHaveLength(60 * 39);
    const page = await opgavenwijzer(['vergelijk', 'p', '--format', 'html'], { cwd });
    expect(page.out).toContain('<h1>60 programma’s geteld</h1>');
    expect(page.out).toContain('<li>p/61.md: geen UTF-8 (byte 3).');
    expect(page.out).toContain('<td>Groen &lt;b&gt;&amp; Sociaal&lt;/b&gt;</td>');
  });

  it('says at the end what was left out of a file, in a line, also of one that was read before', async () => {
    const remarked =
      '[let op]{.comment-start id="0" author="A"}Wij bouwen[]{.comment-end id="0"} [nu]{.insertion author="A"}.\n';
    const cwd = folderWith({
      ...SIXTY,
      'p/61.docx': asFile('docx', remarked),
      'p/62.docx': asFile('docx'),
      'p/63.md': new Uint8Array([0xff]),
    });
    const count = () => opgavenwijzer(['vergelijk', 'p', '-o', 'geteld.csv', '--overschrijven'], { cwd });
    const told =
      'Bij het omzetten (1):\np/61.docx: 1 opmerking in de kantlijn is weggelaten. Bijgehouden wijzigingen zijn gelezen alsof zij zijn aanvaard.\n';
    expect((await count()).err).toContain(told);
    const again = (await count()).err;
    expect(again).toContain('Al gelezen, volgens geteld.csv.deel: 62 van de 63 programma’s.');
    expect(again).toContain(told);
  });

  it('reads again what is held against a study that changed, also in a folder of it', async () => {
    const themes = (title: string) => `themes:\n  - { title: Wonen, opgaven: [{ title: ${title}, id: een }] }\n`;
    const cwd = folderWith({
      ...SIXTY,
      'p/61.md': new Uint8Array([0xff]),
      'p/.opgavenwijzer.json': '{ "studies": ["../s"], "reikwijdte": "document" }',
      's/studie.yaml': 'key: s\ntitle: S\n',
      's/themas/a.yaml': themes('Het zwembad blijft open'),
    });
    const count = () => opgavenwijzer(['vergelijk', 'p', '-o', 'g.csv', '--overschrijven'], { cwd });
    await count();
    expect((await count()).err).toContain('Al gelezen, volgens g.csv.deel: 60 van de 61 programma’s.');
    writeFileSync(join(cwd, 's/themas/a.yaml'), themes('Een tweede sporthal').replace('id: een', 'id: twee'));
    expect((await count()).err).not.toContain('Al gelezen');
    expect(cells(readFileSync(join(cwd, 'g.csv'), 'utf8')).length).toBeGreaterThan(1);
  });

  it('reads again what was kept in another form', async () => {
    const cwd = folderWith({ ...SIXTY, 'p/61.md': new Uint8Array([0xff]) });
    const count = () => opgavenwijzer(['vergelijk', 'p', '-o', 'g.csv', '--overschrijven'], { cwd });
    await count();
    const kept = readFileSync(join(cwd, 'g.csv.deel'), 'utf8');
    writeFileSync(join(cwd, 'g.csv.deel'), kept.replaceAll(',"remarks":[]', ''));
    expect((await count()).err).toMatch(/^Niet gelezen \(1\):\np\/61\.md: .*\ng\.csv geschreven\./);
  });

  it('is made anew among the programmes themselves', async () => {
    const cwd = folderWith(Object.fromEntries(Object.entries(SIXTY).slice(0, 3)));
    const make = () => opgavenwijzer(['vergelijk', 'p', '-o', 'p/geteld.md', '--overschrijven'], { cwd });
    expect((await make()).code).toBe(0);
    expect((await make()).code).toBe(0);
    expect(readFileSync(join(cwd, 'p/geteld.md'), 'utf8')).toMatch(/^# 3 programma’s vergeleken$/m);
  });

  it('leaves twelve side by side, unless groups are asked for', async () => {
    const files = Object.fromEntries(Object.entries(SIXTY).slice(0, 12));
    const cwd = folderWith({ ...files, 'p/groepen.csv': 'bestand;provincie\n01.md;Zeeland\n02;Zeeland\n' });
    const few = await opgavenwijzer(['vergelijk', 'p'], { cwd });
    expect(few.out).toMatch(/^# 12 programma’s vergeleken$/m);
    const grouped = await opgavenwijzer(['vergelijk', 'p', '--groepen', 'p/groepen.csv'], { cwd });
    expect(grouped).toMatchObject({
      code: 0,
      err: 'p/groepen.csv: 10 van de 12 programma’s staan er niet in en tellen als ‘onbekend’, zoals p/03.md.\n',
    });
    expect(grouped.out).toMatch(/^\| Zeeland \| 2 \|/m);
    expect(grouped.out).toMatch(/^\| onbekend \| 10 \|/m);
  });

  it('says with their line what is wrong with groups, before it reads anything', async () => {
    const cwd = folderWith({
      'p/a/x.md': '# A\n',
      'p/b/x.md': '# B\n',
      'g.csv': 'bestand;partij\nx.md;Een\np/a/x.md;Twee\np/a/x.md;Drie\nweg.md;Vier\n',
    });
    const { code, out, err } = await opgavenwijzer(['vergelijk', 'p', '--groepen', 'g.csv'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')).toEqual([
      'g.csv:4: ‘p/a/x.md’ staat ook op regel 3. Laat één van beide weg.',
      'g.csv:2: ‘x.md’ kunnen 2 bestanden zijn. Schrijf het pad vanaf deze tabel: p/a/x.md.',
      '',
    ]);
    writeFileSync(join(cwd, 'g.csv'), 'bestand;partij\np/a/x.md;Een\np/b/x.md;Twee\nweg.md;Drie\n');
    const right = await opgavenwijzer(['vergelijk', 'p', '--groepen', 'g.csv'], { cwd });
    expect(right).toMatchObject({ code: 0, err: 'g.csv:4: ‘weg.md’ is niet bij de programma’s.\n' });
    // The path is told from where the table stands; letters with their marks apart are the same letters.
    const apart = folderWith({
      'p/a/x.md': '# A\n',
      'p/b/x.md': '# B\n',
      'p/co\u0308op.md': '# C\n',
      't/g.csv': 'bestand;partij\nx.md;Een\n',
    });
    expect((await opgavenwijzer(['vergelijk', 'p', '--groepen', 't/g.csv'], { cwd: apart })).err).toContain(
      'vanaf deze tabel: ../p/a/x.md.',
    );
    writeFileSync(join(apart, 't/g.csv'), 'bestand;partij\n../p/a/x.md;Een\n../p/b/x.md;Twee\nc\u00f6op;Drie\n');
    expect(await opgavenwijzer(['vergelijk', 'p', '--groepen', 't/g.csv'], { cwd: apart })).toMatchObject({
      code: 0,
      err: '',
    });
    expect((await opgavenwijzer(['vergelijk', 'p', '--groepen', 'weg.csv'], { cwd })).err).toBe(
      'weg.csv: bestaat niet. Controleer de naam.\n',
    );
  });
});

/** Starts the command and stops it once some programmes are kept. */
function stopped(args: readonly string[], cwd: string, kept: string, signal: 'SIGINT' | 'SIGKILL'): Promise<string> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { PATH: process.env.PATH } });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const watcher = watch(cwd, () => {
    if (existsSync(join(cwd, kept)) && readFileSync(join(cwd, kept), 'utf8').split('\n').length > 3) child.kill(signal);
  });
  return new Promise((done) => {
    child.on('close', () => {
      watcher.close();
      done(said);
    });
  });
}

describe('work that is stopped', () => {
  const ARGS = ['vergelijk', 'p', '-o', 'uit.csv'];

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'goes on where it was after %s, and reads again what changed',
    async (signal) => {
      const cwd = folderWith(SIXTY);
      const said = await stopped(ARGS, cwd, 'uit.csv.deel', signal);
      if (signal === 'SIGINT')
        expect(said).toMatch(
          /^Onderbroken na \d+ van de 60 programma’s\. Dezelfde opdracht gaat verder waar zij was, met uit\.csv\.deel\.\n$/,
        );
      expect(existsSync(join(cwd, 'uit.csv'))).toBe(false);
      const lines = readFileSync(join(cwd, 'uit.csv.deel'), 'utf8').split('\n').length - 1;
      expect(lines).toBeGreaterThan(2);
      expect(lines).toBeLessThan(60);
      writeFileSync(join(cwd, 'p/01.md'), '# Anders\n\nWij zijn een vereniging.\n');
      const { code, err } = await opgavenwijzer(ARGS, { cwd });
      expect(code).toBe(0);
      expect(err).toBe(`Al gelezen, volgens uit.csv.deel: ${lines - 1} van de 60 programma’s.\nuit.csv geschreven.\n`);
      expect(existsSync(join(cwd, 'uit.csv.deel'))).toBe(false);
      const whole = await opgavenwijzer(['vergelijk', 'p', '--format', 'csv'], { cwd });
      expect(readFileSync(join(cwd, 'uit.csv'), 'utf8')).toBe(whole.out);
    },
  );

  it('keeps what was read while something cannot be read', async () => {
    const cwd = folderWith({ ...SIXTY, 'p/30.md': new Uint8Array([0xff]) });
    const first = await opgavenwijzer(ARGS, { cwd });
    expect(first.code).toBe(2);
    expect(first.err).toMatch(
      /^Niet gelezen \(1\):\np\/30\.md: .*\nuit\.csv geschreven\.\nuit\.csv\.deel blijft staan: /,
    );
    writeFileSync(join(cwd, 'p/30.md'), SIXTY['p/30.md']!);
    const second = await opgavenwijzer([...ARGS, '--overschrijven'], { cwd });
    expect(second).toMatchObject({
      code: 0,
      err: 'Al gelezen, volgens uit.csv.deel: 59 van de 60 programma’s.\nuit.csv geschreven.\n',
    });
    expect(existsSync(join(cwd, 'uit.csv.deel'))).toBe(false);
  });

  it('reads a programme again of which a part could not be read', async () => {
    const cwd = folderWith({
      ...SIXTY,
      'p/delen/.opgavenwijzer.json': '{}',
      'p/delen/een.md': '# Een\n',
      'p/delen/twee.md': new Uint8Array([0xff]),
    });
    expect((await opgavenwijzer(ARGS, { cwd })).code).toBe(2);
    const second = await opgavenwijzer([...ARGS, '--overschrijven'], { cwd });
    expect(second.code).toBe(2);
    expect(second.err).toContain('p/delen/twee.md: geen UTF-8');
  });

  it('says at once when it cannot write, and makes no sense of what is not its own', async () => {
    const cwd = folderWith({ ...SIXTY, 'uit.csv.deel': '{"key":"x","outcome":1}\nnull\n{' });
    expect(await opgavenwijzer(['vergelijk', 'p', '-o', 'weg/uit.csv'], { cwd })).toMatchObject({
      code: 2,
      err: 'weg/uit.csv.deel: kan niet geschreven worden; de map bestaat niet.\n',
    });
    expect(await opgavenwijzer(ARGS, { cwd })).toMatchObject({ code: 0, err: 'uit.csv geschreven.\n' });
  });
});

describe('dekking, of more programmes than anyone reads reports of', () => {
  it('has a line for each, and says how to make them one', async () => {
    const cwd = folderWith(SIXTY);
    const { code, out, err } = await opgavenwijzer(['dekking', 'p', '--format', 'csv'], { cwd });
    expect(code).toBe(0);
    expect(err).toBe(
      'Dit zijn 60 programma’s: elk krijgt één regel. Zijn het delen van één programma, zet er dan een .opgavenwijzer.json bij.\n',
    );
    const [head, ...rows] = cells(out);
    expect(head).toEqual(
      'bestand;programma;partij;opgepakt;kiest anders;mogelijk opgepakt;ontbreekt;niet genoemd;bewust niet'.split(';'),
    );
    expect(rows).toHaveLength(60);
    for (const row of rows) expect(row.slice(3).reduce((sum, count) => sum + Number(count), 0)).toBe(39);
    const { programmes, opgaven } = JSON.parse(
      (await opgavenwijzer(['dekking', 'p', '--format', 'json'], { cwd })).out,
    );
    expect(programmes[0]).toMatchObject({ file: 'p/01.md', counts: { opgepakt: Number(rows[0]![3]) } });
    expect(opgaven).toHaveLength(39);
    expect((await opgavenwijzer(['dekking', 'p', '--sinds', 'x.html'], { cwd })).err).toContain('x.html: bestaat niet');
    writeFileSync(join(cwd, 'p/.opgavenwijzer.json'), '{}');
    expect((await opgavenwijzer(['dekking', 'p', '--format', 'md'], { cwd })).out).toMatch(/^# Programma 1$/m);
  });
});
