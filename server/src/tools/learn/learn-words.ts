import { shareOfHeading } from '../../core/recognition/headings-above.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import { featureOfHit, featuresOfForm, OF_LEAD_IN, repeated, shareOf } from '../../core/recognition/words.js';
import { STEP } from '../../core/study/learned.js';
import type { CodedWord } from './coded-words.js';
import type { CodedDocument } from './corpus.js';
import { fit, Matrix } from './logistic.js';
import { codesOf, type LabelTruth, type Place, type Places } from './places.js';

/**
 * What is seen in fewer documents than this has no weight, unless it was coded by itself: then no text can be read back from
 * what is learned.
 */
const LEAST_DOCUMENTS = 3;
const SHRINK = 0.05;
/** A rare feature counts more where it stands: by so much of the logarithm of how rare it is. */
const RARITY = 0.18;
/** How a word begins or ends is held firmer than the word itself: it counts for so much of it. */
const OF_AFFIX = 0.6;
const ROUNDS = 30;
/** Where a label starts is hardly held to 0. */
const SHRINK_BIAS = 0.001;
/** How a word begins or ends says something apart from the word where so many coded words do. */
const LEAST_WORDS = 2;
const isAffix = (feature: string): boolean => /^[pq] /.test(feature);
/** What a word that was coded by itself counts for beside a passage: there are many, and judged apart from any text. */
const OF_WORD = 0.2;
/** It stands as in a passage of hardly two words. */
const SHARE_OF_WORD = 0.8;
/** So many features a label keep their weight: those that move most passages. */
export const KEPT = 5000;

/** Weights of words in steps: per feature pairs of a place among the labels and a weight. */
export interface LearnedWords {
  readonly bias: number[];
  readonly features: Record<string, number[]>;
  /** What they say in every place that was asked for, by place and label. */
  readonly said: Float32Array;
}

/** The words of every place as rows of numbers, ready to be learned from again and again. */
export class WordLesson {
  readonly names: readonly string[];
  /** Rows of all places, and behind them those of the forms of coded words. */
  private readonly matrix: Matrix;
  /** By label what those rows are to be. */
  private readonly truths: ReadonlyMap<number, LabelTruth>;
  /** How many coded places each feature stands in; one that stands in coded words alone in one. */
  private readonly seen: Int32Array;

  constructor(
    recogniser: Recogniser,
    documents: readonly CodedDocument[],
    private readonly places: Places,
    coded: readonly CodedWord[],
    readonly labels: readonly number[],
  ) {
    const own = places.all.map((place) => ownFeatures(recogniser, documents, place));
    const rows = places.all.map((place) => inContext(place, own, places.all));
    const documentsOf = new Map<string, Set<number>>();
    const seen = new Map<string, number>();
    for (const [i, place] of places.all.entries()) {
      if (!place.isCoded) continue;
      for (const feature of rows[i]!.keys()) {
        const known = documentsOf.get(feature) ?? new Set<number>();
        documentsOf.set(feature, known.add(place.document));
        seen.set(feature, (seen.get(feature) ?? 0) + 1);
      }
    }
    const words = coded.flatMap((word) =>
      word.forms.map((form) => ({ word, features: [...new Set(featuresOfForm(form))] })),
    );
    const inWords = new Map<string, number>();
    for (const { features } of words)
      for (const feature of features) inWords.set(feature, (inWords.get(feature) ?? 0) + 1);
    const isLearned = (feature: string): boolean =>
      (documentsOf.get(feature)?.size ?? 0) >= LEAST_DOCUMENTS ||
      (inWords.get(feature) ?? 0) >= (isAffix(feature) ? LEAST_WORDS : 1);
    this.names = [...new Set([...documentsOf.keys(), ...inWords.keys()])].filter(isLearned).sort();
    const columns = new Map(this.names.map((name, i) => [name, i]));
    this.seen = Int32Array.from(this.names, (name) => seen.get(name) ?? 1);
    const bias = this.names.length;
    const numbered = (row: Iterable<readonly [name: string, value: number]>): [number, number][] => [
      ...[...row].flatMap(([name, value]): [number, number][] => {
        const column = columns.get(name);
        return column === undefined ? [] : [[column, value * this.rarity(column)]];
      }),
      [bias, 1],
    ];
    this.matrix = new Matrix(
      [...rows.map(numbered), ...words.map(({ features }) => numbered(features.map((name) => [name, SHARE_OF_WORD])))],
      bias + 1,
    );
    const codes = new Map([...codesOf(recogniser, 'themes'), ...codesOf(recogniser, 'opgaven')]);
    this.truths = new Map(
      labels.map((label) => {
        const { y, weight } = places.taken.get(label)!;
        const said = words.map(({ word }) => Math.max(...codes.get(label)!.map((code) => word.shares.get(code) ?? 0)));
        return [
          label,
          {
            y: Float32Array.from([...y.subarray(0, rows.length), ...said]),
            weight: Float32Array.from([...weight.subarray(0, rows.length), ...said.map(() => OF_WORD)]),
          },
        ];
      }),
    );
  }

