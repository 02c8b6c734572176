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
  const parts = unzip(bytes, (name, size) => {
    if (!wanted(name)) return false;
    total += size;
    if (total > MOST) throw new Refusal(TOO_LARGE);
    return true;
  });
  return new Map(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
}

/** The names of everything in a zip. */
export function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzip(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

function unzip(bytes: Uint8Array, filter: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => filter(name, originalSize) });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(BROKEN, { cause: error });
  }
}
