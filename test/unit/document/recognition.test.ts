import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/core/analysis.js';
import { LiveDocument } from '../../../server/src/core/document/document.js';
import { explanations } from '../../../server/src/core/features/explanation.js';
import { createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { smallEngine } from '../small-study.js';
import { recognisedAtOnce } from './batch.js';
import { changes, markdown, programme, rangeOf } from './texts.js';

const engine = createEngine(builtinStudy);

/** Questions that a document answers, each as plain data. */
const QUESTIONS = {
  states: ({ coverage }: Analysis) => coverage.map(({ state, evident, raised }) => ({ state, evident, raised })),
  clearest: ({ coverage }: Analysis) => coverage.map(({ clearest }) => clearest),
  raised: ({ coverage }: Analysis) => coverage.map((one) => one.raisedMost(2)),
  evidence: ({ coverage }: Analysis) => coverage.map(({ evidence, raisedBy }) => ({ evidence, raisedBy })),
  mentions: ({ mentions }: Analysis) => mentions,
  oneByOne: (analysis: Analysis) => engine.study.entries.flatMap(({ id }) => analysis.mentionsOf(id)),
  hovers: (analysis: Analysis) => analysis.blocks.map(({ from }) => analysis.at(from)),
  explanations: (analysis: Analysis) => analysis.blocks.map((_, block) => explanations(engine, analysis, block)),
};
type Question = keyof typeof QUESTIONS;
const NAMES = Object.keys(QUESTIONS) as Question[];

const answers = (analysis: Analysis, order: readonly Question[]): object =>
  Object.fromEntries(order.map((name) => [name, QUESTIONS[name](analysis)]));

/** What the same questions find in an analysis of everything at once. */
function answersAtOnce(text: string, analysis: Analysis): object {
  const { mentions, coverage } = recognisedAtOnce(engine, text, analysis);
  const { blocks } = analysis;
  return {
    states: QUESTIONS.states({ ...analysis, coverage }),
    clearest: coverage.map(({ evidence }) => evidence[0]),
    raised: coverage.map(({ raisedBy }) => raisedBy.slice(0, 2)),
    evidence: QUESTIONS.evidence({ ...analysis, coverage }),
    mentions,
    oneByOne: engine.study.entries.flatMap(({ id }) => mentions.filter((mention) => mention.id === id)),
    hovers: blocks.map(({ from }) => {
      const block = blocks.findIndex((other) => from >= other.from && from <= other.to);
      return { block: blocks[block], mentions: mentions.filter((mention) => mention.block === block) };
    }),
  };
}

test('whatever is asked first, and whatever was changed before, the answer is the one that learning and measuring get', () => {
  const order = fc.shuffledSubarray(NAMES, { minLength: NAMES.length });
  const text = fc.oneof(
    programme(),
    fc.tuple(programme(20), markdown(20), programme(20)).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, changes(4), fc.array(order, { minLength: 5, maxLength: 5 }), (before, edits, orders) => {
      let text = before;
      let document = LiveDocument.read([engine], text);
      for (const [i, questions] of orders.entries()) {
        const { explanations: reasons, ...found } = answers(document.analysis(engine), questions) as Record<
          string,
          object
        >;
        const fresh = LiveDocument.read([engine], text).analysis(engine);
        expect(found).toEqual(answersAtOnce(text, fresh));
        expect(reasons).toEqual(QUESTIONS.explanations(fresh));
        const change = edits[i];
        if (!change) break;
        const { from, to } = rangeOf(change, text);
        document = document.edited(from, to, change.text);
        text = text.slice(0, from) + change.text + text.slice(to);
      }
    }),
    runs(60),
  );
});

describe('a title without marks says nothing', () => {
  const title = 'Woningen splitsen en optoppen\n\nHet woningtekort is groot.\n';
  const sentence = 'Wij gaan woningen splitsen en optoppen.\n\nHet woningtekort is groot.\n';
  const of = (text: string) => {
    const analysis = LiveDocument.read([engine], text).analysis(engine);
    const coverage = analysis.coverage.find(({ opgave }) => opgave === 'woonruimte-zonder-bijbouwen')!;
    return { coverage, reasons: explanations(engine, analysis, 0).map(({ verdict }) => verdict) };
  };

  test('of an opgave', () => {
    const { coverage, reasons } = of(title);
    expect(coverage.state).toBe('ontbreekt');
    expect(coverage.evidence).toEqual([]);
    expect(reasons).toEqual([]);
  });

  test('where the same words in a sentence do', () => {
    const { coverage, reasons } = of(sentence);
    expect(coverage.state).toBe('opgepakt');
    expect(coverage.evidence).toHaveLength(1);
    expect(reasons).toContainEqual(expect.stringMatching(/^Opgepakt: /));
  });
});

test('studies side by side find in a document what each finds alone, after changes too', () => {
  const engines = [engine, smallEngine];
  const text = fc.oneof(programme(40), markdown(40));
  fc.assert(
    fc.property(text, changes(4), (before, edits) => {
      let text = before;
      let document = LiveDocument.read(engines, text);
      for (const change of edits) {
        const { from, to } = rangeOf(change, text);
        document = document.edited(from, to, change.text);
        text = text.slice(0, from) + change.text + text.slice(to);
      }
      for (const one of engines) {
        const { mentions, citations, coverage } = document.analysis(one);
        const alone = LiveDocument.read([one], text).analysis(one);
        expect(mentions).toEqual(alone.mentions);
        expect(citations).toEqual(alone.citations);
        expect(coverage.map(({ state }) => state)).toEqual(alone.coverage.map(({ state }) => state));
      }
    }),
    runs(30),
  );
});
