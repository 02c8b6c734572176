import type { Analysis, Engine } from './analysis.js';
import { type Configuration, DEFAULT_CONFIGURATION } from './configuration.js';
import { countStates, type ProgrammeDocument } from './coverage/programme.js';
import { analyse, LiveDocument } from './document/document.js';
import { createEngine, learnedIn } from './engine.js';
import { type Coverage, coverageByTheme } from './features/by-theme.js';
import type { Completion } from './features/citing.js';
import { completionsAt } from './features/completion.js';
import type { Edit } from './features/edit.js';
import type { Explanation } from './features/explanation.js';
import { type ExplanationPage, explanationPage } from './features/explanation-page.js';
import { fittingAt } from './features/fitting.js';
import { choicesAt } from './features/fixes/choices.js';
import { type Decision, decisionEdits } from './features/fixes/decisions.js';
import type { Fix } from './features/fixes/fix.js';
import { type TakenDecision, takenDecisions } from './features/fixes/taken-decisions.js';
import { describe, type Hover, hover } from './features/hover.js';
import { type Lens, lensesAmong } from './features/lenses.js';
import { type Found, lookup } from './features/lookup.js';
import { newProgramme } from './features/new-programme.js';
import { type ReferencePlace, referencesTo } from './features/references.js';
import {
  byRank,
  type CitationChoice,
  type DirectionChoice,
  type FigureChoice,
  StudySearch,
} from './features/search.js';
import { type SourceTable, sourceTable } from './features/source-table.js';
import { pageNames, type StudyPage, studyPage } from './features/study-page.js';
import type { Citation } from './markdown/citation.js';
import {
  checkDocument,
  checkProgramme,
  coverageOfProgramme,
  type Editor,
  enginesAtWork,
  explainedBy,
  type Programme,
  ProgrammeView,
  told,
  toldFinding,
  viewOf,
  viewsOf,
} from './programme-view.js';
import { bibliography, type CslItem } from './report/bibliography.js';
import { type CoverageReport, coverageReport, joinedReports } from './report/coverage.js';
import type { ReportDocument } from './report/places.js';
import type { Finding } from './rules/finding.js';
import { type Checked, fixesFor, safeFixes } from './rules/registry.js';
import type { StudyIndex, StudyProvider } from './study/index.js';
import type { Citable } from './study/model.js';
import { ownId, toldId, toldName } from './study/reference.js';

/** Something that can be cited, with the study that has it. */
export interface StudyItem {
  readonly study: StudyIndex;
  readonly item: Citable;
}

/**
 * Everything that can be asked about texts, programmes and studies. The edges know no other way in. Where several studies
 * are at work in a programme, ids are told with the key of their study: `woonvisie:splitsen`; asked for, they may have it.
 */
export interface Service {
  /** All that texts can be checked against: those that come along, then those that writers bring. */
  readonly studies: readonly StudyIndex[];
  /** Keys of those that come along: no study of a writer has one of them. */
  readonly alongKeys: readonly string[];
  /** By which a configuration sets a study to work: its key, the address of one that a writer brings. */
  nameOf(study: StudyIndex): string;
  /** Whether a configuration can set a study of this name to work. */
  knows(name: string): boolean;
  /** Takes in a study that a writer brings, in the place of an earlier one of that name; without a provider it goes. */
  bring(name: string, provider: StudyProvider | undefined): void;
  /** Those that a configuration sets to work. */
  atWork(configuration: Pick<Configuration, 'studies'>): StudyIndex[];
  /** What has this id, with or without the key of its study; without it, in the first study that knows it, those at work before others. */
  find(id: string, configuration?: Configuration): StudyItem | undefined;

