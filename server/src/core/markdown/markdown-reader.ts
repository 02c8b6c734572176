import { addBlock } from './add-block.js';
import { type Block, emptyMarkdown, frontMatterEnd, type Markdown } from './blocks.js';
import { InlineSyntax } from './inline.js';
import { readTree } from './markdown-tree.js';
import { beginsPandocItem } from './pandoc-blocks.js';

const SPACE = 32;
const TAB = 9;
const RETURN = 13;
const HASH = 35;
const STAR = 42;
const BRACKET = 91;
const CARET = 94;

/** Reads `text` from offset `from` on (past the front matter). */
export function parseMarkdown(text: string, from = frontMatterEnd(text)): Markdown {
  return new MarkdownReader(text).read(from);
}

/**
 * Reads Markdown block by block. What most programmes mostly are (paragraphs, headings, lists of one line an item) is
 * seen from the beginnings of lines; whatever else stands between goes to the parser, up to where a block begins after it.
 */
class MarkdownReader {
  private readonly inline: InlineSyntax;
  private readonly markdown: Markdown = emptyMarkdown();
  /** Where the next pipe stands: a line with one may belong to a table. */
  private pipe = -1;

  constructor(private readonly text: string) {
    this.inline = new InlineSyntax(text);
  }

  read(from: number): Markdown {
    const { text } = this;
    // Front matter may end in the middle of the last line.
    let at = from;
    while (at < text.length) {
      const end = this.lineEnd(at);
      if (this.isBlank(at, end)) at = end + 1;
      else at = this.heading(at, end) ?? this.paragraph(at, end) ?? this.list(at) ?? this.other(at);
    }
    return this.markdown;
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  private isBlank(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const code = this.text.charCodeAt(i);
      if (code !== SPACE && code !== TAB && code !== RETURN) return false;
    }
    return true;
  }

