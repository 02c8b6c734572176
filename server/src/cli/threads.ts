import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Service } from '../core/index.js';
import { checkFiles, type Outcome } from './checking.js';
import type { Programme } from './programmes.js';
import { type Progress, SILENT } from './terminal.js';

/** A thread has a study of its own to read and code of its own to warm up: with less text than this, in bytes, it only costs time. */
const WORTH = 400_000;
/** An engine compiles and cleans up beside what it runs, and so keeps about two cores at work. */
const CORES_A_THREAD = 2;

/** What the threads of one run share. */
interface Work {
  readonly programmes: readonly Programme[];
  /** Indices of programmes, the largest first. */
  readonly order: readonly number[];
  /** How many of them have been taken. */
  readonly taken: Int32Array;
}

/** Checks programmes, on several threads where that pays. The outcomes are in the order of the programmes. */
export async function checkProgrammes(
  service: Service,
  programmes: readonly Programme[],
  progress: Progress,
): Promise<Outcome[]> {
  const sizes = programmes.map(sizeOf);
  const threads = Math.min(
    programmes.length,
    Math.floor(availableParallelism() / CORES_A_THREAD),
    Math.floor(sizes.reduce((sum, size) => sum + size, 0) / WORTH),
  );
  const order = programmes.map((_, i) => i);
  if (threads > 1) order.sort((a, b) => sizes[b]! - sizes[a]!);
  const work: Work = { programmes, order, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const outcomes: Outcome[] = [];
  const helpers: Promise<void>[] = [];
  for (let i = 1; i < threads; i++) {
    helpers.push(
      helped(work, (at, outcome) => {
        outcomes[at] = outcome;
        for (const { file } of outcome.programme?.files ?? []) progress.step(file.name);
      }),
    );
  }
  for (const at of toDo(work)) outcomes[at] = await checkFiles(service, programmes[at]!, progress);
  await Promise.all(helpers);
  return outcomes;
}

/** What a helping thread does: it checks what no one has taken yet. */
export async function help(service: Service): Promise<void> {
  const work = workerData as Work;
  for (const at of toDo(work)) parentPort!.postMessage([at, await checkFiles(service, work.programmes[at]!, SILENT)]);
}

/** Takes one programme after the other. */
function* toDo({ order, taken }: Work): Generator<number> {
  for (let k = Atomics.add(taken, 0, 1); k < order.length; k = Atomics.add(taken, 0, 1)) yield order[k]!;
}

function helped(work: Work, hear: (at: number, outcome: Outcome) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // The command line itself, which begins otherwise on a thread.
    const worker = new Worker(__filename, { workerData: work });
    worker.on('message', ([at, outcome]: [number, Outcome]) => hear(at, outcome));
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** Bytes of the files of a programme. Standard input can be read by the first thread only, and so weighs nothing. */
function sizeOf({ files, others }: Programme): number {
  if (files.some(({ stdin }) => stdin)) return Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const { path } of [...files, ...others]) size += statSync(path!, { throwIfNoEntry: false })?.size ?? 0;
  return size;
}
