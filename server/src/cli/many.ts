import { type Counted, type Groups, outcomeOf, type Tally, tally } from '../core/index.js';
import type { Context } from './command.js';
import { shownPath } from './files.js';
import { type Kept, KeptOutcomes, keyOf } from './kept-outcomes.js';
import { type ListedProgramme, readDocuments } from './programmes.js';
import { coverageOf } from './reports.js';
import { SILENT } from './terminal.js';

interface ManyOptions {
  /** File that is being made: links are relative to its folder, and beside it is kept what is done. */
  readonly output: string | undefined;
  readonly title?: string | undefined;
  readonly groups?: ReadonlyMap<ListedProgramme, Groups> | undefined;
}

/** Many programmes counted, and what is to be done once that is written down. */
export interface CountedMany {
  readonly tally: Tally;
  finish(): void;
}

/**
 * Reads many programmes, one after the other: of each only its outcome is kept. One that cannot be read is named at the
 * end, and the others go on; so is one of which something was left out. Undefined when there is nothing to count.
 */
export async function countMany(
  context: Context,
  programmes: readonly ListedProgramme[],
  { output, title, groups }: ManyOptions,
): Promise<CountedMany | undefined> {
  const { service, terminal } = context;
  const kept = output === undefined ? undefined : new KeptOutcomes(output);
  const progress = terminal.progress(programmes.length);
  const counted: Counted[] = [];
  const unread: string[] = [];
  const remarks: string[] = [];
  let resumed = 0;
  const interrupted = (): void => {
    progress.end();
    context.note(`Onderbroken na ${counted.length} van de ${programmes.length} programma’s.${goesOn(kept)}`);
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupted);
  for (const programme of programmes) {
    progress.step(programme.path);
    // Before it is read: what changes meanwhile is read again next time.
    const key = kept && (await keyOf(programme));
    let read = key === undefined ? undefined : kept!.of(key);
    if (read) {
      resumed++;
      progress.known();
    } else {
      const before = unread.length;
      read = await readOne(context, programme, output, unread);
      // One that was read in part is read again next time.
      if (read && key !== undefined && unread.length === before) kept!.keep(key, read);
    }
    if (!read) continue;
    counted.push({ file: programme.path, outcome: read.outcome, groups: groups?.get(programme) });
    remarks.push(...read.remarks);
  }
  process.off('SIGINT', interrupted);
  progress.end();
  if (resumed > 0)
    context.note(`Al gelezen, volgens ${shownPath(kept!.path)}: ${resumed} van de ${programmes.length} programma’s.`);
  if (remarks.length > 0) context.note(`Bij het omzetten (${remarks.length}):`);
  remarks.forEach(context.note);
  if (unread.length > 0) context.note(`Niet gelezen (${unread.length}):`);
  unread.forEach(context.problem);
  const [first] = counted;
  if (!first) return undefined;
  const { configuration } = programmes.find(({ path }) => path === first.file)!;
  const beside = service.report({ configuration, documents: [] }, '');
  return {
    tally: tally(beside, counted, { unread, title }),
    finish() {
      if (unread.length === 0) kept?.remove();
      else if (kept)
        context.note(`${shownPath(kept.path)} blijft staan: dezelfde opdracht leest dan alleen wat nog niet lukte.`);
    },
  };
}

/** As a shell says of what Ctrl-C ended. */
const INTERRUPTED = 130;

const goesOn = (kept: KeptOutcomes | undefined): string =>
  kept ? ` Dezelfde opdracht gaat verder waar zij was, met ${shownPath(kept.path)}.` : '';

/** What comes of one programme; undefined when none of its files can be read. */
async function readOne(
  context: Context,
  { path, files, configuration }: ListedProgramme,
  output: string | undefined,
  unread: string[],
): Promise<Kept | undefined> {
  const { service } = context;
  const remarks: string[] = [];
  const reader = {
    service,
    problem: (message: string) => void unread.push(message),
    note: (message: string) => void remarks.push(message),
  };
  try {
    const documents = await readDocuments(reader, files, SILENT, configuration);
    if (documents.length === 0) return undefined;
    return { outcome: outcomeOf(coverageOf(context, documents, configuration, { output })), remarks };
  } catch (error) {
    // Whatever is the matter with one of hundreds, the others are read.
    unread.push(`${path}: onverwachte fout (${(error as Error).message}).`);
    return undefined;
  }
}
