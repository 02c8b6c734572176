import { signals } from '../../generated/signals.js';
import { study } from '../../generated/study.js';
import type { StudyProvider } from './index.js';

/** Platform31's trend study, compiled from `data/` at build time. */
export const builtinStudy: StudyProvider = {
  study: () => JSON.parse(study),
  signals: () => JSON.parse(signals),
};
