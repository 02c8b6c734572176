import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layered } from '../../../server/src/core/configuration.js';
import { choicesAt } from '../../../server/src/core/features/fixes/choices.js';
import { hover } from '../../../server/src/core/features/hover.js';
import { lensesOf } from '../../../server/src/core/features/lenses.js';
import { referencesTo } from '../../../server/src/core/features/references.js';
import { fixesFor, safeFixes } from '../../../server/src/core/rules/registry.js';
import { analyse, checkProgramme, coverageOfProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { runs } from '../runs.js';
import { markdown } from './texts.js';

const engine = createEngine(builtinStudy);
const KEY = 'a.md';

/** All that is said of places in a text, by whom. */
function saidOf(text: string, places: readonly number[]): Record<string, unknown> {
  const analysis = analyse(engine, text);
  const documents = [{ key: KEY, analysis }];
  const configuration = layered();
  const programme = coverageOfProgramme(documents, configuration);
  const checked = checkProgramme([engine], documents, configuration).get(KEY)!;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const context = {
    study: engine.study,
    studies: [engine.study],
    analysis,
    configuration,
    programme,
    document: KEY,
    lineOf,
  };
  const hoverContext = {
    study: engine.study,
    studies: [engine.study],
    programme,
    municipality: 'Zaanstad',
    lineOf,
    document: KEY,
    links: () => [],
    silentWords: [],
  };
  const { blocks, mentions, citations, footnotes, directives, frontMatter, coverage } = analysis;
  return {
    blocks,
    mentions,
    citations,
    footnotes,
    directives,
    frontMatter,
    coverage: coverage.map(({ evidence, raisedBy }) => ({ evidence, raisedBy })),
    checked,
    fixes: checked.findings.map((finding) => fixesFor(context, finding)),
    safe: safeFixes(context, checked.findings),
    lenses: lensesOf(engine.study, analysis, programme),
    references: mentions.map(({ id }) => referencesTo(documents, [id])),
    hovers: places.map((place) => hover(hoverContext, analysis, place)),
    choices: places.map((place) => choicesAt(context, place)),
  };
}

/** Every range in it: pairs of `from` and `to`, and flat lists of offsets. */
function* rangesIn(value: unknown, path: string): Generator<[path: string, from: number, to: number]> {
  if (typeof value !== 'object' || value === null) return;
  const { from, to } = value as { from?: unknown; to?: unknown };
  if (typeof from === 'number' && typeof to === 'number') yield [path, from, to];
  for (const [key, inner] of Object.entries(value)) {
    if ((key === 'spans' || key === 'skip') && Array.isArray(inner))
      for (let k = 0; k < inner.length; k += 2) yield [`${path}.${key}`, inner[k], inner[k + 1]];
    else yield* rangesIn(inner, Array.isArray(value) ? path : `${path}.${key}`);
  }
}

/** Whether an offset parts the two halves of a character. */
const parts = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

test('every range that anything speaks of lies inside the document and parts no character', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(markdown(), fc.array(fc.nat(), { maxLength: 6 }), (text, places) => {
      // An offset within a character is none that an editor sends.
      const offsets = places.map((place) => place % (text.length + 1)).filter((at) => !parts(text, at));
      for (const [path, from, to] of rangesIn(saidOf(text, offsets), '')) {
        seen.add(path.split('.')[1]!);
        expect(from, path).toBeGreaterThanOrEqual(0);
        expect(to, path).toBeGreaterThanOrEqual(from);
        expect(text.length, path).toBeGreaterThanOrEqual(to);
        expect([path, parts(text, from), parts(text, to)]).toEqual([path, false, false]);
      }
    }),
    runs(150),
  );
  // The texts do make something of everything.
  for (const kind of ['blocks', 'mentions', 'citations', 'checked', 'fixes', 'lenses', 'hovers', 'directives'])
    expect([...seen]).toContain(kind);
});
