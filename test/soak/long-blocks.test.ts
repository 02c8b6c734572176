import { expect, test } from 'vitest';
import { builtinStudy, createService, DEFAULT_CONFIGURATION } from '../../server/src/core/index.js';

const service = createService([builtinStudy]);
const SUBJECTS = ['wonen', 'zorg', 'jeugd', 'groen', 'veiligheid', 'verkeer', 'cultuur', 'energie', 'werk'];
const sentence = (i: number): string =>
  `Wij werken ${'samen '.repeat(i % 4)}aan ${SUBJECTS[(i * 5) % 9]} in wijk ${(i * 7919) % 1000} en dat kost geld${'abcdefg'[i % 7]}.`;
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Milliseconds of the processor from a key at a place, from 0 to 1, to what the rules find. */
function costOfKey(text: string, place: number): number {
  const at = text.indexOf(' ', Math.min(text.length - 40, 40 + place * text.length));
  let document = service.open(text);
  const press = (): void => {
    document = document.edited(at, at, 'e');
    const programme = {
      configuration: DEFAULT_CONFIGURATION,
      documents: [{ key: 'a.md', analysis: document.analysis() }],
    };
    service.check(programme);
  };
  for (let i = 0; i < 20; i++) press();
  const before = process.cpuUsage();
  for (let i = 0; i < 60; i++) press();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 60_000;
}

const TABLE = '| a | b |\n|---|---|\n';
const BLOCKS: Readonly<Record<string, string>> = {
  'a paragraph of 300 KB on one line': many(4500, (i) => `${sentence(i)} `),
  'a paragraph of 300 KB in lines': many(4500, (i) => `${sentence(i)}\n`),
  'an item of 300 KB': `1. ${many(4500, (i) => `${sentence(i)} `)}`,
  'a table of 1,000 rows that raise the same': TABLE + many(1000, (i) => `| Het woningtekort is groot ${i} | x |\n`),
};

test.each(Object.entries(BLOCKS))('a key in %s costs at most three times what it costs in prose', (_, text) => {
  const prose = many(4500, (i) => `${i % 40 === 0 ? '## Wonen\n\n' : ''}${sentence(i)}${i % 4 === 3 ? '\n\n' : ' '}`);
  const plain = prose.slice(0, text.length);
  const ratios = [0, 0.5, 1].map((place) => costOfKey(text, place) / costOfKey(plain, place));
  expect(Math.max(...ratios)).toBeLessThanOrEqual(3);
});
