import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { choice } from '../core/index.js';
import { faultOf } from '../project/file-system.js';
import type { ReportFormat } from '../project/reports.js';
import type { Context } from './command.js';
import { shownPath } from './files.js';
import { Problem } from './problem.js';

/** Options of every command that makes something to keep. */
export const outputOptions = {
  uitvoer: {
    kind: 'file',
    value: 'BESTAND',
    short: 'o',
    text: 'schrijf naar dit bestand in plaats van naar het scherm',
  },
  overschrijven: { kind: 'flag', text: 'vervang het bestand als het er al is' },
} as const;

interface Output {
  readonly uitvoer: string | undefined;
  readonly overschrijven: boolean;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'kan niet geschreven worden; de map bestaat niet',
  ENOTDIR: 'kan niet geschreven worden; een deel van het pad is geen map',
  EACCES: 'mag niet geschreven worden. Controleer de rechten',
  EPERM: 'mag niet geschreven worden. Controleer de rechten',
  EROFS: 'mag niet geschreven worden; de schijf is alleen te lezen',
  EISDIR: 'is een map, geen bestand',
  ENOSPC: 'kan niet geschreven worden; de schijf is vol',
};

/** Someone looks on, and asked for no form: what is written is text to read. */
export const isOnScreen = (
  { terminal }: Context,
  { format, uitvoer }: { readonly format: string | undefined; readonly uitvoer: string | undefined },
): boolean => terminal.width !== undefined && format === undefined && uitvoer === undefined;

/** Refuses a file that is there already, before the work is done. Throws a {@link Problem}. */
export function claimOutput({ uitvoer, overschrijven }: Output): void {
  if (uitvoer !== undefined && !overschrijven && existsSync(uitvoer))
    throw new Problem(`${shownPath(uitvoer)}: bestaat al. Kies een andere naam, of voeg --overschrijven toe.`);
}

/**
 * The format that was asked for, or that the name of the file asks for.
 * @param byExtension endings of a name, the longest first
 * @param otherwise the format on the screen, and of a file whose name has no ending
 */
export function formatOf<F extends string>(
  format: F | undefined,
  output: string | undefined,
  byExtension: Readonly<Record<string, F>>,
  otherwise: F,
): F {
  if (format !== undefined || output === undefined || extname(output) === '') return format ?? otherwise;
  const endings = Object.keys(byExtension);
  const ending = endings.find((ending) => output.toLowerCase().endsWith(ending));
  if (ending === undefined)
    throw new Problem(
      `${shownPath(output)}: een bestand op ‘${extname(output)}’ kan niet gemaakt worden. Laat de naam eindigen op ${choice(endings)}, of noem de vorm met --format.`,
    );
  return byExtension[ending]!;
}

/** The names of the forms in a table, for the options of a command. */
export const namesIn = <F extends string>(formats: Readonly<Record<F, unknown>>): F[] => Object.keys(formats) as F[];

/** The form that each ending of a name asks for. */
export const endingsIn = <F extends string>(
  formats: Readonly<Record<F, Pick<ReportFormat<never>, 'extension'>>>,
): Record<string, F> => Object.fromEntries(namesIn(formats).map((name) => [formats[name].extension, name]));

/** Makes a folder to write in, where it is not there yet. Throws a {@link Problem}. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reasons = { ...REASONS, EEXIST: 'is een bestand, geen map. Kies een andere naam' };
    throw new Problem(faultOf(error, reasons).about(shownPath(folder)));
  }
}

/** Writes to the file that was asked for, whole or not at all, or to standard output. */
export function writeOutput(context: Context, output: Output, text: string): void {
  const { uitvoer } = output;
  if (uitvoer === undefined) {
    context.out(text);
    return;
  }
  claimOutput(output);
  // Beside the file itself: a rename stays within one file system.
  const temporary = join(dirname(uitvoer), `.${basename(uitvoer)}.${process.pid}`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, uitvoer);
  } catch (error) {
    // Under that name stands what someone else made: it is not ours to take away.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(temporary, { force: true });
    throw writeProblem(uitvoer, error);
  }
  context.note(`${shownPath(uitvoer)} geschreven.`);
}

/** What an error of writing a file means to its reader. */
export const writeProblem = (path: string, error: unknown): Problem =>
  new Problem(faultOf(error, REASONS).about(shownPath(path)));
