import type { Converted } from './converted.js';
import { Refusal } from './refusal.js';
import type { SourceFormat } from './source-format.js';
import { isAnswer, type Task } from './task.js';

/** A worker as its host has it. */
export interface HostedWorker {
  post(task: Task): void;
  /** @param failed it ended by itself; its code is `ERR_WORKER_OUT_OF_MEMORY` when there was no room left */
  listen(heard: (message: unknown) => void, failed: (error: Error & { code?: string }) => void): void;
  end(): void;
}

/** Converts sources, one after the other. */
export interface Converter {
  /** @throws Refusal when the file cannot be read */
  convert(bytes: Uint8Array, format: SourceFormat, signal?: AbortSignal): Promise<Converted>;
}

/** Far more than a programme of a hundred pages takes on a slow machine, in milliseconds. */
const LONGEST = 60_000;
/** A worker that has nothing to do gives its memory back. */
const IDLE = 30_000;

/** A converter in a worker that is started when it is first needed, and ended when a file takes too long or is not wanted any more. */
export function converterIn(start: () => Promise<HostedWorker>, longest = LONGEST): Converter {
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
    signal?.throwIfAborted();
    clearTimeout(idle);
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
        rest();
      };
      const giveUp = (reason: unknown): void => {
        end();
        settle(() => reject(reason));
      };
      const stop = (): void => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(new Refusal(TOO_SLOW)), longest);
      signal?.addEventListener('abort', stop);
      worker.listen(
        (message) => {
          if (!isAnswer(message)) return;
          settle(() => {
            if ('converted' in message) resolve(message.converted);
            else reject('refusal' in message ? new Refusal(message.refusal) : new Error(message.failure));
          });
        },
        (error) => giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal(NO_ROOM) : error),
      );
      worker.post(task);
    });
  };

  return {
    convert: (bytes, format, signal) => {
      const done = last.then(() => one({ bytes, format }, signal));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

const TOO_SLOW = 'Het omzetten duurt te lang. Bewaar het bestand opnieuw of splits het, en probeer het nog eens.';

const NO_ROOM = 'Het bestand is te groot om om te zetten. Splits het en probeer het opnieuw.';
