import type { URI } from 'vscode-uri';
import { FileFault, type FileSystem, faultOf } from './file-system.js';
import { decodeUtf8 } from './utf8.js';

/** A file is read up to this size, in bytes: no programme is longer, and memory is the writer's. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Text of a file. Rejects with a {@link FileFault}; a pipe or device has no end, or nothing to say, and is not opened. */
export async function readText(files: FileSystem, uri: URI): Promise<string> {
  try {
    const { type, size } = await files.stat(uri);
    if (type === 'other') throw new FileFault('ENODEV', () => 'is geen gewoon bestand');
    if (type === 'folder') throw Object.assign(new Error(), { code: 'EISDIR' });
    if (size > MOST_BYTES) throw tooLarge(size);
    return textOf(await files.readFile(uri));
  } catch (error) {
    throw faultOf(error);
  }
}

/** @param bytes its size, as far as that is known */
export function tooLarge(bytes?: number): FileFault {
  const megabytes = bytes && (bytes / 1024 / 1024).toLocaleString('nl-NL', { maximumFractionDigits: 1 });
  const size = megabytes === undefined ? 'is' : `${megabytes} MB is`;
  return new FileFault('EFBIG', () => `${size} meer dan de grens van 16 MB. Splits het bestand`);
}

/** What people write programmes in and hand over as they are, by the first bytes. */
const NO_TEXT: readonly (readonly [start: string, what: (name: string) => string])[] = [
  ['%PDF-', () => 'een pdf. Neem de tekst over in een Markdown-bestand (.md)'],
  [
    'PK\x03\x04',
    (name) =>
      `een Word-document of ander ingepakt bestand. Maak er Markdown van, bijvoorbeeld met pandoc ${name} -o programma.md`,
  ],
];

/** Bytes as text. Throws a {@link FileFault}. */
export function textOf(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  const other = NO_TEXT.find(([first]) => start.startsWith(first));
  if (other) throw new FileFault('EILSEQ', (name) => `geen tekst maar ${other[1](name)}`);
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  const byte = decoded.invalidAt.toLocaleString('nl-NL');
  throw new FileFault('EILSEQ', () => `geen UTF-8 (byte ${byte}). Sla het bestand op als UTF-8 en probeer het opnieuw`);
}
