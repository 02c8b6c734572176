import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { URI } from 'vscode-uri';
import { convertFile } from '../node/converting.js';
import { nodeFiles, realPath } from '../node/file-system.js';
import { type FileFault, faultOf } from '../project/file-system.js';
import { type FileText, fileText, mostBytes } from '../project/file-text.js';
import { textsIn } from '../project/markdown-files.js';
import { readBytes, tooLarge } from '../project/read-text.js';
import { isProgramme, isReadable, withoutConverted } from '../project/source-files.js';
import { fileUri } from '../project/uris.js';

/** A file that was asked for. */
export interface InputFile {
  /** As shown to the user: relative to the working directory where that is shorter, with forward slashes. */
  readonly name: string;
  /** Where it stands; for standard input where the user says it stands, and undefined when they do not say. */
  readonly path: string | undefined;
  /** The text comes from standard input. */
  readonly stdin?: true;
}

type Report = (message: string) => void;

/** Where a file stands; a text that stands nowhere is looked for in the working directory. */
export const uriOfInput = ({ path }: InputFile): URI => fileUri(resolve(path ?? '-'));

/**
 * The files that one argument names: a file, a folder (searched for programmes), a pattern, or `-` for standard input.
 * What cannot be found is reported through `problem`; the rest is still found.
 * @param stdinName path that standard input stands for
 */
export async function filesOf(argument: string, problem: Report, stdinName?: string): Promise<InputFile[]> {
  if (argument === '-') {
    const name = stdinName === undefined ? '<standaardinvoer>' : shownPath(stdinName);
    return [{ name, path: stdinName, stdin: true }];
  }
  try {
    if (!(await stat(argument)).isDirectory()) return [{ name: shownPath(argument), path: argument }];
  } catch (error) {
    return filesLike(argument, faultOf(error), problem);
  }
  const found = withoutConverted(await filesIn(argument, problem, isProgramme), ({ name }) => name);
  if (found.length === 0) problem(`${shownPath(argument)}: geen programma’s (.md, .docx, .odt of .pdf) in deze map.`);
  return found;
}

/** The files that fit a pattern. @param fault why it is no file or folder */
async function filesLike(argument: string, fault: FileFault, problem: Report): Promise<InputFile[]> {
  const pattern = argument.replaceAll('\\', '/');
  const { base, isGlob } = picomatch.scan(pattern);
  if (!isGlob || !['ENOENT', 'EINVAL'].includes(fault.code)) {
    problem(fault.about(shownPath(argument) || '‘’'));
    return [];
  }
  const matches = picomatch(pattern);
  const within = base || '.';
  const isThere = await stat(within).then(
    () => true,
    () => false,
  );
  const files = isThere ? await filesIn(within, problem, isReadable) : [];
  const found = files.filter(({ path }) => matches(path!.replaceAll('\\', '/')));
  if (found.length === 0)
    problem(`${argument}: geen programma (.md, .docx, .odt, .pdf, .html of .txt) past op dit patroon.`);
  return found;
}

/** What is wanted in a folder, under the name by which the user knows the folder. */
async function filesIn(folder: string, problem: Report, isWanted: (name: string) => boolean): Promise<InputFile[]> {
  const pathOf = ({ fsPath }: URI): string => join(folder, relative(resolve(folder), fsPath));
  const leftAside = (uri: URI, fault: FileFault): void => problem(fault.about(shownPath(pathOf(uri))));
  const found = await textsIn(nodeFiles, fileUri(resolve(folder)), { leftAside }, realPath, isWanted);
  return found.map(pathOf).map((path) => ({ name: shownPath(path), path }));
}

/** The files that all arguments name, each once. */
export async function findFiles(args: readonly string[], problem: Report, stdinName?: string): Promise<InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const argument of args)
    for (const file of await filesOf(argument, problem, stdinName))
      found.set(file.path === undefined ? '-' : resolve(file.path), file);
  return [...found.values()];
}

/** Reads what was asked for, as Markdown. Rejects with a {@link FileFault}. */
export async function readInput(file: InputFile): Promise<FileText> {
  try {
    return await fileText(await bytesOf(file), file.path ?? '', convertFile);
  } catch (error) {
    throw faultOf(error);
  }
}

/** Says in one line what is to be known of how a file was converted. */
export function noteRemarks(note: (message: string) => void, { name }: InputFile, { remarks }: FileText): void {
  if (remarks.length > 0) note(`${name}: ${remarks.join(' ')}`);
}

/** Someone named it, so that it may be a pipe as well. */
async function bytesOf(file: InputFile): Promise<Uint8Array> {
  const { path, stdin } = file;
  const most = mostBytes(path ?? '');
  if (stdin) return readToEnd(process.stdin, most);
  const stats = await stat(path!);
  if (!stats.isFile() && !stats.isDirectory()) return readToEnd(createReadStream(path!), most);
  return readBytes(nodeFiles, uriOfInput(file), most);
}

/** What a pipe or device gives: its size says nothing. */
async function readToEnd(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A path as the user knows it. */
export function shownPath(path: string): string {
  const near = relative('.', path) || path;
  return (near.startsWith('..') ? path : near).replaceAll('\\', '/');
}
