import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { ProgrammeOutcome } from '../core/index.js';
import { nodeFiles } from '../node/file-system.js';
import { studyFilesIn } from '../project/own-studies.js';
import { childOf, uriOf } from '../project/uris.js';
import { VERSION } from '../version.js';
import { writeProblem } from './output.js';
import type { ListedProgramme } from './programmes.js';

/** What came of one programme. */
export interface Kept {
  readonly outcome: ProgrammeOutcome;
  /** What is to be known of how its files were converted, a line for each. */
  readonly remarks: readonly string[];
}

/**
 * What came of the programmes that were read already, in a file beside the output: a line of JSON for each. Who interrupts
 * long work, goes on where it was.
 */
export class KeptOutcomes {
  readonly path: string;
  private readonly known: ReadonlyMap<string, Kept>;

  /** @param output what is being made */
  constructor(output: string) {
    this.path = `${output}.deel`;
    this.known = outcomesIn(this.path);
  }

  /** What came of the programme of a key. */
  of(key: string): Kept | undefined {
    return this.known.get(key);
  }

  keep(key: string, kept: Kept): void {
    try {
      appendFileSync(this.path, `${JSON.stringify({ key, ...kept })}\n`);
    } catch (error) {
      throw writeProblem(this.path, error);
    }
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}

/** Who was stopped while writing left half a line; another build of this version may have kept something else. */
function outcomesIn(path: string): Map<string, Kept> {
  const known = new Map<string, Kept>();
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // Nothing was kept, or nothing that can be read: all is read anew.
  }
  for (const line of text.split('\n')) {
    try {
      const { key, ...kept } = JSON.parse(line) as Kept & { key: string };
      if (Array.isArray(kept.remarks)) known.set(key, kept);
    } catch {}
  }
  return known;
}

/**
 * What an outcome follows from: this version with its study, the files as they were last changed, their configuration.
 * Undefined for standard input, which says something else every time.
 */
export async function keyOf({ files, configuration }: ListedProgramme): Promise<string | undefined> {
  if (files.some(({ stdin }) => stdin)) return undefined;
  const own = await Promise.all((configuration.studies ?? []).map(stampsOfStudy));
  const from = [VERSION, configuration, files.map(({ name, path }) => [name, path && stampOf(path)]), own];
  return createHash('sha256').update(JSON.stringify(from)).digest('base64url');
}

/** When a file was last changed, and how long it is. */
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}

/** The files of a study that a writer brings; one that comes along goes by its version. */
async function stampsOfStudy(name: string): Promise<string[]> {
  if (!name.includes('/')) return [];
  const folder = uriOf(name);
  const paths = await studyFilesIn(nodeFiles, folder);
  return paths.map((path) => `${path} ${stampOf(childOf(folder, path).fsPath)}`);
}
