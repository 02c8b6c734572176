import type { Element, ElementContent, ElementData, Root } from 'hast';
import type { Block } from './blocks.js';
import type { Note } from './footnotes.js';
import { joinLines, type Vocabulary } from './hyphens.js';
import { type Line, textOfWords } from './line.js';
import type { Word } from './words.js';

/** A block with what it is. */
export interface Piece {
  readonly block: Block;
  readonly level?: number | undefined;
}

/** The document as a tree of HTML, each block with its page, and the notes at its end. */
export function treeOf(pieces: readonly Piece[], notes: readonly Note[], vocabulary: Vocabulary): Root {
  const children: Element[] = [];
  let list: { block: Block; element: Element }[] = [];
  for (const { block, level } of pieces) {
    const item = level === undefined ? itemOf(block) : undefined;
    if (item === undefined) {
      list = [];
      children.push(plainBlock(block, level, vocabulary));
      continue;
    }
    const entry = element('li', block.page, [element('p', block.page, text(block, vocabulary, true))]);
    while (list.length > 0 && !isWithin(block, list.at(-1)!.block) && !isBeside(block, list.at(-1)!.block)) list.pop();
    const open = list.at(-1);
    if (open && isBeside(block, open.block) && followsOn(block, open.block)) {
      open.element.children.push(entry);
      open.block = block;
    } else {
      const started = element(
        item.ordered ? 'ol' : 'ul',
        block.page,
        [entry],
        item.ordered && item.start !== 1 ? { start: item.start } : {},
      );
      if (open && isWithin(block, open.block)) (open.element.children.at(-1) as Element).children.push(started);
      else children.push(started);
      if (open && isBeside(block, open.block)) list.pop();
      list.push({ block, element: started });
    }
  }
  for (const { id, page, lines } of notes) {
    const words = inline(
      lines.map((line) => line.words),
      vocabulary,
    );
    children.push(element('footnote-note', page, [element('p', page, words)], { id }));
  }
  return { type: 'root', children };
}

function element(
  tagName: string,
  page: number,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children, data: { page } as ElementData };
}

function text(block: Block, vocabulary: Vocabulary, withoutMarker = false): ElementContent[] {
  const lines = block.lines.map(({ words }, at) => (withoutMarker && at === 0 ? words.slice(1) : words));
  return inline(lines, vocabulary);
}

// Letters that no page has: those of the private range are taken out when it is read.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** Lines as one text, with what refers to a note in its place. */
function inline(lines: readonly (readonly Word[])[], vocabulary: Vocabulary): ElementContent[] {
  const texts = lines.map((words) =>
    textOfWords(
      words.map((word) => (word.note === undefined ? word : { ...word, text: `${OPEN}${word.note}${CLOSE}` })),
    ),
  );
  return joinLines(texts, vocabulary)
    .split(/ ?\uE000(\d+)\uE001/)
    .map((part, at) =>
      at % 2 === 0
        ? { type: 'text', value: part }
        : { type: 'element', tagName: 'footnote-mark', properties: { id: part }, children: [] },
    );
}

function plainBlock(block: Block, level: number | undefined, vocabulary: Vocabulary): Element {
  if (block.rows) return tableOf(block.rows, vocabulary);
  return element(level === undefined ? 'p' : `h${level}`, block.page, text(block, vocabulary));
}

/** What kind of item a block is; numbers such as 1.7 and letters are kept in the text, for Markdown does not know them. */
function itemOf({ marker }: Block): { ordered: boolean; start: number } | undefined {
  if (!marker) return undefined;
  if (marker.bullet) return { ordered: false, start: 1 };
  const [, number] = /^(\d{1,3})[.)]?$/.exec(marker.text) ?? [];
  return number === undefined ? undefined : { ordered: true, start: Number(number) };
}

const leftOf = ({ lines }: Block): number => lines[0]!.left;

/** Whether an item stands at the same place as another; in another column, its marker tells. */
function isBeside(block: Block, open: Block): boolean {
  const distance = Math.abs(leftOf(block) - leftOf(open));
  return distance <= 0.6 * block.style.size || (distance > 80 && block.marker?.text === open.marker?.text);
}

const isWithin = (block: Block, open: Block): boolean =>
  !isBeside(block, open) && leftOf(block) > leftOf(open) + 0.6 * block.style.size;

/** Whether an item is the next one of the list: a bullet after a bullet, 4 after 3. */
function followsOn(block: Block, open: Block): boolean {
  const [own, other] = [itemOf(block)!, itemOf(open)!];
  return own.ordered === other.ordered && (!own.ordered || own.start === other.start + 1);
}

function tableOf(rows: readonly Line[], vocabulary: Vocabulary): Element {
  const page = rows[0]!.page;
  const widest = rows.reduce((most, row) => (row.cells.length > most.cells.length ? row : most));
  const columns = widest.cells.map((cell) => ({ left: cell[0]!.left, right: cell.at(-1)!.right }));
  const body = rows.map((row, at) => {
    const cells = row.row ?? nearestColumns(row, columns);
    const name = at === 0 ? 'th' : 'td';
    return element(
      'tr',
      row.page,
      cells.map((words) => element(name, row.page, inline(byLine(words), vocabulary))),
    );
  });
  return element('table', page, [element('thead', page, body.slice(0, 1)), element('tbody', page, body.slice(1))]);
}

/** The lines of a cell. */
function byLine(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line && word.y - line[0]!.y < 0.5 * word.size) line.push(word);
    else lines.push([word]);
  }
  return lines;
}

function nearestColumns(row: Line, columns: readonly { left: number; right: number }[]): Word[][] {
  const cells = columns.map((): Word[] => []);
  for (const [index, cell] of row.cells.entries()) {
    const [left, right] = [cell[0]!.left, cell.at(-1)!.right];
    const distance = (column: { left: number; right: number }): number =>
      Math.min(Math.abs(column.left - left), Math.abs(column.right - right));
    const nearest = columns.reduce(
      (best, column, other) => (distance(column) < distance(columns[best]!) ? other : best),
      0,
    );
    cells[row.cells.length === columns.length ? index : nearest]!.push(...cell);
  }
  return cells;
}
