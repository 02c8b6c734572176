import type { Line } from './line.js';
import { markerOf } from './markers.js';

/** Fewer rows that happen to stand below each other are no table. */
const fewestRows = 3;

/** Where tables stand among the lines of a column: from (and with) the first, to (without) the last. */
export function tablesIn(lines: readonly Line[]): { from: number; to: number }[] {
  const tables: { from: number; to: number }[] = [];
  let from = 0;
  while (from < lines.length) {
    const columns = lines[from]!.row?.length;
    const to = columns === undefined ? endOfTable(lines, from) : endOfRows(lines, from, columns);
    if (columns !== undefined || lines.slice(from, to).filter(isRow).length >= fewestRows) {
      tables.push({ from, to });
      from = to;
    } else from++;
  }
  return tables;
}

/** A line of cells, of which the first is more than the marker of a list. */
export function isRow(line: Line): boolean {
  return line.cells.length >= 2 && !(line.cells.length === 2 && line.cells[0]!.length === 1 && markerOf(line));
}

/** Where rows end whose cells are known. */
function endOfRows(lines: readonly Line[], from: number, columns: number): number {
  const length = lines.slice(from).findIndex(({ row }) => row?.length !== columns);
  return length < 0 ? lines.length : from + length;
}

function endOfTable(lines: readonly Line[], from: number): number {
  if (!isRow(lines[from]!)) return from;
  let last = from;
  for (let at = from + 1; at < lines.length && at - last <= 3; at++) {
    const line = lines[at]!;
    if (line.row) break;
    const near = line.y - lines[at - 1]!.y < 3.2 * line.size;
    if (!near || (!isRow(line) && line.text.length > 90)) break;
    if (isRow(line)) {
      // A head may stand in the middle of its columns.
      const isBelowHead = at === from + 1 && standBelow(lines[from]!.cells, line.cells);
      if (!isBelowHead && !isAligned(lines[last]!, line)) break;
      last = at;
    }
  }
  return last + 1;
}

/**
 * Whether three cells or more of two rows stand below each other; or the last ones begin at one place, or end there with
 * figures, and the first ones begin there too.
 */
export function isAligned(above: Line, below: Line): boolean {
  if (above.row && below.row)
    return above.row.length === below.row.length && Math.abs(above.left - below.left) < below.size;
  if (above.cells.length > 2 && standBelow(above.cells, below.cells)) return true;
  const near = 0.5 * below.size;
  const [a, b] = [above.cells.at(-1)!, below.cells.at(-1)!];
  const figures = [a, b].every((cell) => /\d/.test(cell.map(({ text }) => text).join('')));
  const last =
    Math.abs(a[0]!.left - b[0]!.left) < near || (figures && Math.abs(a.at(-1)!.right - b.at(-1)!.right) < near);
  return last && Math.abs(above.left - below.left) < 2.5 * below.size;
}

type Cells = Line['cells'];

/** Whether each cell stands below its own, and below no other. */
function standBelow(above: Cells, below: Cells): boolean {
  const overlap = (a: Cells[number], b: Cells[number]): boolean =>
    a[0]!.left < b.at(-1)!.right && b[0]!.left < a.at(-1)!.right;
  return (
    above.length === below.length &&
    above.every((cell, at) => below.every((other, index) => overlap(cell, other) === (at === index)))
  );
}
