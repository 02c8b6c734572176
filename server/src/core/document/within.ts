import { LONGEST } from '../markdown/add-block.js';
import type { Block, Markdown } from '../markdown/blocks.js';

/**
 * The top-level block that a fragment begins within, if any. Rows of a table, parts of a long paragraph and of a long item on
 * one line (behind its mark) can be read behind anything that opens one; other blocks only together with all of them that
 * stands before.
 */
export type Within = 'table' | 'paragraph' | `item ${string}` | 'other' | undefined;

const OPEN_TABLE = '|a|\n|-|\n';
const OPEN_PROSE = `${'a '.repeat(LONGEST / 2)}a!`;

/** What to put before a fragment so that it reads as it does where it stands. @param before the character there */
export function openingOf(within: Within, before: string): string {
  if (within === 'table') return OPEN_TABLE;
  if (within === 'paragraph') return OPEN_PROSE + before;
  return within?.startsWith('item ') ? within.slice('item '.length) + OPEN_PROSE + before : '';
}

const TABLE = /[|\p{L}][^\n]*\n[ \t]{0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*\r?(?:\n|$)/uy;
const PARAGRAPH = /(?:\*\*)?["'“‘(]?\p{L}/uy;
const ITEM = /(?:[-*+]|\d{1,9}[.)]) (?=\p{L})/uy;

/** What a place stands within at which something may be cut; `other` where nothing may. */
export function standsWithin(text: string, { blocks, starts, cuts }: Markdown, at: number): Within {
  if (starts.includes(at)) return undefined;
  const top = starts.findLast((start) => start < at);
  const block = blocks.find(({ from }) => from >= at);
  return cuts.includes(at) && top !== undefined ? withinOf(text, top, block) : 'other';
}

/**
 * What a place within a top-level block stands within.
 * @param top where that begins
 * @param block what stands at the place itself
 */
export function withinOf(text: string, top: number, block: Block | undefined): Within {
  const beginning = (pattern: RegExp, at = top): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  if (block?.kind === 'cell' && beginning(TABLE)) return 'table';
  // So far from its beginning it is a long one whatever follows.
  const isLong = (from: number): boolean => block !== undefined && block.from - from >= LONGEST;
  if (block?.kind === 'paragraph' && isLong(top) && beginning(PARAGRAPH)) return 'paragraph';
  if (block?.kind !== 'item' || !isLong(top) || !beginning(ITEM)) return 'other';
  const line = text.lastIndexOf('\n', block.from - 1) + 1;
  const mark = isLong(line) ? beginning(ITEM, line) : undefined;
  return mark ? `item ${mark}` : 'other';
}
