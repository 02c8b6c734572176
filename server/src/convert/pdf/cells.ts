import { type Line, linesOf, mostly, sameStyle } from './line.js';
import { isDoubtful, markerOf } from './markers.js';
import { type Grid, gridsOf, type Rule, type Rules } from './rules.js';
import { framed, type Segment, type Word, widestSpace } from './words.js';

/** Fewer rows without a line between their columns are no table for certain. */
const FEWEST_ROWS = 3;
/** A cell with more lines is a part of the page. */
const MOST_LINES = 12;
/** So many lines above a table may go along with it and be none of it. */
const MOST_ABOVE = 5;
/** From how many times the leading within cells on there is room between rows. */
const ROOM = 1.2;

/** What stands on a page outside frames, and in each of these. */
export interface Framed {
  readonly segments: readonly Segment[];
  /** From top to bottom, what stands in each frame of a group. */
  readonly frames: readonly (readonly Segment[])[][];
}

/** The segments of a page, those of each row of a table as one, where it is certain which cell each of them is in. */
export function withRows(segments: readonly Segment[], rules: Rules): Framed {
  let rest = segments;
  const rows: Segment[] = [];
  const frames: (readonly Segment[])[][] = [];
  for (const grid of gridsOf(rules, segments)) {
    const { inside, outside, isBeside } = within(rest, grid);
    const table = rowsInGrid(inside, grid);
    if (!table) continue;
    if (areCells(table.flat())) rows.push(...table.map(rowOf));
    else if (isBeside) continue;
    else frames.push(table.flat().filter(({ length }) => length > 0));
    rest = outside;
  }
  for (const table of whiteTables(rest, rules.across)) {
    rows.push(...table.map(rowOf));
    const gone = new Set(table.flat(2).flatMap(({ words }) => words));
    rest = rest.filter(({ words }) => !gone.has(words[0]!));
  }
  return { segments: [...rest, ...rows], frames };
}

/** A row of a table: what stands in each of its cells. */
type Row = readonly (readonly Segment[])[];

/** A row as one segment, cell after cell. */
function rowOf(row: Row): Segment {
  const cells = row.map(wordsIn);
  const words = cells.flat();
  const y = Math.min(...words.map((word) => word.y));
  return { ...framed(words, { y, size: mostly(words).size }), cells };
}

const wordsIn = (cell: readonly Segment[]): Word[] => linesOf(cell, 0).flatMap(({ words }) => words);

/** What stands in a grid and what does not, and whether something does beside it. */
function within(
  segments: readonly Segment[],
  { xs, ys }: Grid,
): { inside: Segment[]; outside: Segment[]; isBeside: boolean } {
  const isBetween = ({ y, size }: Segment): boolean => y > ys[0]! && y - 0.3 * size < ys.at(-1)!;
  const isInside = (segment: Segment): boolean =>
    isBetween(segment) && segment.left > xs[0]! - segment.size && segment.right < xs.at(-1)! + segment.size;
  const outside = segments.filter((segment) => !isInside(segment));
  return { inside: segments.filter(isInside), outside, isBeside: outside.some(isBetween) };
}

function rowsInGrid(segments: readonly Segment[], { xs, ys, across, down }: Grid): Row[] | undefined {
  const isRuled =
    ({ y }: Segment) =>
    (before: Word, word: Word): boolean =>
      down.some(({ at, from, to }) => at > before.right - 1 && at < word.left + 1 && from < y && to > y - 1);
  const rows: Segment[][][] = ys.slice(1).map(() => xs.slice(1).map(() => []));
  for (const segment of segments.flatMap((one) => parted(one, isRuled(one)))) {
    const middle = segment.y - 0.3 * segment.size;
    const x = segment.left + 0.2 * segment.size;
    const column = Math.max(0, lastBelow(xs.slice(0, -1), x));
    // A cell may go on over lines that part others beside it.
    const tops = ys.slice(0, -1).map((y) => (y === ys[0] || isCrossed(across, y, x) ? y : Number.NaN));
    const row = tops.findLastIndex((y) => y <= middle);
    rows[Math.max(0, row)]![column]!.push(segment);
  }
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const columns = xs.slice(1).flatMap((_, k) => (filled.some((row) => row[k]!.length > 0) ? [k] : []));
  const table = filled.map((row) => columns.map((k) => row[k]!));
  const isPlain = table.every((row) => row.every((cell) => linesOf(cell, 0).length <= MOST_LINES));
  return filled.length > 1 && columns.length > 1 && isPlain ? table : undefined;
}

/** Whether what stands between lines are cells, and not parts of the page in frames: half of them then are no plain text. */
function areCells(cells: readonly (readonly Segment[])[]): boolean {
  const texts = cells.filter((cell) => cell.length > 0).map((cell) => linesOf(cell, 0));
  const parts = texts.filter((lines) => hasStyles(lines) || hasList(lines));
  return parts.length < 0.5 * texts.length;
}

