import { type MarkdownParser, parser } from '@lezer/markdown';
import { pandocNotProse } from './pandoc-inline.js';

const inline = (parser as MarkdownParser).configure({ remove: ['Entity', 'Emphasis', 'HardBreak'] });

const NO_PROSE = new Set([
  'InlineCode',
  'URL',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'LinkLabel',
  'LinkTitle',
]);

const EMPTY: readonly number[] = [];
/** What can begin something that is no prose, by CommonMark and as Pandoc and others read it. */
const MARKS = ['`', '<', '](', '][', 'http'];
const PANDOC_MARKS = ['{', '$', '\\', '[[', '%%', '~~', '[!', '[^', '<', '/', '@', 'www.', 'WWW.', 'mailto:'];

/** What can begin something that is no prose, and where it next stands: most blocks have none at all. */
interface Mark {
  find(from: number): number;
  next: number;
}

/** The parts of the blocks of a text that are no prose. Blocks are to be asked for in the order of the text. */
export class InlineSyntax {
  private readonly marks: readonly Mark[];
  private readonly pandocMarks: readonly Mark[];

  constructor(private readonly text: string) {
    const marked = (mark: string): Mark => ({ find: (from) => placeOf(text, mark, from), next: -1 });
    this.marks = MARKS.map(marked);
    this.pandocMarks = [...PANDOC_MARKS.map(marked), { find: (from) => dotInName(text, from), next: -1 }];
  }

  /** Parts of `text[from, to)`, as flat pairs; HTML comments among them are added to `comments`. */
  notProse(from: number, to: number, comments: number[]): readonly number[] {
    const skip = haveMark(this.marks, from, to) ? notProse(this.text.slice(from, to), from, comments) : EMPTY;
    if (!haveMark(this.pandocMarks, from, to)) return skip;
    return merged(skip, pandocNotProse(this.text.slice(from, to), from, skip));
  }

  /** Goes back: blocks from `from` on are asked for again. */
  rewind(from: number): void {
    for (const mark of [...this.marks, ...this.pandocMarks]) if (mark.next >= from) mark.next = -1;
  }
}

function placeOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Where a point stands within a name: behind it two letters follow at once, as in `waterdam.nl` and not in `t.o.v.`. */
function dotInName(text: string, from: number): number {
  for (let at = text.indexOf('.', from); at >= 0; at = text.indexOf('.', at + 1))
    if (isLetter(text.charCodeAt(at + 1)) && isLetterOrDigit(text.charCodeAt(at + 2))) return at;
  return Number.POSITIVE_INFINITY;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isLetterOrDigit = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);

/** Whether one of the marks stands in a block. */
function haveMark(marks: readonly Mark[], from: number, to: number): boolean {
  for (const mark of marks) {
    if (mark.next < from) mark.next = mark.find(from);
    if (mark.next < to) return true;
  }
  return false;
}

/** Ranges of both lists, ascending; those that overlap are one. */
function merged(skip: readonly number[], more: readonly number[]): readonly number[] {
  if (more.length === 0) return skip;
  const all: [from: number, to: number][] = [];
  for (const ranges of [skip, more]) for (let k = 0; k < ranges.length; k += 2) all.push([ranges[k]!, ranges[k + 1]!]);
  all.sort((a, b) => a[0] - b[0]);
  const found: number[] = [];
  for (const [from, to] of all) {
    if (found.length > 0 && from <= found.at(-1)!) found[found.length - 1] = Math.max(found.at(-1)!, to);
    else found.push(from, to);
  }
  return found;
}

function notProse(content: string, from: number, comments: number[]): readonly number[] {
  const skip: number[] = [];
  const visit = (elements: readonly InlineElement[]): void => {
    for (const element of elements) {
      const name = inline.nodeSet.types[element.type]?.name ?? '';
      if (name === 'Comment') comments.push(element.from, element.to);
      if (NO_PROSE.has(name) && !/^\[@/.test(content.slice(element.from - from, element.from - from + 2)))
        skip.push(element.from, element.to);
      else if ('children' in element) visit(element.children as readonly InlineElement[]);
    }
  };
  for (let at = 0; at < content.length; ) {
    const end = stretchEnd(content, at);
    visit(inline.parseInline(content.slice(at, end), from + at) as unknown as readonly InlineElement[]);
    at = end;
  }
  return skip;
}

/**
 * Inline syntax is read in stretches of this many characters: for every mark that opens something the parser looks for
 * its partner up to the end, so in a text on one line the time would grow with the square of its length.
 */
const STRETCH = 16_384;

/** Where a stretch ends: at white space, so that a mark is not cut in two. */
function stretchEnd(content: string, from: number): number {
  if (content.length - from <= STRETCH) return content.length;
  const space = content.slice(from, from + STRETCH).search(/\s\S*$/);
  return from + (space > 0 ? space : STRETCH);
}

/** What lezer's `parseInline` yields; its own type hides `children`. */
interface InlineElement {
  readonly type: number;
  readonly from: number;
  readonly to: number;
  readonly children?: readonly unknown[];
}
