import type { Element, ElementContent, Root } from 'hast';
import { decode } from './decode.js';
import { elementsOf, everyElement, isBlock, textOf } from './hast.js';
import { headingLevels, type Look } from './look.js';
import { parseHtml } from './parse-html.js';
import type { Read } from './read.js';
import { Refusal, TOO_LARGE } from './refusal.js';
import { left } from './remarks.js';

/** Characters that a page may have, without the pictures that are written out in it. */
const MOST = 8_000_000;

/** Reads a page of the web or a text that was saved as one: its main text, without what stands around that or is hidden. */
export async function read(bytes: Uint8Array): Promise<Read> {
  const text = decode(bytes, encodingIn(bytes)).replace(/data:[\w/+.-]+;base64,[\w/+=\s]*/g, '');
  if (text.length > MOST) throw new Refusal(TOO_LARGE);
  const page = parseHtml(text);
  const images = [...everyElement(page)].filter(({ tagName }) => tagName === 'img').length;
  const tree: Root = { type: 'root', children: mainOf(page).children.flatMap(shown) };
  dropLastBreaks(tree, false);
  headByLook(tree);
  return { tree, remarks: left(images, 'afbeelding', 'afbeeldingen') };
}

function encodingIn(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1];
}

/** What the page says is its main text, if that is most of it. */
function mainOf(page: Root): Root | Element {
  const all = [...everyElement(page)];
  const body = all.find(({ tagName }) => tagName === 'body') ?? page;
  const mains = all.filter(({ tagName, properties }) => tagName === 'main' || properties.role === 'main');
  const [main] = mains.length > 0 ? mains : all.filter(({ tagName }) => tagName === 'article');
  return main && textOf(main).length * 2 > textOf(body).length ? main : body;
}

const DROPPED = new Set(
  (
    'script style template noscript nav aside footer form button input select textarea dialog img picture svg math ' +
    'canvas video audio iframe frame frameset object embed applet map del head link meta base'
  ).split(' '),
);

/** A node as it is seen on the page: nothing, itself, or what is left of it. */
function shown(node: Root['children'][number]): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || DROPPED.has(node.tagName) || isHidden(node)) return [];
  if (/mso-list:\s*Ignore/i.test(`${node.properties.style}`)) return [{ type: 'text', value: markerOf(node) }];
  // Of a quotation it says whose it is.
  const isSaid = (child: ElementContent): boolean =>
    node.tagName === 'blockquote' && child.type === 'element' && child.tagName === 'footer';
  const children = node.children.flatMap((child) =>
    shown(isSaid(child) ? { ...(child as Element), tagName: 'p' } : child),
  );
  if (`${node.properties.className}` === 'MsoTitle') {
    return [{ ...node, tagName: 'h1', properties: { className: ['title'] }, children }];
  }
  // The head of a page has its title, and what leads elsewhere.
  if (node.tagName === 'header') return children.flatMap((child) => (child.type === 'element' ? headings(child) : []));
  return [{ ...node, children }];
}

/**
 * Drops the breaks that no words follow in their block: Word leaves them where a page ended.
 * @returns whether words follow what stands before this element, in the same block
 */
function dropLastBreaks(parent: Root | Element, follow: boolean): boolean {
  const isWithin = parent.type === 'element' && !isBlock(parent);
  let words = follow && isWithin;
  const kept = (parent.children as ElementContent[]).toReversed().filter((node) => {
    if (node.type === 'text') words ||= node.value.trim() !== '';
    if (node.type !== 'element') return true;
    if (node.tagName === 'br') return words;
    words = dropLastBreaks(node, words);
    return true;
  });
  parent.children = kept.reverse();
  return words && isWithin;
}

/** What Word writes before an item: a number, or a sign that only its own font knows. */
function markerOf(element: Element): string {
  const marker = textOf(element).trim();
  return /\d|^[a-z]{1,4}[.)]$/i.test(marker) ? `${marker} ` : '• ';
}

const headings = (element: Element): Element[] =>
  /^h[1-6]$/.test(element.tagName) ? [element] : elementsOf(element).flatMap(headings);

function isHidden({ properties }: Element): boolean {
  const { hidden, ariaHidden, style, role, title, id, className } = properties;
  const classes = Array.isArray(className) ? className.join(' ') : '';
  return (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    ariaHidden === 'true' ||
    /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*(?:header|footer|comment)/i.test(`${style}`) ||
    /^(?:navigation|banner|contentinfo|search|dialog|doc-toc)$/.test(`${role}`) ||
    // As LibreOffice and Word save them.
    /^(?:header|footer)$/.test(`${title}`) ||
    /^(?:table of contents|toc)/i.test(`${id}`) ||
    /\bMsoToc|\bMsoHeader|\bMsoFooter/.test(classes)
  );
}

/** In a page without headings, lines in bold are. */
function headByLook(tree: Root): void {
  const blocks = [...everyElement(tree)].filter(({ tagName }) => /^(?:h[1-6]|p|li|table)$/.test(tagName));
  if (blocks.some(({ tagName }) => tagName.startsWith('h'))) return;
  const levels = headingLevels(blocks.map((block) => ({ look: lookOf(block) })));
  blocks.forEach((block, index) => {
    if (levels[index] !== undefined) block.tagName = `h${levels[index]}`;
  });
}

function lookOf(block: Element): Look | undefined {
  if (block.tagName !== 'p') return undefined;
  const pieces = piecesOf(block, { size: SIZE, bold: false });
  const size = Math.min(...pieces.map((piece) => piece.size));
  return { text: textOf(block), size, bold: pieces.every(({ bold }) => bold), item: false };
}

/** Of running text, in points, as browsers have it. */
const SIZE = 12;

interface Piece {
  readonly size: number;
  readonly bold: boolean;
}

/** How each piece of text in an element looks. */
function piecesOf(element: Element, around: Piece): Piece[] {
  const style = `${element.properties.style}`;
  const [, size, unit] = /font-size:\s*([\d.]+)(pt|px)/i.exec(style) ?? [];
  const inside = {
    size: size ? Number(size) * (unit === 'px' ? 0.75 : 1) : around.size,
    bold: around.bold || /^(?:b|strong)$/.test(element.tagName) || /font-weight:\s*(?:bold|[6-9]00)/i.test(style),
  };
  return element.children.flatMap((child) => {
    if (child.type === 'element') return piecesOf(child, inside);
    return textOf(child).trim() === '' ? [] : [inside];
  });
}
