import type { Element as Hast, Root as Tree } from 'hast';
import type { Element, Root } from 'xast';
import { elementsOf, everyElement as everyHast, replaceElements } from '../hast.js';
import { childOf, childrenOf, everyElement, textOf } from '../xml.js';
import { type Style, settingOf } from './styles.js';

/**
 * Marks each item of a numbered list with the number that Word shows: a list goes on after what stands in between, which
 * mammoth does not know. An item that is one by its style alone gets what mammoth knows items by.
 */
export function markNumbers(body: Element, numbering: Root | undefined, styles: ReadonlyMap<string, Style>): void {
  const counters = new Counters(numbering, styles);
  for (const paragraph of everyElement(body, 'w:p')) {
    const properties = childOf(paragraph, 'w:pPr');
    // A paragraph whose end was deleted is part of the next one.
    if (properties === undefined || childOf(childOf(properties, 'w:rPr'), 'w:del')) continue;
    const style = styles.get(settingOf(properties, 'w:pStyle') ?? '');
    const own = childOf(properties, 'w:numPr');
    const list = settingOf(own, 'w:numId') ?? style?.list;
    const level = Number(settingOf(own, 'w:ilvl') ?? style?.listLevel ?? 0);
    const kind = list === undefined ? undefined : counters.kindOf(list, level);
    if (list === undefined || kind === undefined) continue;
    const number = kind === 'bullet' ? undefined : counters.next(list, level);
    properties.children = childrenOf(properties).filter(({ name }) => name !== 'w:numPr');
    // An item without a sign or number is a paragraph.
    if (kind !== 'none') properties.children.push(itemOf(list, level));
    if (number === undefined || kind === 'none' || textOf(paragraph).trim() === '') continue;
    paragraph.children.splice(
      paragraph.children.indexOf(properties) + 1,
      0,
      named('w:bookmarkStart', `${MARK}${number}`, 'w:name'),
    );
  }
}

const MARK = 'nummer-in-lijst-';

const named = (name: string, value: string, attribute = 'w:val'): Element => ({
  type: 'element',
  name,
  attributes: { [attribute]: value },
  children: [],
});

const itemOf = (list: string, level: number): Element => ({
  type: 'element',
  name: 'w:numPr',
  attributes: {},
  children: [named('w:ilvl', `${level}`), named('w:numId', list)],
});

/** How far each list has come. */
class Counters {
  readonly #lists: ReadonlyMap<string, Element>;
  readonly #kinds: ReadonlyMap<string, Element>;
  /** Lists of one kind count together, by level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(
    numbering: Root | undefined,
    private readonly styles: ReadonlyMap<string, Style>,
  ) {
    const sheet = numbering && childOf(numbering, 'w:numbering');
    this.#lists = new Map(childrenOf(sheet, 'w:num').map((list) => [list.attributes['w:numId'] ?? '', list]));
    this.#kinds = new Map(
      childrenOf(sheet, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'] ?? '', kind]),
    );
  }

  /** ‘bullet’, ‘decimal’, ‘none’; undefined of a list that is none. */
  kindOf(list: string, level: number): string | undefined {
    const own = childOf(this.#override(list, level), 'w:lvl') ?? this.#level(list, level);
    if (own === undefined) return undefined;
    return settingOf(own, 'w:lvlText')?.trim() === '' ? 'none' : (settingOf(own, 'w:numFmt') ?? 'decimal');
  }

  /** The number of the next item. */
  next(list: string, level: number): number {
    const kind = this.#kindId(list);
    const counts = this.#counts.get(kind) ?? [];
    this.#counts.set(kind, counts);
    const anew = this.#begun.has(`${list} ${level}`)
      ? undefined
      : settingOf(this.#override(list, level), 'w:startOverride');
    this.#begun.add(`${list} ${level}`);
    const start = Number(anew ?? settingOf(this.#level(list, level), 'w:start') ?? 1);
    const last = anew === undefined ? counts[level] : undefined;
    counts[level] = last === undefined ? start : last + 1;
    counts.length = level + 1;
    return counts[level];
  }

  #override = (list: string, level: number): Element | undefined =>
    ofLevel(this.#lists.get(list), 'w:lvlOverride', level);

  #level(list: string, level: number): Element | undefined {
    return ofLevel(this.#kinds.get(this.#kindId(list)), 'w:lvl', level);
  }

  /** What kind a list is of, which it may leave to a style of lists. */
  #kindId(list: string): string {
    const own = settingOf(this.#lists.get(list), 'w:abstractNumId') ?? '';
    const linked = this.styles.get(settingOf(this.#kinds.get(own), 'w:numStyleLink') ?? '')?.list;
    return (linked && settingOf(this.#lists.get(linked), 'w:abstractNumId')) ?? own;
  }
}

const ofLevel = (parent: Element | undefined, name: string, level: number): Element | undefined =>
  childrenOf(parent, name).find((child) => child.attributes['w:ilvl'] === `${level}`);

/** Begins each numbered list with its number, and a list of its own where the numbers begin anew. */
export function startLists(tree: Tree): void {
  replaceElements(tree, (element) => (element.tagName === 'ol' ? listsOf(element) : [element]));
  replaceElements(tree, (element) => (numberOf(element) === undefined ? [element] : []));
}

function listsOf(list: Hast): Hast[] {
  const lists: Hast[] = [];
  let last = 0;
  for (const item of elementsOf(list)) {
    const mark = [...everyHast(item)].find((element) => numberOf(element) !== undefined);
    // Without one it follows on.
    const number = (mark && numberOf(mark)) ?? last + 1;
    if (number === last + 1 && lists.length > 0) lists.at(-1)!.children.push(item);
    else lists.push({ ...list, properties: number > 1 ? { start: number } : {}, children: [item] });
    last = number;
  }
  return lists;
}

function numberOf({ tagName, properties }: Hast): number | undefined {
  const id = `${properties.id}`;
  return tagName === 'a' && id.startsWith(MARK) ? Number(id.slice(MARK.length)) : undefined;
}
