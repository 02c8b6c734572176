/** Weights are kept in steps of this size. */
export const STEP = 0.05;

/** From this probability on it is certain, or possible. */
export interface Thresholds {
  readonly certain: number;
  readonly possible: number;
}

/** What is certain, and what is possible, of each kind of label. */
export interface BothThresholds {
  readonly themes: Thresholds;
  readonly opgaven: Thresholds;
}

/** Weights of one kind of label: dense ones in the order of their names in features.ts and neighbours.ts. */
export interface Scorer extends Thresholds {
  readonly features: readonly number[];
  readonly neighbours: readonly number[];
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
