import {
  bibliography,
  bibtex,
  type Configuration,
  type CoverageReport,
  compare,
  comparisonCsv,
  comparisonHtml,
  comparisonMarkdown,
  coverageCsv,
  coverageHtml,
  coverageMarkdown,
  made,
  type ProgrammeDocument,
  type ReportDocument,
  shortNames,
  stemOf,
  titleOf,
} from '../core/index.js';
import {
  type BibliographyParams,
  bibliographyRequest,
  type CompareParams,
  compareRequest,
  type Rendered,
  type ReportParams,
  reportRequest,
} from '../protocol/requests.js';
import { VERSION } from '../version.js';
import { nameOf, parentOf, shownUri } from './files.js';
import { type Session, writersDocument } from './session.js';

/** Functions of the core are named when they are asked for: until then the core is not read. */
const reports = () => ({ html: coverageHtml, md: coverageMarkdown, csv: coverageCsv });
const comparisons = () => ({ html: comparisonHtml, md: comparisonMarkdown, csv: comparisonCsv });

/** Makes what is handed round: reports, comparisons, bibliographies. */
export function listenForRendering(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onRequest(reportRequest, async ({ uri, scope, format }: ReportParams): Promise<Rendered | null> => {
    const document = writersDocument(session, uri);
    const render = reports()[format];
    if (!document || !render) return null;
    const wide = scope === 'document' ? 'document' : 'programme';
    const { folder, configuration, documents } = await workspace.programmeWith(document, wide);
    const from = (wide === 'programme' ? folder : undefined) ?? parentOf(uri) ?? uri;
    const report = reportOf(session, documents, configuration, from);
    const name = wide === 'programme' && folder !== undefined ? nameOf(folder) : stemOf(nameOf(uri));
    return { fileName: `${name}-dekking.${format}`, content: render(report, made(new Date(), VERSION)), folder: from };
  });

  connection.onRequest(compareRequest, async ({ uris, format }: CompareParams): Promise<Rendered | null> => {
    const render = comparisons()[format];
    if (!render || !Array.isArray(uris)) return null;
    const asked = [...new Set(uris.filter((uri) => typeof uri === 'string'))];
    const folder = commonFolder(asked);
    const names = asked.length === 0 ? [] : shortNames(asked.map((uri) => shownUri(uri)));
    const reports: { name: string; report: CoverageReport }[] = [];
    for (const [index, uri] of asked.entries()) {
      const documents = await workspace.programmeAt(uri);
      if (documents.length === 0) continue;
      const { configuration } = await workspace.programmeOf(documents[0]!.key);
      reports.push({ name: names[index]!, report: reportOf(session, documents, configuration, folder) });
    }
    if (reports.length < 2) return null;
    const content = render(compare(reports), made(new Date(), VERSION));
    return { fileName: `vergelijking.${format}`, content, ...(folder === '' ? {} : { folder }) };
  });

  connection.onRequest(bibliographyRequest, async ({ uri, format }: BibliographyParams): Promise<Rendered | null> => {
    const only = uri === undefined ? undefined : await citedWith(session, uri);
    if (uri !== undefined && !only) return null;
    const items = bibliography(service.study, only);
    const { key } = service.study.info;
    return format === 'bibtex'
      ? { fileName: `${key}.bib`, content: bibtex(items) }
      : { fileName: `${key}.json`, content: `${JSON.stringify(items, null, 1)}\n` };
  });
}

function reportOf(
  { service, workspace }: Session,
  documents: readonly ProgrammeDocument[],
  configuration: Configuration,
  folder: string,
): CoverageReport {
  const shown = documents.map((member): ReportDocument => {
    const text = workspace.textOf(member);
    const { key, analysis } = member;
    return {
      key,
      name: shownUri(key, folder),
      href: addressOf(key, folder),
      analysis,
      lineOf: (offset) => text.positionAt(offset).line + 1,
    };
  });
  const first = documents[0]!;
  const title = titleOf(first.analysis) ?? stemOf(nameOf(first.key));
  return service.report({ configuration, documents: shown }, title);
}

/** What a report may link to outside its folder. */
const LINKED = /^(?:file|https?|vscode-[a-z-]+):/i;

/**
 * Address of a document as a link from a folder; empty for one that stands nowhere. Clients differ in what they leave
 * in a URI as it is: here nothing may end the link or turn it into another.
 */
function addressOf(uri: string, folder: string): string {
  const inside = uri.startsWith(`${folder}/`);
  if (!inside && !LINKED.test(uri)) return '';
  return inside
    ? uri.slice(folder.length + 1).replace(/[^\w\-.~$&*+,;=@/%]/gu, encoded)
    : uri.replace(/[^\w\-.~$&*+,;=@/%:?]/gu, encoded);
}

/** One character as an address has it; half a character is none. */
function encoded(character: string): string {
  if (/\p{Cs}/u.test(character)) return encodeURIComponent('\uFFFD');
  if (character > '\u007F') return encodeURIComponent(character);
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** The folder in which all of them lie; empty when they have none in common. */
function commonFolder(uris: readonly string[]): string {
  let folder = parentOf(uris[0] ?? '');
  while (folder !== undefined && !uris.every((uri) => uri.startsWith(`${folder}/`))) folder = parentOf(folder);
  return folder ?? '';
}

async function citedWith(session: Session, uri: string): Promise<Set<string> | undefined> {
  const document = writersDocument(session, uri);
  if (!document) return undefined;
  const { documents } = await session.workspace.programmeWith(document, 'programme');
  return new Set(documents.flatMap(({ analysis }) => analysis.citations.map(({ id }) => id)));
}