  private rarity(column: number): number {
    const coded = this.places.all.length;
    const held = isAffix(this.names[column]!) ? OF_AFFIX : 1;
    return held * RARITY * Math.log((coded + 1) / (this.seen[column]! + 1));
  }

  /** Learns from the places that `use` admits, and says what was learned in those that `tell` asks for. */
  learn(use: (place: Place) => boolean, tell: (place: Place) => boolean): LearnedWords {
    const { matrix, names, labels, places } = this;
    const bias = names.length;
    const shrink = new Float64Array(bias + 1).fill(SHRINK);
    shrink[bias] = SHRINK_BIAS;
    const rows = places.all.flatMap((place) => (place.isCoded && use(place) ? place.number : []));
    const words = Array.from({ length: matrix.height - places.all.length }, (_, i) => places.all.length + i);
    const found: LearnedWords = { bias: [], features: {}, said: new Float32Array(places.all.length * labels.length) };
    for (const [at, label] of labels.entries()) {
      const weights = fit(matrix, this.truths.get(label)!, [...rows, ...words], shrink, ROUNDS, 1e-4);
      const steps = names.map((_, i) => Math.round((weights[i]! * this.rarity(i)) / STEP));
      const kept = names
        .flatMap((_, i) => (steps[i] === 0 ? [] : i))
        .map((i) => [i, Math.abs(weights[i]! * this.rarity(i)) * Math.sqrt(this.seen[i]!)] as const)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, KEPT);
      const rounded = new Float64Array(bias + 1);
      for (const [i] of kept) {
        rounded[i] = (steps[i]! * STEP) / this.rarity(i);
        found.features[names[i]!] ??= [];
        found.features[names[i]!]!.push(at, steps[i]!);
      }
      const start = Math.round((weights[bias]! + this.shift(rows, label, weights, rounded)) / STEP);
      found.bias.push(start);
      rounded[bias] = start * STEP;
      for (const place of places.all)
        if (tell(place)) found.said[place.number * labels.length + at] = matrix.row(place.number, rounded);
    }
    return found;
  }

  /** What the start of a label has to make good for what was left out, so that as much is expected in all as there is. */
  private shift(rows: readonly number[], label: number, weights: Float64Array, rounded: Float64Array): number {
    const { matrix } = this;
    const { weight } = this.truths.get(label)!;
    const bias = weights.length - 1;
    const before = rows.map((r) => matrix.row(r, weights));
    const after = rows.map((r) => matrix.row(r, rounded) + weights[bias]!);
    const expected = (z: readonly number[], by: number): number =>
      z.reduce((sum, one, i) => sum + weight[rows[i]!]! / (1 + Math.exp(-one - by)), 0);
    const goal = expected(before, 0);
    let [low, high] = [-3, 3];
    for (let round = 0; round < 20; round++) {
      const middle = (low + high) / 2;
      if (expected(after, middle) < goal) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}

interface Own {
  readonly features: ReadonlyMap<string, number>;
  readonly size: number;
}

/** The features of a block's own words. */
function ownFeatures(
  { labels }: Recogniser,
  documents: readonly CodedDocument[],
  { document, block, context }: Place,
): Own {
  const times = new Map<string, number>();
  for (const sentence of documents[document]!.sentences[block]!)
    for (const form of sentence) times.set(form, (times.get(form) ?? 0) + 1);
  const features = new Map<string, number>();
  let size = 0;
  for (const [form, n] of times) {
    const found = featuresOfForm(form);
    if (found.length === 0) continue;
    const counted = repeated(n);
    size += counted * counted;
    for (const feature of found) features.set(feature, (features.get(feature) ?? 0) + counted);
  }
  for (const hit of context.own.counts.labels) {
    const feature = featureOfHit(labels.ids[hit.label]!, hit);
    features.set(feature, repeated(hit.strong + hit.weak));
  }
  return { features, size };
}

/** The same with what the headings above it and its introduction add. */
function inContext({ context, number, first }: Place, own: readonly Own[], all: readonly Place[]): Map<string, number> {
  const found = new Map(own[number]!.features);
  let { size } = own[number]!;
  const numberOf = (other: Place['context']): number => {
    for (let i = number; i >= first; i--) if (all[i]!.context === other) return i;
    throw new Error('what stands above a block stands before it');
  };
  const add = (other: Place['context'], part: number): void => {
    const { features, size: more } = own[numberOf(other)]!;
    for (const [feature, value] of features) found.set(feature, (found.get(feature) ?? 0) + part * value);
    size += part * part * more;
  };
  for (const [i, heading] of context.headings.entries()) add(heading, shareOfHeading(heading, i));
  if (context.leadIn) add(context.leadIn, OF_LEAD_IN);
  const share = shareOf(size);
  for (const [feature, value] of found) found.set(feature, value * share);
  return found;
}
