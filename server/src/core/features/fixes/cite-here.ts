import { sentenceEnds } from '../../dutch/sentence.js';
import { type Block, isSkipped } from '../../markdown/blocks.js';
import { citingBrackets, holdSources, isBalanced, isEscaped } from '../../markdown/brackets.js';
import { isLinkedHeading } from '../../markdown/heading.js';
import { isInGrid, wordsEnd } from '../../markdown/words-end.js';
import type { Citable } from '../../study/model.js';
import { citationInsert, markGap, styleAt } from '../citing.js';
import type { Edit } from '../edit.js';
import type { FixContext } from './fix.js';

/** Edits that cite an entry at the end of the sentence in which words stand; none where nothing can be put in. */
export function citeHere(
  { study, analysis, configuration }: FixContext,
  item: Citable,
  words: { readonly to: number; readonly block: number },
): Edit[] {
  const { text } = analysis;
  const block = analysis.blocks[words.block]!;
  if (isInGrid(text, block) || isLinkedHeading(text, block)) return [];
  const { at, stop } = sentenceEnd(text, block, words.to);
  const close = sourcesBefore(text, block, at) ?? sourcesBehind(text, block, stop);
  if (close !== undefined) {
    // The sentence has a citation already: this one goes into the same brackets.
    const { text: added } = citationInsert(study, analysis, { item }, 'pandoc', close, 'inside');
    return [{ from: close, to: close, text: `; ${added}` }];
  }
  const style = styleAt(analysis, configuration.verwijzing, at);
  // A citation stands before the full stop, the mark of a footnote behind it and the marks that are there.
  const place =
    style === 'pandoc' ? text.slice(0, at).trimEnd().length : stop + MARKS.exec(text.slice(stop, block.to))![0].length;
  const citation = citationInsert(study, analysis, { item }, style, place);
  return [
    { from: place, to: place, text: `${style === 'pandoc' ? ' ' : markGap(text, place)}${citation.text}` },
    ...citation.edits,
  ];
}

/** Closing quotes and emphasis behind a full stop, and notes. */
const MARKS = /^(?:['"’”»)*_]|\[\^[^\]\s]+\]|\^\[[^\]\n]*\])*/;

/** Where the punctuation begins and ends that closes a sentence; at the end of the words where there is none. */
function sentenceEnd(text: string, block: Block, from: number): { readonly at: number; readonly stop: number } {
  const last = Math.max(from, wordsEnd(text, block));
  const end = [...sentenceEnds(text, block.from, last)].find(
    ({ at, stop }) => stop >= from && !isSkipped(block.skip, at) && isBalanced(text.slice(from, at)),
  );
  if (end) return { at: isEscaped(text, end.at) ? end.at - 1 : end.at, stop: end.stop };
  const closed = /[;:]/.test(text[last - 1] ?? '') && last > from && !isSkipped(block.skip, last - 1);
  return { at: closed ? last - 1 : last, stop: last };
}

/** The end of the brackets with sources that close right before an offset. */
function sourcesBefore(text: string, block: Block, at: number): number | undefined {
  const close = text.slice(block.from, at).trimEnd().length + block.from - 1;
  return text[close] === ']' ? sourcesUpTo(text, block, close) : undefined;
}

/** The end of those that open right behind a full stop. */
function sourcesBehind(text: string, block: Block, stop: number): number | undefined {
  const open = /^ ?\[(?=[^\][]*\])/.exec(text.slice(stop, block.to));
  return open ? sourcesUpTo(text, block, text.indexOf(']', stop)) : undefined;
}

function sourcesUpTo(text: string, block: Block, close: number): number | undefined {
  const brackets = citingBrackets(text, block, close);
  return brackets && holdSources(text, brackets) ? close : undefined;
}
