import { coverageOf, sourceOf } from '../../core/coverage/coverage.js';
import { type Mention, mentionsFrom, movedMention } from '../../core/recognition/mentions.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import type { BothThresholds } from '../../core/study/learned.js';
import type { CodedDocument, Unit } from './corpus.js';
import { codesOf, type Example, type Kind } from './examples.js';
import { applySecond, type Lesson } from './learn.js';
import { addScore, f1, type Measured, measure, noScore, precision, recall, type Score } from './measure.js';

/** Estimates of every document by what was learned from the others. */
export interface LeftOut {
  /** First and second estimates by kind, in the order of the lesson's examples. */
  readonly first: Record<Kind, Float64Array>;
  readonly second: Record<Kind, Float64Array>;
  /** The examples of the second estimate. */
  readonly surrounded: Record<Kind, Example[]>;
}

/** Estimates every document with weights that were learned without it. */
export function leaveOneOut(lesson: Lesson): LeftOut {
  const first = {} as Record<Kind, Float64Array>;
  const second = {} as Record<Kind, Float64Array>;
  const surrounded = {} as Record<Kind, Example[]>;
  const coded = lesson.documents.flatMap(({ units }, i) => (units.length > 0 ? i : []));
  for (const kind of ['themes', 'opgaven'] as const) {
    const examples = lesson.examples[kind];
    first[kind] = new Float64Array(examples.length);
    for (const document of coded) {
      const p = lesson.applyFirst(
        kind,
        lesson.first(kind, (other) => other !== document),
      );
      for (const [i, example] of examples.entries()) if (example.document === document) first[kind][i] = p[i]!;
    }
  }
  for (const kind of ['themes', 'opgaven'] as const) {
    const examples = lesson.examples[kind];
    surrounded[kind] = lesson.surrounded(kind, first[kind], kind === 'themes' ? first.opgaven : second.themes);
    second[kind] = new Float64Array(examples.length);
    for (const document of coded) {
      const p = applySecond(
        surrounded[kind],
        lesson.second(surrounded[kind], (other) => other !== document),
      );
      for (const [i, example] of examples.entries()) if (example.document === document) second[kind][i] = p[i]!;
    }
  }
  return { first, second, surrounded };
}

/** Below this an opgave is not even possibly taken up. */
const POSSIBLE = 0.06;

/** One document with its estimates, ready to be measured under any thresholds. */
interface Estimated {
  readonly document: CodedDocument;
  readonly estimates: readonly ReadonlyMap<number, number>[];
}

/** Estimates by block, for each document. */
export function estimatesOf(lesson: Lesson, leftOut: LeftOut): Estimated[] {
  const estimates = lesson.documents.map(({ blocks }) => blocks.map(() => new Map<number, number>()));
  for (const kind of ['themes', 'opgaven'] as const)
    for (const [i, { document, block, label }] of lesson.examples[kind].entries())
      estimates[document]![block]!.set(label, leftOut.second[kind][i]!);
  return lesson.documents.map((document, i) => ({ document, estimates: estimates[i]! }));
}

/** Thresholds that serve these documents best: paragraph and coverage of the document weigh alike. */
export function chooseThresholds(recogniser: Recogniser, documents: readonly Estimated[]): BothThresholds {
  const totalUnder = (thresholds: BothThresholds): Measured => {
    const total = { themes: noScore(), opgaven: noScore(), coverage: noScore() };
    for (const estimated of documents) {
      const { themes, opgaven, coverage } = measuredWhole(recogniser, estimated, thresholds);
      addScore(total.themes, themes);
      addScore(total.opgaven, opgaven);
      addScore(total.coverage, coverage);
    }
    return total;
  };
  const certain = highest((at) => {
    const { opgaven, coverage } = totalUnder({
      themes: { certain: 1, possible: 1 },
      opgaven: { certain: at, possible: at },
    });
    return f1(opgaven) + f1(coverage);
  }, AS_GOOD);
  const opgaven = { certain, possible: POSSIBLE };
  // An opgave that is taken up raises its theme: with that in sight the threshold of themes is chosen.
  const theme = highest((at) => f1(totalUnder({ themes: { certain: at, possible: at }, opgaven }).themes));
  return { themes: { certain: theme, possible: theme }, opgaven };
}

const wholes = new WeakMap<Estimated, Map<string, Measured>>();

/** A whole document measured; remembered, for each document left out asks the same of all others. */
function measuredWhole(recogniser: Recogniser, estimated: Estimated, thresholds: BothThresholds): Measured {
  const known = wholes.get(estimated) ?? new Map<string, Measured>();
  wholes.set(estimated, known);
  const key = `${thresholds.themes.certain} ${thresholds.opgaven.certain}`;
  let measured = known.get(key);
  if (!measured) {
    measured = measureEstimated(recogniser, estimated, thresholds, () => true);
    known.set(key, measured);
  }
  return measured;
}

/** Thresholds that serve this nearly as well serve as well. Of those the lowest: what counts wrongly is shown with its words, what is missed is not. */
const AS_GOOD = 0.003;

/**
 * Where a value is highest, by the mean of three neighbouring steps: one lucky step is no threshold.
 * @param within the first step that comes so near to the highest is taken for it
 */
function highest(value: (at: number) => number, within = 0): number {
  const steps = Array.from({ length: 26 }, (_, i) => (10 + 2 * i) / 100);
  const values = steps.map(value);
  const smooth = values.map(
    (v, i) => (values[Math.max(0, i - 1)]! + v + values[Math.min(values.length - 1, i + 1)]!) / 3,
  );
  const best = Math.max(...smooth);
  return steps[smooth.findIndex((v) => v >= best - within)]!;
}

