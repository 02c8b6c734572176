import { type MarkdownParser, parser } from '@lezer/markdown';

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
/** What can begin something that is no prose. */
const MARKS = ['`', '<', '](', '][', 'http'];

/** The parts of the blocks of a text that are no prose. Blocks are to be asked for in the order of the text. */
export class InlineSyntax {
  private readonly marks: { readonly mark: string; next: number }[];

  constructor(private readonly text: string) {
    this.marks = MARKS.map((mark) => ({ mark, next: -1 }));
  }

  /** Parts of `text[from, to)`, as flat pairs; HTML comments among them are added to `comments`. */
  notProse(from: number, to: number, comments: number[]): readonly number[] {
    return this.hasMark(from, to) ? notProse(this.text.slice(from, to), from, comments) : EMPTY;
  }

  /** Goes back: blocks from `from` on are asked for again. */
  rewind(from: number): void {
    for (const place of this.marks) if (place.next >= from) place.next = -1;
  }

  /** Most blocks have no mark at all: where the next one stands is remembered. */
  private hasMark(from: number, to: number): boolean {
    let found = false;
    for (const place of this.marks) {
      if (place.next < from) {
        const next = this.text.indexOf(place.mark, from);
        place.next = next < 0 ? Number.POSITIVE_INFINITY : next;
      }
      if (place.next < to) found = true;
    }
    return found;
  }
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
