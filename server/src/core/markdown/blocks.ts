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

/**
 * End of the front matter (offset past its closing line), 0 where there is none. As in Pandoc, no empty line follows
 * the opening one: then it is a horizontal rule.
 */
export function frontMatterEnd(text: string): number {
  const match = /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)/.exec(text);
  if (!match) return 0;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = match[0].length;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}

/** The blocks of a text, and where its HTML comments stand (flat pairs of offsets, ascending). */
export interface Markdown {
  readonly blocks: Block[];
  readonly comments: number[];
  /** Offsets of the lines on which top-level blocks begin, ascending. */
  readonly starts: number[];
}
