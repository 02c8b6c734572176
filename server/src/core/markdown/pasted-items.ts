import type { Block } from './blocks.js';
import { PASTED_MARK } from './line-marks.js';

/** A line that begins with one. A dash may also stand in a sentence: then no line ends before it. */
const ITEM = new RegExp(
  String.raw`(?:^|\n)[ \t>]*(?![ \t>])(?:(?![–—])|(?<=(?:^|[:;.!?][ \t]*\r?\n)[ \t>]*))(?=${PASTED_MARK}\S)`,
  'g',
);
/** One of these stands in them. */
const MARKS = /[•●▪■◦‣⁃·\uF0B7\uF0A7–—]|(?:^|\n)[ \t>]*o[\t ]/;

/** The pieces of a paragraph in which lines begin as those of a pasted list do: what introduces them, and each item. */
export function withPastedItems(text: string, block: Omit<Block, 'skip'>): Omit<Block, 'skip'>[] {
  const content = text.slice(block.from, block.to);
  const starts = MARKS.test(content)
    ? [...content.matchAll(ITEM)].map(({ 0: lead, index }) => index + lead.length)
    : [];
  if (starts.length === 0) return [block];
  // Without the mark of a quotation before the next.
  const endBefore = (start: number): number =>
    content
      .slice(0, start)
      .replace(/\n[ \t>]*$/, '')
      .trimEnd().length;
  const pieces = starts.map((start, i) => ({
    kind: 'item' as const,
    from: block.from + start,
    to: block.from + endBefore(starts[i + 1] ?? content.length),
    depth: 1,
  }));
  const leadIn = endBefore(starts[0]!);
  return leadIn === 0 ? pieces : [{ ...block, to: block.from + leadIn }, ...pieces];
}
