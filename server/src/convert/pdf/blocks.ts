import { type Line, mostly, sameStyle } from './line.js';
import { isDoubtful, type Marker, markerOf } from './markers.js';
import { isRow, tablesIn } from './tables.js';
import type { Style } from './words.js';

/** Lines that belong together: a paragraph, an item of a list, a heading; or the rows of a table. */
export interface Block {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly marker?: Marker | undefined;
  readonly rows?: readonly Line[] | undefined;
  readonly style: Style;
  /** The white above it, in lines of the usual leading; undefined at the top of a column. */
  readonly above?: number | undefined;
  /** The room behind its last line: text that goes on in the next column or page leaves none. */
  readonly room: number;
  /** How far its first line is set in from the edge of the column. */
  readonly indent: number;
}

/** The usual distance between baselines, by size of letters. */
export type Leading = (size: number) => number;

export function leadingOf(columns: readonly (readonly Line[])[]): Leading {
  const counts = new Map<number, Map<number, number>>();
  for (const lines of columns) {
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (!next || !sameStyle(line.style, next.style)) continue;
      const distance = Math.round((next.y - line.y) * 2) / 2;
      if (distance > line.size * 2.2) continue;
      const bySize = counts.get(Math.round(line.size)) ?? new Map<number, number>();
      bySize.set(distance, (bySize.get(distance) ?? 0) + 1);
      counts.set(Math.round(line.size), bySize);
    }
  }
  const usual = new Map(
    [...counts].map(([size, distances]) => [size, [...distances].reduce((a, b) => (b[1] > a[1] ? b : a))[0]] as const),
  );
  return (size) => usual.get(Math.round(size)) ?? size * 1.25;
}

/** The blocks of a column. */
export function blocksOf(lines: readonly Line[], leading: Leading, body: Style): Block[] {
  const groups: Group[] = [];
  const tables = tablesIn(lines);
  for (const [at, line] of lines.entries()) {
    const table = tables.find(({ from, to }) => at >= from && at < to);
    const group = groups.at(-1);
    if (table) {
      if (at > table.from) group!.lines.push(line);
      else groups.push({ lines: [line], table: true });
      continue;
    }
    const open = group?.table ? undefined : group;
    const marker = markerAt(lines, at, open?.marker);
    if (!open || marker || startsAnew(open, line, lines, at, leading, body)) groups.push({ lines: [line], marker });
    else open.lines.push(line);
  }
  return groups.map(({ lines: own, marker, table }, at) => {
    const previous = groups[at - 1]?.lines.at(-1);
    const first = own[0]!;
    const last = own.at(-1)!;
    return {
      page: first.page,
      lines: own,
      marker,
      rows: table ? own : undefined,
      style: mostly(own.flatMap(({ words }) => words)),
      above: previous && (first.y - previous.y) / leading(Math.max(first.size, previous.size)),
      room: edgeAt(lines, lines.indexOf(last)) - last.right,
      indent: first.left - Math.min(...lines.map(({ left }) => left)),
    };
  });
}

interface Group {
  readonly lines: Line[];
  readonly marker?: Marker | undefined;
  readonly table?: boolean;
}

/** The marker of a line, unless it is part of a sentence that runs on. */
function markerAt(lines: readonly Line[], at: number, open: Marker | undefined): Marker | undefined {
  const line = lines[at]!;
  const marker = markerOf(line);
  if (!marker || !isDoubtful(marker)) return marker;
  const previous = lines[at - 1];
  if (!previous) return marker;
  // In a list, what stands at the text's edge is text; what stands out to the left is a marker.
  if (open && Math.abs(line.left - open.textLeft) < 0.3 * line.size && !/[.:;!?]$/.test(previous.text))
    return undefined;
  if (open && open.bullet === marker.bullet && line.left < open.textLeft - 0.3 * line.size) return marker;
  const hangs = lines[at + 1] && Math.abs(lines[at + 1]!.left - marker.textLeft) < 0.3 * line.size;
  const indented = line.left > previous.left + 0.5 * line.size;
  return hangs || indented || /[.:;!?]$/.test(previous.text) || !sameStyle(previous.style, line.style)
    ? marker
    : undefined;
}

/** How far lines reach about here. */
function edgeAt(lines: readonly Line[], at: number): number {
  return Math.max(...lines.slice(Math.max(0, at - 5), at + 6).map(({ right }) => right));
}

function startsAnew(
  { lines: own, marker }: Group,
  line: Line,
  lines: readonly Line[],
  at: number,
  leading: Leading,
  body: Style,
): boolean {
  const previous = own.at(-1)!;
  if (changesStyle(previous, line, edgeAt(lines, at - 1))) return true;
  const distance = line.y - previous.y;
  const before = own.at(-2);
  const usual = before ? previous.y - before.y : leading(Math.max(line.size, previous.size));
  if (distance > 1.28 * usual + 0.5) return true;
  // A heading in large letters is broken where it reads well.
  if (line.size > 1.12 * body.size && !marker) return false;

  const ended = /[.!?:;…]["”’')\]]*$/.test(previous.text);
  if (marker) {
    // The text of an item hangs from its marker, or goes back to the marker's place; further back it is no part of it.
    const edge = own.length > 1 ? previous.left : marker.textLeft;
    if (line.left >= marker.textLeft - 0.3 * line.size) return false;
    if (line.left < own[0]!.left - 0.5 * line.size) return marker.bullet || wouldFit(previous, line, lines, at);
    if (own.length > 1 && line.left < edge - 0.8 * line.size) return true;
  }
  // A line with room between its parts, as in a sum, is one by itself.
  if ((isRow(previous) && (isRow(line) || startsHigh(line))) || (isRow(line) && ended)) return true;
  // The first line of a paragraph is set in, or its text would have fitted on the line above.
  const setIn = line.left > previous.left + 0.8 * line.size && own.length > 1;
  return (setIn || wouldFit(previous, line, lines, at)) && (ended || startsHigh(line));
}

const startsHigh = (line: Line): boolean => /^[\p{Lu}\d‘“"'(•]/u.test(line.text);

/** Whether the first word of a line had room on the line above: a paragraph ended there. */
function wouldFit(previous: Line, line: Line, lines: readonly Line[], at: number): boolean {
  const first = line.words[0]!;
  return previous.right + first.right - first.left + 1.5 * line.size < edgeAt(lines, at - 1);
}

/** Whether the way of setting changes at the end of a line, as between a heading and its text. */
function changesStyle(previous: Line, line: Line, edge: number): boolean {
  const end = lastOf(previous);
  const start = line.words.find(({ raised }) => !raised) ?? line.words[0]!;
  if (sameStyle(end, start)) return false;
  if (Math.abs(end.size - start.size) > 0.1 * Math.max(end.size, start.size)) return true;
  // Bold words that lead into a sentence may happen to end with the line.
  const whole = previous.words.every((word) => word.raised || sameStyle(word, end));
  const all = line.words.every((word) => word.raised || sameStyle(word, start));
  return (whole || all) && (previous.right < edge - 2 * end.size || (whole && all));
}

const lastOf = (line: Line): Style => line.words.findLast(({ raised }) => !raised) ?? line.words.at(-1)!;
