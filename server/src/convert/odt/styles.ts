import type { Element, Root } from 'xast';
import { childOf, childrenOf, everyElement } from '../xml.js';

/** What a style says, with what it has from the styles above it. */
export interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly hidden: boolean;
  /** Of a heading, from 1. */
  readonly level?: number | undefined;
  readonly title: boolean;
}

/** How the items at one level of a list begin. */
export interface ListLevel {
  readonly kind: 'number' | 'bullet' | 'nothing';
  readonly start: number;
}

function listLevelOf({ name, attributes }: Element): ListLevel {
  const start = Number(attributes['text:start-value'] ?? 1);
  if (name === 'text:list-level-style-number') {
    return { kind: attributes['style:num-format'] === '' ? 'nothing' : 'number', start };
  }
  return { kind: attributes['text:bullet-char']?.trim() === '' ? 'nothing' : 'bullet', start };
}

const PLAIN: Style = { size: 12, bold: false, italic: false, hidden: false, title: false };

/** The styles of a document, by family and name. */
export class Styles {
  readonly #elements = new Map<string, Element>();
  readonly #known = new Map<string, Style>();
  /** Per style of lists its levels. */
  readonly #lists = new Map<string, Map<number, ListLevel>>();

  /** @param parts styles.xml and content.xml; the second has the formatting by hand */
  constructor(parts: readonly (Root | undefined)[]) {
    for (const element of parts.flatMap((part) => (part ? [...everyElement(part)] : []))) {
      const name = element.attributes['style:name'] ?? '';
      if (element.name === 'style:style') this.#elements.set(`${element.attributes['style:family']} ${name}`, element);
      if (element.name === 'style:default-style') this.#elements.set(`${element.attributes['style:family']} `, element);
      if (element.name === 'text:list-style') {
        this.#lists.set(
          name,
          new Map(childrenOf(element).map((level) => [Number(level.attributes['text:level']), listLevelOf(level)])),
        );
      }
    }
  }

  /** The style of a paragraph. */
  paragraph(name: string | null | undefined): Style {
    return this.#find('paragraph', name ?? '', 0);
  }

  /** What a style of characters makes of text. */
  text(name: string | null | undefined, around: Style): Style {
    return { ...around, ...said(this.#elements.get(`text ${name ?? ''}`), around) };
  }

  /** A level of a list, from 1. */
  listLevel(name: string | undefined, level: number): ListLevel {
    return this.#lists.get(name ?? '')?.get(level) ?? { kind: 'bullet', start: 1 };
  }

  #find(family: string, name: string, depth: number): Style {
    const key = `${family} ${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const element = this.#elements.get(key);
    const parent =
      name === '' || depth > DEEPEST
        ? PLAIN
        : this.#find(family, element?.attributes['style:parent-style-name'] ?? '', depth + 1);
    const style = { ...parent, ...said(element, parent) };
    this.#known.set(key, style);
    return style;
  }
}

/** A style that is above itself ends somewhere. */
const DEEPEST = 30;

function said(element: Element | undefined, parent: Style): Partial<Style> {
  const text = childOf(element, 'style:text-properties')?.attributes ?? {};
  const weight = text['fo:font-weight'];
  const level = Number(element?.attributes['style:default-outline-level']);
  return {
    ...(weight && { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(text['fo:font-style'] && { italic: text['fo:font-style'] !== 'normal' }),
    ...(text['fo:font-size'] && { size: sizeOf(text['fo:font-size'], parent.size) }),
    ...(text['text:display'] && { hidden: text['text:display'] === 'none' }),
    ...(level > 0 && { level }),
    ...(element?.attributes['style:name'] === 'Title' && { title: true }),
  };
}

/** ‘14pt’, or ‘120%’ of the style above. */
function sizeOf(size: string, parent: number): number {
  const number = Number.parseFloat(size);
  if (Number.isNaN(number)) return parent;
  return size.endsWith('%') ? (parent * number) / 100 : number;
}
