import type { SignalTable } from '../signals/signal-table.js';
import { type ModelData, type Scorer, STEP } from '../study/learned.js';
import { OPGAVE_FEATURES, THEME_FEATURES } from './features.js';
import { NEIGHBOURS } from './neighbours.js';

/** For a study of which nothing was learned yet: a strong signal is clear evidence, a weak one is not. */
export function unlearned({ labels }: SignalTable): ModelData {
  const scorer = (names: readonly string[], weights: Readonly<Record<string, number>>): Scorer => ({
    features: names.map((name) => (weights[name] ?? 0) / STEP),
    neighbours: NEIGHBOURS.map((name) => (name === 'logit' ? 1 / STEP : 0)),
    labels: labels.map(() => 0),
    certain: 0.5,
    possible: 0.15,
  });
  return {
    opgaven: scorer(OPGAVE_FEATURES, { bias: -1, strong1: 1.5, strong2: 0.5, headNear: 0.5, none: -4 }),
    themes: scorer(THEME_FEATURES, { bias: -1, strong1: 1.5, strong2: 0.5, headNear: 0.5, none: -4 }),
    between: [],
    signals: [],
  };
}
