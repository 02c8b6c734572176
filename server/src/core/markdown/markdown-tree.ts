import type { SyntaxNodeRef } from '@lezer/common';
import { type MarkdownParser, parser, Table } from '@lezer/markdown';
import type { Block, Markdown } from './blocks.js';
import type { InlineSyntax } from './inline.js';
import { DEEP_BLOCKS, LINK_DEFINITIONS } from './markdown-limits.js';

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
/**
 * Reads `text[from, to)` with the parser, where nothing is open at `from`. The text may go on past `end`: what begins
 * there is left aside.
 * @returns whether a top-level block begins at `end`
 */
export function readTree(
  text: string,
  from: number,
  to: number,
  end: number,
  inline: InlineSyntax,
  { blocks, comments, starts }: Markdown,
): boolean {
  /** Nesting depth of lists, and how many nodes are open. */
  let depth = 0;
  let open = 0;
  let begins = false;
  const enter = (node: SyntaxNodeRef): boolean => {
    const start = node.from + from;
    if (open === 1) {
      const line = text.lastIndexOf('\n', start - 1) + 1;
      if (line >= end) {
        begins ||= line === end;
        return false;
      }
      starts.push(line);
    }
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
        comments.push(start, node.to + from);
        return false;
    }
    const kind = BLOCK_KINDS[node.name];
    if (!kind) {
      open++;
      return true;
    }
    blocks.push({
      kind: kind === 'paragraph' && depth > 0 ? 'item' : kind,
      from: start,
      to: node.to + from,
      depth: kind === 'heading' ? Number(node.name.at(-1)) : depth,
      skip: inline.notProse(start, node.to + from, comments),
    });
    return false;
  };
  const leave = (node: SyntaxNodeRef): void => {
    open--;
    if (node.name === 'BulletList' || node.name === 'OrderedList') depth--;
  };
  structure.parse(text.slice(from, to)).iterate({ enter, leave });
  return begins;
}
