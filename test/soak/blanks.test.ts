import { expect, test } from 'vitest';
import { builtinStudy, createService } from '../../server/src/core/index.js';

const service = createService([builtinStudy]);
const BLANKS = ' '.repeat(60_000);
const PROSE = 'Wij werken samen aan wonen in de wijk en dat kost geld. '.repeat(1100);

/** Milliseconds of the processor that it takes to read a text. */
function costOf(text: string): number {
  const before = process.cpuUsage();
  service.analyse(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each([
  ['a line of blanks', BLANKS],
  ['in a cell', `| a |\n|---|\n| ${BLANKS} |\n`],
  ['below the head of a table', `| a |\n|${BLANKS}x\n`],
  ['behind the name of a div', `::: kader${BLANKS}x\n`],
  ['in a line of a pasted list', `Wij willen:\n– a\n${BLANKS}– b\n`],
])('sixty thousand blanks, %s, cost no more than three times as many letters', (_, text) => {
  costOf(PROSE);
  expect(costOf(`| Wonen\n\n${text}\n`)).toBeLessThan(3 * costOf(`${PROSE} `));
});
