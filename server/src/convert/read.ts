import type { Root } from 'hast';

/** What a reader makes of a file. Block elements have `data.page` where the source has pages. */
export interface Read {
  readonly tree: Root;
  /** What a reader of the result is told, in Dutch. */
  readonly remarks: readonly string[];
}

/** The page of a source that an element comes from, from 1. */
declare module 'hast' {
  interface ElementData {
    page?: number | undefined;
  }
}
