import type { BlockContext, Element, Line, MarkdownConfig } from '@lezer/markdown';
import { hiddenElementAt } from './hidden-html.js';
import { PANDOC_MARK } from './line-marks.js';

/**
 * Blocks that Pandoc and those who build on Markdown as it does read and CommonMark does not: notes, definitions and
 * items that go on when indented, fenced divs, admonitions, grid tables, metadata between the text, comments before text on a line.
 */
export const PANDOC_BLOCKS: MarkdownConfig = {
  defineNodes: [
    { name: 'FootnoteDefinition', block: true, composite: goesOnIndented },
    { name: 'Definition', block: true, composite: goesOnIndented },
    { name: 'PandocItem', block: true, composite: goesOnIndented },
    { name: 'Admonition', block: true, composite: goesOnIndented },
    { name: 'AdmonitionMark', block: true },
    { name: 'DivFence', block: true },
    { name: 'GridTable', block: true },
    { name: 'Metadata', block: true },
    { name: 'HiddenBlock', block: true },
    { name: 'MarkdownTag', block: true },
  ],
  parseBlock: [
    { name: 'FootnoteDefinition', before: 'LinkReference', parse: footnote, endLeaf: (_, line) => isNote(line) },
    {
      name: 'Definition',
      before: 'LinkReference',
      parse: definition,
      endLeaf: (_, line, { content }) =>
        isDefinition(line) && content.length <= LONGEST_TERM && !content.includes('\n'),
    },
    { name: 'PandocItem', before: 'LinkReference', parse: pandocItem },
    { name: 'Admonition', before: 'LinkReference', parse: admonition },
    { name: 'DivFence', before: 'LinkReference', parse: divFence, endLeaf: (_, line) => isDivFence(line) },
    { name: 'GridTable', before: 'LinkReference', parse: gridTable },
    { name: 'Metadata', before: 'HorizontalRule', parse: metadata },
    { name: 'HiddenBlock', before: 'LinkReference', parse: hiddenBlock },
    { name: 'LineComment', before: 'HTMLBlock', parse: lineComment },
    { name: 'MarkdownTag', before: 'HTMLBlock', parse: markdownTag },
  ],
};

/** So far a line is indented that belongs to a note, a definition or an admonition. */
const INDENT = 4;

function goesOnIndented(_cx: unknown, line: Line): boolean {
  if (line.next < 0) return true;
  if (line.indent < line.baseIndent + INDENT) return false;
  line.moveBaseColumn(line.baseIndent + INDENT);
  return true;
}

/** How many of the blocks around it a line still belongs to; the parser's own type hides it. */
const depthOf = (line: Line): number => (line as unknown as { readonly depth: number }).depth;
const rest = (line: Line): string => line.text.slice(line.pos);
const isIndentedCode = (line: Line): boolean => line.indent >= line.baseIndent + 4;

const NOTE = /^\[\^[^\]\s]+\]:/;
const isNote = (line: Line): boolean => line.next === 0x5b && NOTE.test(rest(line)); // [

function footnote(cx: BlockContext, line: Line): boolean | null {
  if (isIndentedCode(line) || !isNote(line)) return false;
  cx.startComposite('FootnoteDefinition', line.pos);
  line.moveBase(line.pos + NOTE.exec(rest(line))![0].length);
  return null;
}

/** What is defined is a line, and no paragraph on one. */
const LONGEST_TERM = 1000;
const DEFINITION = /^[:~][ \t]+\S/;
const isDefinition = (line: Line): boolean => (line.next === 0x3a || line.next === 0x7e) && DEFINITION.test(rest(line)); // : ~

function definition(cx: BlockContext, line: Line): boolean | null {
  if (isIndentedCode(line) || !isDefinition(line)) return false;
  cx.startComposite('Definition', line.pos);
  line.moveBase(line.pos + 1);
  // However far behind its mark the text stands, it is no code.
  line.moveBase(line.skipSpace(line.basePos));
  return null;
}

