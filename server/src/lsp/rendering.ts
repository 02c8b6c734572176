import { ErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import {
  type Configuration,
  type CoverageReport,
  compare,
  type EarlierReport,
  MOST_SIDE_BY_SIDE,
  outcomeOf,
  shortNames,
  stemOf,
  type Tally,
  tally,
} from '../core/index.js';
import { faultOf } from '../project/file-system.js';
import {
  BIBLIOGRAPHY_FORMATS,
  COMPARISON_FORMATS,
  COVERAGE_FORMATS,
  readEarlier,
  reportOf,
  TALLY_FORMATS,
} from '../project/reports.js';
import { placeInFile } from '../project/source-places.js';
import { childOf, commonFolder, nameOf, parentOf, ResourceMap, shownUri, uriOf } from '../project/uris.js';
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
import { cancelled, type Session, writersDocument } from './session.js';

/** Makes what is handed round: reports, comparisons, bibliographies. */
export function listenForRendering(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onRequest(reportRequest, async ({ uri, scope, format, since }: ReportParams): Promise<Rendered | null> => {
    const document = writersDocument(session, uri);
    const form = entryOf(COVERAGE_FORMATS, format);
    if (!document || !form) return null;
    const own = uriOf(document.uri);
    const asked = scope === 'document' ? 'document' : 'programme';
    const { together, configuration, documents } = await workspace.programmeWith(document, asked);
    const from = together ?? parentOf(own);
    const name = together ? nameOf(together) : stemOf(nameOf(own));
    const earlier = await (typeof since === 'string'
      ? chosenEarlier(session, uriOf(since))
      : from && earlierBeside(session, from, `${name}-dekking`));
    const report = coverageOf(session, documents, configuration, from, earlier);
    return rendered(`${name}-dekking${form.extension}`, form.write(report), from);
  });

  connection.onRequest(compareRequest, async (params: CompareParams, token): Promise<Rendered | null> => {
    const { uris, format, workDoneToken } = params;
    const form = entryOf(COMPARISON_FORMATS, format);
    if (!form || !Array.isArray(uris)) return null;
    const asked = eachOnce(uris.filter((uri) => typeof uri === 'string').map(uriOf));
    const folder = commonFolder(asked);
    const names = asked.length === 0 ? [] : shortNames(asked.map(({ path }) => path));
    const reports: { name: string; report: CoverageReport }[] = [];
    const unread: string[] = [];
    for (const [index, uri] of asked.entries()) {
      if (token.isCancellationRequested) throw cancelled();
      if (workDoneToken !== undefined) {
        const message = `${nameOf(uri)} (${index + 1} van ${asked.length})`;
        void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', message });
      }
      const documents = await workspace.programmeAt(uri, (fault) => unread.push(fault.about(nameOf(uri))));
      if (documents.length === 0) continue;
      const { configuration } = await workspace.programmeOf(documents[0]!.uri);
      reports.push({ name: names[index]!, report: coverageOf(session, documents, configuration, folder) });
    }
    if (reports.length < 2 && unread.length > 0) throw new ResponseError(ErrorCodes.InvalidParams, unread.join(' '));
    if (reports.length < 2) return null;
    const isMany = reports.length > MOST_SIDE_BY_SIDE;
    const content = isMany ? entryOf(TALLY_FORMATS, format)!.write(tallyOf(reports)) : form.write(compare(reports));
    return { ...rendered(`vergelijking${form.extension}`, content, folder), unread };
  });

  connection.onRequest(bibliographyRequest, async ({ uri, format }: BibliographyParams): Promise<Rendered | null> => {
    const document = uri === undefined ? undefined : writersDocument(session, uri);
    if (uri !== undefined && !document) return null;
    const citing = document && (await workspace.programmeWith(document));
    const form = entryOf(BIBLIOGRAPHY_FORMATS, format) ?? BIBLIOGRAPHY_FORMATS.csl;
    return rendered(
      `${service.studies.map(({ info }) => info.key).join('-')}${form.extension}`,
      form.write(service.bibliography(citing)),
    );
  });
}

/** More programmes than stand side by side are counted. */
const tallyOf = (reports: readonly { readonly name: string; readonly report: CoverageReport }[]): Tally =>
  tally(
    reports[0]!.report,
    reports.map(({ name, report }) => ({ file: name, outcome: outcomeOf(report) })),
  );

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

/** A report that someone chose to hold this one beside. */
async function chosenEarlier({ files }: Session, uri: URI): Promise<EarlierReport> {
  try {
    return await readEarlier(files, uri);
  } catch (error) {
    throw new ResponseError(ErrorCodes.InvalidParams, faultOf(error).about(nameOf(uri)));
  }
}

/** The report that was saved here before, if there is one. */
async function earlierBeside({ files }: Session, folder: URI, stem: string): Promise<EarlierReport | undefined> {
  for (const { extension } of [COVERAGE_FORMATS.html, COVERAGE_FORMATS.json]) {
    const earlier = await readEarlier(files, childOf(folder, stem + extension)).catch(() => undefined);
    if (earlier) return earlier;
  }
  return undefined;
}

function coverageOf(
  { service, workspace }: Session,
  documents: readonly MemberDocument[],
  configuration: Configuration,
  folder: URI | undefined,
  earlier?: EarlierReport,
): CoverageReport {
  const shown = documents.map((member) => {
    const text = workspace.textOf(member);
    const placeOf = (offset: number) => placeInFile(member.places, text.positionAt(offset).line);
    return { ...member, name: shownUri(member.uri, folder), placeOf };
  });
  return reportOf(service, shown, configuration, { folder, earlier });
}
