import type { URI } from 'vscode-uri';
import { type Convert, convertIn } from '../convert/converter.js';
import type { FileSystem } from '../project/file-system.js';

/**
 * Turns a source into Markdown in a worker of its own, which is started when it is first needed.
 * @param script where the editor has the code of that worker
 */
export function convertInWorker(files: FileSystem, script: URI): Convert {
  let address: Promise<string> | undefined;
  const load = async (): Promise<string> =>
    URL.createObjectURL(
      new Blob([(await files.readFile(script)) as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }),
    );
  return convertIn(async () => {
    address ??= load().catch((error) => {
      address = undefined;
      throw error;
    });
    const worker = new Worker(await address);
    return {
      post: (task) => worker.postMessage(task),
      listen: (heard, failed) => {
        worker.onmessage = ({ data }) => heard(data);
        worker.onerror = ({ message }) => failed(new Error(message));
      },
      end: () => worker.terminate(),
    };
  });
}
