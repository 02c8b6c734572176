import type { ElementContent, Root } from 'hast';
import { elementsOf, textOf } from '../hast.js';

/** Leaves out a table of contents that is no more than lines with a page at their end, or links to headings. */
export function dropContents(tree: Root): void {
  const kept: Root['children'] = [];
  const nodes = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  for (let from = 0, to: number; from < nodes.length; from = to) {
    to = from;
    while (isEntry(nodes[to])) to++;
    const dropped = to - from >= FEWEST || isListOfLinks(nodes[from]);
    to = Math.max(to, from + 1);
    if (!dropped) kept.push(...nodes.slice(from, to));
    else if (/^inhoud(?:sopgave)?$/i.test(textOf(kept.at(-1) ?? tree).trim())) kept.pop();
  }
  tree.children = kept;
}

const FEWEST = 3;

type Node = Root['children'][number] | undefined;

/** ‘Wonen ..... 12’ */
function isEntry(node: Node): boolean {
  const text = node?.type === 'element' ? textOf(node) : '';
  return text.length < 200 && /\S.*(?:\.{3,}|…|\t|\s{3,})[\s.…]*\d{1,3}\s*$/.test(text);
}

/** Every item is a link to inside the text. */
function isListOfLinks(node: Node): boolean {
  if (node?.type !== 'element' || !/^[uo]l$/.test(node.tagName)) return false;
  const items = elementsOf(node);
  return items.length >= FEWEST && items.every((item) => item.children.every(isLinkInside));
}

function isLinkInside(node: ElementContent): boolean {
  if (node.type !== 'element') return textOf(node).trim() === '';
  if (node.tagName === 'a') return `${node.properties.href}`.startsWith('#');
  return node.children.every(isLinkInside);
}
