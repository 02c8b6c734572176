import type { Converted } from './converted.js';
import { Refusal } from './refusal.js';
import type { SourceFormat } from './source-format.js';
import type { Answer, Task } from './task.js';

/** A worker as its host has it. */
export interface HostedWorker {
  post(task: Task): void;
  /** @param failed it ended by itself; its code is `ERR_WORKER_OUT_OF_MEMORY` when there was no room left */
  listen(heard: (answer: Answer) => void, failed: (error: Error & { code?: string }) => void): void;
  end(): void;
}

/** Turns a source into Markdown. Rejects with a {@link Refusal} when it cannot be read, or with the reason of `signal`. */
export type Convert = (bytes: Uint8Array, format: SourceFormat, signal?: AbortSignal) => Promise<Converted>;

/** Far more than a programme of a hundred pages takes on a slow machine, in milliseconds. */
const LONGEST = 60_000;
/** A worker that has nothing to do gives its memory back. */
const IDLE = 30_000;

/**
 * Converts one file after the other in a worker that is started when it is first needed, and ended when one takes too long
 * or is not wanted any more.
 */
export function convertIn(start: () => Promise<HostedWorker>, longest = LONGEST): Convert {
  let running: Promise<HostedWorker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    void running?.then((worker) => worker.end());
    running = undefined;
  };
  const rest = (): void => {
    idle = setTimeout(end, IDLE);
    // In Node nothing waits for this.
    if (typeof idle === 'object' && 'unref' in idle) (idle as { unref(): void }).unref();
  };

  const one = async (task: Task, signal: AbortSignal | undefined): Promise<Converted> => {
    clearTimeout(idle);
    signal?.throwIfAborted();
    running ??= start();
    const worker = await running.catch((error) => {
      running = undefined;
      throw error;
    });
    signal?.throwIfAborted();
    return new Promise<Converted>((resolve, reject) => {
      const settle = (outcome: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        outcome();
      };
      const giveUp = (reason: unknown): void => {
        end();
        settle(() => reject(reason));
      };
      const stop = (): void => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(new Refusal(TOO_SLOW)), longest);
      signal?.addEventListener('abort', stop);
      worker.listen(
        (answer) =>
          settle(() => {
            if ('converted' in answer) resolve(answer.converted);
            else reject('refusal' in answer ? new Refusal(answer.refusal) : new Error(answer.failure));
          }),
        (error) => giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal(NO_ROOM) : error),
      );
      worker.post(task);
    });
  };

  return (bytes, format, signal) => {
    const done = last.then(() => one({ bytes, format }, signal)).finally(rest);
    last = done.catch(() => undefined);
    return done;
  };
}

const TOO_SLOW = 'Het omzetten duurt te lang. Bewaar het bestand opnieuw of splits het, en probeer het nog eens.';

const NO_ROOM = 'Het bestand is te groot om om te zetten. Splits het en probeer het opnieuw.';
