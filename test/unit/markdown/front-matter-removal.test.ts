import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { removeFromFrontMatter } from '../../../server/src/core/markdown/front-matter-removal.js';

const removed = (text: string, key: string, id: string): string | undefined => {
  const edit = removeFromFrontMatter(text, key, id);
  return edit && applyEdits(text, [edit]);
};

describe('what is taken back from the front matter', () => {
  it.each([
    ['one of several lines', '  kiest-anders:\n    - a\n    - b\n', 'kiest-anders', 'a', '  kiest-anders:\n    - b\n'],
    ['one in brackets', '  kiest-anders: [a, b]\n', 'kiest-anders', 'a', '  kiest-anders: [b]\n'],
    ['the last in brackets', '  kiest-anders: [a, b]\n', 'kiest-anders', 'b', '  kiest-anders: [a]\n'],
    [
      'a reason of several lines',
      '  bewust-niet:\n    a: |\n      Een.\n      Twee.\n    b: Drie.\n',
      'bewust-niet',
      'a',
      '  bewust-niet:\n    b: Drie.\n',
    ],
    [
      'with the list that held nothing else',
      '  bewust-niet:\n    a: Een.\n  niet-opgepakt: [b]\n',
      'bewust-niet',
      'a',
      '  niet-opgepakt: [b]\n',
    ],
  ])('%s', (_, before, key, id, after) => {
    const around = (inside: string): string => `---\ntitle: Plan\nopgavenwijzer:\n${inside}---\n\nTekst.\n`;
    expect(removed(around(before), key, id)).toBe(around(after));
    const crlf = (text: string): string => around(text).replaceAll('\n', '\r\n');
    expect(removed(crlf(before), key, id)).toBe(crlf(after));
  });

  it('goes with all that held nothing else', () => {
    expect(removed('---\nopgavenwijzer:\n  wel-opgepakt: [a]\n---\n\nTekst.\n', 'wel-opgepakt', 'a')).toBe('Tekst.\n');
  });

  it.each([
    ['is not there', '---\nopgavenwijzer:\n  wel-opgepakt: [b]\n---\n'],
    ['stands in no front matter', 'wel-opgepakt: [a]\n'],
    ['cannot be read', '---\nopgavenwijzer: [\n---\n'],
  ])('is left alone when it %s', (_, text) => {
    expect(removed(text, 'wel-opgepakt', 'a')).toBeUndefined();
  });
});
