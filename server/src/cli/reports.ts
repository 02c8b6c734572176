import { dirname, resolve } from 'node:path';
import type { Configuration, CoverageReport } from '../core/index.js';
import { type ReportOptions, reportOf } from '../project/reports.js';
import { placeInFile } from '../project/source-places.js';
import { fileUri } from '../project/uris.js';
import type { Context } from './command.js';
import { uriOfInput } from './files.js';
import type { ReadDocument } from './programmes.js';

/**
 * The coverage of documents that are one programme together.
 * @param output file that the report goes to: links are relative to its folder, else to the working directory
 * @param title by default what the first document calls itself
 */
export function coverageOf(
  { service }: Context,
  documents: readonly ReadDocument[],
  configuration: Configuration,
  { output, title, earlier }: { readonly output: string | undefined } & Omit<ReportOptions, 'folder'>,
): CoverageReport {
  const shown = documents.map(({ key, file, document, places, analysis }) => ({
    key,
    name: file.name,
    uri: file.path === undefined ? undefined : uriOfInput(file),
    analysis,
    placeOf: (offset: number) => placeInFile(places, document.positionAt(offset).line),
  }));
  const folder = fileUri(output === undefined ? resolve('.') : dirname(resolve(output)));
  return reportOf(service, shown, configuration, { folder, title, earlier });
}