  /** A text that will be edited: its analysis is kept up to date. */
  open(text: string): LiveDocument;
  /** The same document, for what a configuration sets to work. */
  readFor(document: LiveDocument, configuration: Pick<Configuration, 'studies'>): LiveDocument;
  /** Everything there is to know about a text that stays as it is. @param configuration without it, for what comes along */
  analyse(text: string, configuration?: Pick<Configuration, 'studies'>): Analysis;

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
  lookup(programme: Programme, offset: number): (Found & StudyItem) | undefined;
  /** What is to be told about it. */
  hover(programme: Programme, offset: number, editor: Editor): Hover | undefined;
  /** What is to be told about an entry outside any text. */
  describe(id: string): string | undefined;
  /** What can be cited where a citation is being written, best first. */
  complete(programme: Programme, offset: number): Completion[] | undefined;
  /** What can be cited that a query may mean, best first; without a query, the opgaven and then the rest. */
  search(query: string, configuration?: Configuration, most?: number): CitationChoice[];
  /** What can be cited that fits an offset, best first. */
  fitting(programme: Programme, offset: number): StudyItem[];
  /** Figures that it may mean; those of the municipality first. */
  figures(query: string, configuration: Configuration): FigureChoice[];
  /** Directions that it may mean. */
  directions(query: string, configuration: Configuration): DirectionChoice[];
  /** The citations of the first document, in the order of the text, with what they cite if their study has it. */
  citations(
    programme: Programme,
  ): { readonly study: StudyIndex; readonly item?: Citable; readonly citation: Citation }[];
  /** What can be cited, for reference processors. @param cited only what these documents cite */
  bibliography(cited?: Programme, configuration?: Configuration): CslItem[];
  /** What can be cited, for readers of a reference: a table for each study. */
  sourceTables(): SourceTable[];
  /** What stands at an offset, and every place of the programme that speaks of it, or of what a finding there is about. */
  references(
    programme: Programme,
    offset: number,
  ): (StudyItem & { readonly places: readonly ReferencePlace[] }) | undefined;
  /** Every place of these documents that speaks of an entry. */
  placesOf(documents: readonly ProgrammeDocument[], of: StudyItem): ReferencePlace[];
  /** Why a block counts for what it counts for. @param sources signals of a study as they are written, by number */
  explain(
    programme: Programme,
    block: number,
    sources?: (study: StudyIndex) => readonly string[] | undefined,
  ): Explanation[];
  /** The same for the block at an offset, as a page to read. */
  explanationPage(programme: Programme, offset: number): ExplanationPage | undefined;
  /** Names of the pages of a study, the contents first. */
  pageNames(study: StudyIndex): string[];
  /** A page of a study by its name; with a programme, beside what that does with it. */
  page(study: StudyIndex, name: string, programme?: Programme): StudyPage | undefined;
  /** A programme to start from. @param themes ids */
  newProgramme(themes: readonly string[]): string;

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
  /** Edits that write down what a writer decides about an opgave, or of words about a trend. */
  decide(programme: Programme, opgave: string, decision: Decision): readonly Edit[];
  /** What its writer has decided in the first document, each with the edits that take it back. */
  decisions(programme: Programme): readonly TakenDecision[];
}

/**
 * The way in. Costs some milliseconds for each study; one service is enough for a process.
 * @param providers what texts can be checked against; a configuration says which of them are at work
 */
