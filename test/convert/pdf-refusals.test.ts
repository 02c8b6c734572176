import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { read } from '../../server/src/convert/pdf/read.js';
import { Refusal } from '../../server/src/convert/refusal.js';
import { encrypted } from './pdf-encrypted.js';
import { blocksIn, drawn, line } from './pdf-files.js';

async function refusal(pdf: Uint8Array): Promise<string> {
  const refused = await read(pdf).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(refused).toBeInstanceOf(Refusal);
  return (refused as Refusal).message;
}

test('a scan without text asks for text recognition', async () => {
  expect(await refusal(drawn(['0 0 0 rg 10 10 100 100 re f']))).toMatch(
    /^Deze pdf is alleen beeld; zet de tekst er eerst in/,
  );
});

test('a locked file says that it is locked', async () => {
  const key = `<${'00'.repeat(32)}>`;
  const unknown = drawn(
    [line('Geheim.', 40, 300)],
    `/ID [${key} ${key}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`,
  );
  expect(await refusal(unknown)).toMatch(/^Deze pdf is met een wachtwoord versleuteld/);
});

test('a file that only its owner may change is read, and one that opens with a password says so', async () => {
  const page = line('Wij bouwen.', 40, 300);
  expect(await blocksIn(encrypted([page]))).toEqual(['p Wij bouwen.']);
  expect(await refusal(encrypted([page], 'geheim'))).toMatch(/^Deze pdf is met een wachtwoord versleuteld/);
});

test.each([
  ['a page of spaces', [' '.repeat(60_000_000)]],
  ['a piece of text of many letters', [`BT /F1 12 Tf (${'Wij bouwen '.repeat(5_000_000)}) Tj ET`]],
  ['many pages of spaces', Array.from({ length: 105 }, () => ' '.repeat(4_000_000))],
])('an encrypted file that swells is refused soon, with room to spare: %s', async (_, pages) => {
  const pdf = encrypted(pages);
  const started = process.cpuUsage();
  expect(await refusal(pdf)).toMatch(/^Deze versleutelde pdf zwelt/);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(8);
  // What was watched for it is as it was.
  expect(await blocksIn(drawn([line('Wij bouwen.', 40, 300)]))).toEqual(['p Wij bouwen.']);
  expect(new Uint8Array(100_000_000)).toHaveLength(100_000_000);
});

