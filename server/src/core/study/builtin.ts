import { signals } from '../../generated/signals.js';
import { study } from '../../generated/study.js';
import { weights } from '../../generated/weights.js';
import { readSignals } from '../signals/signal-json.js';
import type { StudyProvider } from './index.js';

/** The study that comes along, compiled from `data/` at build time. */
export const builtinStudy = {
  study: () => JSON.parse(study),
  signals: () => readSignals(signals),
  weights: () => JSON.parse(weights),
} satisfies StudyProvider;
