import type { SignalTable } from '../signals/signal-table.js';

/** Weights are kept in steps of this size. */
export const STEP = 0.05;

/** From this probability on it is certain, or possible. */
export interface Thresholds {
  readonly certain: number;
  readonly possible: number;
}

/** Where a strong signal of an opgave stands in the block itself, so little makes it possible: there is something after all. */
const HINTED = 0.01;

/** From where on an opgave is possibly taken up. @param strong a strong signal of it stands in the block itself */
export const possibleFrom = (strong: boolean, { possible }: Thresholds): number =>
  strong ? Math.min(possible, HINTED) : possible;

/** Weights of one kind of label: dense ones in the order of their names in features.ts and surroundings.ts. */
export interface Scorer extends Thresholds {
  readonly features: readonly number[];
  readonly surroundings: readonly number[];
  /** By the number of the label. */
  readonly labels: readonly number[];
}

/** What was learned, bound to the numbers of a signal table, in steps of {@link STEP}: the form in which it ships. */
export interface ModelData {
  readonly opgaven: Scorer;
  readonly themes: Scorer;
  /** A hit of one label speaks for another: label, target, weight of a strong hit, weight of a weak one. */
  readonly between: readonly (readonly [label: number, target: number, strong: number, weak: number])[];
  /** Signals with weights of their own: signal, for its own opgave, for its theme. */
  readonly signals: readonly (readonly [signal: number, opgave: number, theme: number])[];
}

/** The same, ready for use. */
export interface Model {
  readonly opgaven: Scorer;
  readonly themes: Scorer;
  /** By label: weight by target, for a strong and for a weak hit. */
  readonly strong: readonly ReadonlyMap<number, number>[];
  readonly weak: readonly ReadonlyMap<number, number>[];
  /** By signal: its weight for its own opgave, and for its theme. */
  readonly forOpgave: Float64Array;
  readonly forTheme: Float64Array;
}

export function modelOf(table: SignalTable, data: ModelData): Model {
  const scorer = ({ features, surroundings, labels, certain, possible }: Scorer): Scorer => ({
    features: features.map(unstep),
    surroundings: surroundings.map(unstep),
    labels: labels.map(unstep),
    certain,
    possible,
  });
  const strong = table.labels.map(() => new Map<number, number>());
  const weak = table.labels.map(() => new Map<number, number>());
  for (const [label, target, ofStrong, ofWeak] of data.between) {
    strong[label]!.set(target, unstep(ofStrong));
    weak[label]!.set(target, unstep(ofWeak));
  }
  const forOpgave = new Float64Array(table.labelOf.length);
  const forTheme = new Float64Array(table.labelOf.length);
  for (const [signal, opgave, theme] of data.signals) {
    forOpgave[signal] = unstep(opgave);
    forTheme[signal] = unstep(theme);
  }
  return { opgaven: scorer(data.opgaven), themes: scorer(data.themes), strong, weak, forOpgave, forTheme };
}

const unstep = (steps: number): number => steps * STEP;
