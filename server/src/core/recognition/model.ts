import type { SignalTable } from '../signals/signal-table.js';
import { type ModelData, type Scorer, STEP } from '../study/learned.js';

/** What was learned, ready for use. */
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
  const scorer = ({ features, neighbours, labels, certain, possible }: Scorer): Scorer => ({
    features: features.map(unstep),
    neighbours: neighbours.map(unstep),
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

/** A weighted sum. */
export function weigh(weights: readonly number[], values: readonly number[]): number {
  let z = 0;
  for (let i = 0; i < values.length; i++) z += weights[i]! * values[i]!;
  return z;
}

/** From log-odds to a probability. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
