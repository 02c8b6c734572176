import type { Converted } from './converted.js';
import { expectKind } from './file-kind.js';
import type { Read } from './read.js';
import { NO_TEXT, Refusal, TOO_LARGE } from './refusal.js';
import type { SourceFormat } from './source-format.js';

type Reader = (bytes: Uint8Array) => Promise<Read>;

/** Each reader with its libraries is loaded when it is first needed. */
const READERS: Record<SourceFormat, () => Promise<{ read: Reader }>> = {
  docx: () => import('./docx.js'),
  html: () => import('./html.js'),
  odt: () => import('./odt.js'),
  pdf: () => import('./pdf/read.js'),
  txt: () => import('./txt.js'),
};

/**
 * A source file as Markdown.
 * @throws Refusal when the file cannot be read
 */
export async function convert(bytes: Uint8Array, format: SourceFormat): Promise<Converted> {
  const reader = await READERS[format]();
  expectKind(bytes, format);
  const { toMarkdown } = await import('./to-markdown.js');
  try {
    const { tree, remarks } = await reader.read(bytes);
    const converted = { ...toMarkdown(tree), remarks };
    if (converted.markdown.trim() === '') throw new Refusal(NO_TEXT);
    return converted;
  } catch (error) {
    // What reads a tree goes down it by calling itself.
    if (error instanceof RangeError) throw new Refusal(TOO_LARGE, { cause: error });
    throw error;
  }
}
