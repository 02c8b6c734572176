import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Convert, convertIn, type HostedWorker } from '../convert/converter.js';

/** In megabytes: a file that swells past it ends its thread, and nothing else. */
const MOST_MEMORY = 320;

/** Turns a source into Markdown on a thread of its own, which is started when it is first needed. */
export const convertFile: Convert = (...asked) => {
  convert ??= convertIn(start);
  return convert(...asked);
};

let convert: Convert | undefined;

async function start(): Promise<HostedWorker> {
  const worker = new Worker(join(__dirname, 'convert.js'), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    // What a library has to say is nothing for a terminal.
    stderr: true,
    stdout: true,
  });
  return {
    post: (task) => {
      worker.ref();
      worker.postMessage(task);
    },
    listen: (heard, failed) => {
      worker.removeAllListeners();
      worker.once('error', failed);
      worker.once('exit', () => failed(new Error('de omzetting is onverwacht gestopt')));
      worker.on('message', (message) => {
        // Nothing waits for a thread that has answered.
        worker.unref();
        heard(message);
      });
    },
    // It may run out of memory in this very moment.
    end: () =>
      void worker
        .removeAllListeners()
        .on('error', () => {})
        .terminate(),
  };
}
