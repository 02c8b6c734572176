import type { Element } from 'hast';
import type { Element as Xml } from 'xast';
import { elementOf, textOf } from '../hast.js';
import type { Block } from '../look.js';
import { childrenOf } from '../xml.js';
import { InlineReader } from './inline.js';
import type { Styles } from './styles.js';

/** What of a document is no text: contents and indexes, deleted text, forms, definitions. */
const DROPPED =
  /^(?:text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography|tracked-changes|(?:variable|sequence|user-field|dde-connection)-decls|alphabetical-index-auto-mark-file)|office:(?:forms|annotation)|table:(?:table-columns?|title|desc))$/;

/** Makes HTML of the blocks of a document, and keeps of each that could be a heading how it looks. */
export class BlockReader {
  readonly blocks = new Map<Element, Block>();
  readonly #inline: InlineReader;
  /** The last number of each list, by its name or style and how deep it is. */
  readonly #ends = new Map<string, number>();
  #aside = 0;

  constructor(private readonly styles: Styles) {
    this.#inline = new InlineReader(styles, (note) => this.#readAside(note));
  }

  /** The blocks below an element. */
  read(parent: Xml): Element[] {
    return childrenOf(parent).flatMap((child) => this.#block(child));
  }

  /** Blocks in which nothing is a heading. */
  #readAside(parent: Xml): Element[] {
    this.#aside++;
    const made = this.read(parent);
    this.#aside--;
    return made;
  }

  #keep(element: Element, block: Block): void {
    if (this.#aside === 0) this.blocks.set(element, block);
  }

  /** The notes that were met, to stand at the end. */
  get notes(): readonly Element[] {
    return this.#inline.notes;
  }

  #block(element: Xml): Element[] {
    const { name, attributes } = element;
    if (DROPPED.test(name) || attributes['text:display'] === 'none') return [];
    if (name === 'text:h' || name === 'text:p') return this.#paragraph(element);
    if (name === 'text:list') return this.#list(element, undefined, 1);
    if (name === 'table:table') return this.#table(element);
    // A section, a box: what is in it.
    return this.read(element);
  }

  #paragraph(element: Xml, item = false): Element[] {
    const style = this.styles.paragraph(element.attributes['text:style-name']);
    const { children, boxes, looks } = this.#inline.read(element, style);
    const made = elementOf('p', children);
    const text = textOf(made);
    if (text.trim() === '') return boxes;
    const level = element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) : style.level;
    if (style.title) {
      Object.assign(made, { tagName: 'h1', properties: { className: ['title'] } });
      this.#keep(made, {});
    } else {
      const size = Math.min(...looks.map((look) => look.size));
      this.#keep(made, { level, look: { text, size, bold: looks.every(({ bold }) => bold), item } });
    }
    return [made, ...boxes];
  }

  #list(element: Xml, above: string | undefined, depth: number): Element[] {
    const { 'text:style-name': name = above, 'xml:id': id, 'text:continue-list': before } = element.attributes;
    const goesOn = element.attributes['text:continue-numbering'] === 'true';
    const { kind, start } = this.styles.listLevel(name ?? undefined, depth);
    const style = `${name} ${depth}`;
    const last = before ? this.#ends.get(`${before} ${depth}`) : goesOn ? this.#ends.get(style) : undefined;
    const headers: Element[] = [];
    const items: { start?: string | null | undefined; children: Element[] }[] = [];
    for (const item of childrenOf(element)) {
      const children = childrenOf(item).flatMap((child) => {
        if (child.name === 'text:list') return this.#list(child, name ?? undefined, depth + 1);
        return child.name === 'text:p' ? this.#paragraph(child, kind !== 'nothing') : this.#block(child);
      });
      // A header has no number.
      if (item.name === 'text:list-header' && hasOwnText(children))
        (items.at(-1)?.children ?? headers).push(...children);
      else items.push({ start: item.attributes['text:start-value'], children });
    }
    if (kind === 'nothing') return [...headers, ...items.flatMap(({ children }) => children)];
    if (items.length === 0) return headers;
    const list = elementOf(
      kind === 'number' ? 'ol' : 'ul',
      items.map(({ children }) => elementOf('li', children)),
    );
    const first = Number(items[0]!.start ?? (last === undefined ? start : last + 1));
    if (kind === 'number' && first !== 1) list.properties.start = first;
    const counted = items.filter(({ children }) => children.length === 0 || hasOwnText(children)).length;
    for (const key of [style, `${id} ${depth}`]) this.#ends.set(key, first + counted - 1);
    return [...headers, list];
  }

  #table(element: Xml): Element[] {
    const table = elementOf('table', this.#rows(element));
    this.#keep(table, {});
    return [table];
  }

  #rows(table: Xml): Element[] {
    return childrenOf(table).flatMap((child) => {
      if (child.name === 'table:table-row') return [elementOf('tr', this.#cells(child))];
      return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name) ? this.#rows(child) : [];
    });
  }

  #cells(row: Xml): Element[] {
    return childrenOf(row, 'table:table-cell').map((cell) => {
      const made = elementOf('td', this.#readAside(cell));
      const { 'table:number-columns-spanned': columns, 'table:number-rows-spanned': rows } = cell.attributes;
      if (columns) made.properties.colSpan = Number(columns);
      if (rows) made.properties.rowSpan = Number(rows);
      return made;
    });
  }
}

/** Whether an item is more than the lists below it. */
const hasOwnText = (children: readonly Element[]): boolean => children.some(({ tagName }) => !/^[uo]l$/.test(tagName));
