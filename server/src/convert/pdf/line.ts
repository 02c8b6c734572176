import type { Segment, Style, Word } from './words.js';

/** A line of text within its column. */
export interface Line {
  readonly page: number;
  readonly words: readonly Word[];
  /** The words parted where more than a space stands between them: a tab, the cells of a table. */
  readonly cells: readonly (readonly Word[])[];
  /** Of a row of a table whose cells are known: their words, of empty ones none. */
  readonly row?: readonly (readonly Word[])[] | undefined;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** How most of it is set. */
  readonly style: Style;
}

/** The lines of a column, from top to bottom. */
export function linesOf(column: readonly Segment[], page: number): Line[] {
  const rows: Segment[][] = [];
  for (const segment of [...column].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row?.some((other) => Math.abs(other.y - segment.y) <= 0.35 * Math.min(other.size, segment.size)))
      row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => lineOf(row, page));
}

/** Words after each other; what follows a raised figure closely has no space before it. */
export function textOfWords(words: readonly Word[]): string {
  return words
    .map((word, at) => {
      const before = words[at - 1];
      const touches = before?.raised && word.left - before.right < 0.1 * word.size && /^[.,;:!?)\]”’"]/.test(word.text);
      return before === undefined || touches ? word.text : ` ${word.text}`;
    })
    .join('');
}

function lineOf(row: readonly Segment[], page: number): Line {
  const segments = [...row].sort((a, b) => a.left - b.left);
  const words = segments.flatMap((segment) => segment.words);
  const style = mostly(words);
  const cells = segments.length === 1 ? segments[0]!.cells : undefined;
  return {
    page,
    words,
    cells:
      cells?.filter(({ length }) => length > 0) ??
      (isStretched(words) ? [words] : segments.map((segment) => segment.words)),
    row: cells,
    text: textOfWords(words),
    left: segments[0]!.left,
    right: Math.max(...segments.map(({ right }) => right)),
    y: segments.find(({ size }) => size === style.size)?.y ?? segments[0]!.y,
    size: style.size,
    style,
  };
}

/**
 * Whether a line is set wide to fill its column: all its spaces are alike, as between the cells of a table they are not.
 * Behind a marker is a space of another kind.
 */
function isStretched(words: readonly Word[]): boolean {
  const gaps = words.slice(1).map(({ left }, at) => left - words[at]!.right);
  if (words[0]!.text.length <= 3 && gaps.length > 2) gaps.shift();
  return (
    gaps.length >= 2 && Math.max(...gaps) < 1.4 * Math.min(...gaps) && words.some(({ text }) => /\p{L}{2}/u.test(text))
  );
}

/** The style that most letters have. */
export function mostly(words: readonly Word[]): Style {
  const counts = new Map<string, { style: Word; letters: number }>();
  for (const word of words) {
    const key = `${Math.round(word.size * 2)} ${word.face.bold} ${word.face.italic} ${word.colour}`;
    const entry = counts.get(key) ?? { style: word, letters: 0 };
    entry.letters += word.text.length;
    counts.set(key, entry);
  }
  return [...counts.values()].reduce((most, entry) => (entry.letters > most.letters ? entry : most)).style;
}

/** Whether two pieces of text are set alike, for the eye. */
export function sameStyle(a: Style, b: Style): boolean {
  const larger = Math.max(a.size, b.size);
  return Math.abs(a.size - b.size) <= 0.07 * larger && a.face.bold === b.face.bold && sameColour(a.colour, b.colour);
}

/** Whether two colours look alike: black and nearly black, a green and a shade of it. */
export function sameColour(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [a, b].map((colour) =>
    /^#(..)(..)(..)$/
      .exec(colour)
      ?.slice(1)
      .map((part) => Number.parseInt(part, 16)),
  );
  return one !== undefined && other !== undefined && one.every((value, at) => Math.abs(value - other[at]!) < 70);
}
