import { SaxesParser } from 'saxes';
import type { Element, Root } from 'xast';
import { BROKEN, Refusal, TOO_LARGE } from './refusal.js';

/** Elements that a part may have: five times what a programme of a hundred pages takes. */
const MOST_ELEMENTS = 400_000;
/** Word and LibreOffice stay below forty, with tables in tables. */
const DEEPEST = 200;

/** The tree of an XML text. Entities that it defines itself are refused: no word processor writes them. */
export function parseXml(text: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  let elements = 0;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new Refusal(BROKEN, { cause: error });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) throw new Refusal(TOO_LARGE);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > MOST_ELEMENTS || open.length > DEEPEST) throw new Refusal(TOO_LARGE);
    const element: Element = { type: 'element', name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value) => {
    open.at(-1)?.children.push({ type: 'text', value });
  });
  parser.write(text).close();
  return root;
}

/** The first element with this name among the children. */
export function childOf(element: Root | Element | undefined, name: string): Element | undefined {
  return childrenOf(element, name)[0];
}

/** The elements among the children; all of them, or those with this name. */
export function childrenOf(element: Root | Element | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (child): child is Element => child.type === 'element' && (name === undefined || child.name === name),
  );
}

/** Every element below, in order: those with this name. */
export function* everyElement(element: Root | Element, name?: string): Generator<Element> {
  for (const child of childrenOf(element)) {
    if (name === undefined || child.name === name) yield child;
    yield* everyElement(child, name);
  }
}

/** The text below. */
export function textOf(node: Root | Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
