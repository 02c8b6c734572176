import { signals } from '../../generated/signals.js';
import { study } from '../../generated/study.js';
import { unpackSignals } from '../text/packing.js';
import type { StudyProvider } from './index.js';

/** Platform31's trend study, compiled from `data/` at build time. */
export const builtinStudy: StudyProvider = {
  study: () => JSON.parse(study),
  signals: () => unpackSignals(signals),
};
