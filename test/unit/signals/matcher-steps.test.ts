import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../server/src/core/service.js';
import type { Matcher } from '../../../server/src/core/signals/matcher.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { matcherFor } from './finding.js';

/** Steps that a text costs, per character. Words are known beforehand: what they mean is found out once, ever. */
function stepsPerCharacter(matcher: Matcher, text: string): number {
  matcher.read(text, 0, text.length, []);
  const before = matcher.steps;
  matcher.read(text, 0, text.length, []);
  return (matcher.steps - before) / text.length;
}

const STEMS = ['huur', 'wonen', 'zorg', 'jeugd', 'wijk', 'druk', 'ruimte', 'sociaal', 'bouwen', 'wachtlijst'];
const word = fc.constantFrom(...STEMS, ...STEMS.map((stem) => `${stem}*`), ...STEMS.map((stem) => `*${stem}`));
const row = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const choice = fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => `(${rows.join(' | ')})`);
/** A signal in the notation: rows near each other, and perhaps one that denies. */
const signal = fc
  .tuple(fc.array(choice, { minLength: 1, maxLength: 3 }), fc.option(row))
  .map(([near, not]) => near.join(' ~ ') + (not === null ? '' : ` !${not}`));
/** What stands in a text: words that signals look for, in compounds and pieces, and hardly an end of a sentence. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...STEMS) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...STEMS), fc.constantFrom(...STEMS)).map((two) => two.join('')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('jeugd-', '-zorg', 'en', 'de', 'huur-wijk', 'x', 'W', '[', ',', '\u00AD', '😀'),
  },
  { weight: 1, arbitrary: fc.constantFrom('. ', '.', '…', "'s", '- \n', '@', '@huur', 'a'.repeat(200)) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(' '));

const PLAIN = 'wij schrijven gewoon een lange regel zonder einde en zonder zin '.repeat(200);

describe('steps that the matcher takes', () => {
  test('whatever the signals and the text, twice as much text costs no more than twice as many', () => {
    fc.assert(
      fc.property(fc.array(signal, { minLength: 1, maxLength: 12 }), text, (signals, sample) => {
        const matcher = matcherFor(signals.join('\n'));
        const long = `${sample} `.repeat(Math.ceil(8000 / sample.length));
        const once = stepsPerCharacter(matcher, long);
        expect(stepsPerCharacter(matcher, long.repeat(4))).toBeLessThanOrEqual(once * 1.1 + 1);
        // A sentence is looked through once for each form of a signal that is complete in it, and no oftener.
        const forms = matcher.table.formSignal.length;
        expect(once).toBeLessThanOrEqual((8 + forms) * stepsPerCharacter(matcher, PLAIN));
      }),
      runs(60),
    );
  });

  test('a text of nothing but words that the study’s own signals look for, without an end, costs little more than prose', () => {
    const { matcher } = createEngine(builtinStudy);
    const words = matcher.table.atoms.filter((atom, i) => atom.length > 2 && i % 4 === 0);
    // Never near each other, so that every sentence is looked through to its end.
    const apart = words.map((atom) => `${atom} ${'bla bli blo blu bloe blie '.repeat(3)}`).join('');
    const shuffled = fc.sample(fc.shuffledSubarray([...words], { minLength: words.length }), {
      seed: 7,
      numRuns: 1,
    })[0]!;
    const plain = stepsPerCharacter(matcher, PLAIN);
    for (const hostile of [apart, words.join(' '), shuffled.join(' '), `${shuffled.join(' ')} `.repeat(3)])
      expect(stepsPerCharacter(matcher, hostile)).toBeLessThan(20 * plain);
  });
});
