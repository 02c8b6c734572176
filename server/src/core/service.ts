import { type Analysis, analyse, type Engine } from './analysis.js';
import type { Configuration } from './configuration.js';
import { type ProgrammeCoverage, programmeCoverage } from './coverage/programme.js';
import { Recogniser } from './recognition/recognise.js';
import { unlearned } from './recognition/unlearned.js';
import type { Finding, Suppressed } from './rules/finding.js';
import { check } from './rules/registry.js';
import { Matcher } from './signals/matcher.js';
import { indexStudy, type StudyProvider } from './study/index.js';

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

/** What the rules find in one document; what a comment silences stands apart. */
export interface Checked {
  readonly findings: Finding[];
  readonly suppressed: Suppressed[];
}

/**
 * Findings of every document of a programme.
 * With `reikwijdte: document` each document answers for itself.
 */
export function checkProgramme(
  engine: Engine,
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): Map<string, Checked> {
  const whole = coverageOfProgramme(documents, configuration);
  return new Map(documents.map((document) => [document.key, checkWithin(engine, document, configuration, whole)]));
}

/** Findings of the first of the documents of a programme: the others only answer for it. */
export function checkFirst(
  engine: Engine,
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): Checked {
  return checkWithin(engine, documents[0]!, configuration, coverageOfProgramme(documents, configuration));
}

function checkWithin(
  { study }: Engine,
  document: ProgrammeDocument,
  configuration: Configuration,
  whole: ProgrammeCoverage,
): Checked {
  const { key, analysis } = document;
  const programme = configuration.reikwijdte === 'programma' ? whole : coverageOfProgramme([document], configuration);
  return check({ study, analysis, configuration, programme, document: key });
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
