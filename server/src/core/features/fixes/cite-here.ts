import { type Block, isSkipped } from '../../markdown/blocks.js';
import type { Citable } from '../../study/model.js';
import { citationInsert, LONGEST_BRACKET } from '../citing.js';
import type { Edit } from '../edit.js';
import type { FixContext } from './fix.js';

/** Edits that cite an entry at the end of the sentence in which words stand. */
export function citeHere(
  { study, analysis, configuration }: FixContext,
  item: Citable,
  words: { readonly to: number; readonly block: number },
): Edit[] {
  const { text } = analysis;
  const end = sentenceEnd(text, analysis.blocks[words.block]!, words.to);
  const shared = /\[[^\][\n]*@[^\][\n]*\]$/.test(text.slice(Math.max(0, end - LONGEST_BRACKET), end));
  if (shared) {
    // The sentence has a citation already: this one goes into the same brackets.
    const { text: added } = citationInsert(study, analysis, { item }, 'pandoc', end, 'inside');
    return [{ from: end - 1, to: end - 1, text: `; ${added}` }];
  }
  const style = configuration.verwijzing;
  // A citation stands before the full stop, the mark of a footnote behind it.
  const at = style === 'pandoc' ? end : end + (/^[.!?]/.test(text.slice(end, end + 1)) ? 1 : 0);
  const citation = citationInsert(study, analysis, { item }, style, at);
  return [{ from: at, to: at, text: `${style === 'pandoc' ? ' ' : ''}${citation.text}` }, ...citation.edits];
}

/** Offset before the full stop of the sentence, or at the end of the block; not in a link or code. */
function sentenceEnd(text: string, block: Block, from: number): number {
  const end = blockEnd(text, block);
  for (const match of text.slice(from, end).matchAll(/[.!?](?=\s|$)/g)) {
    const at = from + match.index;
    if (!isSkipped(block.skip, at) && !isBracketed(text.slice(block.from, at))) return at;
  }
  return end;
}

/** Where the words of a block end: before its last full stop; in a heading before the marks that close it or stand below it. */
function blockEnd(text: string, { kind, from, to }: Block): number {
  if (kind === 'heading') {
    const line = text.slice(from, to).trimEnd();
    const below = line.lastIndexOf('\n');
    return from + withoutClosing(below >= 0 && /^[=-]+$/.test(line.slice(below + 1)) ? line.slice(0, below) : line);
  }
  const end = from + text.slice(from, to).trimEnd().length;
  return /[.!?]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

/** Length of a heading without the marks that close it. */
function withoutClosing(line: string): number {
  const words = line.trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd().length : words.length;
}

const isBracketed = (before: string): boolean => before.lastIndexOf('[') > before.lastIndexOf(']');
