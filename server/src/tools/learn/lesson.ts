import { allCandidates, candidatesOf } from '../../core/recognition/candidates.js';
import {
  type Apart,
  COMBINED,
  combined,
  heldBack,
  mayOppose,
  OPPOSED,
  opposed as opposing,
  TAKEN,
  taken,
} from '../../core/recognition/combination.js';
import { sigmoid } from '../../core/recognition/model.js';
import { NEIGHBOURS, neighbours } from '../../core/recognition/neighbours.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import { BEYOND_DOUBT, withAnswers } from './answers.js';
import type { CodedWord } from './coded-words.js';
import type { CodedDocument, Source } from './corpus.js';
import { SignalLesson } from './learn-first.js';
import { type LearnedStance, type Pair, StanceLesson } from './learn-stance.js';
import { type LearnedWords, WordLesson } from './learn-words.js';
import { fit, Matrix, type Truth } from './logistic.js';
import { codesOf, type Kind, type LabelTruth, type Place, Places, partsOf } from './places.js';

const SHRINK_COMBINED = 0.05;
/** Where a label starts: the fewer examples, the firmer. */
const SHRINK_LABEL = 1;
const SHRINK_NEIGHBOURS = 0.1;
/** How often an opgave is taken up is learned from programmes: what was made up opgave by opgave has a little say. */
const BY_OPGAVE = 0.3;

/** In so many parts documents are divided: what is measured on one part is learned from the others. */
export const PARTS = 6;

/** What was learned of one kind of label by weighing signals, words and what stands around. */
export interface LearnedKind {
  readonly first: Float64Array;
  readonly combined: Float64Array;
}

export interface Learned {
  readonly words: LearnedWords;
  /** Whether something is chosen, and whether that is against an opgave. */
  readonly stances: readonly [LearnedStance, LearnedStance];
  readonly themes: LearnedKind & { readonly neighbours: Float64Array };
  readonly opgaven: LearnedKind & {
    readonly named: Float64Array;
    readonly taken: Float64Array;
    readonly opposed: Float64Array;
  };
}

/** Estimates of a pair by what was learned from other documents, in log-odds. */
export interface Estimate extends Pair {
  readonly z: number;
  /** Of an opgave: that it is what the place is about. */
  readonly named: number;
  /** Of an opgave: that what is chosen is a stand against it. */
  readonly against: number;
  /** What led to it, by name, in log-odds. */
  readonly by: Readonly<Record<string, number>>;
}

/** Everything that is learned, each step from what the steps before it say of documents that they did not learn from. */
export class Lesson {
  readonly places: Places;
  readonly labels: readonly number[];
  readonly part: Int32Array;
  readonly words: WordLesson;
  readonly signals: Record<Kind, SignalLesson>;
  private readonly placeOf = new Map<number, number>();
  private readonly byOpgave: ReadonlySet<number>;
  /** Points by themselves: they teach what words and signals say. What to make of that, and what a sentence does, only texts teach. */
  private readonly byPoint: ReadonlySet<number>;

  constructor(
    readonly recogniser: Recogniser,
    readonly documents: readonly CodedDocument[],
    words: readonly CodedWord[],
    private readonly tell: (what: string) => void,
  ) {
    const coded = (as: Source): Set<number> =>
      new Set(documents.flatMap(({ units }, i) => (units.some(({ source }) => source === as) ? i : [])));
    this.byOpgave = coded('by-opgave');
    this.byPoint = coded('by-point');
    this.places = new Places(recogniser, documents);
    this.part = partsOf(documents, PARTS);
    this.labels = [...codesOf(recogniser, 'themes').keys(), ...codesOf(recogniser, 'opgaven').keys()];
    for (const [at, label] of this.labels.entries()) this.placeOf.set(label, at);
    this.words = new WordLesson(recogniser, documents, this.places, words, this.labels);
    this.signals = {
      themes: new SignalLesson(recogniser, this.places, 'themes'),
      opgaven: new SignalLesson(recogniser, this.places, 'opgaven'),
    };
    tell(
      `${documents.length} documents, ${this.places.all.length} places, ${words.length} words, ${this.words.names.length} features of words`,
    );
  }

