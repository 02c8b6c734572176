import type { SignalTable } from '../signals/signal-table.js';
import type { General } from '../study/index.js';
import { type ModelData, type Scorer, STEP } from '../study/learned.js';
import { COMBINED, OPPOSED, TAKEN } from './combination.js';
import { OPGAVE_FEATURES, THEME_FEATURES } from './features.js';
import { AGAINST } from './labels.js';

/**
 * For a study of which nothing was learned yet: a strong signal is clear evidence, a weak one is not; where signals have
 * weights of their own, those are added up.
 * @param general what was learned of sentences beside another study: then what a sentence does counts as well
 */
export function unlearned({ labels, weights }: SignalTable, general?: General): ModelData {
  const row = (names: readonly string[], weights: Readonly<Record<string, number>>): number[] =>
    names.map((name) => (weights[name] ?? 0) / STEP);
  const scorer = (names: readonly string[], weights: Readonly<Record<string, number>>): Scorer => ({
    features: row(names, weights),
    labels: labels.map(() => 0),
  });
  const bySignals = { bias: -1, strong1: 1.5, strong2: 0.5, headNear: 0.5, none: -4 };
  const asBySignals = scorer(COMBINED, { first: 1 });
  const opposable = new Set(labels);
  const thresholds = general ? WITH_STANCE : BY_SIGNALS;
  return {
    opgaven: {
      first: scorer(OPGAVE_FEATURES, weights ? BY_WEIGHT : bySignals),
      combined: asBySignals,
      named: asBySignals,
      taken: general?.taken ?? row(TAKEN, { combined: 1 }),
      // What was learned of other opgaven one by one says nothing of these. Of one that is a refusal itself another is no stand against it.
      opposed: general
        ? {
            features: general.opposed.features,
            labels: labels.map((id) => (opposable.has(`${AGAINST}${id}`) ? 0 : NEVER)),
          }
        : scorer(OPPOSED, { bias: -1, means: 2 }),
      against: general?.against ?? 0.5,
      ...thresholds,
    },
    themes: {
      first: scorer(THEME_FEATURES, bySignals),
      combined: asBySignals,
      certain: 0.5,
    },
    between: NONE,
    signals: (weights ?? []).flatMap((weight, signal) => [signal, weight / STEP, 0]),
    words: { labels: [], bias: [], features: '', counts: NONE, says: NONE },
    stance: general?.stance ?? { bias: 0, features: {} },
    direction: general?.direction ?? { bias: 0, features: {} },
  };
}

const NONE = new Int32Array(0);

/** In steps of log-odds. */
const NEVER = -20 / STEP;
/** Signals that weigh themselves add up from here. What another opgave is more clearly about counts less. */
const BY_WEIGHT = { bias: -3.5, top: 0.7, headNear: 0.5, none: -4 };
const BY_SIGNALS = { certain: 0.5, possible: 0.15, clear: 0.6, about: 0.5 };
/** Sentences have a say: what is more than possible has both the subject and a choice. */
const WITH_STANCE = { certain: 0.5, possible: 0.35, clear: 0.6, about: 0.6 };
