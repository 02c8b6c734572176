import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  existsSync,
  type lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isMarkdown, isPassedOver, MOST_BYTES, tooLargeText } from '../protocol/programme-files.js';
import { decodeUtf8 } from '../protocol/utf8.js';
import { Problem } from './problem.js';

/** A Markdown file that was asked for. */
export interface InputFile {
  /** As shown to the user: relative to the working directory where that is shorter, with forward slashes. */
  readonly name: string;
  /** Where it stands; for standard input where the user says it stands, and undefined when they do not say. */
  readonly path: string | undefined;
  /** The text comes from standard input. */
  readonly stdin?: true;
}

type Report = (message: string) => void;

/**
 * The files that one argument names: a file, a folder (searched for Markdown), a pattern, or `-` for standard input.
 * What cannot be found is reported through `problem`; the rest is still found.
 * @param stdinName path that standard input stands for
 */
export function filesOf(argument: string, problem: Report, stdinName?: string): InputFile[] {
  if (argument === '-') {
    const name = stdinName === undefined ? '<standaardinvoer>' : shownPath(stdinName);
    return [{ name, path: stdinName, stdin: true }];
  }
  const found: InputFile[] = [];
  const add = (path: string): void => void found.push({ name: shownPath(path), path });
  try {
    if (!statSync(argument).isDirectory()) {
      add(argument);
      return found;
    }
    walk(argument, add, problem);
    if (found.length === 0) problem(`${shownPath(argument)}: geen Markdown-bestanden (.md) in deze map.`);
  } catch (error) {
    const pattern = argument.replaceAll('\\', '/');
    const { base, isGlob } = picomatch.scan(pattern);
    if (!isGlob || !isMissing(error)) problem(explain(argument, error));
    else {
      const matches = picomatch(pattern);
      if (existsSync(base || '.'))
        walk(base || '.', (path) => matches(path.replaceAll('\\', '/')) && add(path), problem);
      if (found.length === 0) problem(`${argument}: geen Markdown-bestand past op dit patroon.`);
    }
  }
  return found;
}

/** The files that all arguments name, each once. */
export function findFiles(args: readonly string[], problem: Report, stdinName?: string): InputFile[] {
  const found = new Map<string, InputFile>();
  for (const argument of args)
    for (const file of filesOf(argument, problem, stdinName))
      found.set(file.path === undefined ? '-' : resolve(file.path), file);
  return [...found.values()];
}

/**
 * Walks a folder for Markdown, in the order of the names. A symbolic link that leads back up is passed over: what it
 * leads to is on the way already, or nobody asked for it. So are pipes and devices, which may have nothing to say, or no
 * end.
 * @param stats how to look at a path: `lstatSync` leaves symbolic links aside
 */
export function walk(
  folder: string,
  add: (path: string) => void,
  problem: Report,
  stats: typeof statSync | typeof lstatSync = statSync,
  entered = new Set<string>(),
): void {
  try {
    const real = realpathSync(folder);
    if (entered.has(real)) return;
    entered.add(real);
    for (const name of readdirSync(folder).sort()) {
      if (isPassedOver(name)) continue;
      const path = join(folder, name);
      try {
        const found = stats(path)!;
        if (found.isDirectory()) {
          if (!contains(realpathSync(path), real)) walk(path, add, problem, stats, entered);
        } else if (isMarkdown(name) && found.isFile()) add(path);
      } catch (error) {
        // A dangling or circular link under another name is nobody's programme.
        if (isMarkdown(name)) problem(explain(path, error));
      }
    }
  } catch (error) {
    problem(explain(folder, error));
  }
}

/** Is `inner` the folder itself, or somewhere in it? Both are real paths. */
function contains(folder: string, inner: string): boolean {
  const way = relative(folder, inner);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}

/** Reads what was asked for as UTF-8. Throws a {@link Problem} that says what is wrong and where. */
export async function readText(file: InputFile): Promise<string> {
  return file.stdin ? decode(file.name, await readStandardInput(file.name)) : readFile(file.name, file.path!);
}

/**
 * Reads a file as UTF-8. Throws a {@link Problem} that says what is wrong and where.
 * @param name as the user knows it
 * @param asked someone named it, so that it may be a pipe as well
 */
export function readFile(name: string, path: string, asked = true): string {
  let bytes: Uint8Array;
  try {
    const stats = statSync(path);
    if (stats.size > MOST_BYTES) throw tooLarge(name, stats.size);
    const plain = stats.isFile() || stats.isDirectory();
    if (!plain && !asked) throw new Problem(`${name}: is geen gewoon bestand.`);
    bytes = plain ? readFileSync(path) : readUpToLimit(name, path);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(explain(name, error));
  }
  return decode(name, bytes);
}

/** What a pipe or device gives: its size says nothing. */
function readUpToLimit(name: string, path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= MOST_BYTES; ) {
      const chunk = Buffer.alloc(1 << 16);
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      size += read;
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  throw new Problem(`${name}: is meer dan de grens van 16 MB. Splits het bestand.`);
}

async function readStandardInput(name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) throw tooLarge(name, size);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (name: string, bytes: number): Problem => new Problem(`${name}: ${tooLargeText(bytes)}.`);

/** What people write programmes in and hand over as they are, by the first bytes. */
const NO_TEXT: readonly (readonly [start: string, what: (name: string) => string])[] = [
  ['%PDF-', () => 'een pdf. Neem de tekst over in een Markdown-bestand (.md)'],
  [
    'PK\x03\x04',
    (name) =>
      `een Word-document of ander ingepakt bestand. Maak er Markdown van, bijvoorbeeld met pandoc ${name} -o programma.md`,
  ],
];

function decode(name: string, bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  const other = NO_TEXT.find(([first]) => start.startsWith(first));
  if (other) throw new Problem(`${name}: geen tekst maar ${other[1](name)}.`);
  // Several times as fast as what also says where a fault is.
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  const byte = decoded.invalidAt.toLocaleString('nl-NL');
  throw new Problem(`${name}: geen UTF-8 (byte ${byte}). Sla het bestand op als UTF-8 en probeer het opnieuw.`);
}

/** A path as the user knows it. */
export function shownPath(path: string): string {
  const near = relative('.', path) || path;
  return (near.startsWith('..') ? path : near).replaceAll('\\', '/');
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '');

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'bestaat niet. Controleer de naam',
  ENOTDIR: 'bestaat niet; een deel van het pad is geen map',
  EACCES: 'mag niet gelezen worden. Controleer de rechten',
  EPERM: 'mag niet gelezen worden. Controleer de rechten',
  EISDIR: 'is een map, geen bestand',
  ELOOP: 'is een koppeling die in een kring loopt. Herstel of verwijder de koppeling',
  ENAMETOOLONG: 'heeft een naam die te lang is',
  EIO: 'kan niet gelezen worden; de schijf meldt een fout',
};

/** One line on what went wrong with a path. @param reasons what to say by error code; by default of reading */
export function explain(path: string, error: unknown, reasons = REASONS): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `${shownPath(path) || '‘’'}: ${reasons[code ?? ''] ?? message}.`;
}
