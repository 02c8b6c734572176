import type { URI } from 'vscode-uri';
import { otherThanText } from '../convert/file-kind.js';
import { FileFault, type FileSystem, faultOf } from './file-system.js';
import { decodeUtf8 } from './utf8.js';

/** A file is read up to this size, in bytes: no programme is longer, and memory is the writer's. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Text of a file. Rejects with a {@link FileFault}. */
export const readText = async (files: FileSystem, uri: URI): Promise<string> => textOf(await readBytes(files, uri));

/**
 * Bytes of a file. Rejects with a {@link FileFault}; a pipe or device has no end, or nothing to say, and is not opened.
 * @param most so many at most
 */
export async function readBytes(files: FileSystem, uri: URI, most = MOST_BYTES): Promise<Uint8Array> {
  try {
    const { type, size } = await files.stat(uri);
    if (type === 'other') throw new FileFault('ENODEV', () => 'is geen gewoon bestand');
    if (type === 'folder') throw Object.assign(new Error(), { code: 'EISDIR' });
    if (size > most) throw tooLarge(most, size);
    return await files.readFile(uri);
  } catch (error) {
    throw faultOf(error);
  }
}

/** @param most so many bytes are read at most @param bytes its size, as far as that is known */
export function tooLarge(most: number, bytes?: number): FileFault {
  const megabytes = bytes && (bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  const size = megabytes === undefined ? 'is' : `${megabytes} MB is`;
  return new FileFault('EFBIG', () => `${size} meer dan de grens van ${most / 1024 / 1024} MB. Splits het bestand`);
}

/** Bytes as text. Throws a {@link FileFault}. */
export function textOf(bytes: Uint8Array): string {
  const other = otherThanText(bytes);
  if (other) throw new FileFault('EILSEQ', () => other.replace(/\.$/, ''));
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  const byte = decoded.invalidAt.toLocaleString('nl-NL');
  throw new FileFault('EILSEQ', () => `geen UTF-8 (byte ${byte}). Sla het bestand op als UTF-8 en probeer het opnieuw`);
}
