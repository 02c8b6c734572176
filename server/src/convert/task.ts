import type { Converted } from './converted.js';
import type { SourceFormat } from './source-format.js';

/** What a worker is asked to convert. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
}

/** What it says: the Markdown, why there is none in words for a reader, or what went wrong in it. */
export type Answer = { readonly converted: Converted } | { readonly refusal: string } | { readonly failure: string };