export function createService(providers: readonly [StudyProvider, ...StudyProvider[]]): Service {
  const first = createEngine(providers[0]);
  const along = [first, ...providers.slice(1).map((provider) => createEngine(provider, first))];
  const comeAlong = along.map(({ study }) => study);
  const keys = comeAlong.map(({ info }) => info.key);
  if (new Set(keys).size < keys.length) throw new Error(`two studies with one key: ${keys.join(', ')}`);
  let [engines, studies] = [along, comeAlong];
  const learned = learnedIn(along);
  const searches = new WeakMap<StudyIndex, StudySearch>();
  const searchOf = (study: StudyIndex): StudySearch => {
    const search = searches.get(study) ?? new StudySearch(study);
    searches.set(study, search);
    return search;
  };
  const plainPages = new WeakMap<StudyIndex, Map<string, StudyPage>>();
  const engineOf = (study: StudyIndex): Engine => engines.find((one) => one.study === study)!;
  const views = <D extends ProgrammeDocument>(programme: Programme<D>) => viewsOf(engines, programme);
  const atWork = (configuration: Pick<Configuration, 'studies'>) =>
    enginesAtWork(engines, configuration).map(({ study }) => study);
  const find = (id: string, configuration = DEFAULT_CONFIGURATION): StudyItem | undefined => {
    for (const study of [...atWork(configuration), ...studies]) {
      const item = study.find(ownId(study, id));
      if (item) return { study, item };
    }
    return undefined;
  };
  /** What each study finds at an offset; a citation is of one study alone. */
  const foundAt = (all: readonly ProgrammeView[], offset: number) => {
    const found = all.flatMap((view) => {
      const one = lookup(view.study, view.analysis, offset);
      return one ? [{ view, found: one }] : [];
    });
    const cited = found.filter(({ found }) => found.by === 'citation');
    return cited.length > 0 ? cited : found;
  };

  return {
    get studies() {
      return studies;
    },
    alongKeys: keys,
    nameOf: (study) => engineOf(study).name,
    knows: (name) => engines.some((engine) => engine.name === name),
    bring(name, provider) {
      const others = engines.filter((engine) => engine.name !== name);
      engines = provider ? [...others, createEngine(provider, first, { name, learned })] : others;
      studies = engines.map(({ study }) => study);
    },
    atWork,
    find,
    open: (text) => LiveDocument.read(along, text),
    analyse: (text, configuration) =>
      LiveDocument.read(configuration ? enginesAtWork(engines, configuration) : along, text).analysis(),
    readFor: (document, configuration) => document.readFor(enginesAtWork(engines, configuration)),

    check(programme) {
      const all = views(programme);
      return told(all, checkDocument(all, 0));
    },
    checkAll(programme) {
      const all = views(programme);
      return new Map(programme.documents.map(({ key }, at) => [key, told(all, checkDocument(all, at))]));
    },
    coverage(programme) {
      const all = views(programme);
      return {
        counts: countStates(all.flatMap(({ coverage }) => [...coverage.values()])),
        themes: all.flatMap(({ study, coverage }) => coverageByTheme(study, coverage)),
      };
    },
    report: (programme, title) =>
      joinedReports(
        views(programme).map(({ study, documents, coverage }) => coverageReport(study, title, documents, coverage)),
      ),
    lenses: (programme) => lensesAmong(views(programme)),

    lookup(programme, offset) {
      const [first] = foundAt(views(programme), offset);
      return first && { ...first.found, study: first.view.study };
    },
    hover(programme, offset, editor) {
      const hovers = foundAt(views(programme), offset).flatMap(({ view }) => {
        const one = hover(view.hoverContext(editor), view.analysis, offset);
        return one ? [one] : [];
      });
      const [first] = hovers;
      return first && { ...first, markdown: hovers.map(({ markdown }) => markdown).join('\n\n---\n\n') };
    },
    describe(id) {
      const found = find(id);
      const view = found && new ProgrammeView(engineOf(found.study), studies, NO_PROGRAMME);
      return view && describe(view.hoverContext(), found.item);
    },
    complete(programme, offset) {
      const { text } = programme.documents[0]!.analysis;
      const all = views(programme);
      const key = /@([^\s@:[\]]+):[^\s@[\]]*$/.exec(text.slice(Math.max(0, offset - LONGEST_KEY), offset))?.[1];
      const named = all.filter((view) => view.key === key);
      const lists = (named.length > 0 ? named : all).map((view) =>
        completionsAt(view.study, searchOf(view.study), view.analysis, offset, view.configuration.verwijzing)?.map(
          detailed(all),
        ),
      );
      return lists.every((list) => list === undefined) ? undefined : byRank(lists.map((list) => list ?? []));
    },
    search(query, configuration = DEFAULT_CONFIGURATION, most) {
      const all = atWork(configuration);
      return byRank(all.map((study) => searchOf(study).choices(query, most).map(detailed(all))));
    },
    fitting: (programme, offset) =>
      byRank(views(programme).map(({ study, analysis }) => fittingAt(study, analysis, offset))),
    figures(query, configuration) {
      const all = atWork(configuration);
      return byRank(all.map((study) => searchOf(study).figuresFor(query, configuration.gemeente).map(detailed(all))));
    },
    directions(query, configuration) {
      const all = atWork(configuration);
      return byRank(all.map((study) => searchOf(study).directionsFor(query).map(detailed(all))));
    },
    citations: (programme) =>
      views(programme)
        .flatMap(({ study, analysis }) =>
          analysis.citations.map((citation) => {
            const item = study.find(citation.id);
            return { study, citation, ...(item ? { item } : {}) };
          }),
        )
        .sort((a, b) => a.citation.from - b.citation.from),
    bibliography: (cited, configuration = DEFAULT_CONFIGURATION) =>
      views(cited ?? { configuration, documents: [] }).flatMap(({ study, documents }) => {
        const ids = documents.flatMap(({ analysis }) => analysis.citations.map(({ id }) => id));
        return bibliography(study, cited && new Set(ids));
      }),
    sourceTables: () =>
      studies.map((study) => {
        const table = sourceTable(study);
        const isAlong = comeAlong.includes(study);
        // A new programme lies in no folder yet: what writers brought elsewhere has no part in it.
        const told = { study, studies: isAlong ? comeAlong : studies };
        return {
          ...table,
          ...(isAlong ? { along: true as const } : {}),
          themes: table.themes.map(([id, name]) => [toldId(told, id), toldName(told, name)]),
        };
      }),
    references(programme, offset) {
      const all = views(programme);
      const [first] = foundAt(all, offset);
      if (!first) return undefined;
      const { study, key, documents } = first.view;
      // On a finding also what raises the opgave elsewhere, by this trend or another.
      const missing = checkDocument(all, 0)
        .findings.filter(({ from, to }) => offset >= from && offset <= to)
        .filter((finding) => finding.study === key)
        .flatMap(({ opgaven = [] }) => opgaven.flatMap((opgave) => [opgave, ...study.trendsAnsweredBy(opgave)]));
      const { item } = first.found;
      return { study, item, places: referencesTo(documents, [item.id, ...missing]) };
    },
    placesOf: (documents, { study, item }) =>
      referencesTo(
        documents.map(({ key, analysis }) => ({ key, analysis: analysis.by(engineOf(study)) })),
        [item.id],
      ),
    explain: (programme, block, sources) =>
      views(programme).flatMap((view) => explainedBy(view, block, sources?.(view.study))),
    explanationPage: (programme, offset) =>
      explanationPage(programme.documents[0]!.analysis, offset, (block) =>
        views(programme).flatMap((view) => explainedBy(view, block)),
      ),
    pageNames,
    page(study, name, programme) {
      const view = programme && views(programme).find((one) => one.study === study);
      if (view) return studyPage(study, name, { municipality: view.configuration.gemeente, programme: view.coverage });
      const known = plainPages.get(study) ?? new Map<string, StudyPage>();
      plainPages.set(study, known);
      const page = known.get(name) ?? studyPage(study, name);
      if (page) known.set(name, page);
      return page;
    },
    newProgramme: (themes) => newProgramme(comeAlong, themes),

    fixes(programme, { from, to }, lineOf) {
      const all = views(programme);
      return checkDocument(all, 0)
        .findings.filter((finding) => finding.from <= to && finding.to >= from)
        .map((finding) => {
          const view = viewOf(all, finding);
          return {
            finding: toldFinding(view, finding),
            fixes: fixesFor(view.contextOf(view.documents[0]!, lineOf), finding),
          };
        });
    },
    fixAll(programme) {
      const all = views(programme);
      const { findings } = checkDocument(all, 0);
      return all.flatMap((view) =>
        safeFixes(
          view.contextOf(view.documents[0]!),
          findings.filter(({ study }) => study === view.key),
        ),
      );
    },
    choices: (programme, offset) =>
      views(programme).flatMap((view) => choicesAt(view.contextOf(view.documents[0]!), offset)),
    decide(programme, opgave, decision) {
      const view = views(programme).find(({ study }) => study.find(ownId(study, opgave)));
      return view ? decisionEdits(view.contextOf(view.documents[0]!), ownId(view.study, opgave), decision) : [];
    },
    decisions: (programme) => takenDecisions(atWork(programme.configuration), programme.documents[0]!.analysis),
  };
}

/** No citation key is longer, with the id behind it. */
const LONGEST_KEY = 200;
const NO_PROGRAMME: Programme = { configuration: DEFAULT_CONFIGURATION, documents: [] };

/** A choice that says which study it is of, where there are several. */
const detailed =
  (studies: readonly unknown[]) =>
  <T extends CitationChoice | DirectionChoice | FigureChoice | Completion>(choice: T): T =>
    studies.length > 1 ? { ...choice, detail: `${choice.detail} · ${choice.study.info.title}` } : choice;

export { analyse, checkProgramme, coverageOfProgramme, createEngine };