export function mentionsIn(
  recogniser: Recogniser,
  { document, estimates }: Estimated,
  thresholds: BothThresholds,
): Mention[] {
  return estimates.flatMap((estimate, i) =>
    mentionsFrom(recogniser, thresholds, document.contexts[i]!.own, estimate).map((mention) =>
      movedMention(mention, document.blocks[i]!.from, i),
    ),
  );
}

export function measureEstimated(
  recogniser: Recogniser,
  estimated: Estimated,
  thresholds: BothThresholds,
  counts: (unit: Unit) => boolean,
): Measured {
  return measure(recogniser.study, estimated.document, mentionsIn(recogniser, estimated, thresholds), counts);
}

export interface Alarms {
  /** Opgaven that the readings saw taken up, and how many of those would be reported as missing. */
  takenUp: number;
  false: number;
  reported: number;
}

export interface Result extends Measured {
  readonly name: string;
  readonly units: number;
  readonly alarms: Alarms;
}

/** What differs from the readings: one line per label of a passage, for reading. */
export function* errorsIn(lesson: Lesson, only: (name: string) => boolean): Generator<string> {
  const { recogniser } = lesson;
  const all = estimatesOf(lesson, leaveOneOut(lesson));
  const thresholds = chooseThresholds(recogniser, all);
  for (const { document, estimates } of all) {
    if (!only(document.name)) continue;
    for (const unit of document.units) {
      for (const block of unit.blocks) {
        const { from, to } = document.blocks[block]!;
        const text = document.text.slice(from, to).replace(/\s+/g, ' ');
        for (const kind of ['themes', 'opgaven'] as const) {
          const coded = kind === 'themes' ? unit.themes : unit.opgaven;
          const maybe = kind === 'themes' ? unit.themesMaybe : unit.opgavenMaybe;
          for (const [label, codes] of codesOf(recogniser, kind)) {
            const p = estimates[block]!.get(label) ?? 0;
            const is = codes.some((code) => coded.has(code));
            if (p >= thresholds[kind].certain === is || codes.some((code) => maybe.has(code))) continue;
            yield [
              kind,
              `${is ? '-' : '+'}${recogniser.labels.ids[label]}`,
              p.toFixed(2),
              `${document.name}:${unit.from + 1}`,
              text,
            ].join('\t');
          }
        }
      }
    }
  }
}

/** Measures every document on what was learned from the others, thresholds too. */
export function evaluate(lesson: Lesson, counts: (unit: Unit) => boolean): Result[] {
  const { recogniser } = lesson;
  const all = estimatesOf(lesson, leaveOneOut(lesson));
  return all.flatMap((estimated): Result[] => {
    const { document } = estimated;
    const units = document.units.filter(counts).length;
    if (units === 0) return [];
    const thresholds = chooseThresholds(
      recogniser,
      all.filter((other) => other !== estimated && other.document.units.length > 0),
    );
    const mentions = mentionsIn(recogniser, estimated, thresholds);
    const measured = measure(recogniser.study, document, mentions, counts);
    return [{ name: document.name, units, ...measured, alarms: alarmsOf(recogniser, document, mentions, counts) }];
  });
}

export function alarmsOf(
  { study }: Recogniser,
  { units }: CodedDocument,
  mentions: readonly Mention[],
  counts: (unit: Unit) => boolean,
): Alarms {
  const missing = coverageOf(study, sourceOf(mentions, []), { leftOut: [], verdicts: [] }).filter(
    ({ state }) => state === 'ontbreekt',
  );
  const takenUp = new Set(units.filter(counts).flatMap(({ opgaven }) => [...opgaven]));
  const wrongly = missing.filter(({ opgave }) => study.opgave(opgave)!.inventory.some((code) => takenUp.has(code)));
  return { takenUp: takenUp.size, false: wrongly.length, reported: missing.length };
}

/** A table that can be compared from commit to commit. */
export function table(results: readonly Result[]): string {
  const total: Result = {
    name: 'totaal',
    units: results.reduce((sum, { units }) => sum + units, 0),
    themes: noScore(),
    opgaven: noScore(),
    coverage: noScore(),
    alarms: { takenUp: 0, false: 0, reported: 0 },
  };
  for (const { themes, opgaven, coverage, alarms } of results) {
    addScore(total.themes, themes);
    addScore(total.opgaven, opgaven);
    addScore(total.coverage, coverage);
    total.alarms.takenUp += alarms.takenUp;
    total.alarms.false += alarms.false;
    total.alarms.reported += alarms.reported;
  }
  const percent = (x: number): string => (100 * x).toFixed(1).padStart(5);
  const cells = (score: Score): string =>
    `${percent(precision(score))} ${percent(recall(score))} ${percent(f1(score))}`;
  const width = Math.max(...results.map(({ name }) => name.length), 'document'.length) + 2;
  const line = ({ name, units, themes, opgaven, coverage, alarms }: Result): string =>
    `${name.padEnd(width)}${String(units).padStart(5)}  ${cells(themes)}   ${cells(opgaven)}   ${cells(coverage)}   ${`${alarms.false}/${alarms.takenUp}`.padStart(6)} ${String(alarms.reported).padStart(4)}`;
  const head = `${'document'.padEnd(width)}alin.  ${'thema: P     R    F1'.padEnd(17)}   ${'opgave'.padEnd(17)}   ${'dekking'.padEnd(17)}   vals/op gem.`;
  return [head, ...results.map(line), line(total)].join('\n');
}
