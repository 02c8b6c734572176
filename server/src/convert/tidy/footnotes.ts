import type { Element, Parents, Root } from 'hast';
import { elementOf, everyElement, replaceElements, textOf } from '../hast.js';

/**
 * Finds notes by what all have in common that is written as HTML: a short link to the note, and in the note a link back.
 * The mark becomes a `footnote-mark`, and the note a `footnote-note` at the end of the document.
 */
export function findFootnotes(tree: Root): void {
  const parents = new Map<Element, Parents>();
  const named = new Map<string, Element>();
  const below = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      parents.set(child, parent);
      for (const name of [child.properties.id, child.properties.name]) if (name) named.set(`#${name}`, child);
      below(child);
    }
  };
  below(tree);

  const links = [...everyElement(tree)].filter(({ properties }) => `${properties.href}`.startsWith('#'));
  const notes: Element[] = [];
  const marks = new Map<Element, number>();
  const taken = new Set<Element>();
  for (const mark of links) {
    const target = named.get(`${mark.properties.href}`);
    if (!target || taken.has(mark) || textOf(mark).trim().length > LONGEST_MARK) continue;
    const note = noteAt(target, parents);
    const back = note && [...everyElement(note)].find((link) => leadsTo(link, mark, named, parents));
    if (!note || !back || taken.has(note)) continue;
    taken.add(back).add(note);
    marks.set(mark, notes.push(note));
  }
  replaceElements(tree, (element) => {
    const number = marks.get(element);
    if (number !== undefined) return [elementOf('footnote-mark', [], { id: `${number}` })];
    // A link back says nothing; a note moves to the end, and what held the notes is empty.
    if (taken.has(element) || isEmptyBox(element)) return [];
    return isRaisedMark(element) ? element.children : [element];
  });
  for (const [index, note] of notes.entries()) {
    tree.children.push(
      elementOf('footnote-note', note.tagName === 'p' ? [note] : note.children, { id: `${index + 1}` }),
    );
  }
}

const LONGEST_MARK = 6;

const isRaisedMark = ({ tagName, children: [only, more] }: Element): boolean =>
  tagName === 'sup' && more === undefined && only?.type === 'element' && only.tagName === 'footnote-mark';

const isEmptyBox = (element: Element): boolean =>
  /^(?:ol|section|div)$/.test(element.tagName) &&
  element.children.every((child) => child.type === 'text' && child.value.trim() === '');

/** The block that a name stands at or in. */
function noteAt(target: Element, parents: ReadonlyMap<Element, Parents>): Element | undefined {
  let block: Element | undefined;
  for (let at: Parents | undefined = target; at?.type === 'element'; at = parents.get(at)) {
    if (/^(?:li|aside)$/.test(at.tagName)) return at;
    if (at.tagName === 'p' && block === undefined) block = at;
    // A note of more paragraphs has a box of its own.
    if (at.tagName === 'div' && /^(?:sdfootnote|sdendnote|ftn|edn|fn)\d+$/.test(`${at.properties.id}`)) return at;
  }
  return block;
}

/** Whether a link leads to a mark: to the mark itself, or to the raised text that it stands in. */
function leadsTo(
  link: Element,
  mark: Element,
  named: ReadonlyMap<string, Element>,
  parents: ReadonlyMap<Element, Parents>,
): boolean {
  const target = link.tagName === 'a' ? named.get(`${link.properties.href}`) : undefined;
  return target !== undefined && (target === mark || target === parents.get(mark) || parents.get(target) === mark);
}
