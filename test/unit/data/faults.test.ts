import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileStudy } from '../../../server/src/tools/compile/compile-study.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer-'));
  cpSync(join(import.meta.dirname, '../../../data'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const CHAPTER = 'trendstudie/chapters/6-ruimte-en-wonen.yaml';
const SIGNALS = 'trendstudie/signals/6-ruimte-en-wonen.yaml';

/** Changes a file of the data and compiles it; faults as they are shown, with the one-based line. */
function faultsAfter(file: string, change: (text: string) => string): string[] {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  const result = compileStudy(join(folder, 'trendstudie'));
  if (!('faults' in result)) return [];
  return [...result.faults];
}

const lineOf = (file: string, part: string): number =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(part)) + 1;

test('data without faults has none', () => {
  expect(faultsAfter(CHAPTER, (text) => text)).toEqual([]);
});

test('a fault in the notation of a signal', () => {
  const [fault] = faultsAfter(SIGNALS, (text) => text.replace('# wonen in het algemeen', 'wonen ~'));
  expect(fault).toBe(`${SIGNALS}:4:12: hier hoort een woord. De notatie staat in docs/signalen.md.`);
});

test('signals for something that the study does not have', () => {
  const faults = faultsAfter(SIGNALS, (text) => `${text}\n  zwembaden: |\n    zwembad\n`);
  expect(faults).toEqual([expect.stringContaining('‘zwembaden’ is geen thema, trend of opgave van deze studie')]);
});

test('a link to nowhere, at its line', () => {
  const faults = faultsAfter(CHAPTER, (text) => text.replace(/(\n {10}- \{ id: )[a-z-]+(, page)/, '$1zwembad$2'));
  expect(faults[0]).toMatch(
    new RegExp(`^${CHAPTER}:${lineOf(CHAPTER, 'id: zwembad')}:\\d+: er is geen opgave ‘zwembad’ in deze studie`),
  );
});

test('an id that exists already', () => {
  const faults = faultsAfter('trendstudie/chapters/5-veiligheid.yaml', (text) =>
    text.replace('id: veiligheid\n', 'id: ruimte-en-wonen\n'),
  );
  expect(faults.join('\n')).toContain('de id ‘ruimte-en-wonen’ is al van ‘');
});

test.each([
  [
    'trendstudie/chapters/6-ruimte-en-wonen.yaml',
    /page: 57 /,
    'page: 157 ',
    'p. \\d+ ligt buiten het document: de studie loopt van p. 4 tot en met p. 87',
  ],
  [
    'trendstudie/chapters/6-ruimte-en-wonen.yaml',
    /elsewhere: \[/,
    'elsewhere: [99, ',
    'p. \\d+ ligt buiten het document: de studie loopt van p. 4 tot en met p. 87',
  ],
  [
    'trendstudie/municipalities.yaml',
    /name: Zeist/,
    'name: Zeyst',
    '‘Zeyst’ is geen gemeente of gebied dat Opgavenwijzer kent. Bedoelt u ‘Zeist’',
  ],
  [
    'trendstudie/municipalities.yaml',
    /covers: \[IJmond\]/,
    'covers: [IJmont]',
    '‘IJmont’ is geen gemeente of gebied dat Opgavenwijzer kent. Bedoelt u ‘IJmond’',
  ],
  [
    'trendstudie/municipalities.yaml',
    /see: arbeidsproductiviteit/,
    'see: zwembad',
    'er is geen thema, trend, opgave of handelingsperspectief ‘zwembad’',
  ],
  ['gemeenten.yaml', /name: Zwolle,/, 'name: Zwolle, former: [Zeist],', '‘Zeist’ staat er al'],
])('in %s, after %s becomes %j', (file, from, to, message) => {
  const faults = faultsAfter(file, (text) => text.replace(from, to));
  expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${file}:${lineOf(file, to)}:\\d+: ${message}`)));
});

test('what the form does not allow', () => {
  const [fault] = faultsAfter(CHAPTER, (text) => text.replace(/\n {4}pages: .*/, '\n    pages: zestig'));
  expect(fault).toContain(`${CHAPTER}:${lineOf(CHAPTER, 'pages: zestig')}:`);
});

test('YAML that cannot be read', () => {
  const [fault] = faultsAfter(CHAPTER, (text) => `${text}\n  - [\n`);
  expect(fault).toMatch(new RegExp(`^${CHAPTER}:\\d+:\\d+: `));
});
