import { expect, test } from 'vitest';
import { headingWords } from '../../../server/src/core/markdown/heading.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';

test.each([
  ['# Ons programma', 'Ons programma'],
  ['# Ons programma_2026[^1] {#top .unnumbered} <!-- concept -->', 'Ons programma_2026'],
  ['# Ons **hele** _programma_ ##', 'Ons hele programma'],
  ['# C#', 'C#'],
  ['# Ons [plan](https://a.nl "b") en ![kaart](a.png)', 'Ons plan en kaart'],
  ['# Ons [plan]{.groot} [concept]', 'Ons plan [concept]'],
  ['# Wijken [@trendstudie:wijkenaanpak, p. 62] eerst^[Een noot.]', 'Wijken eerst'],
  ['# Ons `plan` \\#1', 'Ons plan #1'],
  ['# 2 * 3 * 4', '2 * 3 * 4'],
  ['Ons programma {-}\n====', 'Ons programma'],
  ['#', ''],
])('%j', (text, words) => {
  expect(headingWords(text, parseMarkdown(text).blocks[0]!)).toBe(words);
});
