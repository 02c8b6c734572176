import { LONGEST } from '../markdown/add-block.js';
import type { Block, Markdown } from '../markdown/blocks.js';

/**
 * The top-level block that a fragment begins within, if any. Rows of a table and parts of a long paragraph can be read
 * behind anything that opens one; other blocks only together with all of them that stands before.
 */
export type Within = 'table' | 'paragraph' | 'other' | undefined;

const OPEN_TABLE = '|a|\n|-|\n';
const OPEN_PARAGRAPH = `${'a '.repeat(LONGEST / 2)}a!`;

/** What to put before a fragment so that it reads as it does where it stands. @param before the character there */
export const openingOf = (within: Within, before: string): string =>
  within === 'table' ? OPEN_TABLE : within === 'paragraph' ? OPEN_PARAGRAPH + before : '';

const TABLE = /[|\p{L}][^\n]*\n[ \t]{0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*\r?(?:\n|$)/uy;
const PARAGRAPH = /(?:\*\*)?["'“‘(]?\p{L}/uy;

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
  const begins = (pattern: RegExp): boolean => {
    pattern.lastIndex = top;
    return pattern.test(text);
  };
  if (block?.kind === 'cell' && begins(TABLE)) return 'table';
  // So far from its beginning it is a long one whatever follows.
  const isLong = block?.kind === 'paragraph' && block.from - top >= LONGEST;
  return isLong && begins(PARAGRAPH) ? 'paragraph' : 'other';
}