  /** Learns. @param whole also from everything at once, which ships */
  learn(whole: true): { estimates: Estimate[]; learned: Learned };
  learn(whole: boolean): { estimates: Estimate[]; learned: Learned | undefined };
  learn(whole: boolean): { estimates: Estimate[]; learned: Learned | undefined } {
    const { labels, part, places, recogniser } = this;
    const all = places.all;
    const width = labels.length;
    const partOf = (place: Place): number => part[place.document]!;
    const size = all.length + places.statements.length;

    const said = new Float32Array(all.length * width);
    for (let p = 0; p < PARTS; p++) {
      const { said: told } = this.words.learn(
        (place) => partOf(place) !== p,
        (place) => partOf(place) === p,
      );
      for (let i = 0; i < said.length; i++) said[i]! += told[i]!;
      this.tell(`words without part ${p + 1}`);
    }
    const words = whole
      ? this.words.learn(
          () => true,
          () => false,
        )
      : undefined;

    const firsts = new Float32Array(size * width).fill(Number.NaN);
    const first = {} as Record<Kind, Float64Array | undefined>;
    for (const kind of ['themes', 'opgaven'] as const) {
      const lesson = this.signals[kind];
      for (let p = 0; p < PARTS; p++) {
        const weights = lesson.learn((place) => partOf(place) !== p);
        for (const [i, { place, label }] of lesson.examples.entries())
          if (partOf(place) === p) firsts[place.number * width + this.placeOf.get(label)!] = lesson.said(i, weights);
      }
      if (whole) first[kind] = lesson.learn(() => true);
    }
    this.tell('signals');

    const apartOf = ({ number, words }: Place): Apart => ({
      hasWords: true,
      words: (label) => said[words * width + this.placeOf.get(label)!]!,
      first: (label) => {
        const z = firsts[number * width + this.placeOf.get(label)!]!;
        return Number.isNaN(z) ? undefined : z;
      },
    });
    const pairs: Record<Kind, Pair[]> = { themes: [], opgaven: [] };
    for (const place of [...all, ...places.statements]) {
      if (this.byPoint.has(place.document)) continue;
      const apart = apartOf(place);
      const bySignals = candidatesOf(recogniser.labels, place.context);
      for (const label of allCandidates(recogniser.labels, place.context, bySignals, apart.words))
        if (recogniser.labels.kind[label] === 'opgave') pairs.opgaven.push({ place, label });
        else if (place.number < all.length) pairs.themes.push({ place, label });
    }
    const rows = (pairs: readonly Pair[]): number[][] =>
      pairs.map(({ place, label }) => {
        const { of, ofBlock } = combined(recogniser.labels, place.context, apartOf(place));
        return [...of(label), ...ofBlock];
      });
    const [ofThemes, ofOpgaven] = [rows(pairs.themes), rows(pairs.opgaven)];
    const themes = this.weighed(pairs.themes, ofThemes, places.taken, SHRINK_COMBINED, true, COMBINED.length);
    const opgaven = this.weighed(pairs.opgaven, ofOpgaven, places.taken, SHRINK_COMBINED, true, COMBINED.length);
    const named = this.weighed(pairs.opgaven, ofOpgaven, places.named, SHRINK_COMBINED, true, COMBINED.length);
    this.tell(`put together: ${pairs.themes.length} themes, ${pairs.opgaven.length} opgaven`);

    const alone = new Float32Array(all.length * width);
    for (const [kind, { z }] of [
      ['themes', themes],
      ['opgaven', opgaven],
    ] as const)
      for (const [i, { place, label }] of pairs[kind].entries())
        alone[place.number * width + this.placeOf.get(label)!] = sigmoid(z[i]!);
    const numbers = new Map(all.map(({ context, number }) => [context, number]));
    const around = this.weighed(
      pairs.themes,
      pairs.themes.map(({ place, label }) => {
        let clearest = 0;
        for (const opgave of recogniser.labels.opgaven)
          if (recogniser.labels.theme[opgave] === recogniser.labels.theme[label])
            clearest = Math.max(clearest, alone[place.number * width + this.placeOf.get(opgave)!]!);
        const at = this.placeOf.get(label)!;
        const { contexts } = this.documents[place.document]!;
        return neighbours(contexts, place.block, (other) => alone[numbers.get(other)! * width + at]!, clearest);
      }),
      places.taken,
      SHRINK_NEIGHBOURS,
      false,
      NEIGHBOURS.length,
    );
    this.tell('surroundings of themes');

    const stances = new StanceLesson(recogniser, this.documents, places, pairs.opgaven);
    const stance = new Float64Array(pairs.opgaven.length);
    const direction = new Float64Array(pairs.opgaven.length);
    const learnStances = (use: (place: Place) => boolean): [LearnedStance, LearnedStance] => [
      stances.learn(use, ['+', '-'], ['~']),
      stances.learn(use, ['-'], ['+']),
    ];
    for (let p = 0; p < PARTS; p++) {
      const [chooses, opposes] = learnStances((place) => partOf(place) !== p);
      for (const [i, { place }] of pairs.opgaven.entries()) {
        if (partOf(place) !== p) continue;
        stance[i] = chooses.said[i]!;
        direction[i] = opposes.said[i]!;
      }
    }
    this.tell('stance');
    const isFlagged = ({ place, label }: Pair): boolean => place.context.own.counts.against.includes(label);
    const choice = this.weighed(
      pairs.opgaven,
      pairs.opgaven.map((pair, i) => taken(opgaven.z[i]!, stance[i]!, isFlagged(pair))),
      places.taken,
      SHRINK_COMBINED,
      false,
      TAKEN.length,
    );
    const held = pairs.opgaven.map(({ place }, i) => heldBack(place.context, choice.z[i]!));
    const opposed = this.weighed(
      pairs.opgaven,
      pairs.opgaven.map((pair, i) =>
        opposing({
          named: named.z[i]!,
          direction: direction[i]!,
          means: isFlagged(pair),
          opposite: pair.place.context.own.counts.opposite.includes(pair.label),
          taken: held[i]!,
          stance: stance[i]!,
        }),
      ),
      places.opposed,
      SHRINK_COMBINED,
      true,
      OPPOSED.length,
    );
    const against = (pair: Pair, i: number): number => {
      if (!mayOppose(recogniser.labels, pair.place.context, pair.label, () => direction[i]!)) return -BEYOND_DOUBT;
      return isFlagged(pair) ? BEYOND_DOUBT : opposed.z[i]!;
    };
    const by = ({ place, label }: Pair, together: number): Record<string, number> => {
      const { words, first } = apartOf(place);
      return { words: words(label), signals: first(label) ?? Number.NaN, together };
    };
    const estimates = [
      ...pairs.themes.map(
        (pair, i): Estimate => ({
          ...pair,
          z: around.z[i]!,
          named: 0,
          against: -BEYOND_DOUBT,
          by: by(pair, themes.z[i]!),
        }),
      ),
      ...withAnswers(
        places,
        pairs.opgaven.map(
          (pair, i): Estimate => ({
            ...pair,
            z: held[i]!,
            named: named.z[i]!,
            against: against(pair, i),
            by: { ...by(pair, opgaven.z[i]!), stance: stance[i]!, direction: direction[i]! },
          }),
        ),
      ),
    ];
    if (!words) return { estimates, learned: undefined };
    return {
      estimates,
      learned: {
        words,
        stances: learnStances(() => true),
        themes: { first: first.themes!, combined: themes.weights(), neighbours: around.weights() },
        opgaven: {
          first: first.opgaven!,
          combined: opgaven.weights(),
          named: named.weights(),
          taken: choice.weights(),
          opposed: opposed.weights(),
        },
      },
    };
  }

