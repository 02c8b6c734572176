import type { Element, ElementContent, Nodes, Parents, RootContent } from 'hast';

export const elementOf = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

/** The elements among the children. */
export function elementsOf(parent: Parents): Element[] {
  return (parent.children as RootContent[]).filter((child): child is Element => child.type === 'element');
}

/** Whether an element stands below what is before it, and not in the same line. */
export const isBlock = ({ tagName }: Element): boolean =>
  /^(?:p|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|pre|blockquote|div|section|article|footnote-note)$/.test(tagName);

/** Every element below, in order. */
export function* everyElement(parent: Parents): Generator<Element> {
  for (const child of elementsOf(parent)) {
    yield child;
    yield* everyElement(child);
  }
}

/** The text of a node and what is below it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Removes or replaces nodes below a parent, the lowest first. */
export function replaceElements(parent: Parents, replace: (element: Element) => Element['children']): void {
  for (const child of elementsOf(parent)) replaceElements(child, replace);
  parent.children = (parent.children as Element['children']).flatMap((child) =>
    child.type === 'element' ? replace(child) : [child],
  );
}