const hasStyles = (lines: readonly Line[]): boolean =>
  lines.slice(1).some(({ style }, k) => !sameStyle(style, lines[k]!.style));

/** Whether an item of a list begins below the first line; what could be part of a sentence is one where there are more. */
function hasList(lines: readonly Line[]): boolean {
  const marks = lines.map(markerOf);
  return (
    marks.slice(1).some((mark) => mark && !isDoubtful(mark)) ||
    marks.filter((mark) => mark && /\D/.test(mark.text)).length > 1
  );
}

const lastBelow = (places: readonly number[], at: number): number => places.findLastIndex((place) => place <= at);

/** Whether one of the lines that stand at this place goes over another one. */
const isCrossed = (rules: readonly Rule[], at: number, over: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= 3 && rule.from <= over && rule.to >= over);

/** A segment in parts, where something stands between its words. */
function parted(segment: Segment, isBetween: (before: Word, word: Word) => boolean): Segment[] {
  const parts: Word[][] = [];
  for (const word of segment.words) {
    const before = parts.at(-1)?.at(-1);
    if (before && !isBetween(before, word)) parts.at(-1)!.push(word);
    else parts.push([word]);
  }
  return parts.map((words) => framed(words, segment));
}

/** A stretch of white down the page. */
interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Tables without lines between their columns: white runs down between these, and along between their rows. */
function whiteTables(segments: readonly Segment[], across: readonly Rule[]): Row[][] {
  const lines = baselines(segments);
  const drawn = new Map(segments.flatMap(({ words }, at) => words.map((word) => [word, at])));
  const tables: Row[][] = [];
  let tried = 0;
  for (let from = 0, end = 0; from < lines.length; ) {
    const to = endOfWhite(lines, from);
    tried = to === end ? tried + 1 : 0;
    end = to;
    const table = to - from < FEWEST_ROWS ? undefined : tableIn(lines.slice(from, to), across, drawn);
    if (table) tables.push(table);
    // What stands above a table may seem to belong to it.
    from = table || tried === MOST_ABOVE ? to : from + 1;
  }
  return tables;
}

/** What stands at one height. */
function baselines(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && segment.y - line[0]!.y < 0.15 * segment.size) line.push(segment);
    else lines.push([segment]);
  }
  return lines;
}

/** How far white runs down from a line between what stands beside each other on it. */
function endOfWhite(lines: readonly (readonly Segment[])[], from: number): number {
  let gutters = gapsIn(lines[from]!);
  let to = from + 1;
  for (; to < lines.length && gutters.length > 0; to++) {
    const line = lines[to]!;
    if (line[0]!.y - lines[to - 1]![0]!.y > 3.2 * line[0]!.size) break;
    gutters = gutters.flatMap((gutter) => narrowed(gutter, line, WIDE));
    if (gutters.length === 0) break;
  }
  return to;
}

function gapsIn(line: readonly Segment[]): Gutter[] {
  const sorted = [...line].sort((a, b) => a.left - b.left);
  return sorted.slice(1).map(({ left }, k) => ({ left: sorted[k]!.right, right: left }));
}

/** How wide white is between columns where it is found, and where only words tell; in sizes of the letter. */
const [WIDE, NARROW] = [widestSpace, 0.5];

/** White as far as it runs on beside what stands on a line: nothing of it where that goes over it. */
function narrowed(
  { left, right }: Gutter,
  line: readonly { left: number; right: number; size: number }[],
  least: number,
): Gutter[] {
  for (const one of line) {
    if (one.right <= left || one.left >= right) continue;
    if (one.left < left && one.right > right) return [];
    if (one.left - left > right - one.right) right = one.left;
    else left = one.right;
  }
  return right - left >= least * line[0]!.size ? [{ left, right }] : [];
}

/** All white that runs down between the words of some lines, from left to right. */
function guttersIn(lines: readonly (readonly Segment[])[]): Gutter[] {
  const found: Gutter[] = [];
  const words = lines.map((line) => line.flatMap((segment) => segment.words));
  for (const gap of lines.flatMap(gapsIn)) {
    if (found.some(({ left, right }) => gap.left < right && gap.right > left)) continue;
    let gutters = [gap];
    for (let k = 0; k < words.length && gutters.length > 0; k++)
      gutters = gutters.flatMap((gutter) => narrowed(gutter, words[k]!, NARROW));
    found.push(...gutters);
  }
  return found.sort((a, b) => a.left - b.left);
}

