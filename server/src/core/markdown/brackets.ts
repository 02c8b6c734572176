import { type HtmlBlock, isSkipped } from './blocks.js';

/** Square brackets in prose: their own offsets. Without `close` they are still being written. */
export interface Brackets {
  readonly open: number;
  readonly close?: number;
}

/** Brackets around sources hold no more than this. */
const LONGEST = 400;
const CITES = /(?<![\p{L}\p{N}\\])@[\p{L}\p{N}_{]/u;

/** The innermost brackets around an offset. */
export function bracketsAround(text: string, block: HtmlBlock, offset: number): Brackets | undefined {
  const open = unpaired(text, block, offset - 1, Math.max(block.from, offset - LONGEST) - 1, -1);
  if (open === undefined) return undefined;
  const close = unpaired(text, block, offset, Math.min(block.to, offset + LONGEST), 1);
  return close === undefined ? { open } : { open, close };
}

/** Those that sources can be cited in: of no link, image, span or note. */
export function citingBrackets(text: string, block: HtmlBlock, offset: number): Brackets | undefined {
  const brackets = bracketsAround(text, block, offset);
  if (!brackets) return undefined;
  const { open, close } = brackets;
  if (text[open + 1] === '^' || /[\^!]/.test(text[open - 1] ?? '')) return undefined;
  return close !== undefined && /^(?:[({]|\[(?![@^-]))/.test(text.slice(close + 1, close + 3)) ? undefined : brackets;
}

/** Whether sources are cited within brackets: a mail address is none. */
export const holdSources = (text: string, { open, close }: Brackets): boolean =>
  close !== undefined && CITES.test(text.slice(open + 1, close));

/** Whether every bracket that opens in prose closes there too. */
export function isBalanced(prose: string): boolean {
  let open = 0;
  for (const mark of prose.matchAll(/\\[\s\S]|[[\]()]/g)) {
    if (mark[0] === '[' || mark[0] === '(') open++;
    else if (mark[0].length === 1) open = Math.max(0, open - 1);
  }
  return open === 0;
}

/** The first bracket from `at` on, in a direction, without a partner on that side. */
function unpaired(text: string, { skip }: HtmlBlock, at: number, end: number, step: 1 | -1): number | undefined {
  const [own, other] = step > 0 ? [']', '['] : ['[', ']'];
  let inner = 0;
  for (let i = at; i !== end; i += step) {
    if ((text[i] !== own && text[i] !== other) || isSkipped(skip, i) || isEscaped(text, i)) continue;
    if (text[i] === other) inner++;
    else if (inner-- === 0) return i;
  }
  return undefined;
}

/** Whether a backslash before a character takes its meaning away. */
export function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
