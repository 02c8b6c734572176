import { expect, test } from 'vitest';
import { joinLines, vocabularyOf } from '../../server/src/convert/pdf/hyphens.js';

test('a paragraph is joined in a time that grows as its lines do', () => {
  const vocabulary = vocabularyOf([]);
  const timeOf = (count: number): number => {
    const lines = Array.from({ length: count }, (_, at) => `Wij bouwen in regel ${at} duizend woningen voor starters`);
    const started = process.cpuUsage();
    expect(joinLines(lines, vocabulary)).toContain(`starters Wij bouwen in regel ${count - 1} duizend`);
    const { user, system } = process.cpuUsage(started);
    return user + system;
  };
  timeOf(1_000);
  expect(timeOf(4_000)).toBeLessThan(8 * Math.max(timeOf(1_000), 10_000));
});
