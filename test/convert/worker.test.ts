import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Converter } from '../../server/src/convert/converter.js';
import { startConversionWorker } from '../../server/src/node/conversion-worker.js';

const dist = join(import.meta.dirname, '../../dist');
const converter = new Converter(() => startConversionWorker(dist));
afterAll(() => converter.end());

const text = (words: string) => new TextEncoder().encode(words);

test('several files at once come back each as its own', async () => {
  const made = await Promise.all([
    converter.convert(text('<h1>Wonen</h1><p>Wij bouwen.'), 'html'),
    converter.convert(text('Wij planten bomen.'), 'txt'),
  ]);
  expect(made.map(({ markdown }) => markdown)).toEqual(['# Wonen\n\nWij bouwen.\n', 'Wij planten bomen.\n']);
  expect(made[0]?.places).toContainEqual({ line: 2, heading: 'Wonen', paragraph: 1 });
});

test('what is refused is refused in words, and the next file is read', async () => {
  await expect(converter.convert(text('%PDF-1.7'), 'docx')).rejects.toThrow(
    'Het bestand heet .docx, maar is een pdf. Geef het de extensie .pdf en probeer het opnieuw.',
  );
  expect((await converter.convert(text('Wij bouwen.'), 'txt')).markdown).toBe('Wij bouwen.\n');
});

test('a worker that stops is a refusal, and another takes the next file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer-worker-'));
  // The worker as it is, out of memory at its first file.
  writeFileSync(
    join(folder, 'convert.js'),
    "require('node:worker_threads').parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(100_000).fill(0.5)); });",
  );
  let dists = [folder, dist];
  const swelling = new Converter(() => {
    const [first, ...rest] = dists;
    dists = rest;
    return startConversionWorker(first);
  });
  await expect(swelling.convert(text('Wij bouwen.'), 'txt')).rejects.toThrow('veel te groot voor een programma');
  expect((await swelling.convert(text('Wij bouwen.'), 'txt')).markdown).toBe('Wij bouwen.\n');
  swelling.end();
  rmSync(folder, { recursive: true });
});

test('both hosts run the same file, in which no other is asked for', () => {
  expect(readFileSync(join(dist, 'convert.js'), 'utf8').length).toBeLessThan(1000);
  expect(readFileSync(join(dist, 'browser/convert.js'), 'utf8')).not.toMatch(/\brequire\("\.{1,2}\//);
});
