import type { URI } from 'vscode-uri';
import { sourceFormatOf } from '../convert/source-format.js';
import {
  bibtex,
  type Comparison,
  type Configuration,
  type CoverageReport,
  type CslItem,
  comparisonCsv,
  comparisonHtml,
  comparisonMarkdown,
  countsCsv,
  coverageCsv,
  coverageHtml,
  coverageMarkdown,
  type EarlierReport,
  earlierReport,
  made,
  type ProgrammeDocument,
  type ReportDocument,
  reportSince,
  type Service,
  stemOf,
  type Tally,
  tallyCsv,
  tallyHtml,
  tallyMarkdown,
  titleOf,
} from '../core/index.js';
import { VERSION } from '../version.js';
import { FileFault, type FileSystem } from './file-system.js';
import { readText } from './read-text.js';
import { addressOf } from './uris.js';

/** A way to write something down. */
export interface ReportFormat<T> {
  /** Ending of the file, with its dot. */
  readonly extension: string;
  write(value: T): string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const today = (): string => made(new Date(), VERSION);

/** The forms of a coverage report, by the name by which they are asked for. */
export const COVERAGE_FORMATS = {
  html: { extension: '.html', write: (report: CoverageReport) => coverageHtml(report, today()) },
  md: { extension: '.md', write: (report: CoverageReport) => coverageMarkdown(report, today()) },
  csv: { extension: '.csv', write: coverageCsv },
  json: { extension: '.json', write: json },
} satisfies Record<string, ReportFormat<CoverageReport>>;

/** The forms of a comparison. */
export const COMPARISON_FORMATS = {
  html: { extension: '.html', write: (comparison: Comparison) => comparisonHtml(comparison, today()) },
  md: { extension: '.md', write: (comparison: Comparison) => comparisonMarkdown(comparison, today()) },
  csv: { extension: '.csv', write: comparisonCsv },
} satisfies Record<string, ReportFormat<Comparison>>;

/** The forms in which a comparison of many programmes is counted. */
export const TALLY_FORMATS = {
  html: { extension: '.html', write: (tally: Tally) => tallyHtml(tally, today()) },
  md: { extension: '.md', write: (tally: Tally) => tallyMarkdown(tally, today()) },
  csv: { extension: '.csv', write: tallyCsv },
} satisfies Record<string, ReportFormat<Tally>>;

/** The forms of the coverage of many programmes: a line for each. */
export const COUNTS_FORMATS = {
  ...TALLY_FORMATS,
  csv: { extension: '.csv', write: countsCsv },
  json: {
    extension: '.json',
    write: ({ programmes, ...tally }: Tally) =>
      json({ ...tally, programmes: programmes.map(({ outcomes, stands, ...programme }) => programme) }),
  },
} satisfies Record<string, ReportFormat<Tally>>;

/** The forms of a bibliography. */
export const BIBLIOGRAPHY_FORMATS = {
  csl: { extension: '.json', write: json },
  bibtex: { extension: '.bib', write: bibtex },
} satisfies Record<string, ReportFormat<readonly CslItem[]>>;

/** A document of a programme, as a report shows it. */
export interface ShownDocument extends ProgrammeDocument {
  /** As its reader knows it. */
  readonly name: string;
  /** Undefined for a text that stands nowhere. */
  readonly uri: URI | undefined;
  placeOf: ReportDocument['placeOf'];
}

export interface ReportOptions {
  readonly folder: URI | undefined;
  readonly title?: string | undefined;
  /** The report says what changed since this one. */
  readonly earlier?: EarlierReport | undefined;
}

/** The day where the reader is: `2026-03-03`. */
const dayOf = (date: Date): string => date.toLocaleDateString('sv-SE');

/** Reads an earlier report. Rejects with a {@link FileFault}, also for a file that is something else. */
export async function readEarlier(files: FileSystem, uri: URI): Promise<EarlierReport> {
  const earlier = earlierReport(await readText(files, uri));
  if (earlier) return earlier;
  throw new FileFault(
    'EILSEQ',
    () => 'geen dekkingsverslag van Opgavenwijzer. Kies een verslag dat als .html of .json is gemaakt',
  );
}

/** The coverage of documents that are one programme together. */
export function reportOf(
  service: Service,
  documents: readonly ShownDocument[],
  configuration: Configuration,
  /** Links are relative to `folder`; without a title, the report has what the first document calls itself in its front matter or first heading, for a PDF the name of the file. */
  { folder, title, earlier }: ReportOptions,
): CoverageReport {
  const first = documents[0]!;
  const shown = documents.map((document) => ({
    ...document,
    href: document.uri ? addressOf(document.uri, folder) : '',
  }));
  // What stands largest on the first page of a PDF may be anything.
  const own = sourceFormatOf(first.name) === 'pdf' ? undefined : titleOf(first.analysis);
  const name = title ?? own ?? stemOf(first.name.split('/').at(-1)!);
  const report = { ...service.report({ configuration, documents: shown }, name), date: dayOf(new Date()) };
  return earlier ? reportSince(report, earlier) : report;
}
