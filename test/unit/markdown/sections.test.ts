import { expect, test } from 'vitest';
import { headingNumber } from '../../../server/src/core/markdown/headings.js';
import { type Heading, sectionsOf, titleOf } from '../../../server/src/core/markdown/sections.js';

const headingsOf = (text: string): Heading[] =>
  text.split(' / ').map((heading, block) => ({
    block,
    depth: /^#+/.exec(heading)![0].length,
    number: headingNumber(heading),
  }));
/** By heading, how many are around it. */
const around = (text: string): number[] => {
  const headings = headingsOf(text);
  const sections = sectionsOf(headings);
  return headings.map(({ block }) => sections(block).length - 2);
};

test.each([
  [
    'points that count on in the next chapter',
    '## 1. Wonen / ### 1. a / ### 2. b / ## 2. Zorg / ### 3. c / ### 4. d',
    [0, 1, 1, 0, 1, 1],
  ],
  ['points that marks make deeper and deeper', '## 1. a / ### 2. b / #### 3. c / ### 4. d', [0, 0, 0, 0]],
  ['points below a chapter with a number', '# 1. Wonen / ## 1. a / ## 2. b', [0, 1, 1]],
  ['headings without a number', '# Wonen / ## a / ### b / ## c', [0, 1, 2, 1]],
])('%s', (_, text, expected) => {
  expect(around(text)).toEqual(expected);
});

test('a title has all other headings below it; one with the next numbers beside it is none', () => {
  expect(titleOf(headingsOf('# Ons plan / ## 1. Wonen / ## 2. Groen'))).toBe(0);
  expect(titleOf(headingsOf('# 1. Wonen / ## 2. Groen / ## 3. Zorg'))).toBe(-1);
  expect(titleOf(headingsOf('# Wonen / # Groen'))).toBe(-1);
  expect(titleOf([])).toBe(-1);
});
