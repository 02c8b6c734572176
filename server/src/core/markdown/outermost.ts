import { type Block, frontMatterEnd } from './blocks.js';
import { structure } from './markdown-tree.js';

/**
 * The outermost construct (paragraph, whole list, quote, table, heading) in which an offset stands: what can be put
 * before or after it leaves it whole. Reads no more than the section around it.
 */
export function outermostBlock(
  text: string,
  blocks: readonly Block[],
  offset: number,
): { readonly from: number; readonly to: number } {
  // A heading with its mark at the margin ends whatever was open before it.
  const atMargin = ({ kind, from }: Block): boolean =>
    kind === 'heading' && text[from] === '#' && (from === 0 || text[from - 1] === '\n');
  const above = blocks.findLast((block) => block.from <= offset && atMargin(block));
  const from = above?.from ?? frontMatterEnd(text);
  const to = blocks.find((block) => block.from > offset && atMargin(block))?.from ?? text.length;
  const tree = structure.parse(text.slice(from, to));
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    if (node.from + from > offset || node.to + from < offset) continue;
    return { from: node.from + from, to: from + text.slice(from, node.to + from).trimEnd().length };
  }
  return { from: offset, to: offset };
}
