import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, folderWith, opgavenwijzer } from './run.js';

/** Has a source that does not exist, and says so wherever it stands in prose. */
const SENTENCE = 'Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk, p. 62].';

interface Found {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** Checks files by their folder; gives what was found by file. Nothing may be said on stderr, and the work is done. */
async function checkAll(files: Readonly<Record<string, string>>): Promise<Map<string, Found[]>> {
  const run = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd: folderWith(files) });
  expect(run.err).toBe('');
  expect(run.code).toBeLessThan(2);
  return byFile(JSON.parse(run.out));
}

const check = async (text: string): Promise<Found[]> =>
  (await checkAll({ 'programma.md': text })).get('programma.md') ?? [];

const slip = (found: readonly Found[]): Found | undefined => found.find(({ code }) => code === 'bron-onbekend');

describe('texts that nobody writes', () => {
  it('leave what comes after them to be found', async () => {
    const before: Readonly<Record<string, string>> = {
      koppen: Array.from({ length: 1000 }, (_, i) => `${'#'.repeat((i % 6) + 1)} Kop ${i}\n\n`).join(''),
      aanhalingen: `${'>'.repeat(10_000)} ${SENTENCE}\n\n`,
      lijsten: `${'- '.repeat(10_000)}${SENTENCE}\n\n`,
      'een-regel': `${'Wij schrijven een lange regel zonder einde. '.repeat(5000)}\n\n`,
      nul: '\0\0 Tekst met \0 erin.\n\n\0\n\n',
      opmerking: 'Tekst <!-- open\n\n',
      'geen-yaml': '---\n: : {[ \t\n---\n\n',
      aliassen: `---\n${explodingYaml()}---\n\n`,
    };
    const files = Object.entries(before).map(([name, text]) => [`${name}.md`, `${text}${SENTENCE}\n`] as const);
    const found = await checkAll(Object.fromEntries(files));
    for (const [name] of files) expect(slip(found.get(name) ?? []), name).toBeDefined();
    expect(slip(found.get('nul.md')!)!.range.start.line).toBe(4);
  });

  it('unclosed fences and comments run to the end, as everywhere in Markdown', async () => {
    const found = await checkAll({
      'hek.md': `\`\`\`\n${SENTENCE}\n`,
      'opmerking.md': `<!-- open\n${SENTENCE}\n`,
      'erna.md': `${SENTENCE}\n\n\`\`\`\nopen\n`,
    });
    expect([...found].flatMap(([file, findings]) => (slip(findings) ? file : []))).toEqual(['erna.md']);
  });

  it('counts lines and columns the same with every line end, and a byte order mark as nothing', async () => {
    const text = `# Wonen\n\n${SENTENCE}\n`;
    const steering = '---\nopgavenwijzer:\n  bewust-niet:\n    bestaat-niet: Reden.\n---\n';
    const found = await checkAll({
      'lf.md': text,
      'crlf.md': text.replaceAll('\n', '\r\n'),
      'beide.md': `# Wonen\r\n\n${SENTENCE}\n`,
      'bom.md': `\uFEFF${text}`,
      'yaml.md': steering + SENTENCE,
      'yaml-bom.md': `\uFEFF${steering}${SENTENCE}`,
      'yaml-crlf.md': steering.replaceAll('\n', '\r\n') + SENTENCE,
    });
    const place = { line: 2, character: SENTENCE.indexOf('trendstudie') };
    for (const name of ['lf', 'crlf', 'beide', 'bom'])
      expect(slip(found.get(`${name}.md`) ?? [])?.range.start, name).toEqual(place);
    for (const name of ['yaml', 'yaml-bom', 'yaml-crlf'])
      expect(
        (found.get(`${name}.md`) ?? []).map(({ code }) => code),
        name,
      ).toContain('bewust-niet-onbekend');
  });

  it('says which bytes are no text', async () => {
    const cwd = folderWith({
      'los.md': Buffer.concat([Buffer.from('Tekst '), Buffer.from([0xed, 0xa0, 0xbd])]),
      'goed.md': SENTENCE,
    });
    const { code, out, err } = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd });
    expect(err).toBe('los.md: geen UTF-8 (byte 6). Sla het bestand op als UTF-8 en probeer het opnieuw.\n');
    expect(code).toBe(2);
    expect(slip(JSON.parse(out))?.file).toBe('goed.md');
  });

  it('says that front matter is too long, and which limit did it', async () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `    sleutel-${i}: reden\n`).join('');
    const found = await check(`---\nopgavenwijzer:\n  bewust-niet:\n${keys}---\n${SENTENCE}\n`);
    expect(found.find(({ code }) => code === 'bewust-niet-onbekend')?.message).toMatch(/langer dan 32\.000 tekens/);
    expect(slip(found)).toBeDefined();
  });

  it.each(['[', '{a: '])('YAML that opens %j without end is called unreadable', async (open) => {
    const found = await check(`---\nopgavenwijzer: ${open.repeat(7000)}\n---\n${SENTENCE}\n`);
    expect(found.find(({ code }) => code === 'bewust-niet-onbekend')?.message).toMatch(/^De gegevens bovenaan zijn/);
    expect(slip(found)).toBeDefined();
  });

  it('keys that every object has are keys of nothing', async () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const found = await check(names.map((name) => `Zie [@trendstudie:${name}].\n`).join('\n'));
    expect(found.filter(({ code }) => code === 'bron-onbekend').length).toBeGreaterThanOrEqual(3);
  });
});

