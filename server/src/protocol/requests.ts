import type { Location, Position, Range, TextEdit, WorkDoneProgressParams, WorkspaceEdit } from 'vscode-languageserver';
import type { CoverageState } from '../core/coverage/states.js';
import type { Question, Reach } from '../core/features/fixes/fix.js';
import type { SourceTable } from '../core/features/source-table.js';
import type { Verdict } from '../core/markdown/directives.js';
import type { Citable } from '../core/study/model.js';
import { type Method, method } from './method.js';
import type { SilenceParams } from './settings.js';

/**
 * What this server and its own client say to each other beyond LSP. Types and names only, so that the client can
 * import this file without the server's libraries. Positions and ranges are LSP's: zero-based, UTF-16.
 *
 * Every request answers null where there is nothing to say (an unknown document, an id the study does not have).
 */

// ── Coming up: client → server ──────────────────────────────────────────────────────────────────────────────────

/** `initializationOptions`. An editor that sends none gets no `command:` links, lenses without a command, and so on. */
export interface InitializationOptions {
  /** Which of {@link COMMANDS} the client has registered. */
  readonly commands?: readonly string[];
  /** Whether the person trusts the folders that are open; later {@link trustedNotification} says so. */
  readonly trusted?: boolean;
}

/** Commands of the client that the server refers to in hovers, lenses and code actions, with their arguments. */
export const COMMANDS = {
  /** `[key]`: `studie:wijkenaanpak`; opens the entry in the study's read-only document. */
  openStudy: 'opgavenwijzer.openStudie',
  /** `[key?]`: inserts this source at the cursor, or asks which one. */
  insertSource: 'opgavenwijzer.bronInvoegen',
  /** `[uri?, position?]`: explains what counts at a position (or at the cursor). */
  explain: 'opgavenwijzer.waaromTeltDit',
  /** `[uri, theme?]`: shows the view "Dekking", at a theme. */
  showCoverage: 'opgavenwijzer.toonDekking',
  /** Shows the board "Dekking" beside the text. */
  showBoard: 'opgavenwijzer.dekkingsbord',
  /** `[uri, opgave]`: asks for a reason, asks `leaveOutRequest` for the edit and applies it. */
  leaveOut: 'opgavenwijzer.bewustNiet',
  /** `[uri, range, question, meant?]`: asks `choicesRequest` what can be done there, asks which is meant unless that is said, and does it. */
  choose: 'opgavenwijzer.kies',
  /** `[uri, words]`: tells nothing about these words any more; asks how far that reaches. */
  silenceWords: 'opgavenwijzer.geenUitleg',
} as const;

// ── Coverage ────────────────────────────────────────────────────────────────────────────────────────────────────

export interface CoverageParams {
  readonly uri: string;
  /** This document alone, or what counts together by its configuration. */
  readonly scope: 'document' | 'programme';
}

export type Counts = Readonly<Record<CoverageState, number>>;

/** What a document or a programme does with each opgave of the study. */
export interface Coverage {
  readonly scope: 'document' | 'programme';
  /** Name of the file, or of the programme's folder. */
  readonly name: string;
  /** Folder of the programme, when a configuration file makes it one. */
  readonly folder?: string;
  /** Number of documents that were looked at. */
  readonly documents: number;
  readonly total: number;
  readonly counts: Counts;
  /** What the study calls its opgaven, where that is not so: letters and spaces. */
  readonly several?: string;
  /** In the order of the study; only themes that have opgaven. */
  readonly themes: readonly CoverageTheme[];
}

export interface CoverageTheme {
  readonly id: string;
  /** Short name: `Ruimte en wonen`. */
  readonly name: string;
  /** `hoofdstuk 6, p. 56–64` */
  readonly place: string;
  readonly total: number;
  readonly counts: Counts;
  /** As in {@link Coverage}. */
  readonly several?: string;
  readonly opgaven: readonly CoverageOpgave[];
}

