/**
 * The face of the core: the edges import this and nothing deeper. What can be asked is {@link Service}; beside it stand the
 * types of its answers, and what is said of a study, a state or a rule without any text.
 */
export type { Analysis } from './analysis.js';
export {
  CITATION_STYLES,
  type CitationStyle,
  type Configuration,
  type ConfigurationLayer,
  countsAlone,
  DEFAULT_CONFIGURATION,
  LEVELS,
  type Level,
  layered,
  type Moment,
  type Scope,
  silenced,
  silenceOf,
} from './configuration.js';
export type { ProgrammeCoverage, ProgrammeDocument, ProgrammeOpgave } from './coverage/programme.js';
export { type CoverageState, countsText, SHORT_NAMES, STATE_NAMES, STATE_SIGNS } from './coverage/states.js';
export { unreadOf } from './coverage/unread.js';
export type { LiveDocument } from './document/document.js';
export { type DrawnStudy, drawStudy } from './draft/draw-study.js';
export { choice } from './dutch/enumeration.js';
export { nearest } from './dutch/spelling.js';
export type { Coverage, ThemeCoverage } from './features/by-theme.js';
export { type Completion, pandocCitation } from './features/citing.js';
export { type Edit, escapeSnippet } from './features/edit.js';
export { escapeMarkdown } from './features/escape-markdown.js';
export { excerpt, shortened, wholeCharacters } from './features/excerpt.js';
export type { Decision } from './features/fixes/decisions.js';
export { type Fix, QUESTIONS, type Question, type Reach, type Silence } from './features/fixes/fix.js';
export { insertAt } from './features/insert-at.js';
export { type ReferencePlace, stretchesOf } from './features/references.js';
export type { CitationChoice, DirectionChoice, FigureChoice } from './features/search.js';
export { sentenceAround } from './features/sentence-around.js';
export type { SourceTable } from './features/source-table.js';
export {
  CONTENTS_PAGE,
  entryAtLine,
  type PagePlace,
  pageOf,
  type StudyPage,
} from './features/study-page.js';
export { HOMEPAGE, pageOfRule } from './homepage.js';
export { commentOf, type Silencing, WORDS } from './markdown/directives.js';
export type { Editor, Programme } from './programme-view.js';
export type { CslItem } from './report/bibliography.js';
export { bibtex } from './report/bibliography-bibtex.js';
export { type Comparison, compare, highlights, rowsByTheme } from './report/comparison.js';
export { comparisonCsv } from './report/comparison-csv.js';
export { comparisonHtml } from './report/comparison-html.js';
export { comparisonMarkdown } from './report/comparison-markdown.js';
export { type CoverageReport, namesIn, STATES } from './report/coverage.js';
export { coverageCsv } from './report/coverage-csv.js';
export { coverageHtml } from './report/coverage-html.js';
export { besideStudies, coverageMarkdown } from './report/coverage-markdown.js';
export { meanStands, oneDecimal } from './report/grouping.js';
export { type Groups, type GroupTable, readGroups } from './report/groups.js';
export { made } from './report/made.js';
export { shortNames, stemOf } from './report/names.js';
export { outcomeOf, type ProgrammeOutcome } from './report/outcome.js';
export { type FilePlace, lineInFile, type ReportDocument, titleOf } from './report/places.js';
export { changesOf, type EarlierReport, earlierReport, reportSince, sinceText } from './report/since.js';
export { STANDS, type StandCounts, signed } from './report/stands.js';
export { type Counted, MOST_SIDE_BY_SIDE, type Tally, tally } from './report/tally.js';
export { countsCsv, tallyCsv } from './report/tally-csv.js';
export { tallyHtml } from './report/tally-html.js';
export { tallyMarkdown } from './report/tally-markdown.js';
export type { Finding, Suppressed } from './rules/finding.js';
export { type Checked, differsByStudy, RULE_CODES, RULES, silenceable } from './rules/registry.js';
export { exampleOf, type Rule } from './rules/rule.js';
export { createService, type Service, type StudyItem } from './service.js';
export { builtinStudy } from './study/builtin.js';
export type { StudyIndex, StudyProvider } from './study/index.js';
export { localFacts } from './study/local-facts.js';
export type { Citable, Direction, Entry, Municipality, Opgave, Pages, Part, Remarks, Study } from './study/model.js';
export {
  type AmongStudies,
  commonNames,
  kindName,
  kindNames,
  pagesOf,
  placeText,
  publishedIn,
  toldId,
  toldName,
} from './study/reference.js';
export { faultLines } from './written-study/fault-lines.js';
export { filesOfStudy, isStudyPart, STUDY_FILE } from './written-study/file-names.js';
export { type Form, MOST_CHARACTERS, type ObjectForm } from './written-study/form.js';
export { type Language, readLanguage } from './written-study/language.js';
export { readMunicipalities } from './written-study/municipalities.js';
export { newStudyText } from './written-study/new-study.js';
export { type ReadStudy, readStudy, type StudyReading, type StudyText } from './written-study/read-study.js';
export { MORE_FORM, STUDY_FORM } from './written-study/study-form.js';
export type { StudyFault } from './written-study/yaml-file.js';
