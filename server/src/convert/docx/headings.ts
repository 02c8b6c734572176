import type { Element } from 'xast';
import { headingLevels, type Look } from '../look.js';
import { childOf, childrenOf, everyElement, textOf } from '../xml.js';
import { formattingOf, levelOf, type Style, settingOf } from './styles.js';

/**
 * Gives each heading of a document the style by which mammoth knows it: by its own style or outline level; by how it
 * looks when more headings are told by that.
 */
export function styleHeadings(body: Element, styles: ReadonlyMap<string, Style>): void {
  const blocks = blocksOf(body).filter((block) => block.name !== 'w:p' || textOf(block).trim() !== '');
  const titles = blocks.map((block) => isTitle(block, styles));
  const levels = headingLevels(
    blocks.map((block, index) => (titles[index] ? {} : { level: levelIn(block, styles), look: lookOf(block, styles) })),
  );
  blocks.forEach((block, index) => {
    const level = levels[index];
    if (titles[index]) setStyle(block, 'Title');
    else if (level !== undefined) setStyle(block, `Heading${Math.min(level, 6)}`);
    else if (styles.get(styleIdOf(block) ?? '')?.level) setStyle(block, undefined);
  });
}

/** Paragraphs and tables, in order. */
function blocksOf(parent: Element): Element[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === 'w:p' || child.name === 'w:tbl') return [child];
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? blocksOf(child) : [];
  });
}

const styleIdOf = (block: Element): string | undefined => settingOf(childOf(block, 'w:pPr'), 'w:pStyle');

const isTitle = (block: Element, styles: ReadonlyMap<string, Style>): boolean =>
  /^(?:title|titel)$/i.test(styles.get(styleIdOf(block) ?? '')?.name ?? '');

function levelIn(block: Element, styles: ReadonlyMap<string, Style>): number | undefined {
  const own = levelOf(childOf(block, 'w:pPr'));
  return (own ?? styles.get(styleIdOf(block) ?? '')?.level) || undefined;
}

function lookOf(block: Element, styles: ReadonlyMap<string, Style>): Look | undefined {
  if (block.name !== 'w:p') return undefined;
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
