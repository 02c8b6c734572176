import { expect, test } from 'vitest';
import { packedJson, packNumbers, unpackNumbers } from '../../../server/src/core/study/packed-numbers.js';

const NUMBERS = [0, 1, -1, 15, 16, -16, 31, 32, -33, 1023, 1024, 65_535, -65_536, 2 ** 30 - 1, -(2 ** 30)];

test('numbers come back as they went in', () => {
  expect([...unpackNumbers(packNumbers(NUMBERS))]).toEqual(NUMBERS);
  expect([...unpackNumbers(packNumbers([]))]).toEqual([]);
});

test('in JSON nothing of them is escaped, and what is no row of numbers stays as it was', () => {
  const every = Int32Array.from({ length: 5000 }, (_, i) => i - 2500);
  const json = packedJson({ name: 'één', list: [1, 2], every });
  expect(json).not.toContain('\\');
  expect(json).toMatch(/^\{"name":"één","list":\[1,2\],"every":"/);
  expect([...unpackNumbers(JSON.parse(json).every)]).toEqual([...every]);
});
