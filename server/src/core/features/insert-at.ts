import type { Analysis } from '../analysis.js';
import type { CitationStyle } from '../configuration.js';
import { type Block, frontMatterEnd } from '../markdown/blocks.js';
import { citingBrackets, holdSources } from '../markdown/brackets.js';
import { isLinkedHeading } from '../markdown/heading.js';
import { lineStart } from '../markdown/lines.js';
import { outermostBlock } from '../markdown/outermost.js';
import { isInGrid, wordsEnd } from '../markdown/words-end.js';
import type { StudyIndex } from '../study/index.js';
import { type CitationInsert, citationInsert, type Source, styleAt } from './citing.js';
import { emptyLineAbove, escapeSnippet, lineBreakOf } from './edit.js';

/**
 * A citation to insert where the cursor stands: parted from the word before it, behind the word, citation or code that
 * the cursor stands in, added to brackets that already hold one. Undefined where no source can be cited.
 * @param words text that comes before it: those of a figure
 */
export function insertAt(
  study: StudyIndex,
  analysis: Analysis,
  source: Source,
  style: CitationStyle,
  cursor: number,
  words = '',
): (CitationInsert & { readonly from: number; readonly to: number }) | undefined {
  const { text } = analysis;
  const block = analysis.at(cursor)?.block;
  if (!block) {
    const place = openPlace(analysis, cursor);
    if (place === undefined || place < cursor)
      return place === undefined ? undefined : insertAt(study, analysis, source, style, place, words);
  }
  if (block && (isInGrid(text, block) || isLatex(text, block) || isLinkedHeading(text, block))) return undefined;
  const brackets = block && citingBrackets(text, block, cursor);
  if (block && brackets?.close !== undefined && holdSources(text, brackets)) {
    const at = placeWithin(text, brackets.open, brackets.close, cursor);
    return inserted(at, insideHead(text.slice(brackets.open, at)), insideTail(text, at), {
      ...citationInsert(study, analysis, source, 'pandoc', at, 'inside'),
    });
  }
  const at = block ? behindWhole(text, block, pastMarks(text, cursor), analysis) : cursor;
  const here = styleAt(analysis, style, at);
  const citation = citationInsert(study, analysis, source, here, at);
  const isMark = here !== 'pandoc';
  const space = at > 0 && /[^\s([{‘“"']/.test(text[at - 1]!) ? ' ' : '';
  const head = words === '' ? (isMark ? '' : space) : `${space}${words}${isMark ? '' : ' '}`;
  // Against a bracket it would be a link.
  const [above, below] = ownParagraph(text, at);
  return inserted(at, above + head, (/[([{*_~^\p{L}\p{N}]/u.test(text[at] ?? '') ? ' ' : '') + below, citation);
}

function inserted(
  at: number,
  head: string,
  tail: string,
  { text, snippet, edits }: CitationInsert,
): CitationInsert & { readonly from: number; readonly to: number } {
  return {
    from: at,
    to: at,
    text: head + text + tail,
    snippet: escapeSnippet(head) + snippet + escapeSnippet(tail),
    edits,
  };
}

/** Whether a block is a command of LaTeX and nothing else. */
const isLatex = (text: string, { from, to, skip }: Block): boolean =>
  text[from] === '\\' && skip[0] === from && skip[1]! >= text.slice(0, to).trimEnd().length;

/**
 * Where prose can be put that is asked for outside every block: on an empty line or behind a mark; on an empty line
 * within a construct behind what stands before it. Undefined in code and data.
 */
function openPlace({ text, blocks }: Analysis, at: number): number | undefined {
  if (at < frontMatterEnd(text)) return undefined;
  const line = text.slice(lineStart(text, at), at) + /^[^\n]*/.exec(text.slice(at))![0];
  const { kind, from, to } = outermostBlock(text, blocks, at);
  if (/Code|HTML|Comment|Metadata|Hidden/.test(kind)) return undefined;
  if (line.trim() !== '') return /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(line) ? at : undefined;
  if (from >= at || to <= at) return at;
  const before = text.slice(0, at).trimEnd().length;
  return blocks.some((block) => block.from < before && block.to >= before) ? before : undefined;
}

/** On an empty line what is put in is a paragraph of its own. */
function ownParagraph(text: string, at: number): readonly [above: string, below: string] {
  const isEmpty =
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 200), at)) &&
    /^[ \t]*(?:\r?\n|$)/.test(text.slice(at, at + 200));
  if (!isEmpty) return ['', ''];
  const lineBreak = lineBreakOf(text);
  const above = emptyLineAbove(text, lineStart(text, at));
  return [above, /^[ \t]*(?:\r?\n[ \t]*(?:\r?\n|$)|(?:\r?\n)?$)/.test(text.slice(at)) ? '' : lineBreak];
}

/** What begins a line before its words: marks of quotes, headings, items, notes, definitions and lines that stay apart. */
const LINE_MARKS = /^[\s>]*(?:(?:#{1,6}|[-*+|:~•–]|\(?(?:\d{1,9}|[a-z#])[.)]|\[\^[^\]\s]+\]:|\[[ xX]\])[ \t]+)*/;

/** An offset before or within the marks that begin a line goes behind them. */
function pastMarks(text: string, at: number): number {
  const start = lineStart(text, at);
  const line = /^[^\r\n]*/.exec(text.slice(start))![0];
  return Math.max(at, start + LINE_MARKS.exec(line)![0].length);
}

/** The caption of an image that is a paragraph: beside something else it would be no figure any more. */
const FIGURE = /^!\[[^\]]*(?=\]\([^()]*\)(?:\{[^{}]*\})?\s*$)/;

/** Where a source can stand that is asked for at `cursor`: past the word, code, address, note or citation around it. */
function behindWhole(text: string, block: Block, cursor: number, { citations, footnotes }: Analysis): number {
  const figure = FIGURE.exec(text.slice(block.from, block.to));
  if (figure) return block.from + figure[0].length;
  let at = beforeBreak(text, cursor);
  const cited = citations.find(({ from, to, locator }) => at >= from && at < (locator?.to ?? to));
  if (cited) {
    at = cited.locator?.to ?? cited.to;
    while (/[}\]]/.test(text[at] ?? '')) at++;
  }
  const mark = footnotes.references.find(({ from, to }) => at > from && at < to);
  if (mark) at = mark.to;
  // Between a link or note and what it begins with.
  if (/^[\^!]\[/.test(text.slice(at - 1, at + 1))) at--;
  if (text.slice(at - 1, at + 1) === '](') at++;
  at = pastSkipped(text, block, at);
  if (/[^\s([{‘“"']/.test(text[at - 1] ?? ' ')) at += restOfWord(text, at);
  return block.kind === 'heading' ? Math.min(at, wordsEnd(text, block)) : beforeBreak(text, at);
}

/** Before the two spaces or the backslash that break a line. */
function beforeBreak(text: string, at: number): number {
  if (!/^[ \t]*(?:\r?\n|$)/.test(text.slice(at, at + 200))) return at;
  const start = lineStart(text, at);
  const words = text.slice(start, at).replace(/\\$/, '').trimEnd().length;
  return words === 0 ? at : start + words;
}

/** Past code, addresses and attributes, with the bracket that closes a link. */
function pastSkipped(text: string, { skip }: Block, cursor: number): number {
  let at = cursor;
  for (let k = 0; k < skip.length; k += 2) {
    const [from, to] = [skip[k]!, skip[k + 1]!];
    const isAttached = text[at] === '{' && /[\])}`]/.test(text[at - 1] ?? '');
    const isTarget = text.slice(from - 2, from) === '](';
    const isWithin = at > from && at < to;
    if (!isWithin && !(at === from && (isAttached || text[at - 1] === '(')) && !(at === to && isTarget)) continue;
    at = to;
    if (text[at] === ')') at++;
  }
  return at;
}

/** Length of what is left of the word or key at an offset, with the emphasis around it. */
function restOfWord(text: string, at: number): number {
  const isKey = /@[\p{L}\p{N}:._-]*$/u.test(text.slice(Math.max(0, at - 80), at));
  const rest = isKey ? /^[\p{L}\p{N}:_-]*/u : /^[\p{L}\p{N}*_~^]*/u;
  return rest.exec(text.slice(at, at + 100))![0].length;
}

/** Where another source goes in brackets: at the cursor between two, else behind the one that it stands in. */
function placeWithin(text: string, open: number, close: number, cursor: number): number {
  if (/[[;]\s*$/.test(text.slice(open, cursor))) return cursor;
  const next = text.slice(cursor, close).indexOf(';');
  const end = next < 0 ? close : cursor + next;
  return open + text.slice(open, end).trimEnd().length;
}

/** What parts a citation from those before it in the same brackets. */
function insideHead(before: string): string {
  if (/\[\s*$/.test(before)) return '';
  return /;\s*$/.test(before) ? (/\s$/.test(before) ? '' : ' ') : '; ';
}

const insideTail = (text: string, at: number): string =>
  /^\s*[;\]]/.test(text.slice(at, at + 10)) ? '' : /\s/.test(text[at]!) ? ';' : '; ';
