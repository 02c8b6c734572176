import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Configuration, type CoverageReport, type ReportDocument, titleOf } from '../core/index.js';
import type { Context } from './command.js';
import type { ReadDocument } from './programmes.js';

/** What can be given beside the documents of a programme. */
export interface ReportOptions {
  /** File that the report goes to: links are relative to its folder, else to the working directory. */
  readonly output: string | undefined;
  /** Title of the report; by default what the first document calls itself. */
  readonly title: string | undefined;
}

/** The coverage of documents that are one programme together. */
export function reportOf(
  { service }: Context,
  documents: readonly ReadDocument[],
  configuration: Configuration,
  { output, title }: ReportOptions,
): CoverageReport {
  const from = output === undefined ? resolve('.') : dirname(resolve(output));
  const shown = documents.map(
    ({ key, file, document, analysis }): ReportDocument => ({
      key,
      name: file.name,
      href: file.path === undefined ? '' : addressOf(from, file.path),
      analysis,
      lineOf: (offset) => document.positionAt(offset).line + 1,
    }),
  );
  const first = documents[0]!;
  const name = title ?? titleOf(first.analysis) ?? nameOf(first.file.name);
  return service.report({ configuration, documents: shown }, name);
}

/** Address of a file as a link from a folder; on another drive there is no relative one. */
function addressOf(folder: string, path: string): string {
  const way = relative(folder, resolve(path));
  if (resolve(way) === way) return pathToFileURL(way).href;
  return way.split(sep).map(encodeURIComponent).join('/');
}

const nameOf = (path: string): string => basename(path, extname(path));
