import { fromHtml } from 'hast-util-from-html';
import type { Read } from './read.js';

/** Reads a page of the web or a text that was saved as one. */
export async function read(bytes: Uint8Array): Promise<Read> {
  return { tree: fromHtml(new TextDecoder().decode(bytes)), remarks: [] };
}
