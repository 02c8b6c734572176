import type { Nodes, Root } from 'hast';
import { elementsOf, everyElement, isBlock, replaceElements, textOf } from '../hast.js';
import { Refusal, TOO_LARGE } from '../refusal.js';
import { dropContents } from './contents.js';
import { findFootnotes } from './footnotes.js';
import { keepLinks } from './links.js';
import { findLists, hangLists, splitItems } from './lists.js';
import { tidyTables } from './tables.js';
import { cleanText } from './text.js';

/** Makes the tree of a document, from whatever reader, one that good Markdown can be made of. */
export function tidyTree(tree: Root): void {
  expectProgramme(tree);
  cleanText(tree);
  replaceElements(tree, (element) => (DROPPED.has(element.tagName) || isEmptyHeading(element) ? [] : [element]));
  findFootnotes(tree);
  keepLinks(tree);
  openBoxes(tree);
  dropContents(tree);
  tidyTables(tree);
  findLists(tree);
  hangLists(tree);
  splitItems(tree);
  belowTitle(tree);
}

/** What a text that is read has at most; a programme of a hundred pages has five thousand elements, 300,000 characters. */
const MOST = { elements: 150_000, characters: 4_000_000, depth: 200 };

function expectProgramme(tree: Root): void {
  const found = { elements: 0, characters: 0 };
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === 'text') found.characters += node.value.length;
    else found.elements++;
    if (found.elements > MOST.elements || found.characters > MOST.characters || depth > MOST.depth) {
      throw new Refusal(TOO_LARGE);
    }
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(tree, 0);
}

/** Boxes say nothing of the text: what is in them stands in the document itself. */
function openBoxes(tree: Root): void {
  replaceElements(tree, (element) =>
    BOX.test(element.tagName) && elementsOf(element).some(isBlock) ? element.children : [element],
  );
}

const BOX = /^(?:html|body|main|article|section|div|center|header|address|figure)$/;

/** Says nothing in words. Deleted text is as if it was accepted. */
const DROPPED = new Set(['head', 'img', 'hr', 'del']);

const isEmptyHeading = (element: { tagName: string } & Parameters<typeof textOf>[0]): boolean =>
  /^h[1-6]$/.test(element.tagName) && textOf(element).trim() === '';

/** Below a title of its own kind every heading goes a level deeper. */
function belowTitle(tree: Root): void {
  const titles = elementsOf(tree).filter(
    ({ tagName, properties }) => tagName === 'h1' && `${properties.className}` === 'title',
  );
  const headings = [...everyElement(tree)].filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (titles.length === 0 || !headings.some((heading) => heading.tagName === 'h1' && !titles.includes(heading))) return;
  for (const heading of headings) {
    if (!titles.includes(heading)) heading.tagName = `h${Math.min(Number(heading.tagName[1]) + 1, 6)}`;
  }
}
