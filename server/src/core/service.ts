import type { Analysis, Engine } from './analysis.js';
import { type CitationStyle, type Configuration, DEFAULT_CONFIGURATION } from './configuration.js';
import {
  countStates,
  type ProgrammeCoverage,
  type ProgrammeDocument,
  programmeCoverage,
} from './coverage/programme.js';
import { analyse, LiveDocument } from './document/document.js';
import { type Coverage, coverageByTheme } from './features/by-theme.js';
import { type Completion, completionsAt } from './features/completion.js';
import type { Edit } from './features/edit.js';
import { type Explanation, explanations } from './features/explanation.js';
import { type ExplanationPage, explanationPage } from './features/explanation-page.js';
import { choicesAt } from './features/fixes/choices.js';
import { type Decision, decisionEdits } from './features/fixes/decisions.js';
import type { Fix, FixContext } from './features/fixes/fix.js';
import { type TakenDecision, takenDecisions } from './features/fixes/taken-decisions.js';
import { describe, type Hover, type HoverContext, hover } from './features/hover.js';
import { type Lens, lensesOf } from './features/lenses.js';
import { type Found, lookup } from './features/lookup.js';
import { type ReferencePlace, referencesTo } from './features/references.js';
import { StudySearch } from './features/search.js';
import { type StudyPage, studyPage } from './features/study-page.js';
import { Recogniser } from './recognition/recogniser.js';
import { unlearned } from './recognition/unlearned.js';
import { type CoverageReport, coverageReport } from './report/coverage.js';
import type { ReportDocument } from './report/places.js';
import type { Finding, Suppressed } from './rules/finding.js';
import { check, fixesFor, safeFixes } from './rules/registry.js';
import { Matcher } from './signals/matcher.js';
import { indexStudy, type StudyIndex, type StudyProvider } from './study/index.js';
import type { Citable } from './study/model.js';

/** Documents that answer for each other under one configuration. What is asked of one document is asked of the first. */
export interface Programme<Document extends ProgrammeDocument = ProgrammeDocument> {
  readonly configuration: Configuration;
  readonly documents: readonly Document[];
}

/** What only an editor knows of a document: its lines (one-based), and what it can open. */
export type Editor = Pick<HoverContext, 'lineOf' | 'links'>;

/** Everything that can be asked about texts, programmes and the study. The edges know no other way in. */
export interface Service {
  /** The study that texts are checked against. */
  readonly study: StudyIndex;
  readonly search: StudySearch;

  /** A text that will be edited: its analysis is kept up to date. */
  open(text: string): LiveDocument;
  /** Everything there is to know about a text that stays as it is. */
  analyse(text: string): Analysis;

  /** What the rules find in the first document. */
  check(programme: Programme): Checked;
  /** What they find in every document, by its key. */
  checkAll(programme: Programme): Map<string, Checked>;
  /** What the documents together do with each opgave. */
  coverage(programme: Programme): Coverage;
  /** The same with its places, under a title, ready to be written down. */
  report(programme: Programme<ReportDocument>, title: string): CoverageReport;
  /** Lines above headings with the coverage of their theme. */
  lenses(programme: Programme): Lens[];

  /** What stands at an offset. */
  lookup(analysis: Analysis, offset: number): Found | undefined;
  /** What is to be told about it. */
  hover(programme: Programme, offset: number, editor: Editor): Hover | undefined;
  /** What is to be told about an entry outside any text. */
  describe(item: Citable): string;
  /** What can be cited where a citation is being written, best first. */
  complete(analysis: Analysis, offset: number, style: CitationStyle): Completion[] | undefined;
  /** What stands at an offset, and every place of the programme that speaks of it, or of what a finding there is about. */
  references(
    programme: Programme,
    offset: number,
  ): { readonly item: Citable; readonly places: readonly ReferencePlace[] } | undefined;
  /** Why a block counts for what it counts for. @param sources signals as they are written, by number */
  explain(analysis: Analysis, block: number, sources?: readonly string[]): Explanation[];
  /** The same for the block at an offset, as a page to read. */
  explanationPage(analysis: Analysis, offset: number): ExplanationPage | undefined;
  /** A page of the study; with a programme, beside what that does with it. */
  page(name: string, programme?: Programme): StudyPage | undefined;

  /** The findings that a stretch touches, each with what can be done about it. */
  fixes(
    programme: Programme,
    stretch: { readonly from: number; readonly to: number },
    lineOf: Editor['lineOf'],
  ): { readonly finding: Finding; readonly fixes: readonly Fix[] }[];
  /** Edits that mend everything that can be mended without a choice. */
  fixAll(programme: Programme): Edit[];
  /** What can be done at a place without a finding. */
  choices(programme: Programme, offset: number): Fix[];
  /** Edits that write down what a writer decides about an opgave. */
  decide(programme: Programme, opgave: string, decision: Decision): readonly Edit[];
  /** What its writer has decided in a text, each with the edits that take it back. */
  decisions(analysis: Analysis): readonly TakenDecision[];
}

