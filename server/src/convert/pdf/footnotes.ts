import { type Line, textOfWords } from './line.js';
import { markerOf } from './markers.js';
import type { Style, Word } from './words.js';

/** A note at the foot of a page or at the end of the text. */
export interface Note {
  /** What refers to it has this as its `note`. */
  readonly id: string;
  readonly page: number;
  /** Without the number that it begins with. */
  readonly lines: readonly Line[];
}

type Columns = readonly (readonly Line[])[];

/**
 * The columns without the notes in them, found by what all have in common: a small raised number in the text or a sign behind
 * a word, and lines elsewhere that begin with it.
 */
export function withoutNotes(columns: Columns, body: Style): { columns: Line[][]; notes: Note[] } {
  const found = matched(
    columns.flatMap(marksIn),
    columns.flatMap((lines) => startsIn(lines, body)),
  );
  const ids = idsOf(found);
  const noteOf = new Map(found.flatMap(({ marks }, at) => marks.map(({ word }) => [word, ids[at]!] as const)));
  const firsts = new Set(found.map(({ start }) => start.line));
  const notes = found.map(({ start }, at) => {
    const own = linesFrom(start, firsts);
    return { id: ids[at]!, page: start.line.page, lines: [...own, ...restOf(own, start, columns, firsts, body)] };
  });
  const gone = new Set(notes.flatMap(({ lines }) => lines));
  return {
    columns: columns.map((lines) =>
      lines.filter((line) => !gone.has(line)).map((line) => withWords(line, (word) => marked(word, noteOf.get(word)))),
    ),
    notes: notes.map(({ lines: [first, ...rest], ...note }) => ({ ...note, lines: [withoutLabel(first!), ...rest] })),
  };
}

/** ‘1’, ‘[1]’, ‘1)’: the name that a note has in the text and where it stands. */
const labelOf = ({ text }: Word): string | undefined => /^[[(]?(\d{1,3})[\])]?\.?$/.exec(text)?.[1];

/** Signs that stand for a note; mostly drawn high by themselves, in the size of the text. */
const SIGN = String.raw`\*{1,3}|†{1,2}|‡{1,2}`;
const isSign = (label: string): boolean => /^[*†‡]/.test(label);
/** ‘woningen*’, ‘woningen*,’, ‘woningen.*’, ‘*’: what a word is without the sign behind it. */
const BEHIND_WORD = new RegExp(String.raw`^(|.*[^*†‡])(${SIGN})([.,;:!?)\]”’"]*)$`, 'u');
/** ‘*’, ‘*Geteld’: the sign that a note begins with. */
const BEFORE_NOTE = new RegExp(String.raw`^[[(]?(${SIGN})(?:[\])]|(?![*†‡]))`, 'u');

/** What refers to a note. */
interface Mark {
  /** The number or sign, or the word with the sign behind it. */
  readonly word: Word;
  readonly label: string;
  readonly page: number;
}

function marksIn(lines: readonly Line[]): Mark[] {
  return lines.flatMap(({ words, cells, page }) =>
    cells.flatMap((cell) =>
      cell.flatMap((word, at): Mark[] => {
        const [, before = '', sign] = BEHIND_WORD.exec(word.text) ?? [];
        // What a line begins with, a note begins with.
        if (word === words[0] && before === '') return [];
        const label = sign ?? (word.raised ? labelOf(word) : undefined);
        return label === undefined || (sign && !word.raised && !isBehindWord(cell, at, before))
          ? []
          : [{ word, label, page }];
      }),
    ),
  );
}

