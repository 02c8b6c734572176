import { type Block, isSkipped } from './blocks.js';

/** A footnote's mark in the running text, `[^1]`, or where its note begins. Offsets into the text. */
export interface FootnoteMark {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly block: number;
  /** It stands in a paragraph that is still to be filled in. */
  readonly unfilled?: boolean;
}

export interface Footnotes {
  readonly references: readonly FootnoteMark[];
  /** A note runs from its mark to the next one in the same block, or to the end of the block. */
  readonly definitions: readonly (FootnoteMark & { readonly end: number })[];
}

const NONE: Footnotes = { references: [], definitions: [] };

/** Finds footnotes in the prose of a document. */
export function findFootnotes(text: string, blocks: readonly Block[]): Footnotes {
  if (!text.includes('[^')) return NONE;
  const references: FootnoteMark[] = [];
  const definitions: (FootnoteMark & { end: number })[] = [];
  for (const [index, { from: start, to: end, skip }] of blocks.entries()) {
    const content = text.slice(start, end);
    if (!content.includes('[^')) continue;
    let open: (FootnoteMark & { end: number }) | undefined;
    for (const match of content.matchAll(/\[\^([^\]\s]+)\](:?)/g)) {
      const from = start + match.index;
      if (isSkipped(skip, from)) continue;
      const mark = { label: match[1]!, from, to: from + match[0].length, block: index };
      const begins = match[2] === ':' && (match.index === 0 || /\n[ ]{0,3}$/.test(content.slice(0, match.index)));
      if (!begins) references.push(mark);
      else {
        if (open) open.end = from;
        open = { ...mark, end };
        definitions.push(open);
      }
    }
  }
  return { references, definitions };
}

/** The same mark, `by` characters and `blocks` blocks further on. */
export function movedMark(mark: FootnoteMark, by: number, blocks: number): FootnoteMark {
  return { ...mark, from: mark.from + by, to: mark.to + by, block: mark.block + blocks };
}
