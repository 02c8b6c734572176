import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { found } from './finding.js';

const guide = readFileSync(join(import.meta.dirname, '../../../docs/signalen.md'), 'utf8');

/** What the guide promises: a signal, and examples in italics that it finds. */
function promises(): [signal: string, example: string][] {
  const rows = [...guide.matchAll(/^\| `(.+?)` +\|.*\|([^|]*)\|$/gm)].map(
    ([, signal, examples]) => [signal!, examples!] as const,
  );
  const prose = [...guide.matchAll(/`([^`]+)` herkent (?:_[^_]+_(?:, )?)+/g)].map(
    ([all, signal]) => [signal!, all] as const,
  );
  return [...rows, ...prose].flatMap(([signal, text]) =>
    [...text.matchAll(/_([^_]+)_/g)].map(([, example]): [string, string] => [signal.replaceAll('\\|', '|'), example!]),
  );
}

describe('the guide to signals keeps its word', () => {
  test.each(promises())('%s finds: %s', (signal, example) => {
    expect(found(signal, `Het gaat over ${example}.`)).not.toEqual([]);
  });

  test.each([
    ['mantelzorg', 'mantelzorger'],
    ['woning', 'woningbouw'],
    ['groen*', 'GroenLinks'],
    ['*wijk', 'Waalwijk'],
  ])('%s does not find: %s', (signal, example) => {
    expect(found(signal, `Het gaat over ${example}.`)).toEqual([]);
  });
});
