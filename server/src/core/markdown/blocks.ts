import { readHead } from './head.js';

/**
 * The prose of a Markdown document in order: headings, paragraphs, list items, table cells. Code, HTML, front matter
 * and link definitions are no prose and make no block. Offsets are UTF-16 code units from the start of the text.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  readonly from: number;
  readonly to: number;
  /** Level of a heading, nesting depth of a list item, else 0. */
  readonly depth: number;
  /** Parts of the block that are no prose (code spans, link targets, tags), ascending. */
  readonly skip: readonly number[];
}

/** Whether an offset lies in a part of a block that is no prose. */
export function isSkipped(skip: readonly number[], at: number): boolean {
  for (let k = 0; k < skip.length; k += 2) if (at >= skip[k]! && at < skip[k + 1]!) return true;
  return false;
}

/** Where the body of a text begins; see {@link readHead}. */
export const frontMatterEnd = (text: string): number => readHead(text).end;

/** HTML is no prose, but Pandoc reads Markdown in it: citations and marks of notes are what they are elsewhere. */
export type HtmlBlock = Pick<Block, 'from' | 'to' | 'skip'>;

/** The blocks of a text, and what else is known of where things stand in it. */
export interface Markdown {
  readonly blocks: Block[];
  readonly html: HtmlBlock[];
  /** Where HTML comments stand: flat pairs of offsets, ascending. So are the two lists that follow. */
  readonly comments: number[];
  /** Where footnotes stand, from their mark to their end. */
  readonly notes: number[];
  /** Where metadata stands between the text. */
  readonly metadata: number[];
  /** Offsets of the lines on which top-level blocks begin, ascending: there nothing is open. */
  readonly starts: number[];
  /** Offsets of all lines on which blocks begin, items and rows among them, and of the parts of long paragraphs, ascending. */
  readonly cuts: number[];
}

/** Nothing read yet. */
export const emptyMarkdown = (): Markdown => ({
  blocks: [],
  html: [],
  comments: [],
  notes: [],
  metadata: [],
  starts: [],
  cuts: [],
});

/** The same block, `by` characters further on. */
export const movedBlock = <T extends HtmlBlock>(block: T, by: number): T => ({
  ...block,
  from: block.from + by,
  to: block.to + by,
  skip: block.skip.length === 0 ? block.skip : block.skip.map((at) => at + by),
});

/** What stands in `[from, to)`, with offsets from there. @param blocks those of it */
export function partOf(markdown: Markdown, from: number, to: number, blocks: readonly Block[]): Markdown {
  const pairs = (ranges: readonly number[]): number[] => {
    const own: number[] = [];
    for (let k = 0; k < ranges.length && ranges[k]! < to; k += 2)
      if (ranges[k]! >= from) own.push(ranges[k]! - from, ranges[k + 1]! - from);
    return own;
  };
  return {
    blocks: blocks.map((block) => movedBlock(block, -from)),
    html: markdown.html
      .filter((block) => block.from >= from && block.from < to)
      .map((block) => movedBlock(block, -from)),
    comments: pairs(markdown.comments),
    notes: pairs(markdown.notes),
    metadata: pairs(markdown.metadata),
    starts: [],
    cuts: [],
  };
}
