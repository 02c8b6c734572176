import type { SourcePlace } from '../convert/converted.js';
import type { Convert } from '../convert/converter.js';
import { Refusal } from '../convert/refusal.js';
import { type SourceFormat, sourceFormatOf } from '../convert/source-format.js';
import { FileFault } from './file-system.js';
import { MOST_BYTES, textOf } from './read-text.js';

/** What a file says, as Markdown. */
export interface FileText {
  readonly text: string;
  /** Of what is no Markdown itself: where in the file the lines come from. */
  readonly places?: readonly SourcePlace[];
  /** What its reader is to know of the conversion, a sentence each. */
  readonly remarks: readonly string[];
}

/** What can hold pictures is read up to this size, in bytes. */
const MOST_WITH_PICTURES = 64 * 1024 * 1024;
const WITH_PICTURES: readonly (SourceFormat | undefined)[] = ['docx', 'odt', 'pdf'];

/** Up to what size a file is read, in bytes. */
export const mostBytes = (name: string): number =>
  WITH_PICTURES.includes(sourceFormatOf(name)) ? MOST_WITH_PICTURES : MOST_BYTES;

/** Bytes as Markdown, by the name of their file. Rejects with a {@link FileFault}. */
export async function fileText(bytes: Uint8Array, name: string, convert: Convert | undefined): Promise<FileText> {
  const format = sourceFormatOf(name);
  if (!format || !convert) return { text: textOf(bytes), remarks: [] };
  try {
    const { markdown, places, remarks } = await convert(bytes, format);
    return { text: markdown, places, remarks };
  } catch (error) {
    const { message } = error as Error;
    const reason = error instanceof Refusal ? message.replace(/\.$/, '') : `kan niet gelezen worden (${message})`;
    throw new FileFault('EILSEQ', () => reason);
  }
}
