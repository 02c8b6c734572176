import { describe, expect, test } from 'vitest';
import { explanations } from '../../server/src/core/features/explanation.js';
import { clarityOf, together } from '../../server/src/core/recognition/mentions.js';
import { featuresOfForm } from '../../server/src/core/recognition/words.js';
import { analyse, createEngine } from '../../server/src/core/service.js';
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

  test('where they answer a statement, it counts in full; the same words as a title do not', () => {
    const answer = 'Daar zijn wij voor. De gemeente wijst er plekken voor aan, samen met omwonenden.';
    const below = (heading: string) => estimate(`## ${heading}\n\n${answer}`, 'energietransitie');
    const [statement, title] = ['In de polder moeten windmolens komen.', 'In de polder moeten windmolens komen'];
    expect(below(statement)).toBeGreaterThan(1.05 * below(title));
  });

  test('what a sentence does counts for every opgave', () => {
    const does = 'Wij bouwen woningen voor starters en voor ouderen.';
    const past = 'Er werden vroeger woningen gebouwd voor starters en voor ouderen.';
    expect(estimate(does, 'nieuwbouw-aanjagen')).toBeGreaterThan(estimate(past, 'nieuwbouw-aanjagen'));
  });
});

describe('places that make no clear choice', () => {
  const weak = -Math.log(1 - 0.4);
  const of = (places: readonly number[]) => clarityOf(together(places, (evidence) => evidence));

  test('leave an opgave possible, alone', () => expect(of([weak])).toBe('possible'));
  test('take it up together', () => expect(of([weak, weak])).toBe('clear'));
  test('say nothing where there are none', () => expect(of([])).toBe('no'));
});

test('a question makes no choice, the plan that answers it does', () => {
  const { certain, possible } = engine.recogniser.model.opgaven;
  expect(estimate('Hoe bouwen wij meer woningen voor starters?', 'nieuwbouw-aanjagen')).toBeLessThan(possible);
  expect(estimate('Wij bouwen meer woningen voor starters.', 'nieuwbouw-aanjagen')).toBeGreaterThan(certain);
});

test('every word that weighs is shown, and so is what the sentence does', () => {
  const analysis = analyse(engine, 'Wij planten bomen in de straten en vangen regenwater op.');
  const found = explanations(engine, analysis, 0).find(({ verdict }) =>
    verdict.startsWith('Opgepakt: Klimaatadaptatie'),
  )!;
  expect(found.figures.join('\n')).toMatch(/woorden: .*‘bomen’ [+−]\d/);
});