test('of two encrypted files at once one is not read, and what was watched for the other is as it was', async () => {
  const { Uint8Array: bytes, DecompressionStream: unpacker } = globalThis;
  const pdf = encrypted([line('Wij bouwen.', 40, 300)]);
  const both = await Promise.allSettled([read(pdf), read(pdf)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(globalThis.Uint8Array).toBe(bytes);
  expect(globalThis.DecompressionStream).toBe(unpacker);
  expect(await blocksIn(pdf)).toEqual(['p Wij bouwen.']);
});

test('what is no PDF, and one of which only the beginning is there, say so', async () => {
  expect(await refusal(new TextEncoder().encode('# Wonen\n'))).toMatch(/^Dit is geen pdf/);
  expect(await refusal(drawn([line('Tekst.', 40, 300)]).slice(0, 40))).toMatch(/^Deze pdf is beschadigd/);
});

// Each within ten seconds.
test('a hundred thousand pages are refused', async () => {
  const pages = drawn(Array.from({ length: 100_000 }, () => ''));
  expect(await refusal(pages)).toMatch(/^Deze pdf heeft 100\.000 bladzijden/);
}, 10_000);

test('a million objects are refused', async () => {
  const objects = `%PDF-1.4\n${'9 0 obj null endobj\n'.repeat(1_000_000)}`;
  expect(await refusal(new Uint8Array(Buffer.from(objects)))).toMatch(
    /^Deze pdf bestaat uit meer dan 500\.000 onderdelen/,
  );
}, 10_000);

test('a stream that swells is refused, packed once or twice', async () => {
  expect(await refusal(swelling(' '.repeat(60_000_000), 1))).toMatch(/^Deze pdf zwelt/);
  expect(await refusal(swelling(' '.repeat(60_000_000), 2))).toMatch(/^Deze pdf zwelt/);
}, 10_000);

test('a page with half a million strokes is refused, and one with a thousand is read', async () => {
  const strokes = (count: number): string => `${line('Een kaart.', 40, 300)}\n${'1 1 m 2 2 l S\n'.repeat(count)}`;
  expect(await refusal(swelling(strokes(500_000), 1))).toMatch(/^Op een bladzijde van deze pdf staat meer getekend/);
  expect(await blocksIn(drawn([strokes(1_000)]))).toEqual(['p Een kaart.']);
});

test.each([
  ['two million pieces of text', `BT /F1 12 Tf ${'(Wij bouwen) Tj '.repeat(1_900_000)} ET`],
  ['pieces of text with many letters', `BT /F1 12 Tf ${`(${'Wij bouwen '.repeat(90)}) Tj `.repeat(7_000)} ET`],
  ['one piece of text of seven million letters', `BT /F1 12 Tf (${'Wij bouwen '.repeat(640_000)}) Tj ET`],
  ['a million ways of drawing that are kept', 'q '.repeat(1_000_000)],
])('a page with %s is refused soon, with room to spare', async (_, drawing) => {
  const pdf = swelling(drawing, 1);
  const started = process.cpuUsage();
  expect(await refusal(pdf)).toMatch(/^Op een bladzijde van deze pdf staat meer getekend/);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(5);
});

test('a page with as much as a whole programme is read', async () => {
  const lines = Array.from({ length: 2_000 }, (_, at) =>
    line(`Wij bouwen het huis van nummer ${at}.`, 40, 390 - at / 6),
  );
  const kept = `${'q '.repeat(100)}${lines.join('\n')}${' Q'.repeat(100)}`;
  expect((await blocksIn(drawn([kept]))).join(' ')).toContain('nummer 1999.');
});

test('a page is refused by all that is drawn on it together, whatever its streams call themselves', async () => {
  const saved = 'q '.repeat(9_900);
  const text = `BT /F1 12 Tf (${'Wij bouwen '.repeat(500_000)}) Tj ET`;
  const pages = [
    pageOf(Array.from({ length: 25 }, () => packed(saved))),
    pageOf([packed(saved.repeat(100), '/Length1 9')]),
    pageOf([packed(text, '/Length1 9'), packed(text, '/Subtype /Image')]),
  ];
  for (const page of pages) {
    const started = process.cpuUsage();
    expect(await refusal(page)).toMatch(/^Op een bladzijde van deze pdf staat meer getekend/);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(5);
  }
});

test('a large file that comes along with the text is none of it, also when it does not say what it is', async () => {
  const attached = packed('een;twee;drie\n'.repeat(700_000));
  const pdf = pageOf([packed(line('Wij bouwen.', 40, 300))], [attached]);
  expect(await blocksIn(pdf)).toEqual(['p Wij bouwen.']);
});

const packed = (content: string, more = '', times = 1): Buffer => {
  let data = Buffer.from(content);
  for (let round = 0; round < times; round++) data = deflateSync(data);
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} /Filter [${'/FlateDecode '.repeat(times)}] ${more} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
};

/** A page by what is drawn on it, packed once or twice. */
const swelling = (drawing: string, times: number): Uint8Array => pageOf([packed(drawing, '', times)]);

/** A page by the streams that are drawn on it, and others that the file has. */
function pageOf(contents: readonly Buffer[], others: readonly Buffer[] = []): Uint8Array {
  const list = contents.map((_, at) => `${5 + at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents [${list}] /Resources << /Font << /F1 4 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...contents,
    ...others,
  ];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      ...objects.flatMap((object, at) => [
        Buffer.from(`${at + 1} 0 obj\n`),
        Buffer.from(object),
        Buffer.from('\nendobj\n'),
      ]),
      Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
    ]),
  );
}
