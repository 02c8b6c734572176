import { isInAlignedTable } from './aligned-tables.js';
import type { Block } from './blocks.js';
import { GRID_LINE } from './pandoc-blocks.js';

/**
 * A comment, attributes, tag or mark of a break that closes a line; attributes that belong to what they stand against
 * stay, and a raised number with its tags.
 */
const CLOSING = /<!--(?:(?!-->)[\s\S])*-->$|(?<![\])`}])\{[^{}\n]*\}$|<\/(?!su[bp]>)[a-z]\w*>$|<br ?\/?>$|\\$/i;

/**
 * Where the words of a block, or of its lines up to `to`, end: before attributes, comments and what else may stand
 * behind them; in a heading before the marks that close it or stand below it.
 */
export function wordsEnd(text: string, { kind, from, to: end }: Omit<Block, 'skip'>, to = end): number {
  let words = text.slice(from, Math.min(to, end)).trimEnd();
  if (kind === 'heading') words = words.replace(/\r?\n[ \t>]*(?:=+|-+)$/, '').trimEnd();
  for (;;) {
    const next = withoutHashes(kind, words.replace(CLOSING, '').trimEnd());
    if (next === words) return from + words.length;
    words = next;
  }
}

function withoutHashes(kind: Block['kind'], words: string): string {
  if (kind !== 'heading') return words;
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd() : words;
}

/** Whether a block is (part of) a cell of a table of which the columns are drawn: what is put in it pushes others out of place. */
export function isInGrid(text: string, { kind, from }: Block): boolean {
  if (kind !== 'cell') return isInAlignedTable(text, from);
  let to = text.lastIndexOf('\n', from - 1);
  for (; to > 0; ) {
    const start = text.lastIndexOf('\n', to - 1) + 1;
    const line = text.slice(start, to).replace(/^[\s>]*/, '');
    if (GRID_LINE.test(line)) return true;
    if (!line.startsWith('|')) return false;
    to = start - 1;
  }
  return false;
}