export interface CoverageOpgave {
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  /** `opgepakt`, `mogelijk opgepakt`, …: the state as the reader sees it. */
  readonly stateName: string;
  /** `§ 6.2, p. 61–62` */
  readonly place: string;
  /** Why it is deliberately left out, in the writer's words. */
  readonly reason?: string;
  /** What shows that it is taken up, strongest first; the strongest 25. */
  readonly evidence: readonly CoveragePlace[];
  /** How many more there are. */
  readonly moreEvidence: number;
  /** The mentions of trends that lead to it, strongest first; the strongest 25. */
  readonly raisedBy: readonly CoveragePlace[];
  readonly moreRaisedBy: number;
}

export interface CoveragePlace extends Location {
  /** One-based, for display. */
  readonly line: number;
  /** Name of the file, relative to the programme's folder. */
  readonly file: string;
  /** The words with some of their surroundings, on one line, plain text. */
  readonly excerpt: string;
  /** The sentence that they stand in, whole, on one line, plain text. */
  readonly sentence: string;
  /** A citation of the study, words that show it, or words that raise a trend. */
  readonly kind: 'citation' | 'words' | 'trend';
  /** A stand is taken here against the opgave. */
  readonly stance?: 'anders';
  /** 0 to 1; below 0.5 it counts as possible only. */
  readonly strength: number;
  /** The trend that is raised: id and title. */
  readonly trend?: { readonly id: string; readonly title: string };
}

/** Coverage for the view "Dekking". Opens nothing and waits for nothing; cheap to ask again. */
export const coverageRequest = method<CoverageParams, Coverage | null>('dekking');

/** Counts for status bar and badge. */
export interface Summary {
  readonly uri: string;
  readonly total: number;
  readonly counts: Counts;
  /** As in {@link Coverage}. */
  readonly several?: string;
}

/** Counts for a document within the scope that its configuration sets. */
export const summaryRequest = method<{ readonly uri: string }, Summary | null>('samenvatting');

/** Client → server, a notification: the person trusts the folders that are open from now on. */
export const trustedNotification: Method<void, never> = method('trusted');

/**
 * Server → client, a notification: coverage of these open documents may have changed (an edit, a file on disk, the
 * configuration). Sent with a pause of typing, never once a keystroke.
 */
export const coverageChangedNotification: Method<{ readonly uris: readonly string[] }, never> =
  method('dekkingGewijzigd');

/** Runs the check on a document now, whatever `controle` says; with `controle: handmatig` the only way. */
export const checkRequest = method<{ readonly uri: string }, Summary | null>('controleer');

// ── Reading the study ───────────────────────────────────────────────────────────────────────────────────────────

/**
 * A study as documents, in a folder with its key: `opgavenwijzer-studie:/studie/inhoud.md` (contents), and one a theme,
 * `opgavenwijzer-studie:/studie/ruimte-en-wonen.md`. Links between them are relative, to headings as VS Code's Markdown
 * makes anchors of them; a read-only file system provider for the scheme makes links, outline and preview work.
 */
export const STUDY_SCHEME = 'opgavenwijzer-studie';

export interface StudyParams {
  /** Id of anything in the study, with or without the key of its study; path of a page (`studie/inhoud`); without it: the contents of the first that is at work. */
  readonly id?: string;
  /** A document in whose programme the reader is: its municipality's figures come first, states are shown. */
  readonly uri?: string;
}

export interface StudyPage {
  /** `opgavenwijzer-studie:/studie/ruimte-en-wonen.md` */
  readonly uri: string;
  readonly title: string;
  readonly markdown: string;
  /** Where the entry stands: its heading. */
  readonly range: Range;
  /** Anchor of that heading, without `#`. */
  readonly anchor: string;
}

/** A page of the study, and where on it an entry stands. */
export const studyRequest = method<StudyParams, StudyPage | null>('studie');

/** Paths of all pages (`studie/inhoud.md`, `studie/ruimte-en-wonen.md`, …), for the folders of the file system. */
export const studyPagesRequest = method<Record<string, never>, readonly string[]>('studiePaginas');

