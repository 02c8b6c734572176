import type { Line } from './line.js';
import { markerOf } from './markers.js';

/** Fewer rows that happen to stand below each other are no table. */
const fewestRows = 3;

/** Where tables stand among the lines of a column: from (and with) the first, to (without) the last. */
export function tablesIn(lines: readonly Line[]): { from: number; to: number }[] {
  const tables: { from: number; to: number }[] = [];
  let from = 0;
  while (from < lines.length) {
    const to = endOfTable(lines, from);
    if (lines.slice(from, to).filter(isRow).length >= fewestRows) {
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

function endOfTable(lines: readonly Line[], from: number): number {
  if (!isRow(lines[from]!)) return from;
  let last = from;
  for (let at = from + 1; at < lines.length && at - last <= 3; at++) {
    const line = lines[at]!;
    const near = line.y - lines[at - 1]!.y < 3.2 * line.size;
    if (!near || (!isRow(line) && line.text.length > 90)) break;
    if (isRow(line)) {
      if (!isAligned(lines[last]!, line)) break;
      last = at;
    }
  }
  return last + 1;
}

/** Whether the last cells of two rows begin at one place, or end there with figures; and the first ones begin there too. */
function isAligned(above: Line, below: Line): boolean {
  const near = 0.5 * below.size;
  const [a, b] = [above.cells.at(-1)!, below.cells.at(-1)!];
  const figures = [a, b].every((cell) => /\d/.test(cell.map(({ text }) => text).join('')));
  const last =
    Math.abs(a[0]!.left - b[0]!.left) < near || (figures && Math.abs(a.at(-1)!.right - b.at(-1)!.right) < near);
  return last && Math.abs(above.left - below.left) < 2.5 * below.size;
}
