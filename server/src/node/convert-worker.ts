import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { ConversionAnswer, ConversionRequest } from '../convert/worker-protocol.js';

/** What a worker of a browser has, so that both hosts run the same file. */
const messages: {
  postMessage(answer: ConversionAnswer): void;
  onmessage?(message: { data: ConversionRequest }): void;
} = Object.assign(globalThis, {
  postMessage: (answer: ConversionAnswer) => parentPort?.postMessage(answer),
  onmessage: undefined,
});
require(join(__dirname, 'browser', 'convert.js'));
parentPort?.on('message', (data) => messages.onmessage?.({ data }));