  /** Weighs rows of numbers: of each what those of other parts teach, and when asked what all teach. */
  private weighed(
    pairs: readonly Pair[],
    values: readonly (readonly number[])[],
    truths: ReadonlyMap<number, LabelTruth>,
    shrink: number,
    byLabel: boolean,
    dense: number,
  ): { z: Float64Array; weights: () => Float64Array } {
    const matrix = new Matrix(
      values.map((row, i) => [
        ...row.flatMap((value, k): [number, number][] => (value === 0 ? [] : [[k, value]])),
        ...(byLabel ? [[dense + this.placeOf.get(pairs[i]!.label)!, 1] as const] : []),
      ]),
      dense + (byLabel ? this.labels.length : 0),
    );
    const usual = (place: Place): number => (this.byOpgave.has(place.document) ? BY_OPGAVE : 1);
    const held = new Float64Array(matrix.width).fill(SHRINK_LABEL).fill(shrink, 0, dense);
    const truth: Truth = {
      y: Float32Array.from(pairs, ({ place, label }) => truths.get(label)!.y[place.number]!),
      weight: Float32Array.from(pairs, ({ place, label }) =>
        place.context.own.kind === 'heading' ? 0 : usual(place) * truths.get(label)!.weight[place.number]!,
      ),
    };
    const learn = (use: (document: number) => boolean): Float64Array => {
      const rows = pairs.flatMap(({ place }, i) => (use(place.document) ? i : []));
      return fit(matrix, truth, rows, held, 200, 1e-6);
    };
    const z = new Float64Array(pairs.length);
    for (let p = 0; p < PARTS; p++) {
      const weights = learn((document) => this.part[document] !== p);
      for (const [i, { place }] of pairs.entries()) if (this.part[place.document] === p) z[i] = matrix.row(i, weights);
    }
    return { z, weights: () => learn(() => true) };
  }
}
