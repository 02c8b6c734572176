import type { Engine } from './analysis.js';
import { CueReader } from './recognition/cue-reader.js';
import { Recogniser } from './recognition/recogniser.js';
import { unlearned } from './recognition/unlearned.js';
import { Matcher } from './signals/matcher.js';
import { type General, indexStudy, type StudyProvider } from './study/index.js';
import type { ModelData } from './study/learned.js';

/**
 * Builds the engine for a study. Costs some milliseconds; one is enough for a process.
 * @param beside an engine beside which it will work: they share how words and cues are read
 * @param brought of a study that a writer brings: its name, and the engine whose learning of sentences holds for it as well
 */
export function createEngine(
  provider: StudyProvider,
  beside?: Engine,
  brought?: { readonly name: string; readonly learned: Engine | undefined },
): Engine {
  const study = indexStudy(provider.study());
  const table = provider.signals();
  const data = provider.weights?.();
  const { learned } = brought ?? {};
  const reader = beside?.reader ?? new CueReader();
  return {
    name: brought?.name ?? study.info.key,
    isBrought: brought !== undefined,
    study,
    reader,
    matcher: new Matcher(table, reader.prose),
    recogniser: data
      ? new Recogniser(study, table, data)
      : new Recogniser(study, table, unlearned(table, learned?.general), learned?.recogniser.stances),
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

/** The first engine that learned anything of sentences. */
export const learnedIn = (engines: readonly Engine[]): Engine | undefined =>
  engines.find(({ general }) => general !== undefined);