/** Behind a capital with a point one space is not enough: then it is an initial. */
const ITEM = new RegExp(String.raw`(?!\d|[A-Z]\. \S)${PANDOC_MARK}[ \t]`, 'y');

/** Whether a line begins, at an offset, an item of a list that only Pandoc knows. */
export function beginsPandocItem(line: string, at: number): boolean {
  ITEM.lastIndex = at;
  return ITEM.test(line);
}

/** An item stays a paragraph with its mark; what is indented below it is no code. */
function pandocItem(cx: BlockContext, line: Line): boolean | null {
  if (isIndentedCode(line) || cx.parentType().name === 'PandocItem' || !beginsPandocItem(line.text, line.pos))
    return false;
  cx.startComposite('PandocItem', line.pos);
  return null;
}

const ADMONITION = /^(?:!!!|\?\?\?\+?|={3})[ \t]+(?:"|[\w-]+)/;

function admonition(cx: BlockContext, line: Line): boolean {
  if (isIndentedCode(line) || !ADMONITION.test(rest(line))) return false;
  const from = cx.lineStart + line.pos;
  cx.startComposite('Admonition', line.pos);
  cx.addElement(cx.elt('AdmonitionMark', from, cx.lineStart + line.text.length));
  cx.nextLine();
  return true;
}

const DIV_FENCE = /^:{3,}(?:[ \t]*$|[ \t]*\{|[ \t]*[\p{L}][\w-]*(?:[ \t]*(?::+[ \t]*)?$|[ \t]+\{)|[ \t]+\S)/u;
const isDivFence = (line: Line): boolean => line.next === 0x3a && DIV_FENCE.test(rest(line).trimEnd());

function divFence(cx: BlockContext, line: Line): boolean {
  if (isIndentedCode(line) || !isDivFence(line)) return false;
  cx.addElement(cx.elt('DivFence', cx.lineStart + line.pos, cx.lineStart + line.text.length));
  cx.nextLine();
  return true;
}

/** A line between the rows of a grid table. */
export const GRID_LINE = /^\+(?:[-=:]+\+)+[ \t\r]*$/;

/** Each line of a cell is a cell of its own: what stands beside it comes in between. */
function gridTable(cx: BlockContext, line: Line): boolean {
  if (line.next !== 0x2b || isIndentedCode(line) || !GRID_LINE.test(rest(line))) return false; // +
  const from = cx.lineStart + line.pos;
  const cells: Element[] = [];
  let to = cx.lineStart + line.text.length;
  const { depth } = cx;
  while (cx.nextLine() && depthOf(line) >= depth && (line.next === 0x2b || line.next === 0x7c)) {
    to = cx.lineStart + line.text.length;
    if (GRID_LINE.test(rest(line))) continue;
    for (const cell of line.text.slice(line.pos).matchAll(/[^|+]*[^|]*/g)) {
      const text = cell[0].replace(/^\+(?:[-=:]+\+)*/, '');
      const start = cx.lineStart + line.pos + cell.index + cell[0].length - text.trimStart().length;
      const words = text.trim();
      if (/[^-=+:\s]/.test(words)) cells.push(cx.elt('TableCell', start, start + words.length));
    }
  }
  cx.addElement(cx.elt('GridTable', from, to, cells));
  return true;
}

const METADATA_LINE = /^(?:[A-Za-z_][\w-]*:(?:\s|$)|[ \t]+\S|-[ \t]|#)/;

/** A block of metadata between the text; where it proves to be none, its lines are a paragraph below a rule. */
function metadata(cx: BlockContext, line: Line): boolean {
  if (cx.depth > 1 || line.indent > 0 || !/^---[ \t\r]*$/.test(line.text)) return false;
  if (!/^(?:[A-Za-z_][\w-]*:(?:\s|$)|#[ \t])/.test(cx.peekLine())) return false;
  const from = cx.lineStart;
  const rule = cx.lineStart + line.text.trimEnd().length;
  let first = -1;
  while (cx.nextLine()) {
    if (/^(?:---|\.\.\.)[ \t\r]*$/.test(line.text)) {
      cx.addElement(cx.elt('Metadata', from, cx.lineStart + line.text.length));
      cx.nextLine();
      return true;
    }
    if (first < 0) first = cx.lineStart;
    if (!METADATA_LINE.test(line.text)) break;
  }
  cx.addElement(cx.elt('HorizontalRule', from, rule));
  cx.addElement(cx.elt('Paragraph', first, cx.prevLineEnd()));
  return true;
}

/** Where the mark ends by which something begins, and whether a text behind it, line by line, holds its end. */
interface Hidden {
  readonly from: number;
  endsIn(text: string): boolean;
}

/** What Obsidian, LaTeX and HTML keep from being shown or take over as it is, over any number of lines. */
function hiddenIn(line: string): Hidden | undefined {
  if (/^%%(?!.*%%)/.test(line)) return { from: 2, endsIn: (text) => text.includes('%%') };
  const environment = /^\\begin\{(\w+\*?)\}/.exec(line);
  if (environment) return { from: environment[0].length, endsIn: (text) => text.includes(`\\end{${environment[1]!}}`) };
  const element = hiddenElementAt(line, 0);
  return element && /^(?:div|section)$/.test(element.name)
    ? { from: element.from, endsIn: (text) => element.endIn(text) >= 0 }
    : undefined;
}

function hiddenBlock(cx: BlockContext, line: Line): boolean {
  if ((line.next !== 0x25 && line.next !== 0x3c && line.next !== 0x5c) || isIndentedCode(line)) return false; // % < \
  const hidden = hiddenIn(rest(line));
  if (!hidden) return false;
  const from = cx.lineStart + line.pos;
  const { depth } = cx;
  let closed = hidden.endsIn(rest(line).slice(hidden.from));
  while (!closed && cx.nextLine() && depthOf(line) >= depth) closed = hidden.endsIn(line.text);
  if (closed) cx.nextLine();
  cx.addElement(cx.elt('HiddenBlock', from, cx.prevLineEnd()));
  return true;
}

const MARKDOWN_TAG = /^<\w+(?:\s[^<>]{0,400})?\smarkdown(?:=["']?(?:1|block|span)["']?)?(?:\s[^<>]{0,400})?>[ \t\r]*$/;

/** A tag that says itself that Markdown follows: `<div markdown="1">`. */
function markdownTag(cx: BlockContext, line: Line): boolean {
  if (line.next !== 0x3c || isIndentedCode(line) || !MARKDOWN_TAG.test(rest(line))) return false; // <
  cx.addElement(cx.elt('MarkdownTag', cx.lineStart + line.pos, cx.lineStart + line.text.trimEnd().length));
  cx.nextLine();
  return true;
}

const COMMENT_END = '-->';

/** A comment; text behind it on the line where it ends is read as if the line began there. */
function lineComment(cx: BlockContext, line: Line): boolean | null {
  if (line.next !== 0x3c || isIndentedCode(line) || !line.text.startsWith('<!--', line.pos)) return false; // <
  const from = cx.lineStart + line.pos;
  const { depth } = cx;
  let close = line.text.indexOf(COMMENT_END, line.pos + 4);
  while (close < 0 && cx.nextLine() && depthOf(line) >= depth) close = line.text.indexOf(COMMENT_END, line.basePos);
  const behind = close + COMMENT_END.length;
  if (close >= 0 && line.text.slice(behind).trim() !== '') {
    cx.addElement(cx.elt('CommentBlock', from, cx.lineStart + behind));
    line.moveBase(behind);
    return null;
  }
  if (close >= 0) cx.nextLine();
  cx.addElement(cx.elt('CommentBlock', from, cx.prevLineEnd()));
  return true;
}
