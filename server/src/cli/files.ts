import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import picomatch from 'picomatch';
import { Problem } from './problem.js';

/** A Markdown file that was asked for. */
export interface InputFile {
  /** As shown to the user: relative to the working directory where that is shorter, with forward slashes. */
  readonly name: string;
  /** Path to read from; undefined for standard input. */
  readonly path: string | undefined;
}

const MARKDOWN = /\.(md|markdown|mdown|mkd)$/i;
const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);

/**
 * The files that the arguments name: files, folders (searched for Markdown), patterns, and `-` for standard input.
 * What cannot be found is reported through `problem`; the rest is still found.
 */
export function findFiles(paths: readonly string[], problem: (message: string) => void): InputFile[] {
  const found = new Map<string, InputFile>();
  const add = (path: string): void => {
    const name = shownPath(path);
    found.set(name, { name, path });
  };
  for (const path of paths) {
    if (path === '-') {
      found.set('-', { name: '<standaardinvoer>', path: undefined });
      continue;
    }
    try {
      const stats = statSync(path);
      if (!stats.isDirectory()) {
        add(path);
        continue;
      }
      const before = found.size;
      walk(path, new Set(), add, problem);
      if (found.size === before) problem(`${shownPath(path)}: geen Markdown-bestanden (.md) in deze map.`);
    } catch (error) {
      const before = found.size;
      if (isMissing(error)) matching(path, add, problem);
      if (found.size === before) problem(explain(path, error));
    }
  }
  return [...found.values()];
}

/** Adds the Markdown files that a pattern such as `programma/**` names. */
function matching(pattern: string, add: (path: string) => void, problem: (message: string) => void): void {
  const { base, isGlob } = picomatch.scan(pattern.replaceAll('\\', '/'));
  if (!isGlob) return;
  const matches = picomatch(pattern.replaceAll('\\', '/'));
  const addMatch = (path: string): void => {
    if (matches(path.replaceAll('\\', '/'))) add(path);
  };
  walk(base || '.', new Set(), addMatch, problem);
}

/** Walks a folder; a symbolic link that runs in circles is entered once. */
function walk(
  folder: string,
  entered: Set<string>,
  add: (path: string) => void,
  problem: (message: string) => void,
): void {
  try {
    const real = realpathSync(folder);
    if (entered.has(real)) return;
    entered.add(real);
    const names = readdirSync(folder).sort();
    for (const name of names) {
      const path = join(folder, name);
      let stats: ReturnType<typeof statSync>;
      try {
        stats = statSync(path);
      } catch (error) {
        // A dangling or circular link is nobody's programme.
        if (MARKDOWN.test(name)) problem(explain(path, error));
        continue;
      }
      if (stats.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(name)) walk(path, entered, add, problem);
      } else if (MARKDOWN.test(name)) add(path);
    }
  } catch (error) {
    problem(explain(folder, error));
  }
}

/** Reads a file as UTF-8. Throws a {@link Problem} that says what is wrong and where. */
export function readText(file: InputFile): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file.path ?? 0);
  } catch (error) {
    throw new Problem(explain(file.name, error));
  }
  return decode(file.name, bytes);
}

/** Decodes UTF-8. Throws a {@link Problem} with the place of the first byte that is not. */
export function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const byte = firstInvalid(bytes).toLocaleString('nl-NL');
    throw new Problem(`${name}: geen UTF-8 (byte ${byte}). Sla het bestand op als UTF-8 en probeer het opnieuw.`);
  }
}

/** Offset of the first byte that is not valid UTF-8, by halving: a prefix decodes when it is cut at most in a character. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return low;
}

/** A path as the user knows it. */
export function shownPath(path: string): string {
  const near = relative('.', path) || path;
  return (near.startsWith('..') ? path : near).replaceAll('\\', '/');
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'bestaat niet',
  EACCES: 'mag niet gelezen worden; controleer de rechten',
  EPERM: 'mag niet gelezen worden; controleer de rechten',
  EISDIR: 'is een map, geen bestand',
  ELOOP: 'is een koppeling die in een kring loopt',
};

/** One line on what went wrong with a path. */
export function explain(path: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `${shownPath(path)}: ${REASONS[code ?? ''] ?? message}.`;
}