function tableIn(
  joined: readonly (readonly Segment[])[],
  across: readonly Rule[],
  drawn: ReadonlyMap<Word, number>,
): Row[] | undefined {
  const gutters = guttersIn(joined);
  if (gutters.length === 0) return undefined;
  const lines = joined.map((line) =>
    line.flatMap((segment) =>
      parted(segment, (before, word) =>
        gutters.some(({ left, right }) => before.right <= left + 1 && word.left >= right - 1),
      ),
    ),
  );
  const columnOf = ({ left }: Segment): number => gutters.filter((gutter) => gutter.right <= left + 1).length;
  const columns = gutters.map((_, k) => k).concat(gutters.length);
  const byColumn = columns.map((k) => lines.flat().filter((segment) => columnOf(segment) === k));
  const sizes = lines.flatMap((line) => line.map((segment) => segment.size)).sort((a, b) => a - b);
  const size = sizes[sizes.length >> 1]!;
  const leading = Math.min(...byColumn.flatMap(distances).filter((distance) => distance > 0.35 * size));
  // Closer than this no lines of a text stand, and wider than this none of one cell.
  if (leading < 0.9 * size || leading > 1.9 * size) return undefined;
  const edge = { left: Math.min(...lines.flat().map(({ left }) => left)), right: gutters.at(-1)!.right };
  const isRuled = (above: number, below: number): boolean =>
    across.some(({ at, from, to }) => at > above && at < below && from < edge.left + size && to > edge.right);
  const rows: Segment[][] = [];
  for (const [k, line] of lines.entries()) {
    const above = lines[k - 1]?.[0]?.y;
    const y = line[0]!.y;
    if (above === undefined || y - above > ROOM * leading || isRuled(above, y)) rows.push([...line]);
    else rows.at(-1)!.push(...line);
  }
  const table = rows.map((row) => columns.map((k) => row.filter((segment) => columnOf(segment) === k)));
  const isFull = (row: Row): boolean => row.filter((cell) => cell.length > 0).length > 1;
  const from = table.findIndex(isFull);
  const own = table.slice(from, table.findLastIndex(isFull) + 1);
  return isCertain(own, leading) && areDrawnInOrder(own, drawn) ? own : undefined;
}

/** Whether rows are those of a table, and not paragraphs beside each other, a list with its marks, or lines of one row each. */
function isCertain(table: readonly Row[], leading: number): boolean {
  const cells = table.flatMap((row) => row.filter((cell) => cell.length > 0));
  if (table.length < FEWEST_ROWS || cells.length < 0.75 * table.length * table[0]!.length) return false;
  const heights = cells.map((cell) => linesOf(cell, 0).length);
  return (
    Math.max(...heights) > 1 &&
    Math.max(...heights) <= MOST_LINES &&
    cells.every((cell) => isOneText(cell, leading) && !areFigures(cell)) &&
    table[0]!.every(
      (_, k, { length }) =>
        !isMarks(
          table.flatMap((row) => row[k]!),
          k === 0 ? length : 0,
        ),
    )
  );
}

/** Whether one row was drawn after the other, as columns of text are not. */
function areDrawnInOrder(table: readonly Row[], drawn: ReadonlyMap<Word, number>): boolean {
  const times = table.map((row) => row.flat().map(({ words }) => drawn.get(words[0]!)!));
  return times.every((row, k) => k === 0 || Math.min(...row) > Math.max(...times[k - 1]!));
}

/** Whether a cell is one text: its lines stand as close as others do, and are set alike. */
function isOneText(cell: readonly Segment[], leading: number): boolean {
  const lines = linesOf(cell, 0);
  return !hasStyles(lines) && lines.slice(1).every(({ y }, k) => y - lines[k]!.y <= ROOM * leading);
}

/** Figures below each other are each of a row. */
const areFigures = (cell: readonly Segment[]): boolean =>
  cell.length > 1 && cell.every(({ words }) => words.every(({ text }) => /^[\d.,–-]+$/.test(text)));

/** Whether a column has the marks of a list, or numbers of chapters; bare numbers are marks beside one text only. */
function isMarks(column: readonly Segment[], columns: number): boolean {
  const marks = column.filter(
    ({ words: [{ text } = { text: '' }, ...more] }) =>
      more.length === 0 && (MARK.test(text) || (columns === 2 && /^\d{1,3}$/.test(text))),
  );
  return marks.length >= 0.5 * column.length;
}

const MARK = /^(?:[^\p{L}\d]{1,3}|\(?(?:\d{1,3}(?:\.\d+)*|\p{L})[.)]|\d+(?:\.\d+)+)$/u;

function distances(column: readonly Segment[]): number[] {
  const ys = column.map(({ y }) => y).sort((a, b) => a - b);
  return ys.slice(1).map((y, k) => y - ys[k]!);
}