/**
 * The way in. Costs some milliseconds for each study; one service is enough for a process.
 * @param studies what texts are checked against. Of several, the first is at work
 */
export function createService(studies: readonly [StudyProvider, ...StudyProvider[]]): Service {
  const engine = createEngine(studies[0]);
  const { study } = engine;
  const search = new StudySearch(study);
  const plainPages = new Map<string, StudyPage>();
  const coverageOf = ({ documents, configuration }: Programme) => coverageOfProgramme(documents, configuration);
  const checkOne = ({ documents, configuration }: Programme) => checkFirst(engine, documents, configuration);
  const fixContext = (programme: Programme, lineOf: Editor['lineOf'] = () => 0): FixContext => ({
    study,
    analysis: programme.documents[0]!.analysis,
    configuration: programme.configuration,
    programme: coverageOf(programme),
    document: programme.documents[0]!.key,
    lineOf,
  });
  const hoverContext = (programme: Programme, editor: Editor): HoverContext => ({
    ...editor,
    study,
    programme: coverageOf(programme),
    municipality: programme.configuration.gemeente,
    document: programme.documents[0]?.key ?? '',
  });
  return {
    study,
    search,
    open: (text) => LiveDocument.read([engine], text),
    analyse: (text) => analyse(engine, text),
    check: checkOne,
    checkAll: ({ documents, configuration }) => checkProgramme(engine, documents, configuration),
    coverage(programme) {
      const byOpgave = coverageOf(programme);
      return { byOpgave, counts: countStates(byOpgave.values()), themes: coverageByTheme(study, byOpgave) };
    },
    report: (programme, title) => coverageReport(study, title, programme.documents, coverageOf(programme)),
    lenses: (programme) => lensesOf(study, programme.documents[0]!.analysis, coverageOf(programme)),
    lookup: (analysis, offset) => lookup(study, analysis, offset),
    hover: (programme, offset, editor) =>
      hover(hoverContext(programme, editor), programme.documents[0]!.analysis, offset),
    describe: (item) => describe(hoverContext(NO_PROGRAMME, NO_EDITOR), item),
    complete: (analysis, offset, style) => completionsAt(study, search, analysis, offset, style),
    references(programme, offset) {
      const found = lookup(study, programme.documents[0]!.analysis, offset);
      if (!found) return undefined;
      // On a finding also what raises the opgave elsewhere, by this trend or another.
      const missing = checkOne(programme)
        .findings.filter(({ from, to }) => offset >= from && offset <= to)
        .flatMap(({ opgaven = [] }) => opgaven.flatMap((opgave) => [opgave, ...study.trendsTiedTo(opgave)]));
      return { item: found.item, places: referencesTo(programme.documents, [found.item.id, ...missing]) };
    },
    explain: (analysis, block, sources) => explanations(engine, analysis, block, sources),
    explanationPage: (analysis, offset) => explanationPage(engine, analysis, offset),
    page(name, programme) {
      if (programme)
        return studyPage(study, name, {
          municipality: programme.configuration.gemeente,
          programme: coverageOf(programme),
        });
      const page = plainPages.get(name) ?? studyPage(study, name);
      if (page) plainPages.set(name, page);
      return page;
    },
    fixes(programme, { from, to }, lineOf) {
      const context = fixContext(programme, lineOf);
      return checkOne(programme)
        .findings.filter((finding) => finding.from <= to && finding.to >= from)
        .map((finding) => ({ finding, fixes: fixesFor(context, finding) }));
    },
    fixAll: (programme) => safeFixes(fixContext(programme), checkOne(programme).findings),
    choices: (programme, offset) => choicesAt(fixContext(programme), offset),
    decisions: (analysis) => takenDecisions(study, analysis),
    decide: (programme, opgave, decision) => decisionEdits(fixContext(programme), opgave, decision),
  };
}

const NO_PROGRAMME: Programme = { configuration: DEFAULT_CONFIGURATION, documents: [] };
const NO_EDITOR: Editor = { lineOf: () => 0, links: () => [] };

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
  return new Map(
    documents.map((document) => [document.key, checkWithin(engine, document, documents, configuration, whole)]),
  );
}

/** Findings of the first of the documents of a programme: the others only answer for it. */
export function checkFirst(
  engine: Engine,
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): Checked {
  return checkWithin(engine, documents[0]!, documents, configuration, coverageOfProgramme(documents, configuration));
}

function checkWithin(
  { study }: Engine,
  document: ProgrammeDocument,
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
  whole: ProgrammeCoverage,
): Checked {
  const { key, analysis } = document;
  const together = configuration.reikwijdte === 'programma';
  const programme = together ? whole : coverageOfProgramme([document], configuration);
  const within = together ? documents : [document];
  return check({ study, analysis, configuration, programme, documents: within, document: key });
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
