import { convert } from '../convert/convert.js';
import { Refusal } from '../convert/refusal.js';
import type { ConversionAnswer, ConversionRequest } from '../convert/worker-protocol.js';

/** The worker in which files are converted; that of Node runs this too. */
globalThis.onmessage = async ({ data }: MessageEvent<ConversionRequest>) => {
  globalThis.postMessage(await answerTo(data));
};

async function answerTo({ bytes, format }: ConversionRequest): Promise<ConversionAnswer> {
  try {
    return { converted: await convert(bytes, format) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
