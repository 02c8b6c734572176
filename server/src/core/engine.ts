import type { Engine } from './analysis.js';
import { Recogniser } from './recognition/recogniser.js';
import { unlearned } from './recognition/unlearned.js';
import { Matcher } from './signals/matcher.js';
import { type General, indexStudy, type StudyProvider } from './study/index.js';
import type { ModelData } from './study/learned.js';

/** Builds the engine for a study. Costs some milliseconds; one is enough for a process. */
export function createEngine(
  provider: StudyProvider,
  brought?: { readonly name: string; readonly general: General | undefined },
): Engine {
  const study = indexStudy(provider.study());
  const table = provider.signals();
  const data = provider.weights?.();
  return {
    name: brought?.name ?? study.info.key,
    isBrought: brought !== undefined,
    study,
    matcher: new Matcher(table),
    recogniser: new Recogniser(study, table, data ?? unlearned(table, brought?.general)),
    ...(data ? { general: generalOf(data) } : {}),
  };
}

const generalOf = ({ stance, direction, opgaven: { taken, opposed, against } }: ModelData): General => ({
  stance,
  direction,
  taken,
  opposed,
  against,
});

/** What was learned of sentences, beside the first study of which anything was learned. */
export const generalIn = (engines: readonly Engine[]): General | undefined =>
  engines.find(({ general }) => general !== undefined)?.general;