describe('a configuration that nobody writes', () => {
  it.each([
    ['[', 200_000],
    ['{"regels":', 20_000],
  ])('%j many times over', async (open, times) => {
    const cwd = folderWith({ '.opgavenwijzer.json': open.repeat(times), 'programma.md': SENTENCE });
    const { code, err, out } = await opgavenwijzer(['check', 'programma.md', '--format', 'json'], { cwd });
    expect(err).toBe(
      '.opgavenwijzer.json:1: er zijn te veel haken in elkaar gezet om te lezen. De standaardinstellingen worden gebruikt.\n',
    );
    expect(code).toBe(2);
    expect(slip(JSON.parse(out))).toBeDefined();
  });

  it('that would steer a terminal or a workflow stays on its line', async () => {
    const configuration = { gemeente: '\u001b[31mrood', 'x\n::error::y': 1, regels: { '\u0007z': 'uit' } };
    const cwd = folderWith({ '.opgavenwijzer.json': JSON.stringify(configuration), 'a.md': CLEAN });
    const { code, err } = await opgavenwijzer(['check', 'a.md', '--format', 'github'], { cwd });
    expect(code).toBe(2);
    expect(err.split('\n').filter((line) => line !== '' && !line.startsWith('.opgavenwijzer.json:1: '))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what may not come through
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('that is a folder, or no text', async () => {
    const cwd = folderWith({ 'programma.md': SENTENCE, '.opgavenwijzer.json/a.txt': '' });
    const folder = await opgavenwijzer(['check', 'programma.md'], { cwd });
    expect([folder.code, folder.err]).toEqual([2, '.opgavenwijzer.json: is een map, geen bestand.\n']);
    const bytes = folderWith({ 'programma.md': SENTENCE, '.opgavenwijzer.json': Uint8Array.of(0x7b, 0xff) });
    const { code, err } = await opgavenwijzer(['check', 'programma.md'], { cwd: bytes });
    expect(code).toBe(2);
    expect(err).toMatch(/^\.opgavenwijzer\.json: geen UTF-8 \(byte 1\)\./);
  });
});

describe('files in odd places', () => {
  it('files with names that mean something elsewhere', async () => {
    const names = [
      'met spaties.md',
      '#1.md',
      '100%.md',
      '%23.md',
      'plan 🏘️.md',
      "'aanhaling'.md",
      '-begint.md',
      '[x].md',
    ];
    if (process.platform !== 'win32') names.push('a?b.md', 'a*.md', 'regel\neinde.md');
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, SENTENCE])));
    for (const paths of [['.'], names]) {
      const { out, err } = await opgavenwijzer(['check', '--format', 'json', '--', ...paths], { cwd });
      expect(err).toBe('');
      expect([...new Set(JSON.parse(out).map(({ file }: Found) => file))].sort()).toEqual([...names].sort());
    }
  });

  it.skipIf(process.platform === 'win32')('what is no file is left aside, and nothing waits for it', async () => {
    const cwd = folderWith({ 'goed.md': SENTENCE, 'map/binnen.md': SENTENCE });
    // A folder that someone sends along can hold links to whatever there is.
    spawnSync('mkfifo', [join(cwd, 'pijp.md'), join(cwd, 'map/.opgavenwijzer.json')]);
    symlinkSync('pijp.md', join(cwd, 'koppeling.md'));
    symlinkSync('/dev/zero', join(cwd, 'nul.md'));
    const { code, out, err } = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd });
    expect(err).toBe('map/.opgavenwijzer.json: is geen gewoon bestand.\n');
    expect(code).toBe(2);
    expect([...byFile(JSON.parse(out)).keys()].sort()).toEqual(['goed.md', 'map/binnen.md']);
  });

  it.skipIf(process.platform === 'win32')(
    'what has no end is read up to the limit, when someone asks for it',
    async () => {
      const cwd = folderWith({ 'goed.md': SENTENCE });
      const { code, out, err } = await opgavenwijzer(['check', '/dev/zero', 'goed.md', '--format', 'json'], { cwd });
      expect(err).toBe('/dev/zero: is meer dan de grens van 16 MB. Splits het bestand.\n');
      expect(code).toBe(2);
      expect(slip(JSON.parse(out))?.file).toBe('goed.md');
    },
  );

  it('a file above the limit is named, and not read', async () => {
    const cwd = folderWith({ 'groot.md': '', 'goed.md': SENTENCE });
    // A file with a hole: large by its size, and nothing on disk.
    truncateSync(join(cwd, 'groot.md'), 3 * 1024 ** 3);
    const { code, out, err } = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd });
    expect(err).toBe('groot.md: 3.072 MB is meer dan de grens van 16 MB. Splits het bestand.\n');
    expect(code).toBe(2);
    expect(slip(JSON.parse(out))?.file).toBe('goed.md');
  });

  it('a report is written whole or not at all, and replaces nothing that was not named to be replaced', async () => {
    const cwd = folderWith({ 'programma.md': SENTENCE, 'verslag.md': 'Van mij.' });
    const refused = await opgavenwijzer(['dekking', 'programma.md', '-o', 'verslag.md'], { cwd });
    expect([refused.code, refused.err]).toEqual([
      2,
      'verslag.md: bestaat al. Kies een andere naam, of voeg --overschrijven toe.\n',
    ]);
    expect(readFileSync(join(cwd, 'verslag.md'), 'utf8')).toBe('Van mij.');
    mkdirSync(join(cwd, 'map.md'));
    const folder = await opgavenwijzer(['dekking', 'programma.md', '-o', 'map.md', '--overschrijven'], { cwd });
    expect(folder.code).toBe(2);
    expect(folder.err).toMatch(/^map\.md: /);
    const replaced = await opgavenwijzer(['dekking', 'programma.md', '-o', 'verslag.md', '--overschrijven'], { cwd });
    expect(replaced.code).toBe(0);
    expect(readFileSync(join(cwd, 'verslag.md'), 'utf8')).not.toBe('Van mij.');
    // Nothing half written stays behind.
    expect(readdirSync(cwd).sort()).toEqual(['map.md', 'programma.md', 'verslag.md']);
  });
});

function explodingYaml(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++)
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\nopgavenwijzer: *a11\n`;
}

function byFile(found: readonly Found[]): Map<string, Found[]> {
  const files = new Map<string, Found[]>();
  for (const one of found) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  return files;
}
