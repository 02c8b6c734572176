import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ConversionWorker } from '../convert/converter.js';

/** A file that swells ends its worker, not the process. */
const MEGABYTES = 400;

/** Starts the worker in which files are converted; it keeps no process alive that has nothing else to do. */
export function startConversionWorker(dist = __dirname): ConversionWorker {
  const worker = new Worker(join(dist, 'convert.js'), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: true,
    stderr: true,
  });
  return {
    ask(request) {
      worker.ref();
      worker.postMessage(request);
    },
    listen(answered, ended) {
      worker.removeAllListeners();
      worker.once('message', (answer) => {
        worker.unref();
        answered(answer);
      });
      worker.once('error', ended);
    },
    end: () => void worker.terminate(),
  };
}
