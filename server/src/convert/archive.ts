import { strFromU8, unzipSync } from 'fflate';
import { BROKEN, Refusal, TOO_LARGE } from './refusal.js';

/** Bytes that the parts of a file that are read may swell to. A programme of a hundred pages takes three million. */
const MOST = 32 * 1024 * 1024;

/**
 * The parts of a document that is a zip, as text: those whose name is `wanted`. Pictures, macros and embedded files are
 * not even unpacked. A part that is larger than its zip says is cut off there, and then is no XML.
 */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  let total = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (!wanted(name)) return false;
    total += originalSize;
    if (total > MOST) throw new Refusal(TOO_LARGE);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })).map(([name, content]) => [name, strFromU8(content)]));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(BROKEN, { cause: error });
  }
}
