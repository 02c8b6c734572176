import type { Converted } from './converted.js';
import type { Read } from './read.js';
import { Refusal } from './refusal.js';
import type { SourceFormat } from './source-format.js';

type Reader = (bytes: Uint8Array) => Promise<Read>;

/** Each reader with its libraries is loaded when it is first needed. */
const READERS: Partial<Record<SourceFormat, () => Promise<{ read: Reader }>>> = {
  html: () => import('./html.js'),
  pdf: () => import('./pdf/read.js'),
};

/**
 * A source file as Markdown.
 * @throws Refusal when the file cannot be read
 */
export async function convert(bytes: Uint8Array, format: SourceFormat): Promise<Converted> {
  const reader = await READERS[format]?.();
  if (reader === undefined) throw new Refusal(`Bestanden van het type .${format} worden niet gelezen.`);
  const { tree, remarks } = await reader.read(bytes);
  const { toMarkdown } = await import('./to-markdown.js');
  return { ...toMarkdown(tree), remarks };
}
