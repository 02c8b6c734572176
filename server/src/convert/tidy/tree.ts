import type { Root } from 'hast';
import { elementsOf, everyElement, replaceElements, textOf } from '../hast.js';
import { dropContents } from './contents.js';
import { findFootnotes } from './footnotes.js';
import { keepLinks } from './links.js';
import { findLists } from './lists.js';
import { tidyTables } from './tables.js';
import { cleanText } from './text.js';

/** Makes the tree of a document, from whatever reader, one that good Markdown can be made of. */
export function tidyTree(tree: Root): void {
  cleanText(tree);
  replaceElements(tree, (element) => (DROPPED.has(element.tagName) || isEmptyHeading(element) ? [] : [element]));
  dropContents(tree);
  findFootnotes(tree);
  keepLinks(tree);
  tidyTables(tree);
  findLists(tree);
  belowTitle(tree);
}

/** Says nothing in words. Deleted text is as if it was accepted. */
const DROPPED = new Set(['img', 'hr', 'del']);

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
