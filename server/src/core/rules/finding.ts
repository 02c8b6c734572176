import type { Level } from '../configuration.js';

/** What a rule found. Offsets are UTF-16 code units into the document's text. */
export interface Finding {
  readonly code: string;
  /** Key of the study that it is about; of what is wrong in the document itself, the first that is at work. */
  readonly study: string;
  readonly level: Exclude<Level, 'uit'>;
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** The same in two lines of a hover, where it would take more: what is left out stands in the second step and on the board. */
  readonly brief?: string;
  /** The opgaven that the finding is about, if it is about any. */
  readonly opgaven?: readonly string[];
  /** The trend that raises them. */
  readonly trend?: string;
  /** What it can be silenced by for good, as ids of the study: by default its opgaven, or else the rule as a whole. */
  readonly subject?: readonly string[];
  /** What a quick fix can put in the place of the range. */
  readonly suggestions?: readonly string[];
  /** The finding fades text that has no effect. */
  readonly unnecessary?: boolean;
}

/** A finding that a comment silences, kept for tools that want to see it. */
export interface Suppressed extends Finding {
  readonly suppressedBy: { readonly from: number; readonly to: number };
}
