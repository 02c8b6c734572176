import { COMBINED, OPPOSED, TAKEN } from '../../core/recognition/combination.js';
import { OPGAVE_FEATURES, THEME_FEATURES } from '../../core/recognition/features.js';
import { NEIGHBOURS } from '../../core/recognition/neighbours.js';
import type { CompiledSignals } from '../../core/signals/compile-signals.js';
import {
  MOST_PLACES,
  type ModelData,
  type OpgaveModel,
  type Scorer,
  type StanceModel,
  saying,
  type ThemeModel,
  type WordsModel,
} from '../../core/study/learned.js';

/** Weights by the names of what they weigh, in steps. */
export type Named = Readonly<Record<string, number>>;

/** A scorer by names: of features, and of labels by their ids. */
export interface NamedScorer {
  readonly features: Named;
  readonly labels: Named;
}

/** What scorers and rows of weights are made of, by names. */
type ByName<Kind> = {
  readonly [K in keyof Kind]: Kind[K] extends Scorer ? NamedScorer : Kind[K] extends number ? number : Named;
};

/**
 * What was learned from coded text, as it stands in `weights.json`. Everything in it goes by ids and by signals as they
 * are written: a signal that is changed or new falls back on what its kind is worth, the others keep their weights.
 */
export interface Weights {
  readonly opgaven: ByName<OpgaveModel>;
  readonly themes: ByName<ThemeModel>;
  /** Label with a hit → label it speaks for → weight of a strong and of a weak hit. */
  readonly between: Readonly<Record<string, Readonly<Record<string, readonly [strong: number, weak: number]>>>>;
  /** Label → its signal as written → weight for its opgave (0 where its label is none) and for its theme. */
  readonly signals: Readonly<Record<string, Readonly<Record<string, readonly [opgave: number, theme: number]>>>>;
}

/** What words say, as it stands in `words.json`: labels by their ids. */
export interface WordsFile {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** What sentences do, as it stands in `stance.json`. */
export interface StancesFile {
  readonly stance: StanceModel;
  readonly direction: StanceModel;
}

/** What belongs to features, one behind the other. */
function listed(features: WordsFile['features']): Pick<WordsModel, 'features' | 'counts' | 'says'> {
  const pairs = Object.values(features);
  if (pairs.some((pair) => pair.some((place, i) => i % 2 === 0 && place >= MOST_PLACES)))
    throw new Error(`Words say something of at most ${MOST_PLACES} labels.`);
  return {
    features: Object.keys(features).join('\n'),
    counts: Int32Array.from(pairs, ({ length }) => length / 2),
    says: Int32Array.from(
      pairs.flatMap((pair) => pair.flatMap((place, i) => (i % 2 === 0 ? saying(place, pair[i + 1]!) : []))),
    ),
  };
}

/** Binds weights to the numbers of compiled signals. What these do not know falls away. */
export function compileWeights(
  { opgaven, themes, ...weights }: Weights,
  words: WordsFile,
  { stance, direction }: StancesFile,
  { labels, labelOf, sources }: CompiledSignals,
): ModelData {
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const row = (names: readonly string[], named: Named): number[] => names.map((name) => named[name] ?? 0);
  const scorer = (names: readonly string[], { features, labels: ofLabels }: NamedScorer): Scorer => ({
    features: row(names, features),
    labels: row(labels, ofLabels),
  });
  return {
    opgaven: {
      ...opgaven,
      first: scorer(OPGAVE_FEATURES, opgaven.first),
      combined: scorer(COMBINED, opgaven.combined),
      named: scorer(COMBINED, opgaven.named),
      taken: row(TAKEN, opgaven.taken),
      opposed: scorer(OPPOSED, opgaven.opposed),
    },
    themes: {
      ...themes,
      first: scorer(THEME_FEATURES, themes.first),
      combined: scorer(COMBINED, themes.combined),
      neighbours: row(NEIGHBOURS, themes.neighbours ?? {}),
    },
    between: Int32Array.from(
      Object.entries(weights.between).flatMap(([id, targets]) => {
        const label = numbers.get(id);
        if (label === undefined) return [];
        return Object.entries(targets).flatMap(([targetId, [strong, weak]]) => {
          const target = numbers.get(targetId);
          return target === undefined ? [] : [label, target, strong, weak];
        });
      }),
    ),
    signals: Int32Array.from(
      sources.flatMap((source, signal) => {
        const pair = weights.signals[labels[labelOf[signal]!]!]?.[source];
        return pair ? [signal, ...pair] : [];
      }),
    ),
    words: {
      labels: words.labels.map((id) => numbers.get(id) ?? -1),
      bias: words.bias,
      ...listed(words.features),
    },
    stance,
    direction,
  };
}
