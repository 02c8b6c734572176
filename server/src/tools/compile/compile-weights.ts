import { OPGAVE_FEATURES, THEME_FEATURES } from '../../core/recognition/features.js';
import { NEIGHBOURS } from '../../core/recognition/neighbours.js';
import type { CompiledSignals } from '../../core/signals/compile-signals.js';
import type { ModelData, Scorer, Thresholds } from '../../core/study/learned.js';

/** Weights of one kind of label, by the names of what they weigh, in steps. */
export interface KindWeights extends Thresholds {
  readonly features: Readonly<Record<string, number>>;
  readonly neighbours: Readonly<Record<string, number>>;
  /** By the id of the label. */
  readonly labels: Readonly<Record<string, number>>;
}

/**
 * What was learned from coded text, as it stands in `weights.json`. Everything in it goes by ids and by signals as they
 * are written: a signal that is changed or new falls back on what its kind is worth, the others keep their weights.
 */
export interface Weights {
  readonly opgaven: KindWeights;
  readonly themes: KindWeights;
  /** Label with a hit → label it speaks for → weight of a strong and of a weak hit. */
  readonly between: Readonly<Record<string, Readonly<Record<string, readonly [strong: number, weak: number]>>>>;
  /** Label → its signal as written → weight for its opgave (0 where its label is none) and for its theme. */
  readonly signals: Readonly<Record<string, Readonly<Record<string, readonly [opgave: number, theme: number]>>>>;
}

/** Binds weights to the numbers of compiled signals. What these do not know falls away. */
export function compileWeights(weights: Weights, { labels, labelOf, sources }: CompiledSignals): ModelData {
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const scorer = (kind: KindWeights, features: readonly string[]): Scorer => ({
    features: features.map((name) => kind.features[name] ?? 0),
    neighbours: NEIGHBOURS.map((name) => kind.neighbours[name] ?? 0),
    labels: labels.map((label) => kind.labels[label] ?? 0),
    certain: kind.certain,
    possible: kind.possible,
  });
  return {
    opgaven: scorer(weights.opgaven, OPGAVE_FEATURES),
    themes: scorer(weights.themes, THEME_FEATURES),
    between: Object.entries(weights.between).flatMap(([id, targets]) => {
      const label = numbers.get(id);
      if (label === undefined) return [];
      return Object.entries(targets).flatMap(([targetId, [strong, weak]]) => {
        const target = numbers.get(targetId);
        return target === undefined ? [] : [[label, target, strong, weak] as const];
      });
    }),
    signals: sources.flatMap((source, signal) => {
      const pair = weights.signals[labels[labelOf[signal]!]!]?.[source];
      return pair ? [[signal, ...pair] as const] : [];
    }),
  };
}
