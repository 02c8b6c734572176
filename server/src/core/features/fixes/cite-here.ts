import type { Citable } from '../../study/model.js';
import type { Block } from '../../text/blocks.js';
import { citationInsert } from '../citing.js';
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
  const shared = /\[[^\][\n]*@[^\][\n]*\]$/.test(text.slice(Math.max(0, end - 400), end));
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

/** Where the words of a block end: before the marks that close a heading, and the line below one. */
function blockEnd(text: string, { kind, from, to }: Block): number {
  const content = text.slice(from, to);
  const words = kind === 'heading' ? content.replace(/\n[=-]+\s*$/, '').replace(/[ \t]+#+[ \t]*$/, '') : content;
  const trimmed = words.trimEnd();
  return from + trimmed.length - (kind !== 'heading' && /[.!?]$/.test(trimmed) ? 1 : 0);
}

function isSkipped(skip: readonly number[], at: number): boolean {
  for (let k = 0; k < skip.length; k += 2) if (at >= skip[k]! && at < skip[k + 1]!) return true;
  return false;
}

const isBracketed = (before: string): boolean => before.lastIndexOf('[') > before.lastIndexOf(']');
