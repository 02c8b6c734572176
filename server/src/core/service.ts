import { type Analysis, analyse, type Engine } from './analysis.js';
import type { Configuration } from './configuration.js';
import type { Finding, Suppressed } from './findings.js';
import { type ProgrammeCoverage, programmeCoverage } from './programme.js';
import { Recogniser } from './recognition/recognise.js';
import { unlearned } from './recognition/unlearned.js';
import { check } from './rules/registry.js';
import { indexStudy, type StudyProvider } from './study/index.js';
import { Matcher } from './text/matcher.js';

/** A document that was analysed, under the key by which its programme knows it. */
export interface ProgrammeDocument {
  readonly key: string;
  readonly analysis: Analysis;
}

/** Builds the engine for a study. Costs some milliseconds; one is enough for a process. */
export function createEngine(provider: StudyProvider): Engine {
  const study = indexStudy(provider.study());
  const table = provider.signals();
  return {
    study,
    matcher: new Matcher(table),
    recogniser: new Recogniser(study, table, provider.weights?.() ?? unlearned(table)),
  };
}

export { analyse };

/**
 * Findings of every document of a programme.
 * With `reikwijdte: document` (or `paragraaf`) each document answers for itself.
 */
export function checkProgramme(
  { study }: Engine,
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): Map<string, { findings: Finding[]; suppressed: Suppressed[] }> {
  const whole = coverageOfProgramme(documents, configuration);
  return new Map(
    documents.map(({ key, analysis }) => {
      const programme =
        configuration.reikwijdte === 'programma' ? whole : coverageOfProgramme([{ key, analysis }], configuration);
      return [key, check({ study, analysis, configuration, programme, document: key })];
    }),
  );
}

/** Coverage of all documents together. */
export function coverageOfProgramme(
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): ProgrammeCoverage {
  return programmeCoverage(
    documents.map(({ key, analysis }) => [key, analysis.coverage] as const),
    configuration.bewustNiet,
  );
}
