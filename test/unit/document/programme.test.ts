import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpgaveCoverage } from '../../../server/src/core/coverage/coverage.js';
import { programmeCoverage } from '../../../server/src/core/coverage/programme.js';
import type { CoverageState } from '../../../server/src/core/coverage/states.js';
import { analyse, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { programme } from './texts.js';

const engine = createEngine(builtinStudy);

/** What the clearest of all places says, where documents take an opgave up and stand against it. */
function stateByPlaces(members: readonly OpgaveCoverage[]): CoverageState | undefined {
  const isClear = (of: 'evident' | 'opposed') => members.some((member) => member[of] === 'clear');
  if (!isClear('evident')) return isClear('opposed') ? 'anders' : undefined;
  const [clearest] = members.flatMap(({ clearest }) => clearest ?? []).sort((a, b) => b.strength - a.strength);
  return isClear('opposed') && clearest?.stance === 'anders' ? 'anders' : 'opgepakt';
}

const AGAINST = [
  '',
  '---\nopgavenwijzer:\n  kiest-anders:\n    - woonruimte-zonder-bijbouwen\n---\n\n',
  '---\nopgavenwijzer:\n  wel-opgepakt:\n    - woonruimte-zonder-bijbouwen\n---\n\n',
  'Wij willen geen woningen splitsen, optoppen of delen.\n\n',
  'Wij splitsen woningen en maken optoppen en woningdelen makkelijker [@trendstudie:woonruimte-zonder-bijbouwen].\n\n',
];

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
