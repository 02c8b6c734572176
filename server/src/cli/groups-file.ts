import { basename, dirname, relative, resolve } from 'node:path';
import { type Groups, type GroupTable, readGroups, stemOf } from '../core/index.js';
import { nodeFiles } from '../node/file-system.js';
import { faultOf } from '../project/file-system.js';
import { readText } from '../project/read-text.js';
import { fileUri } from '../project/uris.js';
import type { Context } from './command.js';
import { shownPath } from './files.js';
import { Problem } from './problem.js';
import type { ListedProgramme } from './programmes.js';

/** So many lines of one kind are named; of the others it is said how many there are. */
const MOST_NAMED = 5;

/** What a table of groups says of programmes; undefined, with its faults told, for one with which the counts would not be right. */
export async function groupsAt(
  path: string,
  programmes: readonly ListedProgramme[],
  { note, problem }: Pick<Context, 'note' | 'problem'>,
): Promise<Map<ListedProgramme, Groups> | undefined> {
  const table = await tableAt(path);
  const at = (line: number): string => `${shownPath(path)}:${line}: `;
  for (const { line, message } of table.remarks) note(at(line) + message);
  const faults = table.faults.map(({ line, message }) => at(line) + message);
  const nowhere: string[] = [];
  const found = new Map<ListedProgramme, Groups>();
  const named = namesOf(path, programmes);
  for (const { line, file, groups } of table.rows) {
    const [one, ...others] = named(file);
    if (!one) nowhere.push(`${at(line)}‘${file}’ is niet bij de programma’s.`);
    else if (others.length > 0)
      faults.push(
        `${at(line)}‘${file}’ kunnen ${others.length + 1} bestanden zijn. Schrijf het pad vanaf deze tabel: ${relative(dirname(path), one.path).replaceAll('\\', '/')}.`,
      );
    else if (found.has(one)) faults.push(`${at(line)}‘${file}’ is al eerder genoemd. Laat één van beide weg.`);
    else found.set(one, groups);
  }
  few(faults).forEach(problem);
  if (faults.length > 0) return undefined;
  few(nowhere).forEach(note);
  const without = programmes.filter((programme) => !found.has(programme));
  if (without.length > 0)
    note(
      `${shownPath(path)}: ${without.length} van de ${programmes.length} programma’s staan er niet in en tellen als ‘onbekend’, zoals ${without[0]!.path}.`,
    );
  return found;
}

async function tableAt(path: string): Promise<GroupTable> {
  try {
    return readGroups(await readText(nodeFiles, fileUri(resolve(path))));
  } catch (error) {
    throw new Problem(faultOf(error).about(shownPath(path)));
  }
}

/** Finds programmes as a table names them: by their path from the table, else by their name, with or without its ending. */
function namesOf(table: string, programmes: readonly ListedProgramme[]): (file: string) => readonly ListedProgramme[] {
  const byPath = new Map<string, ListedProgramme>();
  const byName = new Map<string, ListedProgramme[]>();
  for (const programme of programmes) {
    byPath.set(written(resolve(programme.path)), programme);
    const name = written(basename(programme.path));
    for (const one of new Set([name, stemOf(name)])) byName.set(one, [...(byName.get(one) ?? []), programme]);
  }
  return (file) => {
    const exact = byPath.get(written(resolve(dirname(table), file.replaceAll('\\', '/'))));
    return exact ? [exact] : (byName.get(written(file)) ?? []);
  };
}

/** A name by which two are compared: a disk of a Mac takes letters and their marks apart. */
const written = (name: string): string => name.replaceAll('\\', '/').normalize('NFC');

const few = (lines: readonly string[]): string[] =>
  lines.length <= MOST_NAMED
    ? [...lines]
    : [...lines.slice(0, MOST_NAMED), `En nog ${lines.length - MOST_NAMED} zulke regels.`];
