import type { ConversionWorker } from '../convert/converter.js';

/** Starts the worker in which files are converted. @param script the address of `dist/browser/convert.js` */
export function startConversionWorker(script: string): ConversionWorker {
  const worker = new Worker(script);
  return {
    ask: (request) => worker.postMessage(request),
    listen(answered, ended) {
      worker.onmessage = ({ data }) => answered(data);
      worker.onerror = ended;
    },
    end: () => worker.terminate(),
  };
}
