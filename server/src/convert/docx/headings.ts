import type { Element } from 'xast';
import { type Look, levelsByLook } from '../look.js';
import { childOf, childrenOf, everyElement, textOf } from '../xml.js';
import { formattingOf, levelOf, type Style, settingOf } from './styles.js';

/**
 * Gives each heading of a document the style by which mammoth knows it: by its own style or outline level; by how it
 * looks when more headings are told by that.
 */
export function styleHeadings(body: Element, styles: ReadonlyMap<string, Style>): void {
  const blocks = blocksOf(body).filter((block) => block.name !== 'w:p' || textOf(block).trim() !== '');
  const styled = blocks.map((block) => styledAs(block, styles));
  const levels = styled.map((style) => (style === TITLE ? undefined : style));
  const looks = levelsByLook(
    blocks.map((block, index) => (styled[index] === undefined ? lookOf(block, styles) : OTHER)),
  );
  const byLook = count(looks) > count(levels);
  const deepest = Math.max(0, ...levels.map((level) => level ?? 0));
  blocks.forEach((block, index) => {
    const look = byLook ? looks[index] : undefined;
    const level = levels[index] ?? (look && Math.min(deepest + look, 6));
    if (styled[index] === TITLE) setStyle(block, TITLE);
    else if (level !== undefined) setStyle(block, `Heading${Math.min(level, 6)}`);
    else if (styles.get(styleIdOf(block) ?? '')?.level) setStyle(block, undefined);
  });
}

const TITLE = 'Title';
const OTHER: Look = { text: '', size: 0, bold: false, item: false };

const count = (levels: readonly unknown[]): number => levels.filter((level) => level !== undefined).length;

/** Paragraphs and tables, in order. */
function blocksOf(parent: Element): Element[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === 'w:p' || child.name === 'w:tbl') return [child];
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? blocksOf(child) : [];
  });
}

const styleIdOf = (block: Element): string | undefined => settingOf(childOf(block, 'w:pPr'), 'w:pStyle');

function styledAs(block: Element, styles: ReadonlyMap<string, Style>): number | typeof TITLE | undefined {
  if (block.name !== 'w:p') return undefined;
  const style = styles.get(styleIdOf(block) ?? '');
  if (/^(?:title|titel)$/i.test(style?.name ?? '')) return TITLE;
  return levelOf(childOf(block, 'w:pPr')) || style?.level || undefined;
}

function lookOf(block: Element, styles: ReadonlyMap<string, Style>): Look {
  if (block.name !== 'w:p') return OTHER;
  const properties = childOf(block, 'w:pPr');
  const own = styles.get(styleIdOf(block) ?? '') ?? styles.get('');
  const runs = [...everyElement(block, 'w:r')].filter((run) => textOf(run).trim() !== '');
  const formats = runs.map((run) => {
    const direct = childOf(run, 'w:rPr');
    return { ...own, ...ofCharacters(styles.get(settingOf(direct, 'w:rStyle') ?? 'none')), ...formattingOf(direct) };
  });
  return {
    text: textOf(block),
    size: Math.min(...formats.map(({ size }) => size ?? 0)),
    bold: formats.every(({ bold }) => bold),
    item: childOf(properties, 'w:numPr') !== undefined,
  };
}

/** What a style of characters adds to that of the paragraph. */
const ofCharacters = (style: Style | undefined) => (style?.bold ? { bold: true } : {});

function setStyle(paragraph: Element, style: string | undefined): void {
  let properties = childOf(paragraph, 'w:pPr');
  if (properties === undefined) {
    properties = { type: 'element', name: 'w:pPr', attributes: {}, children: [] };
    paragraph.children.unshift(properties);
  }
  // A heading with a number is no list.
  properties.children = childrenOf(properties).filter(
    ({ name }) => name !== 'w:pStyle' && (name !== 'w:numPr' || !style),
  );
  if (style === undefined) return;
  properties.children.push({ type: 'element', name: 'w:pStyle', attributes: { 'w:val': style }, children: [] });
}
