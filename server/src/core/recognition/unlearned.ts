import type { SignalTable } from '../signals/signal-table.js';
import { type ModelData, type Scorer, STEP } from '../study/learned.js';
import { COMBINED, OPPOSED, TAKEN } from './combination.js';
import { OPGAVE_FEATURES, THEME_FEATURES } from './features.js';
import { NEIGHBOURS } from './neighbours.js';

/** For a study of which nothing was learned yet: a strong signal is clear evidence, a weak one is not. */
export function unlearned({ labels }: SignalTable): ModelData {
  const row = (names: readonly string[], weights: Readonly<Record<string, number>>): number[] =>
    names.map((name) => (weights[name] ?? 0) / STEP);
  const scorer = (names: readonly string[], weights: Readonly<Record<string, number>>): Scorer => ({
    features: row(names, weights),
    labels: labels.map(() => 0),
  });
  const bySignals = { bias: -1, strong1: 1.5, strong2: 0.5, headNear: 0.5, none: -4 };
  const asBySignals = scorer(COMBINED, { first: 1 });
  return {
    opgaven: {
      first: scorer(OPGAVE_FEATURES, bySignals),
      combined: asBySignals,
      named: asBySignals,
      taken: row(TAKEN, { combined: 1 }),
      opposed: scorer(OPPOSED, { bias: -1, means: 2 }),
      certain: 0.5,
      possible: 0.15,
      clear: 0.6,
      about: 0.5,
      against: 0.5,
    },
    themes: {
      first: scorer(THEME_FEATURES, bySignals),
      combined: asBySignals,
      neighbours: row(NEIGHBOURS, { logit: 1 }),
      certain: 0.5,
    },
    between: [],
    signals: [],
    words: { labels: [], bias: [], features: '', counts: [], places: [], weights: [] },
    stance: { bias: 0, features: {} },
    direction: { bias: 0, features: {} },
  };
}
