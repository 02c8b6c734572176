import type { SignalTable } from '../signals/signal-table.js';
import { type ModelData, type OpgaveModel, type Scorer, STEP, type ThemeModel } from '../study/learned.js';

/** What was learned, ready for use. */
export interface Model {
  readonly opgaven: OpgaveModel;
  readonly themes: ThemeModel;
  /** By label: weight by target, for a strong and for a weak hit. */
  readonly strong: readonly ReadonlyMap<number, number>[];
  readonly weak: readonly ReadonlyMap<number, number>[];
  /** By signal: its weight for its own opgave, and for its theme. */
  readonly forOpgave: Float64Array;
  readonly forTheme: Float64Array;
}

export function modelOf(table: SignalTable, data: ModelData): Model {
  const scorer = ({ features, labels }: Scorer): Scorer => ({
    features: features.map(unstep),
    labels: labels.map(unstep),
  });
  const strong = table.labels.map(() => new Map<number, number>());
  const weak = table.labels.map(() => new Map<number, number>());
  const { between, signals } = data;
  for (let i = 0; i < between.length; i += 4) {
    strong[between[i]!]!.set(between[i + 1]!, unstep(between[i + 2]!));
    weak[between[i]!]!.set(between[i + 1]!, unstep(between[i + 3]!));
  }
  const forOpgave = new Float64Array(table.labelOf.length);
  const forTheme = new Float64Array(table.labelOf.length);
  for (let i = 0; i < signals.length; i += 3) {
    forOpgave[signals[i]!] = unstep(signals[i + 1]!);
    forTheme[signals[i]!] = unstep(signals[i + 2]!);
  }
  const { opgaven, themes } = data;
  return {
    opgaven: {
      ...opgaven,
      first: scorer(opgaven.first),
      combined: scorer(opgaven.combined),
      named: scorer(opgaven.named),
      taken: opgaven.taken.map(unstep),
      opposed: scorer(opgaven.opposed),
    },
    themes: {
      ...themes,
      first: scorer(themes.first),
      combined: scorer(themes.combined),
      ...(themes.neighbours ? { neighbours: themes.neighbours.map(unstep) } : {}),
    },
    strong,
    weak,
    forOpgave,
    forTheme,
  };
}

const unstep = (steps: number): number => steps * STEP;

/** A weighted sum. @param more values that stand behind the others */
export function weigh(
  weights: readonly number[],
  values: readonly number[],
  more: readonly number[] = NO_MORE,
): number {
  let z = 0;
  for (let i = 0; i < values.length; i++) z += weights[i]! * values[i]!;
  for (let i = 0; i < more.length; i++) z += weights[values.length + i]! * more[i]!;
  return z;
}
const NO_MORE: readonly number[] = [];

/** The weighted sum that a scorer gives a label. */
export const score = (
  { features, labels }: Scorer,
  values: readonly number[],
  label: number,
  more?: readonly number[],
): number => weigh(features, values, more) + (labels[label] ?? 0);

/** From log-odds to a probability. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** And back. */
export const logit = (p: number): number => Math.log(Math.max(1e-6, p) / Math.max(1e-6, 1 - p));
