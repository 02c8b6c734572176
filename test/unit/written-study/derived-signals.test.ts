import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSignals } from '../../../server/src/core/signals/signal.js';
import { derivedSignals } from '../../../server/src/core/written-study/derived-signals.js';

const SAMPLE = readFileSync(join(import.meta.dirname, '../../studies/akkoord/studie.yaml'), 'utf8');
const WORDS = [...new Set(SAMPLE.match(/\S+/g))];
const ODD = [
  '½',
  'anderhalf½uur',
  'İ',
  'İstanbulplein',
  'm²',
  'CO₂-uitstoot',
  '⑴',
  'e\u0301e\u0301nouder',
  'straße',
  "auto's",
];

/** Signals as they are shown to who writes a study, read again. */
function readAgain(title: string, short: string, words: readonly string[]): void {
  const part = { kind: 'opgave', title, short, words, directions: [] } as const;
  const vocabulary = { empty: new Set(['de', 'het', 'een']), general: new Set(['gemeente']) };
  for (const { source, weak, near, not } of derivedSignals([part], vocabulary)[0]!)
    expect(parseSignals(source)).toEqual([{ source, weak, near, not }]);
}

describe('what follows from words is what its notation says', () => {
  it.each(ODD)('%s', (word) => readAgain(`Meer ${word} in de wijk`, `Ruimte voor ${word}`, [word]));

  it('of any title', () => {
    const sentence = fc.array(fc.constantFrom(...WORDS, ...ODD), { maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(fc.property(sentence, sentence, fc.array(sentence, { maxLength: 2 }), readAgain));
  });
});
