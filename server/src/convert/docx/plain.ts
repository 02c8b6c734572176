import type { Element, ElementContent } from 'xast';
import { childOf, childrenOf, everyElement, textOf } from '../xml.js';
import { formattingOf, type Style, settingOf } from './styles.js';

/**
 * What of a part of a document is text that is read: changes as accepted; without hidden text, tables of contents,
 * pictures and what only Word knows of. The changes are made in the tree itself.
 */
export function makePlain(element: Element, styles: ReadonlyMap<string, Style>): void {
  element.children = element.children.flatMap((child) => (child.type === 'element' ? plain(child, styles) : [child]));
  joinRuns(element);
  joinDropCaps(element);
}

/** Neither text nor what text hangs on. */
const DROPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:object',
  'w:altChunk',
  'w:sectPr',
  'w:tblPr',
  'w:tblGrid',
]);
const UNWRAPPED = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:fldSimple']);

function plain(element: Element, styles: ReadonlyMap<string, Style>): ElementContent[] {
  const { name } = element;
  if (DROPPED.has(name) || isContents(element, styles) || isPlaceholder(element)) return [];
  // What stands on the next page or in the next column is another word.
  if (name === 'w:br' && /^(?:page|column)$/.test(element.attributes['w:type'] ?? '')) {
    return [{ ...element, name: 'w:tab', attributes: {} }];
  }
  if (name === 'w:r' && isHidden(element, styles)) return [];
  if (name === 'w:tr' && childOf(childOf(element, 'w:trPr'), 'w:del')) return [];
  if ((name === 'w:drawing' || name === 'w:pict') && everyElement(element, 'w:txbxContent').next().done) return [];
  if (name === 'w:rPr') {
    // A deleted end of a paragraph joins it to the next one.
    element.children = childrenOf(element).filter((child) => READ.has(child.name));
    return [element];
  }
  // The same text twice: for Word of today, and for others.
  const inside =
    name === 'mc:AlternateContent' ? (childOf(element, 'mc:Fallback') ?? childOf(element, 'mc:Choice')) : element;
  if (inside === undefined) return [];
  makePlain(inside, styles);
  return inside !== element || UNWRAPPED.has(name) ? inside.children : [element];
}

/** Properties of a run that are read further on. */
const READ = new Set(['w:rStyle', 'w:b', 'w:i', 'w:strike', 'w:vertAlign', 'w:del', 'w:sz']);

function isContents(element: Element, styles: ReadonlyMap<string, Style>): boolean {
  if (element.name === 'w:p') {
    const style = settingOf(childOf(element, 'w:pPr'), 'w:pStyle');
    return style !== undefined && CONTENTS.test(styles.get(style)?.name ?? '');
  }
  if (element.name !== 'w:sdt') return false;
  const gallery = settingOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery === 'Table of Contents';
}

const CONTENTS = /^(?:toc \d|toc heading|contents (?:heading|\d)|table of figures|index \d|index heading)$/i;

/** ‘Klik hier om tekst in te voeren’ */
const isPlaceholder = ({ name, children }: Element): boolean =>
  name === 'w:sdt' &&
  children.some((child) => child.type === 'element' && childOf(child, 'w:showingPlcHdr') !== undefined);

/** A letter over more lines stands in a paragraph of its own, before that of its word. */
function joinDropCaps(parent: Element): void {
  let letter: Element | undefined;
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element' || child.name !== 'w:p') return true;
    if (letter) child.children.unshift(...childrenOf(letter, 'w:r'));
    const frame = childOf(childOf(child, 'w:pPr'), 'w:framePr');
    letter = frame?.attributes['w:dropCap'] ? child : undefined;
    return letter === undefined;
  });
}

function isHidden(run: Element, styles: ReadonlyMap<string, Style>): boolean {
  const properties = childOf(run, 'w:rPr');
  return formattingOf(properties).hidden ?? styles.get(settingOf(properties, 'w:rStyle') ?? '')?.hidden ?? false;
}

/** Runs that look alike are one: Word cuts a sentence into many. */
function joinRuns(parent: Element): void {
  let last: Element | undefined;
  let look = '';
  parent.children = parent.children.filter((child) => {
    const run = child.type === 'element' && child.name === 'w:r' ? child : undefined;
    const own = run && JSON.stringify(childOf(run, 'w:rPr')?.children);
    if (run && last && own === look && isText(run) && isText(last)) {
      const target = childOf(last, 'w:t');
      if (target) target.children = [{ type: 'text', value: textOf(last) + textOf(run) }];
      return false;
    }
    last = run;
    look = own ?? '';
    return true;
  });
}

/** Has one text and nothing else. */
function isText(run: Element): boolean {
  const parts = childrenOf(run).filter(({ name }) => name !== 'w:rPr');
  return parts.length === 1 && parts[0]?.name === 'w:t';
}
