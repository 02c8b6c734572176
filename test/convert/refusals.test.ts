import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import { Refusal } from '../../server/src/convert/refusal.js';
import type { SourceFormat } from '../../server/src/convert/source-format.js';

const fileOf = (extension: string) => readFileSync(join(import.meta.dirname, `files/programma.${extension}`));

/** What a reader is told. Whoever waits for it waits less than ten seconds, on a machine that does nothing else. */
async function refusalOf(bytes: Uint8Array, format: SourceFormat): Promise<string> {
  const started = process.cpuUsage();
  const said = await convert(bytes, format).catch((error: unknown) => error);
  expect(said).toBeInstanceOf(Refusal);
  expect(process.cpuUsage(started).user).toBeLessThan(10_000_000);
  return said instanceof Refusal ? said.message : '';
}

/** The programme with something else between two tags of a part. */
function changed(format: 'docx' | 'odt', part: string, between: string, content: string): Uint8Array {
  const parts = unzipSync(fileOf(format));
  const text = strFromU8(parts[part]!);
  const from = text.indexOf('>', text.indexOf(`<${between}`)) + 1;
  const swollen = text.slice(0, from) + content + text.slice(text.indexOf(`</${between}>`));
  return zipSync({ ...parts, [part]: strToU8(swollen) });
}

const word = (body: string) => changed('docx', 'word/document.xml', 'w:body', body);
const open = (text: string) => changed('odt', 'content.xml', 'office:text', text);
const LARGE = /^Het bestand is veel te groot voor een programma\./;

test.each<[string, () => Uint8Array, SourceFormat]>([
  [
    'a part of a zip that swells',
    () => zipSync({ ...unzipSync(fileOf('docx')), 'word/document.xml': new Uint8Array(2 ** 26) }, { level: 1 }),
    'docx',
  ],
  ['a million paragraphs in Word', () => word('<w:p/>'.repeat(1_000_000)), 'docx'],
  ['a million paragraphs in an OpenDocument text', () => open('<text:p/>'.repeat(1_000_000)), 'odt'],
  [
    'boxes in boxes',
    () => word(`${'<w:sdt><w:sdtContent>'.repeat(9999)}${'</w:sdtContent></w:sdt>'.repeat(9999)}`),
    'docx',
  ],
  ['one word of thirty million letters', () => open(`<text:p>${'a'.repeat(30_000_000)}</text:p>`), 'odt'],
  ['tags in tags', () => strToU8('<div>'.repeat(50_000)), 'html'],
  [
    'tags that are opened again in each paragraph',
    () => strToU8('<a><b><i><u>'.repeat(300) + '<p>'.repeat(20_000)),
    'html',
  ],
  ['thirty megabytes of text', () => strToU8('Wij bouwen. '.repeat(2_500_000)), 'txt'],
])('%s', async (_, bytes, format) => {
  expect(await refusalOf(bytes(), format)).toMatch(LARGE);
});

test('entities that stand for each other', async () => {
  const parts = unzipSync(fileOf('odt'));
  const entities = [...'abcdefghi'].map((name, at) => `<!ENTITY ${name} "${`&${'zabcdefgh'[at]};`.repeat(10)}">`);
  const text = strFromU8(parts['content.xml']!).replace(
    /<\?xml[^>]*\?>/,
    (start) => `${start}<!DOCTYPE x [<!ENTITY z "lol">${entities.join('')}]>`,
  );
  expect(await refusalOf(zipSync({ ...parts, 'content.xml': strToU8(text) }), 'odt')).toMatch(LARGE);
});

test('a cell over a billion columns is a table of what is in it', async () => {
  const cells = '<table:table-cell table:number-columns-spanned="1000000000"><text:p>a</text:p></table:table-cell>';
  const row = `<table:table-row>${cells}<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>`;
  expect((await convert(open(`<table:table>${row}${row}</table:table>`), 'odt')).markdown).toContain('b');
});

test.each<[string, () => Uint8Array, SourceFormat, string]>([
  ['an empty file', () => new Uint8Array(), 'docx', 'is leeg'],
  ['half a file', () => fileOf('docx').subarray(0, 5000), 'docx', 'is beschadigd'],
  ['a file with half a text', () => word('<w:p>'), 'docx', 'is beschadigd'],
  ['a file with nothing to read', () => word('<w:p/>'), 'docx', 'alleen beeld'],
  ['a PDF that is called Word', () => strToU8('%PDF-1.7\n'), 'docx', 'is een pdf. Geef het de extensie .pdf'],
  ['an OpenDocument text that is called Word', () => fileOf('odt'), 'docx', 'is een OpenDocument-bestand'],
  ['a Word file that is called text', () => fileOf('docx'), 'txt', 'is een Word-bestand'],
  ['rich text that is called Word', () => strToU8('{\\rtf1 Wij bouwen.}'), 'docx', 'bewaar het als .docx'],
  ['a program that is called text', () => new Uint8Array([77, 90, 0, 3, 0]), 'txt', 'geen tekst'],
  [
    'an old Word file with a new name',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]),
    'docx',
    'is een oud Word-bestand',
  ],
  [
    'a Word file with a password',
    () =>
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
      ]),
    'docx',
    'met een wachtwoord beveiligd',
  ],
  [
    'an OpenDocument text with a password',
    () => {
      const parts = unzipSync(fileOf('odt'));
      const locked = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
      return zipSync({ ...parts, 'META-INF/manifest.xml': locked, 'content.xml': new Uint8Array(500).fill(170) });
    },
    'odt',
    'met een wachtwoord beveiligd',
  ],
])('%s says what to do', async (_, bytes, format, said) => {
  expect(await refusalOf(bytes(), format)).toContain(said);
});
