import { expect, test } from 'vitest';
import { ProseReader } from '../../server/src/core/dutch/prose.js';
import { Stances } from '../../server/src/core/recognition/stance.js';

const NOTHING = { bias: 0, features: {} };

/** What the one sentence of a text says of a choice, in log-odds, by a single feature. */
function said(text: string, feature: string): number {
  const stances = new Stances({ stance: { bias: 0, features: { [feature]: 20 } }, direction: NOTHING });
  const { words, vocabulary } = new ProseReader().read(text, 0, text.length, []);
  return stances.read(words, vocabulary)[0]!;
}

test('a pair of words counts where both stand', () => {
  expect(said('Wij openen de bibliotheek.', 'b de bibliotheek')).toBe(1);
  expect(said('Wij openen de sporthal.', 'b de bibliotheek')).toBe(0);
});

test('a name is one word, whichever it is; a word of which nothing was learned is none', () => {
  expect(said('Wij kiezen voor de Partij voor de Dieren.', 'b de ')).toBe(1);
  expect(said('Wij kiezen voor de zwempoelen.', 'b de ')).toBe(0);
  expect(said('Partij voor de Dieren kiest.', 'b  kiest')).toBe(1);
});
