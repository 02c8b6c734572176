import type { Analysis, Engine } from './analysis.js';
import { type Configuration, countsAlone, levelsFor, silenced, silenceOf } from './configuration.js';
import { type ProgrammeCoverage, type ProgrammeDocument, programmeCoverage } from './coverage/programme.js';
import { type Explanation, explanations } from './features/explanation.js';
import type { FixContext } from './features/fixes/fix.js';
import type { HoverContext } from './features/hover.js';
import type { Finding } from './rules/finding.js';
import { type Checked, check } from './rules/registry.js';
import type { StudyIndex } from './study/index.js';
import { ownId, toldId } from './study/reference.js';

/** Documents that answer for each other under one configuration. What is asked of one document is asked of the first. */
export interface Programme<Document extends ProgrammeDocument = ProgrammeDocument> {
  readonly configuration: Configuration;
  readonly documents: readonly Document[];
}

/** What only an editor knows of a document: its lines (one-based), and what it can open. */
export interface Editor {
  lineOf(offset: number): number;
  /**
   * Links below a hover: words and target.
   * @param key of what it is about, that of its study included
   * @param words that it is about, when it is about words of the text
   */
  links(key: string, words?: string): readonly (readonly [words: string, target: string])[];
}

const NO_EDITOR: Editor = { lineOf: () => 0, links: () => [] };

/** A programme as one of the studies at work sees it. */
export class ProgrammeView<Document extends ProgrammeDocument = ProgrammeDocument> {
  readonly study: StudyIndex;
  readonly configuration: Configuration;
  readonly documents: readonly Document[];
  private joined: ProgrammeCoverage | undefined;

  /** @param studies all that are at work */
  constructor(
    readonly engine: Engine,
    readonly studies: readonly StudyIndex[],
    { configuration, documents }: Programme<Document>,
  ) {
    const { study } = engine;
    this.study = study;
    this.documents = documents.map((document) => ({ ...document, analysis: document.analysis.by(engine) }));
    const leftOut = Object.entries(configuration.bewustNiet).map(([id, reason]) => [ownId(study, id), reason]);
    const nietMelden = configuration.nietMelden.map((entry) => {
      const { code, id } = silenced(entry);
      return silenceOf(code, ownId(study, id));
    });
    const regels = levelsFor(study.info.key, configuration);
    this.configuration = { ...configuration, regels, bewustNiet: Object.fromEntries(leftOut), nietMelden };
  }

  get key(): string {
    return this.study.info.key;
  }

  /** Of the first document. */
  get analysis(): Analysis {
    return this.documents[0]!.analysis;
  }

  /** Key of the first document. */
  get document(): string {
    return this.documents[0]?.key ?? '';
  }

  /** Coverage of all documents together. */
  get coverage(): ProgrammeCoverage {
    this.joined ??= coverageOfProgramme(this.documents, this.configuration);
    return this.joined;
  }

  /** What rules and fixes look at in a document. With `reikwijdte: document` each answers for itself. */
  contextOf({ key, analysis }: ProgrammeDocument, lineOf: Editor['lineOf'] = NO_EDITOR.lineOf): FixContext {
    const { study, studies, configuration } = this;
    return { study, studies, analysis, configuration, programme: this.coverage, document: key, lineOf };
  }

  hoverContext({ lineOf, links }: Editor = NO_EDITOR): HoverContext {
    return {
      lineOf,
      links: ({ id }, words) => links(`${this.key}:${id}`, words),
      study: this.study,
      studies: this.studies,
      programme: this.coverage,
      municipality: this.configuration.gemeente,
      silentWords: this.configuration.geenUitleg,
      document: this.document,
    };
  }
}

/** A programme as each of the studies that its configuration sets to work sees it, in the order of the service. */
export function viewsOf<Document extends ProgrammeDocument>(
  engines: readonly Engine[],
  programme: Programme<Document>,
): ProgrammeView<Document>[] {
  const atWork = enginesAtWork(engines, programme.configuration);
  const studies = atWork.map(({ study }) => study);
  return atWork.map((engine) => new ProgrammeView(engine, studies, programme));
}

/** The studies that a configuration sets to work; where none of them is there, those that come along. */
export function enginesAtWork(engines: readonly Engine[], { studies }: Pick<Configuration, 'studies'>): Engine[] {
  const chosen = studies === undefined ? [] : engines.filter(({ name }) => studies.includes(name));
  return chosen.length > 0 ? chosen : engines.filter(({ isBrought }) => !isBrought);
}

/**
 * What the rules find in one of the documents of a programme: the others only answer for it.
 * @param views the programme as each study sees it
 * @param at index of the document
 */
export function checkDocument(views: readonly ProgrammeView[], at: number): Checked {
  return check(
    views.map((view) => {
      const document = view.documents[at]!;
      const alone = countsAlone(view.configuration);
      const context = { ...view.contextOf(document), documents: alone ? [document] : view.documents };
      return alone ? { ...context, programme: coverageOfProgramme([document], view.configuration) } : context;
    }),
  );
}

/** Coverage of all documents together, for one study. */
export function coverageOfProgramme(
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): ProgrammeCoverage {
  return programmeCoverage(
    documents.map(({ key, analysis }) => [key, analysis.coverage] as const),
    configuration.bewustNiet,
  );
}

/** The view of the study that a finding is about. */
export const viewOf = (views: readonly ProgrammeView[], { study }: Finding): ProgrammeView =>
  views.find(({ key }) => key === study)!;

/** Findings as they are told outside: with several studies at work, ids have their key. */
export function told<T extends Checked>(views: readonly ProgrammeView[], { findings, suppressed }: T): Checked {
  return {
    findings: findings.map((finding) => toldFinding(viewOf(views, finding), finding)),
    suppressed: suppressed.map((finding) => toldFinding(viewOf(views, finding), finding)),
  };
}

/** A finding with the key of its study before its ids, where there are several. */
export function toldFinding<T extends Finding>(view: ProgrammeView, finding: T): T {
  const { opgaven, trend } = finding;
  if (view.studies.length === 1) return finding;
  return {
    ...finding,
    ...(opgaven === undefined ? {} : { opgaven: opgaven.map((id) => toldId(view, id)) }),
    ...(trend === undefined ? {} : { trend: toldId(view, trend) }),
  };
}

/** Why a block counts for a study, which is named where others speak as well. */
export function explainedBy(view: ProgrammeView, block: number, sources?: readonly string[]): Explanation[] {
  return explanations(view.engine, view.analysis, block, { programme: view.coverage, sources }).map((found) => ({
    ...found,
    verdict: view.studies.length > 1 ? `${view.study.info.title}: ${found.verdict}` : found.verdict,
  }));
}

/** Findings of every document of a programme, by its key, with the ids of their own study. */
export function checkProgramme(
  engines: readonly Engine[],
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
): Map<string, Checked> {
  const views = viewsOf(engines, { documents, configuration });
  return new Map(documents.map(({ key }, at) => [key, checkDocument(views, at)]));
}
