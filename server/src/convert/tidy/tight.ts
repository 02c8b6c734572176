import type { Nodes } from 'mdast';

/** Writes lists without empty lines between items, unless an item has more than one paragraph. */
export function tightenLists(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tightenLists(child);
  if (node.type !== 'list') return;
  for (const item of node.children) item.spread = item.children.filter(({ type }) => type !== 'list').length > 1;
  node.spread = node.children.some(({ spread }) => spread);
}
