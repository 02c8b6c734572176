import type { CodedDocument, Source, Unit } from './corpus.js';
import type { Estimate, Lesson } from './lesson.js';
import {
  addMeasured,
  f1,
  type Judged,
  judge,
  type Measured,
  measure,
  nothingMeasured,
  precision,
  recall,
  type Score,
  type Thresholds,
} from './measure.js';

/** Chosen for what people see, not for a score: {@link Thresholds.clear} so that 88 of 100 hold among the first three. */
export const CLEAR = 0.82;
/** So many of what is called a stand against an opgave hold. */
const AGAINST_HOLDS = 0.7;
const STEPS = Array.from({ length: 31 }, (_, i) => (10 + 2 * i) / 100);

/** Passages of one kind of reading. */
export interface Column {
  readonly name: string;
  readonly counts: (document: CodedDocument, unit: Unit) => boolean;
}

const isAnswers = ({ name }: CodedDocument): boolean => name.endsWith('stemwijzer');

export const COLUMNS: readonly Column[] = [
  { name: 'twee lezingen', counts: (_, { source }) => source === 'gold' },
  { name: 'met tekens', counts: (_, { source }) => source === 'stance' },
  { name: 'antwoorden', counts: (document, { source }) => isAnswers(document) && source !== 'gold' },
  { name: 'verzonnen', counts: (_, { source }) => source === 'made-up' },
];

/** What is estimated, by document and block. */
export function byBlock(lesson: Lesson, estimates: readonly Estimate[]): ReadonlyMap<number, readonly Estimate[]>[] {
  const found = lesson.documents.map(() => new Map<number, Estimate[]>());
  for (const estimate of estimates) {
    const { document, block } = estimate.place;
    const list = found[document]!.get(block);
    if (list) list.push(estimate);
    else found[document]!.set(block, [estimate]);
  }
  return found;
}

/** Passages of one document on which thresholds are chosen. */
export interface ForThresholds {
  readonly passages: readonly Judged[];
  /** Those with signs, made-up ones too: stands against are rare. */
  readonly signed: readonly Judged[];
}

/** Thresholds that serve these documents best: passages, and what documents take up, weigh alike. */
export function chooseThresholds(documents: readonly ForThresholds[]): Thresholds {
  const total = (thresholds: Partial<Thresholds>, of: keyof ForThresholds = 'passages'): Measured => {
    const sum = nothingMeasured();
    for (const document of documents)
      addMeasured(sum, measure(document[of], { themes: 2, certain: 2, clear: 2, about: 2, against: 2, ...thresholds }));
    return sum;
  };
  const holds = (at: number): number => precision(total({ against: at }, 'signed').otherwise);
  const against = STEPS.find((at) => holds(at) >= AGAINST_HOLDS) ?? STEPS.at(-1)!;
  const certain = highest((at) => {
    const { opgaven, coverage } = total({ certain: at });
    return f1(opgaven) + f1(coverage);
  }, AS_GOOD);
  const about = 0.5;
  const themes = highest((at) => f1(total({ themes: at, certain, about }).themes));
  return { themes, certain, clear: CLEAR, about, against };
}

/** Thresholds of opgaven that serve this nearly as well serve as well. Of those the highest: a verdict that does not convince costs more than none. */
const AS_GOOD = 0.002;

/**
 * Where a value is highest, by the mean of three neighbouring steps: one lucky step is no threshold.
 * @param within the last step that comes so near to the highest is taken for it
 */
function highest(value: (at: number) => number, within = 0): number {
  const values = STEPS.map(value);
  const smooth = values.map(
    (v, i) => (values[Math.max(0, i - 1)]! + v + values[Math.min(values.length - 1, i + 1)]!) / 3,
  );
  const best = Math.max(...smooth);
  return STEPS[smooth.findLastIndex((v) => v >= best - within)]!;
}

/** The passages of real documents, of made-up ones where there are none, by document: on them thresholds are chosen. */
export function judgedForThresholds(lesson: Lesson, estimates: readonly Estimate[]): ForThresholds[] {
  const blocks = byBlock(lesson, estimates);
  const has = ({ units }: CodedDocument, source: Source): boolean => units.some((unit) => unit.source === source);
  const real = lesson.documents.some((document) => has(document, 'gold') || has(document, 'stance'));
  return lesson.documents.map((document, i) => {
    const best = has(document, 'gold') ? 'gold' : real ? 'stance' : 'made-up';
    const of = (...sources: Source[]): Judged[] =>
      judge(lesson.recogniser, document, blocks[i]!, ({ source }) => sources.includes(source));
    return { passages: of(best), signed: of('stance', 'made-up') };
  });
}

/** Thresholds by document, chosen on the documents of other parts. */
export function thresholdsByDocument(lesson: Lesson, estimates: readonly Estimate[]): Thresholds[] {
  const { part } = lesson;
  const judged = judgedForThresholds(lesson, estimates);
  const ofPart = new Map([...new Set(part)].map((p) => [p, chooseThresholds(judged.filter((_, i) => part[i] !== p))]));
  return Array.from(part, (p) => ofPart.get(p)!);
}

/** Measures every document on what was learned from others, thresholds too. */
export function evaluate(
  lesson: Lesson,
  estimates: readonly Estimate[],
): Map<string, Measured & { passages: number; themeAt: number; at: number }> {
  const { recogniser } = lesson;
  const blocks = byBlock(lesson, estimates);
  const thresholds = thresholdsByDocument(lesson, estimates);
  const results = new Map<string, Measured & { passages: number; themeAt: number; at: number }>();
  for (const { name, counts } of COLUMNS) {
    const sum = { ...nothingMeasured(), passages: 0, themeAt: thresholds[0]!.themes, at: thresholds[0]!.certain };
    for (const [i, document] of lesson.documents.entries()) {
      const judged = judge(recogniser, document, blocks[i]!, (unit) => counts(document, unit));
      if (judged.length === 0) continue;
      sum.passages += judged.length;
      addMeasured(sum, measure(judged, thresholds[i]!));
    }
    if (sum.passages > 0) results.set(name, sum);
  }
  return results;
}

const percent = (x: number): string => (100 * x).toFixed(1);

/** A table that can be compared from commit to commit. */
export function table(results: ReturnType<typeof evaluate>): string {
  const cells = (score: Score): string =>
    `P ${percent(precision(score))} R ${percent(recall(score))} F1 ${percent(f1(score))}`;
  const share = (part: number, all: number): string => (all === 0 ? '–' : `${percent(part / all)} (${all})`);
  return [...results]
    .map(([name, { passages, themes, opgaven, coverage, otherwise, named, clear, strength, themeAt, at }]) =>
      [
        `${name}: ${passages} alinea's (grens ${at}, thema ${themeAt})`,
        `  thema per alinea         ${cells(themes)}`,
        `  opgave per alinea        ${cells(opgaven)}`,
        `  opgaven van het document ${cells(coverage)}`,
        `  kiest anders             ${cells(otherwise)}`,
        `  alleen genoemd, toch opgepakt geteld ${share(named.counted, named.all)}`,
        `  eerste drie duidelijke plaatsen die kloppen ${share(clear.right, clear.all)}`,
        `  sterkte: ${strength
          .map(({ all, right }, i) => (all === 0 ? '' : `0,${i}: ${percent(right / all)} (${all})`))
          .filter(Boolean)
          .join('  ')}`,
      ].join('\n'),
    )
    .join('\n');
}
