import { join } from 'node:path';
import { expect, it } from 'vitest';
import { holdStudy } from '../../../server/src/tools/learn/hold-study.js';
import { precision, recall } from '../../../server/src/tools/learn/measure.js';

it('of an agreement drawn into a study a programme keeps and changes what was written down beforehand', () => {
  const { score, signs } = holdStudy(join(import.meta.dirname, '../../studies/akkoord'));
  expect(score.right + score.missed).toBeGreaterThanOrEqual(60);
  expect(precision(score)).toBeGreaterThanOrEqual(0.85);
  expect(recall(score)).toBeGreaterThanOrEqual(0.75);
  expect(signs.right / signs.all).toBeGreaterThanOrEqual(0.8);
});
