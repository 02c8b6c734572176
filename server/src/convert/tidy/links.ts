import type { Element, Root } from 'hast';
import { everyElement, replaceElements, textOf } from '../hast.js';

/** Keeps links to the web, to an address for mail and to a heading of the text itself; of others the words stay. */
export function keepLinks(tree: Root): void {
  const headings = headingsByName(tree);
  replaceElements(tree, (element) => {
    if (element.tagName !== 'a') return [element];
    const href = `${element.properties.href ?? ''}`.trim();
    const target = /^(?:https?:\/\/|mailto:)\S+$/i.test(href) ? href : headings.get(href);
    if (target === undefined || textOf(element).trim() === '') return element.children;
    return [{ ...element, properties: { href: target } }];
  });
}

/** Per link to inside the text the link to the heading there: the name stands in the heading, or just before it. */
function headingsByName(tree: Root): Map<string, string> {
  const links = new Map<string, string>();
  let waiting: string[] = [];
  let heading: string | undefined;
  let inside = new Set<Element>();
  for (const element of everyElement(tree)) {
    if (/^h[1-6]$/.test(element.tagName)) {
      heading = `#${slugOf(textOf(element))}`;
      inside = new Set(everyElement(element));
      for (const name of waiting) links.set(name, heading);
      waiting = [];
    } else if (!inside.has(element) && textOf(element).trim() !== '' && !holdsHeading(element)) {
      heading = undefined;
      waiting = [];
    }
    for (const name of [element.properties.id, element.properties.name]) {
      if (!name) continue;
      if (heading !== undefined) links.set(`#${name}`, heading);
      // What stands by itself right behind one heading stands before the next.
      if (heading === undefined || (!inside.has(element) && textOf(element) === '')) waiting.push(`#${name}`);
    }
  }
  return links;
}

const holdsHeading = (element: Element): boolean =>
  [...everyElement(element)].some(({ tagName }) => /^h[1-6]$/.test(tagName));

/** As editors make the address of a heading. */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
