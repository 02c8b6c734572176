import type { SyntaxNodeRef } from '@lezer/common';
import { type MarkdownParser, parser, Table } from '@lezer/markdown';
import { DEEP_BLOCKS, LINK_DEFINITIONS } from './markdown-limits.js';

/**
 * The prose of a Markdown document in order: headings, paragraphs, list items, table cells. Code, HTML, front matter
 * and link definitions are no prose and make no block. Offsets are UTF-16 code units from the start of the text.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  readonly from: number;
  readonly to: number;
  /** Level of a heading, nesting depth of a list item, else 0. */
  readonly depth: number;
  /** Parts of the block that are no prose (code spans, link targets, tags), ascending. */
  readonly skip: readonly number[];
}

/** Whether an offset lies in a part of a block that is no prose. */
export function isSkipped(skip: readonly number[], at: number): boolean {
  for (let k = 0; k < skip.length; k += 2) if (at >= skip[k]! && at < skip[k + 1]!) return true;
  return false;
}

/** The block whose words stand at an offset, its ends included; undefined in code, comments and the like. */
export function proseAt(blocks: readonly Block[], at: number): Block | undefined {
  const block = blocks.find(({ from, to }) => at >= from && at <= to);
  return block && !isSkipped(block.skip, at) ? block : undefined;
}

const INLINE = [
  'Escape',
  'Entity',
  'InlineCode',
  'HTMLTag',
  'Emphasis',
  'HardBreak',
  'Link',
  'Image',
  'LinkEnd',
  'Autolink',
];
/** Structure only: most blocks have no inline syntax that matters here, and looking for it costs most of the time. */
export const structure = (parser as MarkdownParser).configure([
  Table,
  DEEP_BLOCKS,
  LINK_DEFINITIONS,
  { remove: INLINE },
]);
const inline = (parser as MarkdownParser).configure({ remove: ['Entity', 'Emphasis', 'HardBreak'] });

const BLOCK_KINDS: Readonly<Record<string, Block['kind']>> = {
  Paragraph: 'paragraph',
  TableCell: 'cell',
  SetextHeading1: 'heading',
  SetextHeading2: 'heading',
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
};
const NO_PROSE = new Set([
  'InlineCode',
  'URL',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'LinkLabel',
  'LinkTitle',
]);

/**
 * End of the front matter (offset past its closing line), 0 where there is none. As in Pandoc, no empty line follows
 * the opening one: then it is a horizontal rule.
 */
export function frontMatterEnd(text: string): number {
  const match = /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)/.exec(text);
  if (!match) return 0;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = match[0].length;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}

/** The blocks of a text, and where its HTML comments stand (flat pairs of offsets, ascending). */
export interface Markdown {
  readonly blocks: Block[];
  readonly comments: number[];
  /** Offsets of the lines on which top-level blocks begin, ascending. */
  readonly starts: number[];
}

/** Reads `text` from offset `from` on (past the front matter). */
export function parseMarkdown(text: string, from = frontMatterEnd(text)): Markdown {
  const blocks: Block[] = [];
  const comments: number[] = [];
  const starts: number[] = [];
  /** Nesting depth of lists, and how many nodes are open. */
  let depth = 0;
  let open = 0;
  const enter = (node: SyntaxNodeRef): boolean => {
    if (open === 1) starts.push(text.lastIndexOf('\n', node.from + from - 1) + 1);
    switch (node.name) {
      case 'BulletList':
      case 'OrderedList':
        depth++;
        open++;
        return true;
      case 'FencedCode':
      case 'CodeBlock':
      case 'HTMLBlock':
      case 'LinkReference':
        return false;
      case 'CommentBlock':
        comments.push(node.from + from, node.to + from);
        return false;
    }
    const kind = BLOCK_KINDS[node.name];
    if (!kind) {
      open++;
      return true;
    }
    const start = node.from + from;
    const end = node.to + from;
    blocks.push({
      kind: kind === 'paragraph' && depth > 0 ? 'item' : kind,
      from: start,
      to: end,
      depth: kind === 'heading' ? Number(node.name.at(-1)) : depth,
      skip: notProse(text, start, end, comments),
    });
    return false;
  };
  const leave = (node: SyntaxNodeRef): void => {
    open--;
    if (node.name === 'BulletList' || node.name === 'OrderedList') depth--;
  };
  structure.parse(from === 0 ? text : text.slice(from)).iterate({ enter, leave });
  return { blocks, comments, starts };
}

const EMPTY: readonly number[] = [];

function notProse(text: string, from: number, to: number, comments: number[]): readonly number[] {
  const content = text.slice(from, to);
  if (!/[`<]|\]\(|\]\[|https?:/.test(content)) return EMPTY;
  const skip: number[] = [];
  const visit = (elements: readonly InlineElement[]): void => {
    for (const element of elements) {
      const name = inline.nodeSet.types[element.type]?.name ?? '';
      if (name === 'Comment') comments.push(element.from, element.to);
      if (NO_PROSE.has(name) && !/^\[@/.test(text.slice(element.from, element.from + 2)))
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