// ── Citing ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface SearchParams {
  /** What was typed; empty for a first list. */
  readonly query: string;
  /** The document that is being written in: its municipality's figures come first. */
  readonly uri?: string;
  /** Where the cursor stands there: a first list begins with what fits the paragraph. */
  readonly position?: Position;
}

/** A line in the quick pick "Bron invoegen…". */
export interface SourceChoice {
  /** Id of the entry or term to cite. */
  readonly id: string;
  readonly kind: Citable['kind'] | 'figure' | 'direction';
  readonly label: string;
  /** `p. 61–62 · opgave · Ruimte en wonen` */
  readonly description: string;
  /** A sentence on it. */
  readonly detail: string;
  /** Page to cite: of a figure or direction its own. */
  readonly page?: number;
  /** Number of the study's note, to be cited beside the page. */
  readonly note?: number;
  /** A figure is inserted with its words before the citation. */
  readonly text?: string;
  /** It fits the paragraph at the cursor. */
  readonly fits?: true;
}

/** Searches themes, trends, opgaven, perspectives, terms, figures and directions. VS Code must not filter again (`alwaysShow`). */
export const searchRequest = method<SearchParams, readonly SourceChoice[]>('zoek');

export interface CitationParams {
  readonly uri: string;
  readonly position: Position;
  /** Id of an entry or term, with or without the key of its study. */
  readonly id: string;
  readonly page?: number;
  /** Number of the study's note, to be named beside the page. */
  readonly note?: number;
  /** Words before the citation: those of a figure. */
  readonly text?: string;
  /** Default: what the settings say. */
  readonly style?: 'pandoc' | 'voetnoot' | 'voetnoot-met-naam';
}

/** What to insert at the position. Apply the edits (in the same document) and the text together. */
export interface CitationInsert {
  /** Version of the document for which it was made; refuse it on another. */
  readonly version: number;
  readonly range: Range;
  /** Snippet with the page as the first tab stop. */
  readonly snippet: string;
  readonly text: string;
  /** Elsewhere in the document: the definition of a footnote. Empty when it is there already. */
  readonly edits: readonly TextEdit[];
}

export const citationRequest = method<CitationParams, CitationInsert | null>('verwijzing');

/** By study, title and place of everything that can be cited: what the preview needs to make references readable. */
export const sourceTableRequest = method<Record<string, never>, readonly SourceTable[]>('bronnen');

// ── Deciding and explaining ─────────────────────────────────────────────────────────────────────────────────────

export interface LeaveOutParams {
  readonly uri: string;
  readonly opgave: string;
  /** In the writer's words, one line. */
  readonly reason: string;
}

/** Edit that puts an opgave under `bewust-niet` in the front matter: versioned, refuses to apply when stale. */
export const leaveOutRequest = method<LeaveOutParams, WorkspaceEdit | null>('bewustNiet');

export interface VerdictParams {
  readonly uri: string;
  readonly opgave: string;
  readonly verdict: Verdict;
  /** The words that it is about; without it the whole document. */
  readonly position?: Position;
}

/**
 * Edit that puts down what words do with an opgave after all: a comment beside them, or of the whole document a line in
 * the front matter.
 */
export const verdictRequest = method<VerdictParams, WorkspaceEdit | null>('oordeel');

/** A decision that stands in a document, and how to take it back. */
export interface TakenDecision {
  /** `Bewust niet: ‘Nieuwbouw aanjagen’` */
  readonly label: string;
  /** It keeps something from being reported or explained; else it says what words do. */
  readonly silences: boolean;
  readonly where: 'tekst' | Reach;
  /** Of one in the text. The line is one-based, for display. */
  readonly line?: number;
  readonly range?: Range;
  readonly edit?: WorkspaceEdit;
  /** Of one in the settings: what takes it back. */
  readonly undone?: SilenceParams;
}

