import type { Element, Root } from 'xast';
import { childOf, childrenOf, everyElement } from '../xml.js';

/** What a style, or the formatting of a run, says of how text looks; undefined where it leaves that to what is above. */
export interface Formatting {
  readonly size?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

/** A style with what it has from the styles it is based on. */
export interface Style extends Formatting {
  readonly name: string;
  /** Of a heading, from 1; 0 is running text. */
  readonly level?: number | undefined;
  /** The list that its paragraphs are items of, and how deep in it. */
  readonly list?: string | undefined;
  readonly listLevel?: string | undefined;
}

/** Word's own size when nothing says one. */
const SIZE = 10;

/** The styles of a document by their id; under '' what holds without any. */
export function stylesOf(root: Root | undefined): Map<string, Style> {
  const sheet = root && childOf(root, 'w:styles');
  const defaults = childOf(childOf(childOf(sheet, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const base: Style = { name: '', size: SIZE, ...formattingOf(defaults) };
  const styles = new Map([['', base]]);
  const elements = new Map(childrenOf(sheet, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const add = (id: string, above: readonly string[]): Style => {
    const known = styles.get(id);
    const element = elements.get(id);
    if (known || element === undefined || above.includes(id)) return known ?? base;
    const parent = add(settingOf(element, 'w:basedOn') ?? '', [...above, id]);
    const name = settingOf(element, 'w:name') ?? id;
    const level = levelOf(childOf(element, 'w:pPr')) ?? levelOfName(name) ?? parent.level;
    const numbering = childOf(childOf(element, 'w:pPr'), 'w:numPr');
    const list = settingOf(numbering, 'w:numId') ?? parent.list;
    const listLevel = settingOf(numbering, 'w:ilvl') ?? parent.listLevel;
    const style = { ...parent, ...formattingOf(childOf(element, 'w:rPr')), name, level, list, listLevel };
    styles.set(id, style);
    return style;
  };
  for (const [id, element] of elements) {
    add(id, []);
    if (element.attributes['w:default'] === '1' && element.attributes['w:type'] === 'paragraph') {
      styles.set('', add(id, []));
    }
  }
  return styles;
}

/** The formatting that run properties say. */
export function formattingOf(properties: Element | undefined): Formatting {
  const size = Number(settingOf(properties, 'w:sz')) / 2;
  const said = {
    size: size > 0 ? size : undefined,
    bold: flag(properties, 'w:b'),
    hidden: flag(properties, 'w:vanish'),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The level of a heading that paragraph properties say, from 1; 0 says that it is none. */
export function levelOf(properties: Element | undefined): number | undefined {
  const level = settingOf(properties, 'w:outlineLvl');
  return level === undefined ? undefined : (Number(level) + 1) % 10;
}

/** ‘heading 2’ as Word writes it in every language, or a name of one's own. */
function levelOfName(name: string): number | undefined {
  const level = /^(?:heading|kop) ?([1-9])\b/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The value of a property. */
export function settingOf(properties: Element | undefined, name: string): string | undefined {
  return childOf(properties, name)?.attributes['w:val'] ?? undefined;
}

function flag(properties: Element | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '');
}

/** How many elements there are: all of them, or those of these names. */
export function countOf(root: Root | undefined, ...names: string[]): number {
  let count = 0;
  for (const { name } of root ? everyElement(root) : []) if (names.length === 0 || names.includes(name)) count++;
  return count;
}
