import { expect, test, vi } from 'vitest';
import { LiveDocument } from '../../../server/src/core/document/document.js';
import { FragmentGroup } from '../../../server/src/core/document/fragment-group.js';
import { SaidTogether } from '../../../server/src/core/document/said.js';
import { createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);
const SENTENCES = [
  'In Waterdam is het woningtekort groter dan ooit.',
  'Wij bouwen woningen voor starters en ouderen.',
  'Wij willen geen woningen splitsen of delen.',
  'De zorg staat onder druk.',
];
const programme = (paragraphs: number): string =>
  Array.from({ length: paragraphs }, (_, i) => `${SENTENCES[i % 4]} Dat geldt in wijk ${i % 100}.\n\n`).join('');

/**
 * How often parts of a text are asked what they say when a letter is typed halfway. Counted at the parts: most of them
 * remember the answer, so that the recogniser would not hear of it.
 */
function askedAtKey(text: string): number {
  const document = LiveDocument.read([engine], text);
  const states = (of: LiveDocument) => of.analysis().coverage.map(({ state }) => state);
  states(document);
  const spies = [FragmentGroup, SaidTogether].flatMap(({ prototype }) =>
    (['evidence', 'opposition', 'support'] as const).map((question) => vi.spyOn(prototype, question)),
  );
  const at = text.indexOf('geldt', text.length / 2);
  const changed = document.edited(at, at, 'e');
  states(changed);
  const asked = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return asked;
}

test('a key in a text that is six times as long asks little more', () => {
  expect(askedAtKey(programme(24_000))).toBeLessThan(2 * askedAtKey(programme(4000)));
});