/**
 * What a writer has decided: in this document (opgaven left out, words that count or do not, what is not reported), for
 * its programme, and for everything.
 */
export const decisionsRequest = method<{ readonly uri: string }, readonly TakenDecision[] | null>('beslissingen');

export interface ChoicesParams {
  readonly uri: string;
  readonly range: Range;
  readonly question: Question;
}

/** An answer to a question in a lightbulb. */
export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly edit: WorkspaceEdit;
  /** It is no edit but a setting. */
  readonly silence?: SilenceParams;
  /** This opgave is left out: ask for the reason first, with {@link leaveOutRequest}. */
  readonly leavesOut?: string;
}

/** The answers to a question at a place. */
export const choicesRequest = method<ChoicesParams, readonly Choice[] | null>('keuzes');

/** Edit that makes 'mogelijk opgepakt' 'opgepakt': cites the opgave at its strongest evidence in this document. */
export const confirmRequest = method<{ readonly uri: string; readonly opgave: string }, WorkspaceEdit | null>(
  'welOpgepakt',
);

export interface Explanation {
  /** What was explained: the block at the position. */
  readonly range: Range;
  /** What was seen, in words. */
  readonly markdown: string;
  /** The figures behind it, as a page of their own; absent where nothing was weighed. */
  readonly figures?: string;
}

/** Which signals and weights led to which theme and opgave in the paragraph at a position, and what nearly did. */
export const explainRequest = method<{ readonly uri: string; readonly position: Position }, Explanation | null>(
  'waaromTeltDit',
);

// ── Handing round ───────────────────────────────────────────────────────────────────────────────────────────────

/** A document to save or to show. */
export interface Rendered {
  /** Proposal: `programma-dekking.html`. */
  readonly fileName: string;
  readonly content: string;
  /** Folder (a URI) from which its links are relative: the place to save it. */
  readonly folder?: string;
  /** What was left out because it cannot be read, a sentence each. */
  readonly unread?: readonly string[];
}

export interface ReportParams {
  readonly uri: string;
  /** Default: programme. */
  readonly scope?: 'document' | 'programme';
  readonly format: 'html' | 'md' | 'csv';
  /** URI of an earlier report, to say what changed since. Without it, one that lies where this one would be saved. */
  readonly since?: string;
}
export const reportRequest = method<ReportParams, Rendered | null>('verslag');

export interface CompareParams extends WorkDoneProgressParams {
  /** Documents, each a programme: Markdown or a source; a folder is one programme with all its Markdown. */
  readonly uris: readonly string[];
  readonly format: 'html' | 'md' | 'csv';
}
export const compareRequest = method<CompareParams, Rendered | null>('vergelijk');

/** A source as Markdown. */
export interface ConvertedSource {
  readonly markdown: string;
  /** What its reader is to know of the conversion, a sentence each. */
  readonly remarks: readonly string[];
}
/** Makes Markdown of a source; taking the question back ends that. Fails with a sentence for the reader. */
export const convertRequest = method<{ readonly uri: string }, ConvertedSource>('omzetten');

export interface BibliographyParams {
  /** Only what this programme cites; without it, all that can be cited. */
  readonly uri?: string;
  readonly format: 'csl' | 'bibtex';
}
export const bibliographyRequest = method<BibliographyParams, Rendered | null>('bibliografie');

export interface NewProgrammeParams {
  /** Ids of the themes, in the order of the study; none for a programme without headings. */
  readonly themes: readonly string[];
}
/** A skeleton to start from: a heading a theme, the study's questions and its opgaven as comments. */
export const newProgrammeRequest = method<NewProgrammeParams, Rendered | null>('nieuwProgramma');

export interface DrawStudyParams {
  /** An open document. */
  readonly uri: string;
  /** Key of the study, and name of its folder. */
  readonly key: string;
}
/** A first study out of a document, as the file with which it begins. Fails where the document chooses nothing. */
export const drawStudyRequest = method<DrawStudyParams, Rendered | null>('studieUit');