/** Whether a sign as high as the text stands behind a word, and not between figures as ‘times’ or around words to stress them. */
function isBehindWord(words: readonly Word[], at: number, before: string): boolean {
  const [last, word, next] = [words[at - 1], words[at]!, words[at + 1]];
  const touches = before !== '' || (last !== undefined && word.left - last.right < 0.1 * word.size);
  const isTimes = /\d$/.test(before || (last?.text ?? '')) && next !== undefined && /^\d/.test(next.text);
  const isStress = words.slice(0, at + 1).some(({ text }) => /^[[(‘“„]?[*†‡]+[^*†‡]/u.test(text));
  return touches && !isTimes && !isStress;
}

/** Where a note may begin. */
interface Start {
  readonly column: readonly Line[];
  readonly line: Line;
  readonly label: string;
  /** Its number is raised there too: then it may stand anywhere, and else at the foot of its page in small type. */
  readonly raised: boolean;
}

function startsIn(column: readonly Line[], body: Style): Start[] {
  const large = column.findLastIndex((line) => !isSmall(line, body));
  return column.flatMap((line, at): Start[] => {
    const [first, second] = line.words;
    const sign = first && BEFORE_NOTE.exec(first.text);
    if (sign && (second || sign[0] !== first.text) && (first.raised || at > large))
      return [{ column, line, label: sign[1]!, raised: false }];
    const label = first && labelOf(first);
    if (label === undefined) return [];
    // A long address of the web begins below its number.
    const next = column[at + 1];
    const alone = next !== undefined && line.size < 0.85 * next.size && next.y - line.y < 2 * next.size;
    const raised = second ? first!.raised : alone;
    return raised || (second && at > large) ? [{ column, line, label, raised }] : [];
  });
}

const isSmall = ({ size }: Line, body: Style): boolean => size < 0.96 * body.size;

interface Found {
  readonly start: Start;
  readonly marks: readonly Mark[];
}

/** Each beginning with what refers to it: on its own page, or on the nearest one before it that has no such note. */
function matched(marks: readonly Mark[], starts: readonly Start[]): Found[] {
  const free = new Map<string, Map<number, Mark[]>>();
  for (const mark of marks) {
    const pages = free.get(mark.label) ?? new Map<number, Mark[]>();
    const beside = pages.get(mark.page);
    if (beside) beside.push(mark);
    else free.set(mark.label, pages.set(mark.page, [mark]));
  }
  const found = new Map<Start, Mark[]>();
  const take = (start: Start, page: number | undefined): void => {
    const pages = free.get(start.label);
    const own = page === undefined ? undefined : pages?.get(page);
    if (own === undefined || found.has(start)) return;
    found.set(start, own);
    pages!.delete(page!);
  };
  const counts = new Map<string, number>();
  const key = ({ label, line }: Start): string => `${label} ${line.page}`;
  for (const start of starts) counts.set(key(start), (counts.get(key(start)) ?? 0) + 1);
  // Where more lines begin with one sign, they are a list.
  for (const start of starts) if (!isSign(start.label) || counts.get(key(start)) === 1) take(start, start.line.page);
  for (const start of starts.filter(({ raised }) => raised)) {
    take(
      start,
      [...(free.get(start.label)?.keys() ?? [])].findLast((page) => page < start.line.page),
    );
  }
  return starts.flatMap((start) => (found.has(start) ? [{ start, marks: found.get(start)! }] : []));
}

/** The first line with words of a note, whose number may stand on a line of its own. */
const textOf = ({ column, line }: Start): Line => (line.words.length > 1 ? line : column[column.indexOf(line) + 1]!);

/** The lines of a note: up to the next one, or to where the text is set otherwise or stands apart. */
function linesFrom(start: Start, firsts: ReadonlySet<Line>): Line[] {
  const { column, line } = start;
  const from = column.indexOf(line);
  const text = textOf(start);
  const length = column.slice(from + 1).findIndex((next, at) => {
    const isOther = firsts.has(next) || (next.words[0]!.raised && labelOf(next.words[0]!) !== undefined);
    return isOther || !isAlike(text, next) || next.y - column[from + at]!.y > 1.9 * next.size;
  });
  return column.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** The lines of a note that goes on at the foot of the next page, above notes that begin there or all in small type. */
function restOf(
  own: readonly Line[],
  start: Start,
  columns: Columns,
  firsts: ReadonlySet<Line>,
  body: Style,
): readonly Line[] {
  const { column, line } = start;
  const text = textOf(start);
  const last = own.at(-1)!;
  if (last !== column.at(-1) || /[.!?:;][”"’)\]]*$|(?:https?:|www\.)\S*$/.test(last.text)) return [];
  const next = columns.slice(columns.indexOf(column) + 1).find(([first]) => first && first.page > line.page) ?? [];
  const first = next.findIndex((other) => firsts.has(other));
  if (first < 0 && !isSmall(last, body)) return [];
  const to = first < 0 ? next.length : first;
  const from = next.slice(0, to).findLastIndex((other, at) => {
    const below = next[at + 1];
    // Between notes is more room than between their lines, and less than above them all.
    return !isAlike(text, other) || (below && below.y - other.y > (at + 1 < to ? 1.5 : 2.2) * below.size);
  });
  const rest = from < 0 ? [] : next.slice(from + 1, to);
  const word = rest[0]?.words[0];
  const edge = Math.max(...[...own, ...rest].map(({ right }) => right));
  const hasRoom = word && last.right + word.right - word.left + 0.3 * last.size <= edge;
  return word === undefined || hasRoom || markerOf(rest[0]!) ? [] : rest;
}

const isAlike = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) < 0.05 * a.size;

/** Notes have the numbers that they are printed with, unless these begin anew on a page or signs stand for them. */
function idsOf(found: readonly Found[]): string[] {
  const printed = found.map(({ start }) => start.label);
  const areOwn = new Set(printed).size === printed.length && !printed.some(isSign);
  return areOwn ? printed : printed.map((_, at) => `${at + 1}`);
}

const withoutLabel = (line: Line): Line =>
  withWords(line, (word) => {
    if (word !== line.words[0]) return [word];
    const text = word.text.replace(BEFORE_NOTE, '');
    return text === word.text || text === '' ? [] : [{ ...word, text }];
  });

/** What refers to a note, parted from the word and the punctuation that a sign stands between. */
function marked(word: Word, note: string | undefined): Word[] {
  if (note === undefined) return [word];
  const [, before = '', , behind = ''] = BEHIND_WORD.exec(word.text) ?? [];
  const end = { ...word, left: word.right };
  return [
    ...(before === '' ? [] : [{ ...word, text: before }]),
    { ...(before === '' ? word : end), note, raised: true },
    ...(behind === '' ? [] : [{ ...end, text: behind }]),
  ];
}

/** A line with other words, or without some; what refers to a note is no text of it. */
function withWords(line: Line, change: (word: Word) => readonly Word[]): Line {
  const changed = new Map(line.words.map((word) => [word, change(word)]));
  if ([...changed].every(([word, [other]]) => word === other)) return line;
  const others = (words: readonly Word[]): Word[] => words.flatMap((word) => changed.get(word) ?? []);
  const words = others(line.words);
  const cells = line.cells.map(others).filter(({ length }) => length > 0);
  return {
    ...line,
    words,
    cells,
    row: line.row?.map(others),
    text: textOfWords(words.filter(({ note }) => note === undefined)),
  };
}
