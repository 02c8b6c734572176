import { expect, test } from 'vitest';
import { LiveDocument } from '../../../server/src/core/document/document.js';
import { createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);
const SENTENCES = ['wonen', 'zorg', 'jeugd', 'groen', 'veiligheid', 'verkeer', 'cultuur'].map(
  (subject, i) => `Wij werken ${'samen '.repeat(i)}aan ${subject} voor wie hier woont.`,
);
const sentence = (i: number): string =>
  `${SENTENCES[(i * 5) % 7]!.slice(0, -1)} in wijk ${(i * 7919) % 1000}${'abcdefg'[i % 7]}.`;
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Characters that are read again when a letter is typed halfway, by the steps that the matcher takes. */
function stepsOfKey(text: string): number {
  const document = LiveDocument.read([engine], text);
  void document.analysis().coverage.map(({ state }) => state);
  const at = text.indexOf('woont', text.length / 2);
  const before = engine.matcher.steps;
  const changed = document.edited(at, at, 'e');
  void changed.analysis().coverage.map(({ state }) => state);
  return engine.matcher.steps - before;
}

test.each([
  ['a paragraph of 300 KB on one line', many(4500, (i) => `${sentence(i)} `)],
  ['a paragraph of 300 KB in lines', many(4500, (i) => `${sentence(i)}\n`)],
  ['a table of 1,000 rows', `| a | b |\n|---|---|\n${many(1000, (i) => `| ${sentence(i)} | x |\n`)}`],
  ['a list of 3,000 items', many(3000, (i) => `- ${sentence(i)}\n`)],
  ['500 notes', `Tekst.\n\n${many(500, (i) => `[^${i}]: ${sentence(i)}\n`)}`],
])('a key in %s reads little again', (_, text) => {
  const prose = many(1000, (i) => `${sentence(5 * i)} ${sentence(5 * i + 1)} ${sentence(5 * i + 2)}\n\n`);
  expect(stepsOfKey(text)).toBeLessThan(10 * stepsOfKey(prose));
});
