import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, cpSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, CLI, FAULTY, folderWith, opgavenwijzer } from './run.js';
import { asFile } from './sources.js';

/** Runs `check` on everything in a folder of which one file is in order; that one is always still checked. */
async function trouble(cwd: string, ...paths: string[]) {
  const { code, out, err } = await opgavenwijzer(['check', ...paths, '--format', 'json'], { cwd });
  expect(code).toBe(2);
  expect(JSON.parse(out).map(({ code }: { code: string }) => code)).toContain('bron-onbekend');
  return err;
}

describe('what stands in the way is one line each, and the rest is still checked', () => {
  it('a file that is not there', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY });
    expect(await trouble(cwd, 'weg.md', 'goed.md')).toBe('weg.md: bestaat niet. Controleer de naam.\n');
  });

  it('a pattern that fits nothing, and a folder without programmes', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY, 'leeg/foto.txt': '' });
    expect(await trouble(cwd, 'goed.md', 'leeg', '*.markdown', 'weg/*.md')).toBe(
      `leeg: geen programma’s (.md, .docx, .odt of .pdf) in deze map.
*.markdown: geen programma (.md, .docx, .odt, .pdf, .html of .txt) past op dit patroon.
weg/*.md: geen programma (.md, .docx, .odt, .pdf, .html of .txt) past op dit patroon.
`,
    );
  });

  it('bytes that are not UTF-8, with the first of them', async () => {
    const latin = Buffer.concat([Buffer.alloc(1204, 'a'), Buffer.from([0xe9]), Buffer.from(' en verder')]);
    const cwd = folderWith({ 'goed.md': FAULTY, 'latin.md': latin });
    expect(await trouble(cwd, '.')).toBe(
      'latin.md: geen UTF-8 (byte 1.204). Sla het bestand op als UTF-8 en probeer het opnieuw.\n',
    );
  });

  it('a pdf and a Word document under another name, with what to do', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY, 'a.md': '%PDF-1.7\n', 'b.md': asFile('docx') });
    expect(await trouble(cwd, 'a.md', 'b.md', 'goed.md')).toBe(
      `a.md: Het bestand is een pdf. Geef het de extensie .pdf en probeer het opnieuw.
b.md: Het bestand is een Word-bestand. Geef het de extensie .docx en probeer het opnieuw.
`,
    );
  });

  it('the first bytes of a zip, an old Word document and an rtf under another name', async () => {
    const cwd = folderWith({
      'goed.md': FAULTY,
      'a.md': 'PK\x03\x04',
      'b.md': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'c.md': '{\\rtf1 Wij bouwen.}',
    });
    expect(await trouble(cwd, 'a.md', 'b.md', 'c.md', 'goed.md')).toBe(
      `a.md: Het bestand is beschadigd. Open het in een tekstverwerker, bewaar het opnieuw en probeer het nog eens.
b.md: Het bestand is een oud Word-bestand. Open het in Word of LibreOffice en bewaar het als .docx.
c.md: Het bestand is een rtf-bestand. Open het in Word of LibreOffice en bewaar het als .docx.
`,
    );
  });

  it('a mark at the start of a file is none of it', async () => {
    const cwd = folderWith({ 'goed.md': `\ufeff${CLEAN}` });
    expect(await opgavenwijzer(['check', 'goed.md'], { cwd })).toMatchObject({ code: 0, err: '' });
  });

  it('settings that are broken, with their line', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY, '.opgavenwijzer.json': '{\n  "reikwijdte": "alles"\n}\n' });
    expect(await trouble(cwd, 'goed.md')).toMatch(
      /^\.opgavenwijzer\.json:2: ‘reikwijdte’ mag ‘programma’, ‘document’ of ‘paragraaf’ zijn, niet ‘alles’\. .*\n$/,
    );
    const broken = folderWith({ 'goed.md': FAULTY, '.opgavenwijzer.json': '{\n  "reikwijdte": \n' });
    expect(await trouble(broken, 'goed.md')).toMatch(/^\.opgavenwijzer\.json:\d: geen geldige JSON: .*\n$/);
  });

  it.skipIf(process.platform === 'win32')('links that run in circles', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY });
    symlinkSync('kring.md', join(cwd, 'kring.md'));
    symlinkSync('..', join(cwd, 'lus'));
    symlinkSync('.', join(cwd, 'zelf'));
    expect(await trouble(cwd, '.')).toBe(
      'kring.md: is een koppeling die in een kring loopt. Herstel of verwijder de koppeling.\n',
    );
  });

  it.skipIf(process.platform === 'win32')('a file and a folder that may not be read', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY, 'dicht.md': FAULTY, 'map/a.md': FAULTY });
    chmodSync(join(cwd, 'dicht.md'), 0);
    chmodSync(join(cwd, 'map'), 0);
    // Root may read everything: then somebody else runs a copy of the command that they can reach.
    const root = process.getuid?.() === 0;
    if (root) {
      cpSync(dirname(CLI), join(cwd, '.dist'), { recursive: true });
      chmodSync(cwd, 0o755);
    }
    const as = root ? { uid: 65534, cli: join(cwd, '.dist/cli.js') } : {};
    const { code, out, err } = await opgavenwijzer(['check', '.', '--format', 'json'], { cwd, ...as });
    chmodSync(join(cwd, 'map'), 0o755);
    expect(code).toBe(2);
    expect(err).toBe(
      'map: mag niet gelezen worden. Controleer de rechten.\ndicht.md: mag niet gelezen worden. Controleer de rechten.\n',
    );
    expect(out).toContain('"goed.md"');
  });

  it.skipIf(process.platform === 'win32')('a file that vanishes while others are read', async () => {
    const cwd = folderWith({ 'goed.md': FAULTY, 'weg.md': FAULTY });
    // A named pipe holds the command up, after it has found its files and before it reads the next.
    spawnSync('mkfifo', [join(cwd, 'pijp')]);
    const running = opgavenwijzer(['check', 'pijp', 'weg.md', 'goed.md', '--format', 'json'], { cwd });
    const pipe = await new Promise<number>((done) => setImmediate(() => done(openSync(join(cwd, 'pijp'), 'w'))));
    rmSync(join(cwd, 'weg.md'));
    writeSync(pipe, CLEAN);
    closeSync(pipe);
    const { code, out, err } = await running;
    expect({ code, err }).toEqual({ code: 2, err: 'weg.md: bestaat niet. Controleer de naam.\n' });
    expect(out).toContain('bron-onbekend');
  });
});

describe('a wrong command line is one line, and exit code 2', () => {
  it.each([
    [[], /^Noem een opdracht: check, .* of completion\. Zie opgavenwijzer --help\.$/],
    [['chek'], /^De opdracht ‘chek’ bestaat niet\. Bedoelt u ‘check’\? Zie opgavenwijzer --help\.$/],
    [['check'], /^Noem een bestand, map of patroon: opgavenwijzer check PAD…$/],
    [
      ['check', 'a.md', '--stdin-naam', 'b.md'],
      /^‘--stdin-naam’ hoort bij - \(standaardinvoer\), en die is niet genoemd\.$/,
    ],
  ])('%j', async (args, line) => {
    const { code, out, err } = await opgavenwijzer(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd()).toMatch(line);
  });
});