  private hasPipe(from: number, to: number): boolean {
    if (this.pipe < from) {
      const next = this.text.indexOf('|', from);
      this.pipe = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return this.pipe < to;
  }

  private add(kind: Block['kind'], from: number, to: number, depth: number): void {
    addBlock(this.markdown, this.text, this.inline, { kind, from, to, depth });
  }

  /** Level of the heading that a line is, or 0. */
  private headingLevel(at: number, end: number): number {
    let hashes = at;
    while (hashes < end && this.text.charCodeAt(hashes) === HASH) hashes++;
    const level = hashes - at;
    return level <= 6 && (hashes === end || this.text.charCodeAt(hashes) === SPACE) ? level : 0;
  }

  /** A heading on one line; returns where to go on, or undefined where none begins. So do the following. */
  private heading(at: number, end: number): number | undefined {
    const level = this.headingLevel(at, end);
    if (level === 0) return undefined;
    this.markdown.starts.push(at);
    this.add('heading', at, end, level);
    return end + 1;
  }

  /** Whether plain prose begins at `at`: nothing that can be a mark of Markdown's own. */
  private isPlain(at: number, end: number): boolean {
    if (at >= end) return false;
    const code = this.text.charCodeAt(at);
    if (code >= 128 || isLetter(code)) return true;
    if (code === STAR) return this.text.charCodeAt(at + 1) === STAR && isLetter(this.text.charCodeAt(at + 2));
    if (isDigit(code)) {
      let digits = at + 1;
      while (digits < end && isDigit(this.text.charCodeAt(digits))) digits++;
      const next = this.text.charCodeAt(digits);
      return digits < end && next !== 0x2e && next !== 0x29; // . )
    }
    return code === 0x22 || code === 0x27 || code === 0x28; // " ' (
  }

  private paragraph(at: number, firstEnd: number): number | undefined {
    if (!this.isPlain(at, firstEnd)) return undefined;
    let end = firstEnd;
    let next = end + 1;
    while (next < this.text.length) {
      const lineEnd = this.lineEnd(next);
      if (this.isBlank(next, lineEnd) || this.headingLevel(next, lineEnd) > 0 || this.isItem(next, lineEnd)) break;
      if (!this.goesOn(this.pastSpace(next, lineEnd), lineEnd)) return undefined;
      end = lineEnd;
      next = end + 1;
    }
    if (this.hasPipe(at, end) || this.goesOnIndented(at, next)) return undefined;
    this.markdown.starts.push(at);
    this.add('paragraph', at, end, 0);
    return end + 1;
  }

  /** Whether a paragraph is an item to which something indented past an empty line belongs. */
  private goesOnIndented(at: number, end: number): boolean {
    let next = end;
    for (let lineEnd = end; next < this.text.length; next = lineEnd + 1) {
      lineEnd = this.lineEnd(next);
      if (!this.isBlank(next, lineEnd)) break;
    }
    const code = this.text.charCodeAt(next);
    return (code === SPACE || code === TAB) && beginsPandocItem(this.text, at);
  }

  /** Whether a line below another of a paragraph belongs to it; a bracket or a number of some digits begins nothing there. */
  private goesOn(at: number, end: number): boolean {
    if (this.isPlain(at, end)) return true;
    const next = this.text.charCodeAt(at + 1);
    return (
      (this.text.charCodeAt(at) === BRACKET && next !== CARET) || (isDigit(this.text.charCodeAt(at)) && isDigit(next))
    );
  }

  private pastSpace(from: number, to: number): number {
    let at = from;
    while (at < to && (this.text.charCodeAt(at) === SPACE || this.text.charCodeAt(at) === TAB)) at++;
    return at;
  }

  /** A list item on one line: a mark, one space and plain prose. */
  private isItem(at: number, end: number): boolean {
    return isBullet(this.text.charCodeAt(at)) && this.text.charCodeAt(at + 1) === SPACE && this.isPlain(at + 2, end);
  }

  private list(at: number): number | undefined {
    const mark = this.text.charCodeAt(at);
    if (!this.isItem(at, this.lineEnd(at))) return undefined;
    const items: number[] = [];
    let next = at;
    let afterBlank = false;
    for (; next < this.text.length; ) {
      const end = this.lineEnd(next);
      if (this.isBlank(next, end)) {
        next = end + 1;
        afterBlank = true;
        continue;
      }
      const code = this.text.charCodeAt(next);
      if (code === mark) {
        if (!this.isItem(next, end)) return undefined;
        items.push(next, end);
        next = end + 1;
        afterBlank = false;
        continue;
      }
      // Past an empty line the list is over, unless something is indented to belong to it.
      const isOver = afterBlank ? code !== SPACE && code !== TAB && code !== RETURN : this.headingLevel(next, end) > 0;
      if (!isOver) return undefined;
      break;
    }
    if (this.hasPipe(at, items.at(-1)!)) return undefined;
    this.markdown.starts.push(at);
    for (let k = 0; k < items.length; k += 2) this.add('item', items[k]! + 2, items[k + 1]!, 1);
    return next;
  }

  /** Anything else: the parser reads on until a paragraph or heading after an empty line begins a block. */
  private other(at: number): number {
    const { text, markdown, inline } = this;
    const lists = Object.values(markdown) as unknown[][];
    const before = lists.map(({ length }) => length);
    for (let end = this.nextPlain(at, 1), more = 2; ; end = this.nextPlain(end, more), more *= 2) {
      const look = end < text.length ? this.lineEnd(end) : end;
      if (readTree(text, at, look, end, inline, markdown) || end >= text.length) return end;
      for (const [i, list] of lists.entries()) list.length = before[i]!;
      inline.rewind(at);
    }
  }

  /** The `count`th line after an empty one, from `at` on, that begins as a paragraph or heading does. */
  private nextPlain(at: number, count: number): number {
    let left = count;
    let afterBlank = false;
    for (let next = Math.min(this.text.length, this.lineEnd(at) + 1); next < this.text.length; ) {
      const end = this.lineEnd(next);
      if (this.isBlank(next, end)) afterBlank = true;
      else {
        if (afterBlank && (this.isPlain(next, end) || this.headingLevel(next, end) > 0) && --left === 0) return next;
        afterBlank = false;
      }
      next = end + 1;
    }
    return this.text.length;
  }
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isBullet = (code: number): boolean => code === 0x2d || code === STAR || code === 0x2b;
