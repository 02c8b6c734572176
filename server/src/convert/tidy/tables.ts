import type { Element, ElementContent, Root } from 'hast';
import { elementsOf, everyElement, replaceElements, textOf } from '../hast.js';

/** Makes tables such that Markdown can write them: a frame around text is that text, and a cell is one line. */
export function tidyTables(tree: Root): void {
  replaceElements(tree, (element) => {
    if (element.tagName !== 'table') return [element];
    const rows = rowsOf(element);
    const captions = elementsOf(element)
      .filter(({ tagName }) => tagName === 'caption')
      .flatMap(blocksOf);
    const cells = rows.flatMap(cellsOf);
    if (rows.length < 2 || rows.every((row) => cellsOf(row).length < 2) || cells.some(holdsBlocks)) {
      return [...captions, ...cells.flatMap(blocksOf)];
    }
    // Markdown has no table without a head.
    for (const cell of rows[0] ? cellsOf(rows[0]) : []) cell.tagName = 'th';
    for (const cell of cells) {
      cell.children = lineOf(cell);
      for (const span of ['colSpan', 'rowSpan']) {
        const cells = Number(cell.properties[span]);
        cell.properties[span] = cells > 1 ? Math.min(cells, WIDEST) : undefined;
      }
    }
    return [...captions, element];
  });
}

/** Cells that one may take the place of. */
const WIDEST = 50;

const rowsOf = (table: Element): Element[] =>
  elementsOf(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [],
  );

const cellsOf = (row: Element): Element[] => elementsOf(row).filter(({ tagName }) => /^t[hd]$/.test(tagName));

/** What is no data of a table, but a page laid out with one. */
const holdsBlocks = (cell: Element): boolean =>
  [...everyElement(cell)].some(({ tagName }) => /^(?:h[1-6]|table|pre)$/.test(tagName));

const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' && /^(?:p|h[1-6]|ul|ol|li|dl|dt|dd|div|section|table|blockquote|pre)$/.test(node.tagName);

/** The blocks in a cell or a caption; words that stand in no block are a paragraph. */
function blocksOf(cell: Element): ElementContent[] {
  if (cell.children.some(isBlock)) return cell.children;
  return textOf(cell).trim() === '' ? [] : [{ ...cell, tagName: 'p', properties: {} }];
}

/** The blocks in a cell after each other; what has no stop gets one between it and the next. */
function lineOf(cell: Element): ElementContent[] {
  const lines = linesOf(cell.children).filter((line) => line.some(saysSomething));
  return lines.flatMap((line, index) => {
    if (index === lines.length - 1) return line;
    const text = line.map(textOf).join('').trimEnd();
    return [...line, { type: 'text', value: /[.,;:!?]$/.test(text) ? ' ' : '; ' }];
  });
}

const saysSomething = (node: ElementContent): boolean =>
  textOf(node).trim() !== '' || (node.type === 'element' && node.tagName === 'footnote-mark');

/** What stands on lines of its own: each block, and the words between blocks and breaks. */
function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([]);
    else if (isBlock(node)) lines.push(...linesOf(node.children), []);
    else lines.at(-1)!.push(node);
  }
  return lines;
}
