import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { frontMatterEnd } from '../../../server/src/core/markdown/blocks.js';
import { readFrontMatter } from '../../../server/src/core/markdown/front-matter.js';
import { leaveOutEdit, verdictEdit } from '../../../server/src/core/markdown/front-matter-edits.js';

const leftOut = (text: string, reason = 'Niet nu.'): string =>
  applyEdits(text, [leaveOutEdit(text, 'deelvervoer', reason)!]);
const notTaken = (text: string): string => applyEdits(text, [verdictEdit(text, 'telt-niet', 'deelvervoer')!]);

const READABLE: [name: string, text: string][] = [
  ['no front matter', '# Titel\n'],
  ['an empty text', ''],
  ['a byte order mark', '\uFEFF# Titel\n'],
  ['Windows line ends', '---\r\ntitle: A # b\r\n---\r\n# Titel\r\n'],
  ['empty front matter', '---\n---\n# Titel\n'],
  ['other front matter', '---\ntitle: "A: b" # opmerking\ntags: [a, b]\n---\n# Titel\n'],
  ['an empty section', '---\nopgavenwijzer: # van ons\ntitle: A\n---\n'],
  ['a section with another key', '---\nopgavenwijzer:\n    iets: 1   # blijft\n\ntitle: A\n---\n'],
  [
    'entries',
    '---\nopgavenwijzer:\n  bewust-niet:\n    ruimte-delen: Elders. # blijft\n  niet-opgepakt:\n  - nieuwbouw\ntitle: A\n---\n',
  ],
  [
    'a long reason',
    '---\nopgavenwijzer:\n  bewust-niet:\n    ruimte-delen: >-\n      Elders\n      al geregeld.\n---\n',
  ],
  ['flow form', '---\nopgavenwijzer: { bewust-niet: { ruimte-delen: "Elders." }, niet-opgepakt: [nieuwbouw] }\n---\n'],
  ['empty flow form', '---\nopgavenwijzer: {}\n---\n'],
  ['empty lists', '---\nopgavenwijzer:\n  bewust-niet:\n  niet-opgepakt: []\n---\n'],
];

describe.each(READABLE)('with %s', (_, text) => {
  const known = readFrontMatter(text, frontMatterEnd(text));

  it('an opgave is left out beside what stands there', () => {
    const result = leftOut(text, 'Eerst: de "kern" # en dan verder');
    const read = readFrontMatter(result, frontMatterEnd(result));
    expect(read.faults).toHaveLength(known.faults.length);
    expect(read.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ...known.leftOut.map(({ id, reason }) => [id, reason]),
      ['deelvervoer', 'Eerst: de "kern" # en dan verder'],
    ]);
    expect(read.verdicts).toHaveLength(known.verdicts.length);
    for (const line of text.split('\n').filter((line) => line.includes('blijft'))) expect(result).toContain(line);
  });

  it('words are said not to count', () => {
    const result = notTaken(text);
    const read = readFrontMatter(result, frontMatterEnd(result));
    expect(read.faults).toHaveLength(known.faults.length);
    expect(read.verdicts.map(({ id }) => id)).toEqual([...known.verdicts.map(({ id }) => id), 'deelvervoer']);
    expect(read.leftOut).toHaveLength(known.leftOut.length);
  });

  it('line ends stay as they are', () => {
    expect(/(?<!\r)\n/.test(leftOut(text))).toBe(!text.includes('\r\n'));
  });
});

describe('front matter', () => {
  it('gets another reason for an opgave that is there already', () => {
    const text = '---\nopgavenwijzer:\n  bewust-niet:\n    deelvervoer:\n    ruimte-delen: Elders.\n---\n';
    expect(leftOut(text)).toBe(text.replace('deelvervoer:', 'deelvervoer: "Niet nu."'));
    expect(leftOut(leftOut(text), 'Later.')).toBe(text.replace('deelvervoer:', 'deelvervoer: "Later."'));
  });

  it('that cannot be read is left alone', () => {
    for (const text of ['---\na: [\n---\n', '---\n- a\n---\n', '---\nopgavenwijzer: tekst\n---\n'])
      expect(leaveOutEdit(text, 'deelvervoer', 'Niet nu.')).toBeUndefined();
  });

  it('asks for the reason where the editor can', () => {
    expect(leaveOutEdit('', 'deelvervoer')!.snippet).toContain('deelvervoer: ${1:Waarom ');
  });
});
