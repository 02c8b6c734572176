import type { LeafBlockParser, MarkdownConfig } from '@lezer/markdown';

/**
 * Where the Markdown parser would take time that grows with the square of the text, on texts that nobody writes and a
 * server may still be handed. What lies past a limit is read as plain prose: nothing is lost.
 */

/** Lists and quotations inside each other, counted together. */
const DEEPEST = 100;

/** Past the deepest nesting a line is a paragraph, whatever marks it begins with. */
export const DEEP_BLOCKS: MarkdownConfig = {
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'IndentedCode',
      parse(context, line) {
        if (context.depth <= DEEPEST) return false;
        const from = context.lineStart + line.pos;
        const to = context.lineStart + line.text.length;
        context.nextLine();
        context.addElement(context.elt('Paragraph', from, to));
        return true;
      },
    },
  ],
};

const TITLE = String.raw`(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))`;
/** The definition of a link target, of no note or source: label and target on one line or two, and perhaps a title after it. */
const DEFINITION = new RegExp(
  String.raw`^\[(?![\^@])(?:[^[\]\\\n]|\\.){1,999}\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)(?:[ \t]*\n?[ \t]+${TITLE}|[ \t]*\n${TITLE})?[ \t]*$`,
);
/** A definition has no more lines than these, so a longer block is none. */
const MOST_LINES = 3;
const LONGEST = 4000;

/** Definitions of link targets; the parser's own looks at the whole block again with each of its lines. */
export const LINK_DEFINITIONS: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LinkReference',
      leaf: (_, { content }) => (content.startsWith('[') ? linkDefinition() : null),
    },
  ],
};

function linkDefinition(): LeafBlockParser {
  let lines = 1;
  const isDefinition = (content: string): boolean =>
    lines <= MOST_LINES && content.length <= LONGEST && DEFINITION.test(content);
  return {
    nextLine(context, line, leaf) {
      const titleFollows = /^["'(]/.test(line.text.slice(line.pos));
      if (!titleFollows && isDefinition(leaf.content)) {
        context.addLeafElement(leaf, context.elt('LinkReference', leaf.start, leaf.start + leaf.content.length));
        return true;
      }
      lines++;
      return false;
    },
    finish(context, leaf) {
      if (!isDefinition(leaf.content)) return false;
      context.addLeafElement(leaf, context.elt('LinkReference', leaf.start, leaf.start + leaf.content.length));
      return true;
    },
  };
}
