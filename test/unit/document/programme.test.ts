import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, type OpgaveCoverage } from '../../../server/src/core/coverage/coverage.js';
import { programmeCoverage } from '../../../server/src/core/coverage/programme.js';
import type { CoverageState } from '../../../server/src/core/coverage/states.js';
import type { Mention } from '../../../server/src/core/recognition/mentions.js';
import { analyse, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { sourceOf } from './batch.js';
import { programme } from './texts.js';

const engine = createEngine(builtinStudy);

/** What the clearest of all places says, where documents take an opgave up and stand against it. */
function stateByPlaces(members: readonly OpgaveCoverage[]): CoverageState | undefined {
  const isOpposed = members.some(({ opposed }) => opposed);
  if (!members.some(({ evident }) => evident === 'clear')) return isOpposed ? 'anders' : undefined;
  const [clearest] = members.flatMap(({ clearest }) => clearest ?? []).sort((a, b) => b.strength - a.strength);
  return isOpposed && clearest?.stance === 'anders' ? 'anders' : 'opgepakt';
}

const AGAINST = [
  '',
  '---\nopgavenwijzer:\n  kiest-anders:\n    - woonruimte-zonder-bijbouwen\n---\n\n',
  '---\nopgavenwijzer:\n  wel-opgepakt:\n    - woonruimte-zonder-bijbouwen\n---\n\n',
  'Wij willen geen woningen splitsen, optoppen of delen.\n\n',
  'Wij splitsen woningen en maken optoppen en woningdelen makkelijker [@trendstudie:woonruimte-zonder-bijbouwen].\n\n',
];

const OPGAVE = 'woonruimte-zonder-bijbouwen';
const place = (from: number, strength: number, stance: 'opgepakt' | 'anders'): Mention => ({
  kind: 'opgave',
  id: OPGAVE,
  block: from,
  from,
  to: from + 1,
  spans: [],
  strength,
  certain: stance === 'anders',
  possible: true,
  clear: false,
  stance,
});
const WEAK = [place(0, 0.38, 'opgepakt'), place(1, 0.38, 'opgepakt'), place(2, 0.38, 'opgepakt')];

test.each([
  ['in another document', 'opgepakt', [WEAK, [place(3, 0.2, 'anders')]]],
  ['in the same', 'opgepakt', [[...WEAK, place(3, 0.2, 'anders')]]],
  ['in another document, and clearer', 'anders', [WEAK, [place(3, 0.5, 'anders')]]],
  ['in the same, and clearer', 'anders', [[...WEAK, place(3, 0.5, 'anders')]]],
])('what is clear by weak places together, with a stand against it %s', (_, state, documents) => {
  const members = documents.map((mentions, i) => {
    const source = { ...sourceOf(mentions, []), support: () => 0 };
    return [`${i}.md`, coverageOf(engine.study, source, { leftOut: [], verdicts: [] })] as const;
  });
  const joined = programmeCoverage(members).get(OPGAVE)!;
  expect(joined.state).toBe(state);
  expect(joined.clearest).toEqual(joined.evidence[0]);
  expect(joined.clearest!.stance).toBe(state);
});

test('where documents disagree the clearest place of all decides', () => {
  const text = fc.tuple(fc.constantFrom(...AGAINST), programme(20)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const documents = texts.map((text, i) => [`${i}.md`, analyse(engine, text).coverage] as const);
      const joined = [...programmeCoverage(documents).values()];
      for (const [i, { state }] of joined.entries()) {
        const expected = stateByPlaces(documents.map(([, coverage]) => coverage[i]!));
        if (expected !== undefined) expect(state).toBe(expected);
      }
    }),
    runs(15),
  );
});
