import type { Delete, Emphasis, Nodes, PhrasingContent, Strong } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/**
 * Leaves emphasis that Markdown can write: not in a heading, within a word or around a space, and one where a word
 * processor has several beside each other.
 */
export function tidyEmphasis(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tidyEmphasis(child);
  if (node.type === 'heading') node.children = node.children.flatMap(withoutEmphasis);
  if (node.type === 'paragraph' || node.type === 'tableCell') node.children = tidied(node.children);
}

type Emphatic = Strong | Emphasis | Delete;

const isEmphatic = (node: PhrasingContent | undefined): node is Emphatic =>
  node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'delete';

const withoutEmphasis = (node: PhrasingContent): PhrasingContent[] =>
  isEmphatic(node) ? node.children.flatMap(withoutEmphasis) : [node];

function tidied(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes.flatMap(trimmed)) {
    const last = joined.at(-1);
    if (isEmphatic(node) && last?.type === node.type) last.children.push(...node.children);
    else if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else joined.push(node);
  }
  return joined.flatMap((node, index) => {
    if (!isEmphatic(node)) return [node];
    const before = joined[index - 1];
    const after = joined[index + 1];
    const inWord = (before && WORD_AT_END.test(textOf(before))) || (after && WORD_AT_START.test(textOf(after)));
    return inWord ? node.children : [{ ...node, children: tidied(node.children) } as Emphatic];
  });
}

const WORD_AT_END = /[\p{L}\p{N}]$/u;
const WORD_AT_START = /^[\p{L}\p{N}]/u;

/** Emphasis without the spaces at its ends, which stand beside it. */
function trimmed(node: PhrasingContent): PhrasingContent[] {
  if (!isEmphatic(node)) return [node];
  const text = textOf(node);
  if (!/[\p{L}\p{N}]/u.test(text)) return node.children;
  const first = node.children[0];
  const last = node.children.at(-1);
  const before = first?.type === 'text' ? (/^\s*/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') first.value = first.value.slice(before.length);
  const after = last?.type === 'text' ? (/\s*$/.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
  return [...spaceOf(before), node, ...spaceOf(after)];
}

const spaceOf = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
