import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { type MarkdownConfig, type MarkdownParser, parser, Table } from '@lezer/markdown';
import { addBlock } from './add-block.js';
import type { Block, Markdown } from './blocks.js';
import type { InlineSyntax } from './inline.js';
import { DEEP_BLOCKS, LINK_DEFINITIONS } from './markdown-limits.js';
import { PANDOC_BLOCKS } from './pandoc-blocks.js';

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
/** A paragraph as it stands: without this the parser goes through its characters for inline syntax, of which it has none. */
const PLAIN_PARAGRAPHS: MarkdownConfig = {
  parseBlock: [
    {
      name: 'PlainParagraph',
      after: 'SetextHeading',
      leaf: () => ({
        nextLine: () => false,
        finish(cx, leaf) {
          cx.addLeafElement(leaf, cx.elt('Paragraph', leaf.start, leaf.start + leaf.content.length));
          return true;
        },
      }),
    },
  ],
};
/** Structure only: most blocks have no inline syntax that matters here, and looking for it costs most of the time. */
const structure = (parser as MarkdownParser).configure([
  Table,
  DEEP_BLOCKS,
  LINK_DEFINITIONS,
  PANDOC_BLOCKS,
  PLAIN_PARAGRAPHS,
  { remove: INLINE },
]);
/** The line below the head of a table, with blanks behind its last pipe. */
const DELIMITERS = /^([ \t>]*(?![ \t>])\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*)\|([ \t]+)$/gm;

/**
 * The structure of a text. The parser takes the line ends of Windows for words, so that an empty line is not empty, and
 * knows no table with blanks behind a pipe: it gets blanks, and before that pipe, so that offsets stay what they are.
 */
export function parseStructure(text: string): Tree {
  const plain = text.includes('\r') ? text.replace(/\r(?=\n|$)/g, ' ') : text;
  return structure.parse(plain.includes('| ') ? plain.replace(DELIMITERS, '$1$2|') : plain);
}

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
/** HTML of which Pandoc reads nothing as Markdown. */
const UNREAD_HTML = /^<(?:script|style|pre|textarea)\b|^<[!?]/i;
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
  markdown: Markdown,
): boolean {
  const { comments, starts, html, notes } = markdown;
  /** Nesting depth of lists, and how many nodes are open. */
  let depth = 0;
  let open = 0;
  let begins = false;
  /** Where the note begins whose first block is still to come. */
  let note = -1;
  const enter = (node: SyntaxNodeRef): boolean => {
    const start = node.from + from;
    if (open === 1) {
      const line = text.lastIndexOf('\n', start - 1) + 1;
      if (line >= end) {
        begins ||= line === end;
        return false;
      }
      if (starts.at(-1) !== line) starts.push(line);
    }
    switch (node.name) {
      case 'BulletList':
      case 'OrderedList':
        depth++;
        open++;
        return true;
      case 'FencedCode':
      case 'CodeBlock':
      case 'LinkReference':
      case 'AdmonitionMark':
      case 'DivFence':
      case 'HiddenBlock':
        return false;
      case 'Metadata':
        markdown.metadata.push(start, node.to + from);
        return false;
      case 'HTMLBlock':
        if (!UNREAD_HTML.test(text.slice(start, start + 10)))
          html.push({ from: start, to: node.to + from, skip: inline.notProse(start, node.to + from, comments) });
        return false;
      case 'FootnoteDefinition':
        note = start;
        notes.push(start, node.to + from);
        open++;
        return true;
      case 'CommentBlock':
        comments.push(start, node.to + from);
        return false;
    }
    const kind = BLOCK_KINDS[node.name];
    if (!kind) {
      open++;
      return true;
    }
    // A note begins with its mark.
    const first = note >= 0 ? note : start;
    note = -1;
    addBlock(markdown, text, inline, {
      kind: kind === 'paragraph' && depth > 0 ? 'item' : kind,
      from: first,
      to: node.to + from,
      depth: kind === 'heading' ? Number(node.name.at(-1)) : depth,
    });
    return false;
  };
  const leave = (node: SyntaxNodeRef): void => {
    open--;
    if (node.name === 'FootnoteDefinition') note = -1;
    if (node.name === 'BulletList' || node.name === 'OrderedList') depth--;
  };
  parseStructure(text.slice(from, to)).iterate({ enter, leave });
  return begins;
}
