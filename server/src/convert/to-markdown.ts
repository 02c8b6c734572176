import type { Properties, Root as Tree } from 'hast';
import { type Handle as FromHast, defaultHandlers as fromHast, toMdast } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Nodes, Parents, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Options, toMarkdown as write } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { SourcePlace } from './converted.js';
import { tidyEmphasis } from './tidy/emphasis.js';
import { tightenLists } from './tidy/tight.js';
import { tidyTree } from './tidy/tree.js';

type Place = Omit<SourcePlace, 'line'>;

/** The Markdown of a document, and where in the source its lines come from. */
export function toMarkdown(tree: Tree): { markdown: string; places: SourcePlace[] } {
  tidyTree(tree);
  const document = toMdast(tree, { handlers: { ...withPages, ...OWN } }) as Root;
  tidyEmphasis(document);
  tightenLists(document);
  const places = placesOf(document);
  return linesOf(write(document, marking(places)), [...places.values()]);
}

declare module 'mdast' {
  interface Data {
    page?: number | undefined;
  }
}

const standard: Record<string, FromHast> = fromHast;

/** What is made of a block element keeps its page. */
const withPages: Record<string, FromHast> = Object.fromEntries(
  ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'table', 'pre', 'blockquote', 'dt', 'dd'].map((name) => [
    name,
    (state, element, parent) => {
      const made = standard[name]?.(state, element, parent);
      const page = element.data?.page;
      if (page === undefined) return made;
      for (const node of made === undefined || !Array.isArray(made) ? [made] : made) {
        if (node) node.data = { ...node.data, page };
      }
      return made;
    },
  ]),
);

const wordsOf: FromHast = (state, element) => state.all(element);

/** What is made of elements otherwise than usual. */
const OWN: Record<string, FromHast> = {
  u: wordsOf,
  mark: wordsOf,
  'footnote-mark': (_, { properties }) => ({ type: 'footnoteReference', ...labelOf(properties) }),
  'footnote-note': (state, element) => ({
    type: 'footnoteDefinition',
    ...labelOf(element.properties),
    children: state.toFlow(state.all(element)) as FootnoteDefinition['children'],
  }),
};

const labelOf = ({ id }: Properties) => ({ identifier: `${id}`, label: `${id}` });

/** The blocks that have a place of their own. */
const PLACED = ['paragraph', 'heading', 'table', 'code'] as const;

/** The place of each block, in order: its page, or the heading above it and which paragraph below that it is. */
function placesOf(document: Root): Map<Nodes, Place> {
  const places = new Map<Nodes, Place>();
  let heading: string | undefined;
  let paragraph = 0;
  const visit = (node: Nodes, above: number | undefined): void => {
    const page = node.data?.page ?? above;
    if (!PLACED.some((type) => type === node.type)) {
      if ('children' in node) for (const child of node.children) visit(child, page);
      return;
    }
    if (node.type === 'heading') {
      heading = textOf(node);
      paragraph = 0;
    } else paragraph++;
    if (page !== undefined) places.set(node, { page });
    else places.set(node, { ...(heading && { heading }), ...(paragraph > 0 && { paragraph }) });
  };
  visit(document, undefined);
  return places;
}

// Characters that no text has: Unicode keeps them for use inside a program.
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];

/** Writes before each block its number among `places`. */
function marking(places: ReadonlyMap<Nodes, Place>): Options {
  const numbers = new Map([...places.keys()].map((node, index) => [node, index]));
  const extensions: Options[] = [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
  ];
  const known = Object.assign({}, defaultHandlers, ...extensions.map(({ handlers }) => handlers));
  const handlers = Object.fromEntries(
    PLACED.map((type): [string, Handle] => [
      type,
      (node: Nodes, parent: Parents | undefined, state, info) => {
        const number = numbers.get(node);
        const text = known[type](node, parent, state, info);
        return number === undefined ? text : `${OPEN}${number}${CLOSE}${text}`;
      },
    ]),
  );
  return { bullet: '-', rule: '-', emphasis: '*', extensions: [...extensions, { handlers }] };
}

/** Takes the numbers out of the Markdown again, and says on which line each stood. */
function linesOf(marked: string, known: readonly Place[]): { markdown: string; places: SourcePlace[] } {
  const places: SourcePlace[] = [];
  const lines = marked.split('\n').map((text, line) =>
    text.replace(/\uFDD0(\d+)\uFDD1/g, (_, number) => {
      places.push({ line, ...known[Number(number)] });
      return '';
    }),
  );
  return { markdown: lines.join('\n'), places };
}
