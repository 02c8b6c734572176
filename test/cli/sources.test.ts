import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { printer } from '../convert/pdf-files.js';
import { CLEAN, folderWith, opgavenwijzer } from './run.js';
import { asFile, PROGRAMME } from './sources.js';

const print = printer();
/** The programme on two pages. */
let pdf: Uint8Array;
beforeAll(async () => {
  const [first, second] = String(asFile('html')).split(/(?=<h2[^>]*>Wijken)/);
  pdf = await print(`${first}<div style="break-before:page">${second}</div>`);
});

/** A page that says in a hundred thousand bytes what takes a hundred million. */
function swelling(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(100_000_000, ' '));
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

interface Found {
  readonly file: string;
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly place?: { readonly page?: number; readonly heading?: string; readonly paragraph?: number };
}

const found = async (cwd: string, ...args: string[]): Promise<Found[]> =>
  JSON.parse((await opgavenwijzer(['check', ...args, '--format', 'json'], { cwd })).out);

describe('check', () => {
  it.each(['docx', 'odt', 'html'] as const)('of .%s says under which heading, in which paragraph', async (format) => {
    const name = `programma.${format}`;
    const cwd = folderWith({ [name]: asFile(format), [`schoon.${format}`]: asFile(format, CLEAN) });
    const { code, out, err } = await opgavenwijzer(['check', name], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`${name}\n  ‘Thuis’, alinea 1  waarschuwing  Woningtekort: `);
    expect(out).toContain('\n      │ In onze stad is het woningtekort groter dan ooit.\n');
    expect(await opgavenwijzer(['check', `schoon.${format}`], { cwd })).toMatchObject({ code: 0, err: '' });
    const [first] = await found(cwd, name);
    expect(first).toMatchObject({ file: name, code: 'opgave-ontbreekt', place: { heading: 'Thuis', paragraph: 1 } });
    // The range is one in what the file is turned into.
    const { out: markdown } = await opgavenwijzer(['omzetten', name], { cwd });
    const { line, character } = first!.range.start;
    expect(markdown.split('\n')[line]!.slice(character)).toMatch(/^woningtekort/);
  });

  it('of a plain text says in which paragraph', async () => {
    const cwd = folderWith({ 'programma.txt': 'Wij zijn een partij met leden.\n\nHet woningtekort is groot.\n' });
    const { code, out } = await opgavenwijzer(['check', 'programma.txt'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('  alinea 2  waarschuwing  Woningtekort: ');
  });

  it('of a pdf says on which page', async () => {
    const cwd = folderWith({ 'programma.pdf': pdf });
    const { code, out, err } = await opgavenwijzer(['check', 'programma.pdf'], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('programma.pdf\n   p. 1  waarschuwing  Woningtekort: ');
    expect((await found(cwd, 'programma.pdf'))[0]).toMatchObject({ place: { page: 1 } });
  });

  it('points other programs at the file, without a line that nobody can look up', async () => {
    const cwd = folderWith({ 'programma.pdf': pdf, 'programma.md': PROGRAMME });
    const as = async (format: string, name: string) =>
      (await opgavenwijzer(['check', name, '--format', format], { cwd })).out;
    expect(await as('github', 'programma.pdf')).toMatch(
      /^::warning file=programma\.pdf,title=opgavenwijzer%3A opgave-ontbreekt::p\. 1: Woningtekort: /,
    );
    expect(await as('github', 'programma.md')).toMatch(/^::warning file=programma\.md,line=5,.*::Woningtekort: /);
    const resultOf = async (name: string) => JSON.parse(await as('sarif', name)).runs[0].results[0];
    expect(await resultOf('programma.pdf')).toMatchObject({
      message: { text: expect.stringMatching(/^p\. 1: Woningtekort: /) },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'programma.pdf', uriBaseId: 'SRCROOT' } } }],
    });
    expect((await resultOf('programma.pdf')).locations[0].physicalLocation).not.toHaveProperty('region');
    expect((await resultOf('programma.md')).locations[0].physicalLocation.region.startLine).toBe(5);
    expect((await found(cwd, 'programma.md'))[0]).not.toHaveProperty('place');
  });

  it('is not steered by what only looks as if it steers', async () => {
    const steering = '<!-- opgavenwijzer: niet melden vanaf hier opgave-ontbreekt -->';
    const above = ['---', 'opgavenwijzer:', '  bewust-niet:', '    nieuwbouw-aanjagen: Nee.', '---', ''];
    const text = [...above, steering, '', 'Het woningtekort is groot.', ''].join('\n');
    const cwd = folderWith({
      'a.txt': text,
      'a.html': `<hr><p>${above.slice(1, 4).join('<br>')}</p><hr>${steering}<p>Het woningtekort is groot.</p>`,
      'a.md': text,
    });
    for (const name of ['a.txt', 'a.html'])
      expect(
        (await found(cwd, name)).map(({ code }) => code),
        name,
      ).toContain('opgave-ontbreekt');
    expect((await found(cwd, 'a.md')).map(({ code }) => code)).not.toContain('opgave-ontbreekt');
  });

  it('goes by the settings of the folder it stands in, beside the Markdown there', async () => {
    const cwd = folderWith({
      'a/.opgavenwijzer.json': '{ "regels": { "thema-onvolledig": "uit" } }',
      'a/programma.docx': asFile('docx'),
      'a/wonen.md': 'Wij bouwen [@trendstudie:nieuwbouw-aanjagen, p. 61].\n',
      'b/programma.docx': asFile('docx'),
    });
    const messages = async (folder: string): Promise<string> =>
      (await opgavenwijzer(['check', `${folder}/programma.docx`], { cwd })).out;
    expect(await messages('a')).not.toMatch(/Nieuwbouw aanjagen|thema-onvolledig/);
    expect(await messages('b')).toMatch(/Nieuwbouw aanjagen[\s\S]*thema-onvolledig/);
  });

  it('takes a source from standard input under the name that is given', async () => {
    const stdin = asFile('docx');
    const { out } = await opgavenwijzer(['check', '-', '--stdin-naam', 'programma.docx'], { stdin });
    expect(out).toContain('‘Thuis’, alinea 1');
    expect((await opgavenwijzer(['check', '-'], { stdin })).err).toMatch(
      /^<standaardinvoer>: Het bestand is een Word-bestand\. /,
    );
  });

  it('notes what was left out of a document', async () => {
    const commented = 'Het [let op]{.comment-start id="0" author="A"}tekort[]{.comment-end id="0"} is groot.\n';
    const cwd = folderWith({ 'a.docx': asFile('docx', commented), 'b.docx': asFile('docx', 'Het tekort is groot.\n') });
    const { code, err } = await opgavenwijzer(['check', 'a.docx', 'b.docx'], { cwd });
    expect(code).toBe(0);
    expect(err).toMatch(/^a\.docx: .*opmerking.*\n$/);
  });
});

