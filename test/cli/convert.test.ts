import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, folderWith, opgavenwijzer } from './run.js';
import { asFile, PROGRAMME } from './sources.js';

describe('omzetten', () => {
  it.each(['docx', 'odt', 'html'] as const)('gives the Markdown of a .%s on the screen', async (format) => {
    const cwd = folderWith({ [`a.${format}`]: asFile(format) });
    const run = await opgavenwijzer(['omzetten', `a.${format}`], { cwd });
    expect(run).toEqual({ code: 0, out: PROGRAMME, err: '' });
    expect(readdirSync(cwd)).toEqual([`a.${format}`]);
  });

  it('writes to a file or in a folder, and over nothing that was not named to be replaced', async () => {
    const cwd = folderWith({ 'a.docx': asFile('docx'), 'map/.keep': '', 'b.md': CLEAN });
    const convert = (...args: string[]) => opgavenwijzer(['omzetten', 'a.docx', ...args], { cwd });
    expect(await convert('-o', 'nieuw.md')).toEqual({ code: 0, out: '', err: 'nieuw.md geschreven.\n' });
    expect(await convert('-o', 'map')).toMatchObject({ code: 0, err: 'map/a.md geschreven.\n' });
    expect(await convert('-o', 'nieuwe-map')).toMatchObject({ code: 0, err: 'nieuwe-map/a.md geschreven.\n' });
    expect(await convert('-o', 'b.md')).toMatchObject({
      code: 2,
      err: 'b.md: bestaat al. Kies een andere naam, of voeg --overschrijven toe.\n',
    });
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(CLEAN);
    expect(await convert('-o', 'b.md', '--overschrijven')).toMatchObject({ code: 0 });
    for (const path of ['nieuw.md', 'map/a.md', 'b.md']) expect(readFileSync(join(cwd, path), 'utf8')).toBe(PROGRAMME);
  });

  it('of several sources makes a file each, and goes on after one that cannot be read', async () => {
    const cwd = folderWith({
      'a.docx': asFile('docx'),
      'b.odt': asFile('odt', CLEAN),
      'c.pdf': 'geen pdf',
      'sub/a.html': asFile('html'),
      'over.md': CLEAN,
    });
    const without = await opgavenwijzer(['omzetten', '.'], { cwd });
    expect(without).toEqual({
      code: 2,
      out: '',
      err: 'Dit zijn 3 bronnen. Noem met -o een map waar het Markdown in komt.\n',
    });
    const run = await opgavenwijzer(['omzetten', '.', 'sub/a.html', '-o', 'uit'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err.split('\n')).toEqual([
      'uit/a.md geschreven.',
      'uit/b.md geschreven.',
      expect.stringMatching(/^c\.pdf: ./),
      'sub/a.html: zou uit/a.md worden, zoals a.docx. Zet het apart om.',
      '',
    ]);
    expect(readdirSync(join(cwd, 'uit'))).toEqual(['a.md', 'b.md']);
    const file = await opgavenwijzer(['omzetten', 'a.docx', 'b.odt', '-o', 'over.md'], { cwd });
    expect(file).toMatchObject({ code: 2, err: 'over.md: is een bestand, geen map. Kies een andere naam.\n' });
  });

  it('says what is no source', async () => {
    const cwd = folderWith({ 'a.md': CLEAN, 'b.rtf': '{\\rtf1 Wonen}', 'c.csv': 'a;b\n', 'leeg/.keep': '' });
    const told = async (...args: string[]) => (await opgavenwijzer(['omzetten', ...args], { cwd })).err;
    expect(await told('a.md')).toBe('a.md: is al Markdown.\n');
    expect(await told('b.rtf')).toBe(
      'b.rtf: Het bestand is een rtf-bestand. Open het in Word of LibreOffice en bewaar het als .docx.\n',
    );
    expect(await told('c.csv')).toBe(
      'c.csv: wordt niet omgezet. Kies een bestand op .docx, .odt, .pdf, .html of .txt.\n',
    );
    expect(await told('leeg')).toMatch(/^leeg: geen programma’s /);
    expect(await told()).toBe('Noem een bestand, map of patroon: opgavenwijzer omzetten BRON…\n');
  });

  it('tells what was left out beside the text, not in it', async () => {
    const cwd = folderWith({
      'a.docx': asFile(
        'docx',
        'Het [let op]{.comment-start id="0" author="A"}tekort[]{.comment-end id="0"} is groot.\n',
      ),
    });
    const { code, out, err } = await opgavenwijzer(['omzetten', 'a.docx'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: 'Het tekort is groot.\n' });
    expect(err).toMatch(/^a\.docx: .*opmerking.*\n$/);
  });
});
