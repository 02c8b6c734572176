import { expect, test } from 'vitest';
import { FeatureTable } from '../../server/src/core/recognition/feature-table.js';

const NAMES = ['w wonen', 'p wone', 'q onen', 's een-label', 'w wo', 'w één'];

test('a feature is found as a stretch of another text, by its kind', () => {
  const table = new FeatureTable(NAMES.join('\n'), NAMES.length);
  for (const [i, name] of NAMES.entries()) expect(table.find(name[0]!, name, 2, name.length)).toBe(i);
  expect(table.find('p', 'beschermd wonen', 10, 14)).toBe(1);
});

test('another kind, a shorter and a longer text are none', () => {
  const table = new FeatureTable(NAMES.join('\n'), NAMES.length);
  expect(table.find('q', 'wonen', 0, 5)).toBe(-1);
  expect(table.find('w', 'wonen', 0, 4)).toBe(-1);
  expect(table.find('w', 'wonen.', 0, 6)).toBe(-1);
  expect(new FeatureTable('', 0).find('w', 'wonen', 0, 5)).toBe(-1);
});