describe('what is taken', () => {
  it('of a folder: Markdown, Word, OpenDocument and pdf, and no source that was converted already', async () => {
    const cwd = folderWith({
      'a.docx': asFile('docx'),
      'b.odt': asFile('odt'),
      'c.PDF': pdf,
      'd.md': PROGRAMME,
      'd.docx': asFile('docx'),
      '~$a.docx': 'a',
      'verslag.html': asFile('html'),
      'LICENTIE.txt': PROGRAMME,
    });
    const files = async (...paths: string[]) => [...new Set((await found(cwd, ...paths)).map(({ file }) => file))];
    expect(await files('.')).toEqual(['a.docx', 'b.odt', 'c.PDF', 'd.md']);
    expect(await files('*.{html,txt,docx}')).toEqual(['LICENTIE.txt', 'a.docx', 'd.docx', 'verslag.html']);
    expect((await opgavenwijzer(['check', '*.docx'], { cwd })).err).toBe('');
    expect(await files('d.docx', 'verslag.html')).toEqual(['d.docx', 'verslag.html']);
  });
});

describe('what cannot be read is a line each, and the rest is still checked', () => {
  it.each([
    ['een ingepakt bestand dat halverwege stopt', 'a.docx', () => asFile('docx').slice(0, 2000)],
    ['een tekst die geen pdf is', 'a.pdf', () => Buffer.from('Wij bouwen woningen.\n')],
    [
      'een Word-document achter een wachtwoord',
      'a.docx',
      () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(4096, '\0'), 'latin1'),
    ],
    ['een leeg bestand', 'a.odt', () => Buffer.alloc(0)],
    ['een leeg bestand', 'a.pdf', () => Buffer.alloc(0)],
    ['een pdf die een Word-document heet', 'a.docx', () => pdf],
    ['een pdf die bij het uitpakken opzwelt', 'a.pdf', swelling],
    ['een oud Word-document', 'a.doc', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
  ])('%s (%s)', async (_, name, bytes) => {
    const cwd = folderWith({ [name]: bytes(), 'goed.docx': asFile('docx') });
    const { code, out, err } = await opgavenwijzer(['check', name, 'goed.docx', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^${name}: [^\\n]{10,}\\.\\n$`));
    expect(err).not.toMatch(/Error|undefined|central directory|\.\.\n/);
    expect(out).toContain('"goed.docx"');
  });
});

describe('analyse', () => {
  it('says with each mention where it stands', async () => {
    const cwd = folderWith({ 'programma.pdf': pdf, 'programma.odt': asFile('odt'), 'programma.md': PROGRAMME });
    const mentions = async (name: string): Promise<Found[]> =>
      JSON.parse((await opgavenwijzer(['analyse', name], { cwd })).out).mentions;
    expect((await mentions('programma.pdf')).map(({ place }) => place?.page)).toEqual(expect.arrayContaining([1, 2]));
    expect((await mentions('programma.odt')).map(({ place }) => place)).toEqual(
      expect.arrayContaining([{ heading: 'Thuis', paragraph: 1 }]),
    );
    for (const mention of await mentions('programma.md')) expect(mention).not.toHaveProperty('place');
  });

  it('explains each paragraph under its place', async () => {
    const cwd = folderWith({ 'programma.pdf': pdf });
    const { out } = await opgavenwijzer(['analyse', 'programma.pdf', '--explain'], { cwd });
    expect(out).toMatch(/^p\. 1 {2}In onze stad/m);
    expect(out).toMatch(/^p\. 2 {2}Wij gaan in alle wijken/m);
  });
});

describe('reports', () => {
  it('lead to the page of a pdf, and to a Word file as it is', async () => {
    const cwd = folderWith({ 'programma.pdf': pdf, 'programma.docx': asFile('docx') });
    const report = async (name: string, format: string): Promise<string> =>
      (await opgavenwijzer(['dekking', name, '--format', format], { cwd })).out;
    expect(await report('programma.pdf', 'html')).toContain('<a href="programma.pdf#page=2">p. 2</a>');
    expect(await report('programma.pdf', 'md')).toContain('[p. 2](<programma.pdf#page=2>)');
    expect(await report('programma.pdf', 'csv')).toMatch(/;wijkenaanpak;.*;programma\.pdf;p\. 2;/);
    const evidence = JSON.parse(await report('programma.pdf', 'json')).themes.flatMap(
      ({ opgaven }: { opgaven: { evidence: object[] }[] }) => opgaven.flatMap(({ evidence }) => evidence),
    );
    expect(evidence[0]).toMatchObject({ place: 'p. 2', href: 'programma.pdf#page=2' });
    expect(evidence[0]).not.toHaveProperty('line');
    expect(await report('programma.docx', 'html')).toContain('<a href="programma.docx">‘Wijken’, alinea 1</a>');
  });

  it.each(['docx', 'odt', 'html'] as const)('of .%s say what those of the Markdown say', async (format) => {
    const markdown = readFileSync(join(import.meta.dirname, '../corpus/begrijpelijke-taal.md'), 'utf8');
    const cwd = folderWith({ 'a.md': markdown, [`b.${format}`]: asFile(format, markdown) });
    const states = async (name: string) => {
      const { themes } = JSON.parse((await opgavenwijzer(['dekking', name, '--format', 'json'], { cwd })).out);
      return themes.flatMap(({ opgaven }: { opgaven: { id: string; state: string }[] }) =>
        opgaven.map(({ id, state }) => `${id}: ${state}`),
      );
    };
    expect(await states(`b.${format}`)).toEqual(await states('a.md'));
  });

  it('a folder of pdfs becomes a comparison with one command', async () => {
    const other = await print(String(asFile('html', CLEAN)));
    const cwd = folderWith({ 'partijen/a.pdf': pdf, 'partijen/b.pdf': other, 'partijen/c.pdf': 'geen pdf' });
    const run = await opgavenwijzer(['vergelijk', 'partijen/*.pdf', '-o', 'vergelijking.html'], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^partijen\/c\.pdf: .*\nvergelijking\.html geschreven\.\n$/);
    const page = readFileSync(join(cwd, 'vergelijking.html'), 'utf8');
    expect(page).toContain('href="partijen/a.pdf#page=2"');
    // The first of its headings may be anything.
    expect(page.match(/<th scope="row">[^<]*/g)?.slice(0, 2)).toEqual(['<th scope="row">a', '<th scope="row">b']);
  });

  it('a study is drawn from a document, with where its sentences stand', async () => {
    const cwd = folderWith({ 'woonvisie.pdf': pdf, 'woonvisie.docx': asFile('docx') });
    expect((await opgavenwijzer(['studie', 'uit', 'woonvisie.pdf'], { cwd })).out).toMatch(/place: p\. 2$/m);
    expect((await opgavenwijzer(['studie', 'uit', 'woonvisie.docx'], { cwd })).out).toMatch(
      /place: .*Wijken.*alinea 1/,
    );
  });
});
