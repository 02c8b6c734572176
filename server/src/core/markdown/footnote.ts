import { isSkipped, type Markdown } from './blocks.js';
import { stretchesOf } from './citation.js';

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
  /** A note runs from its mark to its end, which may lie some blocks further. */
  readonly definitions: readonly (FootnoteMark & { readonly end: number })[];
}

const NONE: Footnotes = { references: [], definitions: [] };

/** Finds the footnotes of a document. */
export function findFootnotes(text: string, { blocks, html, notes }: Markdown): Footnotes {
  if (!text.includes('[^')) return NONE;
  const references: FootnoteMark[] = [];
  const definitions: (FootnoteMark & { end: number })[] = [];
  let note = 0;
  for (const { from: start, to: end, skip, block } of stretchesOf(blocks, html)) {
    for (const match of text.slice(start, end).matchAll(/\[\^([^\]\s]+)\]:?/g)) {
      const from = start + match.index;
      if (isSkipped(skip, from)) continue;
      const mark = { label: match[1]!, from, to: from + match[0].length, block };
      while (note < notes.length && notes[note]! < from) note += 2;
      if (notes[note] === from) definitions.push({ ...mark, end: notes[note + 1]! });
      else references.push(match[0].endsWith(':') ? { ...mark, to: mark.to - 1 } : mark);
    }
  }
  return { references, definitions };
}

/** The same mark, `by` characters and `blocks` blocks further on. */
export function movedMark(mark: FootnoteMark, by: number, blocks: number): FootnoteMark {
  return { ...mark, from: mark.from + by, to: mark.to + by, block: mark.block + blocks };
}
