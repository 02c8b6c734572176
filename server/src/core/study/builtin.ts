import { signals } from '../../generated/signals.js';
import { study } from '../../generated/study.js';
import { weights } from '../../generated/weights.js';
import { readSignals } from '../signals/signal-json.js';
import type { StudyProvider } from './index.js';
import { readModel } from './model-json.js';

/** The study that comes along, compiled from `data/` at build time. */
export const builtinStudy = {
  study: () => JSON.parse(study),
  signals: () => readSignals(signals),
  weights: () => readModel(weights),
} satisfies StudyProvider;
