import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';

const SENTENCE = 'Het woningtekort is groot.';
/** The prose of a text, block by block. */
const prose = (text: string): string[] => parseMarkdown(text).blocks.map(({ from, to }) => text.slice(from, to));

describe('nesting deeper than anyone writes', () => {
  it.each([
    ['quotations', `${'>'.repeat(10_000)} ${SENTENCE}\n`],
    ['lists on one line', `${'- '.repeat(10_000)}${SENTENCE}\n`],
    ['both', `${'> 1. '.repeat(10_000)}${SENTENCE}\n`],
  ])('keeps the prose in 10,000 %s', (_, text) => {
    const blocks = prose(`${text}\nEen alinea erna.\n`);
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toContain(SENTENCE);
    expect(blocks[1]).toBe('Een alinea erna.');
  });

  it('keeps every item of a list that steps in 200 times', () => {
    const text = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- Punt ${depth}.\n`).join('');
    const all = prose(text).join('\n');
    for (const depth of [0, 49, 50, 51, 199]) expect(all).toContain(`Punt ${depth}.`);
  });

  it('leaves what people write as it was', () => {
    const text = `> - ${SENTENCE}\n>   1. Nog een punt.\n`;
    expect(parseMarkdown(text).blocks).toMatchObject([
      { kind: 'item', depth: 1 },
      { kind: 'item', depth: 2 },
    ]);
  });
});

// With time that grows with the square of the length these take minutes, and the limit of the test catches it.
describe('long texts that open without closing', () => {
  it.each([
    ['links', '[a](b '],
    ['titles of links', '[a](b "'],
    ['comments', 'x <!-- '],
    ['sections', 'x <![CDATA[ '],
    ['instructions', 'x <?a '],
    ['labels', '[a]'],
  ])('%s', (_, opening) => {
    const text = `${opening.repeat(100_000)}\n\n${SENTENCE}\n`;
    expect(prose(text).at(-1)).toBe(SENTENCE);
  });

  it('definitions with a title', () => {
    expect(prose(`${'[a]: x "t\n'.repeat(100_000)}\n${SENTENCE}\n`).at(-1)).toBe(SENTENCE);
  });

  it('code spans of ever more backticks', () => {
    const text = Array.from({ length: 1200 }, (_, count) => `${'`'.repeat(count + 1)} a `).join('');
    expect(prose(`${text}\n\n${SENTENCE}\n`).at(-1)).toBe(SENTENCE);
  });
});

describe('inline code and links in a text on one line', () => {
  it('are no prose, at the end as at the beginning', () => {
    const link = `${SENTENCE} Zie [de kaart](https://voorbeeld.nl/kaart) en \`code met woorden\`. `;
    const text = link.repeat(2000);
    const skip = parseMarkdown(text).blocks.flatMap((block) => block.skip);
    const skipped = new Map<string, number>();
    for (let k = 0; k < skip.length; k += 2) {
      const part = text.slice(skip[k], skip[k + 1]);
      skipped.set(part, (skipped.get(part) ?? 0) + 1);
    }
    // Where two stretches meet, one may be missed.
    const stretches = Math.ceil(text.length / 16_000);
    expect(skipped.get('https://voorbeeld.nl/kaart')).toBeGreaterThanOrEqual(2000 - stretches);
    expect(skipped.get('`code met woorden`')).toBeGreaterThanOrEqual(2000 - stretches);
  });
});

describe('definitions of link targets', () => {
  it.each([
    '[a]: http://voorbeeld.nl\n',
    '[a]: <http://voorbeeld.nl/een twee>\n',
    '[a]: http://voorbeeld.nl "Een titel"\n',
    '[a]:\n  http://voorbeeld.nl\n  (Een titel)\n',
    '[a]: x\n[b]: y\n',
    '> [a]: x\n',
  ])('%j is no prose', (definition) => {
    expect(prose(`${definition}\nTekst erna.\n`)).toEqual(['Tekst erna.']);
  });

  it('ends where the text goes on', () => {
    expect(prose('[a]: x\nTekst erna.\n')).toEqual(['Tekst erna.']);
    expect(prose('[a]: twee woorden\n')).toEqual(['[a]: twee woorden']);
    expect(prose('[^1]: Noot\n')).toEqual(['[^1]: Noot']);
  });
});
