import { describe, expect, test } from 'vitest';
import { analyse, createEngine } from '../../server/src/core/service.js';
import { featuresOfForm } from '../../server/src/core/recognition/words.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);

/** The estimate of an opgave in the last block of a text. */
function estimate(text: string, id: string): number {
  const { contexts } = analyse(engine, text);
  const { recogniser } = engine;
  return recogniser.estimate(contexts, contexts.length - 1, recogniser.labels.numbers.get(id)!);
}

describe('what is learned of a word', () => {
  test('is the word, and how a long one begins and ends', () => {
    expect(featuresOfForm('buurtbus')).toEqual(['w buurtbus', 'p buur', 'q tbus', 'p buurtb', 'q urtbus']);
    expect(featuresOfForm('ov-hub')).toEqual(['w ovhub', 'w hub']);
  });

  test('is nothing where it says nothing of a subject', () => {
    expect(['de', 'wij', 'niet', '2030', 'a'].flatMap(featuresOfForm)).toEqual([]);
  });
});

describe('a block is estimated by its words', () => {
  test('where they stand below a heading, that counts as well', () => {
    const text = 'Wij leggen er meer van aan en onderhouden ze goed.';
    const below = `## Zonnepanelen en windmolens\n\n${text}`;
    expect(estimate(below, 'energietransitie')).toBeGreaterThan(estimate(text, 'energietransitie'));
  });

  test('what a sentence does counts for every opgave', () => {
    const does = 'Wij bouwen woningen voor starters en voor ouderen.';
    const past = 'Er werden vroeger woningen gebouwd voor starters en voor ouderen.';
    expect(estimate(does, 'nieuwbouw-aanjagen')).toBeGreaterThan(estimate(past, 'nieuwbouw-aanjagen'));
  });
});

test('one place that makes no clear choice leaves an opgave possible, several together take it up', () => {
  const { clear, possible } = engine.recogniser.model.opgaven;
  const weak = (k: number): string => `In wijk ${k} verdienen mantelzorgers aandacht.`;
  const states = [1, 8].map((times) => {
    const { coverage, mentions } = analyse(engine, Array.from({ length: times }, (_, k) => weak(k)).join('\n\n'));
    for (const { id, strength } of mentions)
      if (id === 'juiste-zorg-juiste-plek') {
        expect(strength).toBeLessThan(clear);
        expect(strength).toBeGreaterThan(possible);
      }
    return coverage.find(({ opgave }) => opgave === 'juiste-zorg-juiste-plek')!.state;
  });
  expect(states).toEqual(['mogelijk', 'opgepakt']);
});
