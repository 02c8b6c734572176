import type { Converted } from './converted.js';
import type { SourceFormat } from './source-format.js';

/** What a worker is asked; one file at a time. */
export interface ConversionRequest {
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
}

/** What a worker answers: the text, why there is none in Dutch, or a fault of ours. */
export type ConversionAnswer =
  | { readonly converted: Converted }
  | { readonly refusal: string }
  | { readonly fault: string };
