import type { Analysis } from '../analysis.js';
import type { CitationStyle } from '../configuration.js';
import { type Block, frontMatterEnd } from '../markdown/blocks.js';
import { bracketsAround, citingBrackets, holdSources, isEscaped } from '../markdown/brackets.js';
import { isLinkedHeading } from '../markdown/heading.js';
import { LINE_MARKS } from '../markdown/line-marks.js';
import { lineStart } from '../markdown/lines.js';
import { outermostBlock } from '../markdown/outermost.js';
import { isInGrid, wordsEnd } from '../markdown/words-end.js';
import type { StudyIndex } from '../study/index.js';
import { type CitationInsert, citationInsert, markGap, type Source, styleAt } from './citing.js';
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
  const head = words === '' ? (isMark ? markGap(text, at) : space) : `${space}${words}${isMark ? '' : ' '}`;
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
  at = pastReference(text, block, pastSkipped(text, block, pastWhole(text, block, at)));
  if (isEscaped(text, at)) at++;
  if (/[^\s([{‘“"']/.test(text[at - 1] ?? ' ')) at += restOfWord(text, at);
  // Within a dash or points that stand for one mark.
  while (/[-.]/.test(text[at] ?? '') && text[at] === text[at - 1]) at++;
  // Parted from what follows, a mark that begins the line would begin an item or a heading.
  const start = lineStart(text, at);
  if (/^[-*+#]+$/.test(text.slice(start, at)) && /\S/.test(text[at] ?? '')) at = start;
  return block.kind === 'heading' ? Math.min(at, wordsEnd(text, block)) : beforeBreak(text, at);
}

/** A source in the sentence with its place in brackets behind it, an address, and where a link leads: nothing can stand within. */
const WHOLE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.\\[;-])@(?:\{[^{}\s]+\}|[\p{L}\p{N}_][\p{L}\p{N}:._-]*)\s\[[^\][]*\](?![({[])`,
    '<(?:[a-z][a-z+.-]*:|[^<>\\s@]+@)[^<>\\s]*>',
    String.raw`\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`,
  ].join('|'),
  'gu',
);
/** None of these is longer. */
const FAR = 300;

function pastWhole(text: string, { from, to }: Block, at: number): number {
  const start = Math.max(from, at - FAR);
  for (const { 0: whole, index } of text.slice(start, Math.min(to, at + FAR)).matchAll(WHOLE))
    if (at > start + index && at < start + index + whole.length) return start + index + whole.length;
  return at;
}

/** Past brackets that lead somewhere by their own words: `[de kaart][]`, or `[de kaart]` with a definition elsewhere. */
function pastReference(text: string, block: Block, at: number): number {
  const { open, close } = bracketsAround(text, block, at) ?? {};
  if (open === undefined || close === undefined) return at;
  if (text.startsWith('[]', close + 1)) return close + 3;
  return text.toLowerCase().includes(`\n${text.slice(open, close + 1).toLowerCase()}: `) ? close + 1 : at;
}

/** Before the two spaces or the backslash that break a line. */
function beforeBreak(text: string, at: number): number {
  if (!/^[ \t]*(?:\r?\n|$)/.test(text.slice(at, at + 200))) return at;
  const start = lineStart(text, at);
  const words = text.slice(start, at).replace(/\\$/, '').trimEnd().length;
  return words === 0 ? at : start + words;
}

/** Past code, addresses and attributes. */
function pastSkipped(text: string, { skip }: Block, cursor: number): number {
  let at = cursor;
  for (let k = 0; k < skip.length; k += 2) {
    const [from, to] = [skip[k]!, skip[k + 1]!];
    const isAttached = /[[{]/.test(text[at] ?? '') && /[\])}`]/.test(text[at - 1] ?? '');
    if ((at > from && at < to) || (at === from && isAttached)) at = to;
  }
  return at;
}

/** Length of what is left of the word or key at an offset, with the emphasis around it. */
function restOfWord(text: string, at: number): number {
  const isKey = /@[\p{L}\p{N}:._-]*$/u.test(text.slice(Math.max(0, at - 80), at));
  const rest = isKey ? /^[\p{L}\p{N}:_-]*/u : /^(?:[\p{L}\p{N}*_~]|\^(?!\[))*/u;
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
