import { sentenceEndAt } from '../dutch/sentence.js';
import type { Block, Markdown } from './blocks.js';
import type { InlineSyntax } from './inline.js';
import { withPastedItems } from './pasted-items.js';

/**
 * Nobody writes a longer paragraph; what came out of a PDF may be one. It is read in parts of whole sentences, so that a
 * change in it costs no more than a change in a text of ordinary paragraphs.
 */
export const LONGEST = 8000;
/** One sentence in so many ends a part. */
const SENTENCES = 5;

/** Adds a block, or the parts of one that is very long or that is a list to whoever reads it. */
export function addBlock(markdown: Markdown, text: string, inline: InlineSyntax, block: Omit<Block, 'skip'>): void {
  const before = markdown.blocks.at(-1)?.to ?? 0;
  const lineBreak = text.slice(before, block.from).lastIndexOf('\n');
  const cut = lineBreak >= 0 || before === 0 ? before + lineBreak + 1 : undefined;
  const pieces = block.kind === 'paragraph' ? withPastedItems(text, block) : [block];
  for (const piece of pieces) addParts(markdown, text, inline, piece, piece === pieces[0] ? cut : piece.from);
}

/** @param cut where the text can be cut before it, if it can */
function addParts(
  markdown: Markdown,
  text: string,
  inline: InlineSyntax,
  block: Omit<Block, 'skip'>,
  cut: number | undefined,
): void {
  const { kind, to, depth } = block;
  const isLong = to - block.from > LONGEST && (kind === 'paragraph' || kind === 'item');
  for (let from = block.from; from < to; ) {
    const end = isLong ? partEnd(text, from, to) : to;
    if (from > block.from) markdown.cuts.push(from);
    else if (cut !== undefined) markdown.cuts.push(cut);
    markdown.blocks.push({ kind, from, to: end, depth, skip: inline.notProse(from, end, markdown.comments) });
    from = end;
    while (from < to && /\s/.test(text[from]!)) from++;
  }
}

/**
 * Where a part ends: behind a sentence, chosen by the characters at its end alone, so that a change makes no other part
 * end elsewhere.
 */
function partEnd(text: string, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((code !== 0x2e && code !== 0x21 && code !== 0x3f) || !/\p{L}/u.test(text[at - 1]!)) continue; // . ! ?
    const near = text.charCodeAt(at - 1) + 3 * text.charCodeAt(at - 2) + 7 * text.charCodeAt(at - 4);
    if (near % SENTENCES !== 0 && at - from < LONGEST) continue;
    const end = sentenceEndAt(text, at, from, to);
    if (end) return end.to;
  }
  return to;
}
