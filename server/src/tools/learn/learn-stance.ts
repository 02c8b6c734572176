import type { Recogniser } from '../../core/recognition/recogniser.js';
import { LAST_SENTENCE } from '../../core/recognition/signal-counts.js';
import {
  BLOCK_FEATURES,
  blockFeatures,
  closed,
  elsewhereFeature,
  firstFeature,
  pairFeature,
  sentencesOf,
  stanceShare,
  wordFeature,
} from '../../core/recognition/stance.js';
import { STEP } from '../../core/study/learned.js';
import type { CodedDocument, Sign } from './corpus.js';
import { fit, Matrix } from './logistic.js';
import type { Place, Places } from './places.js';

const LEAST_DOCUMENTS = 5;
/** What stands with fewer opgaven than this tells what a place is about, not what it does. */
const LEAST_OPGAVEN = 6;
/** What weighs less, in steps, is not kept: it takes more room than it tells. */
const LEAST_STEPS = 3;
const SHRINK = 1;
const ROUNDS = 80;

/** A label in a place, of which is asked what the place does with it. */
export interface Pair {
  readonly place: Place;
  readonly label: number;
}

export interface LearnedStance {
  readonly bias: number;
  readonly features: Record<string, number>;
  /** For every pair, in log-odds. */
  readonly said: Float64Array;
}

/** What the sentences of places do with opgaven, as rows of numbers. */
export class StanceLesson {
  private readonly names: readonly string[];
  private readonly matrix: Matrix;
  private readonly signs: readonly (Sign | undefined)[];
  private readonly weight: Float32Array;

  constructor(
    recogniser: Recogniser,
    documents: readonly CodedDocument[],
    places: Places,
    private readonly pairs: readonly Pair[],
  ) {
    const rows = pairs.map((pair) => featuresOf(recogniser, documents, pair));
    this.signs = pairs.map(({ place, label }) => places.signs.get(place.number)?.get(label));
    this.weight = Float32Array.from(pairs, ({ place }) => (documents[place.document]!.local ? 1 : 0.7));
    const inDocuments = new Map<string, Set<number>>();
    const ofOpgaven = new Map<string, Set<number>>();
    for (const [i, sign] of this.signs.entries()) {
      const { place, label } = pairs[i]!;
      for (const name of sign === undefined ? [] : rows[i]!.keys()) {
        inDocuments.set(name, (inDocuments.get(name) ?? new Set()).add(place.document));
        ofOpgaven.set(name, (ofOpgaven.get(name) ?? new Set()).add(label));
      }
    }
    this.names = [...inDocuments.keys()]
      .filter((name) => inDocuments.get(name)!.size >= LEAST_DOCUMENTS && ofOpgaven.get(name)!.size >= LEAST_OPGAVEN)
      .sort();
    const columns = new Map(this.names.map((name, i) => [name, i]));
    this.matrix = new Matrix(
      rows.map((row) => [
        ...[...row].flatMap(([name, value]): [number, number][] =>
          columns.has(name) ? [[columns.get(name)!, value]] : [],
        ),
        [this.names.length, 1],
      ]),
      this.names.length + 1,
    );
  }

  /**
   * @param use places to learn from
   * @param yes signs that are above zero
   * @param no signs that are below
   */
  learn(use: (place: Place) => boolean, yes: readonly Sign[], no: readonly Sign[]): LearnedStance {
    const { matrix, names, pairs, signs, weight } = this;
    const shrink = new Float64Array(names.length + 1).fill(SHRINK);
    shrink[names.length] = 0.01;
    const rows = pairs.flatMap(({ place }, i) => {
      const sign = signs[i];
      return sign !== undefined && (yes.includes(sign) || no.includes(sign)) && use(place) ? i : [];
    });
    const y = Float32Array.from(signs, (sign) => (sign !== undefined && yes.includes(sign) ? 1 : 0));
    const weights = fit(matrix, { y, weight }, rows, shrink, ROUNDS, 1e-4);
    const steps = [...weights].map((weight, i) => {
      const rounded = Math.round(weight / STEP);
      return i < names.length && Math.abs(rounded) < LEAST_STEPS ? 0 : rounded;
    });
    const rounded = Float64Array.from(steps, (step) => step * STEP);
    return {
      bias: steps[names.length]!,
      features: Object.fromEntries(names.flatMap((name, i) => (steps[i] === 0 ? [] : [[name, steps[i]!]]))),
      said: Float64Array.from(pairs, (_, i) => matrix.row(i, rounded)),
    };
  }
}

function featuresOf(
  { labels }: Recogniser,
  documents: readonly CodedDocument[],
  { place, label }: Pair,
): Map<string, number> {
  const { own } = place.context;
  const share = stanceShare(own.words);
  const where = sentencesOf(labels, own.counts, label);
  const found = new Map<string, number>();
  const add = (name: string): void => void found.set(name, (found.get(name) ?? 0) + share);
  for (const [s, forms] of documents[place.document]!.sentences[place.block]!.entries()) {
    const words = forms.map(closed);
    const here = where === 0 || (where & (1 << Math.min(s, LAST_SENTENCE))) !== 0;
    for (const [i, word] of words.entries()) {
      if (!here) {
        add(elsewhereFeature(word));
        continue;
      }
      add(wordFeature(word));
      if (i === 0) add(firstFeature(word));
      if (i + 1 < words.length) add(pairFeature(word, words[i + 1]!));
    }
  }
  for (const feature of blockFeatures(own, where)) found.set(BLOCK_FEATURES[feature]!, 1);
  return found;
}
