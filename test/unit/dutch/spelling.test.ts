import { expect, test } from 'vitest';
import { nearest } from '../../../server/src/core/dutch/spelling.js';

const keys = ['nieuwbouw', 'nieuwkomers', 'wijkenaanpak', 'stadsrand'];

test.each([
  ['nieuwbow', ['nieuwbouw']],
  ['neiuwbouw', ['nieuwbouw']],
  ['wijkaanpakk', ['wijkenaanpak']],
  ['stadsranden', ['stadsrand']],
  ['zwembad', []],
  ['', []],
])('%s is near %j', (word, expected) => {
  expect(nearest(word, keys).slice(0, 1)).toEqual(expected);
});
