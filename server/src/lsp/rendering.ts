import type { URI } from 'vscode-uri';
import { type Configuration, type CoverageReport, compare, shortNames, stemOf } from '../core/index.js';
import { BIBLIOGRAPHY_FORMATS, COMPARISON_FORMATS, COVERAGE_FORMATS, reportOf } from '../project/reports.js';
import { commonFolder, nameOf, parentOf, ResourceMap, shownUri, uriOf } from '../project/uris.js';
import type { MemberDocument } from '../project/workspace.js';
import {
  type BibliographyParams,
  bibliographyRequest,
  type CompareParams,
  compareRequest,
  type Rendered,
  type ReportParams,
  reportRequest,
} from '../protocol/requests.js';
import { type Session, writersDocument } from './session.js';

/** Makes what is handed round: reports, comparisons, bibliographies. */
export function listenForRendering(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onRequest(reportRequest, async ({ uri, scope, format }: ReportParams): Promise<Rendered | null> => {
    const document = writersDocument(session, uri);
    const form = entryOf(COVERAGE_FORMATS, format);
    if (!document || !form) return null;
    const own = uriOf(document.uri);
    const wide = scope === 'document' ? 'document' : 'programme';
    const { folder, configuration, documents } = await workspace.programmeWith(document, wide);
    const programme = wide === 'programme' ? folder : undefined;
    const from = programme ?? parentOf(own);
    const report = coverageOf(session, documents, configuration, from);
    const name = programme ? nameOf(programme) : stemOf(nameOf(own));
    return rendered(`${name}-dekking${form.extension}`, form.write(report), from);
  });

  connection.onRequest(compareRequest, async ({ uris, format }: CompareParams): Promise<Rendered | null> => {
    const form = entryOf(COMPARISON_FORMATS, format);
    if (!form || !Array.isArray(uris)) return null;
    const asked = eachOnce(uris.filter((uri) => typeof uri === 'string').map(uriOf));
    const folder = commonFolder(asked);
    const names = asked.length === 0 ? [] : shortNames(asked.map(({ path }) => path));
    const reports: { name: string; report: CoverageReport }[] = [];
    for (const [index, uri] of asked.entries()) {
      const documents = await workspace.programmeAt(uri);
      if (documents.length === 0) continue;
      const { configuration } = await workspace.programmeOf(documents[0]!.uri);
      reports.push({ name: names[index]!, report: coverageOf(session, documents, configuration, folder) });
    }
    if (reports.length < 2) return null;
    return rendered(`vergelijking${form.extension}`, form.write(compare(reports)), folder);
  });

  connection.onRequest(bibliographyRequest, async ({ uri, format }: BibliographyParams): Promise<Rendered | null> => {
    const document = uri === undefined ? undefined : writersDocument(session, uri);
    if (uri !== undefined && !document) return null;
    const citing = document && (await workspace.programmeWith(document, 'programme'));
    const form = entryOf(BIBLIOGRAPHY_FORMATS, format) ?? BIBLIOGRAPHY_FORMATS.csl;
    return rendered(
      `${service.studies.map(({ info }) => info.key).join('-')}${form.extension}`,
      form.write(service.bibliography(citing)),
    );
  });
}

/** What a table has under a name that anyone may have sent. */
const entryOf = <T extends object>(table: T, name: string): T[keyof T] | undefined =>
  Object.hasOwn(table, name) ? table[name as keyof T] : undefined;

const rendered = (fileName: string, content: string, folder?: URI): Rendered => ({
  fileName,
  content,
  ...(folder ? { folder: folder.toString() } : {}),
});

function eachOnce(uris: readonly URI[]): URI[] {
  const seen = new ResourceMap<URI>();
  for (const uri of uris) seen.set(uri, uri);
  return [...seen.values()];
}

function coverageOf(
  { service, workspace }: Session,
  documents: readonly MemberDocument[],
  configuration: Configuration,
  folder: URI | undefined,
): CoverageReport {
  const shown = documents.map((member) => {
    const text = workspace.textOf(member);
    const lineOf = (offset: number): number => text.positionAt(offset).line + 1;
    return { ...member, name: shownUri(member.uri, folder), lineOf };
  });
  return reportOf(service, shown, configuration, { folder });
}
