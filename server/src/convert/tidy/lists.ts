import type { Element, ElementContent, Root } from 'hast';
import { elementsOf, isBlock, textOf } from '../hast.js';

/** Paragraphs that begin with a sign or a number of their own are items of a list. */
export function findLists(parent: Root | Element): void {
  for (const child of elementsOf(parent)) if (child.tagName === 'blockquote') findLists(child);
  const found: Root['children'] = [];
  let last: { list: Element; sign: string | undefined; number: number } | undefined;
  for (const node of parent.children.flatMap(splitAtItems)) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    const [all, sign, digits] = (node.type === 'element' && node.tagName === 'p' && ITEM.exec(textOf(node))) || [];
    if (node.type !== 'element' || all === undefined) {
      last = undefined;
      found.push(node);
      continue;
    }
    const number = Number(digits ?? 0);
    cutFromStart(node, all.length);
    const item: Element = { ...node, tagName: 'li', properties: {} };
    if (last && sign === last.sign && (!digits || number === last.number + 1)) last.list.children.push(item);
    else {
      const list: Element = {
        type: 'element',
        tagName: digits ? 'ol' : 'ul',
        properties: digits ? { start: number } : {},
        children: [item],
      };
      found.push(list);
      last = { list, sign, number };
    }
    last.number = number;
  }
  parent.children = found as Element['children'];
}

/** An item in which signs of items stand after each other is as many. */
export function splitItems(parent: Root | Element): void {
  for (const child of elementsOf(parent)) {
    splitItems(child);
    if (child.tagName !== 'ul') continue;
    child.children = elementsOf(child).flatMap((item) => {
      const { paragraph, below } = openingOf(item);
      const sign = /\s([•‣▪●])\s/.exec(textOf(paragraph))?.[1];
      if (sign === undefined) return [item];
      const items = splitAt(paragraph, sign).map((part, index): Element => {
        if (index > 0) cutFromStart(part, ITEM.exec(textOf(part))?.[0].length ?? 0);
        return { ...item, children: [part] };
      });
      items.at(-1)!.children.push(...below);
      return items;
    });
  }
}

/** What an item says itself, as a paragraph, and what stands below that. */
function openingOf(item: Element): { paragraph: Element; below: ElementContent[] } {
  const at = item.children.findIndex((node) => node.type === 'element' && isBlock(node));
  const end = at < 0 ? item.children.length : at;
  const [block, ...others] = item.children.slice(end);
  const words: Element = { ...item, tagName: 'p', children: item.children.slice(0, end) };
  return block?.type === 'element' && block.tagName === 'p' && textOf(words).trim() === ''
    ? { paragraph: block, below: others }
    : { paragraph: words, below: item.children.slice(end) };
}

/** What word processors write as an item with nothing but a list in it: that list belongs to the item before it. */
export function hangLists(parent: Root | Element): void {
  let last: Element | undefined;
  for (const child of elementsOf(parent)) {
    hangLists(child);
    if (!isList(child)) {
      last = undefined;
      continue;
    }
    let item = last && elementsOf(last).at(-1);
    const items: Element[] = [];
    for (const own of elementsOf(child)) {
      const inside = own.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
      const nested = own.tagName === 'li' ? inside : [own];
      if (item && nested.length > 0 && nested.every(isList)) item.children.push(...nested);
      else {
        item = own;
        items.push(own);
      }
    }
    child.children = items;
    if (items.length > 0) last = child;
  }
  parent.children = (parent.children as Element['children']).filter(
    (node) => !isList(node) || node.children.length > 0,
  );
}

const isList = (node: ElementContent): node is Element => node.type === 'element' && /^[uo]l$/.test(node.tagName);

/** A paragraph in which each line begins as an item does, or items stand after each other, is as many. */
function splitAtItems(node: Root['children'][number]): Root['children'] {
  if (node.type !== 'element' || node.tagName !== 'p') return [node];
  return splitAt(node, /^\s*([•‣▪●])\s/.exec(textOf(node))?.[1]);
}

function splitAt(node: Element, sign: string | undefined): Element[] {
  const children = sign === undefined ? node.children : node.children.flatMap((child) => breakAt(sign, child));
  const lines: Element[] = [{ ...node, children: [] }];
  children.forEach((child, index) => {
    if (isBreak(child) && ITEM.test(lineFrom(children, index + 1))) lines.push({ ...node, children: [] });
    else lines.at(-1)?.children.push(child);
  });
  return lines;
}

const isBreak = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'br';

/** The words from a child on, up to the next break that has some before it. */
function lineFrom(children: readonly ElementContent[], from: number): string {
  let words = '';
  for (let i = from; i < children.length && !(isBreak(children[i]!) && words.trim() !== ''); i++)
    words += textOf(children[i]!);
  return words;
}

/** No paragraph is so many items. */
const MOST_ITEMS = 500;

/** Begins a line at each sign. */
function breakAt(sign: string, node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  const pieces = node.value.split(new RegExp(`\\s(?=${sign}\\s)`), MOST_ITEMS);
  if (pieces.length === MOST_ITEMS) return [node];
  return pieces.flatMap((value, index): ElementContent[] => {
    const text: ElementContent = { type: 'text', value };
    return index === 0 ? [text] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, text];
  });
}

/** No dash in the middle of nothing: ‘– 2 procent’ is an item too, as writers of plain text write them. */
const ITEM = /^\s*(?:([•‣▪●◦○■□*\-–\uF0B7\uF0A7])\s+|(\d{1,3})[.)]\s+)(?=\S)/;

/** Takes so many characters from the start of the text. */
function cutFromStart(parent: Element, length: number): number {
  let left = length;
  for (const child of parent.children) {
    if (left === 0) break;
    if (child.type === 'text') {
      const cut = Math.min(left, child.value.length);
      child.value = child.value.slice(cut);
      left -= cut;
    } else if (child.type === 'element') left = cutFromStart(child, left);
  }
  return left;
}
