import type { Face, Glyph } from './glyph.js';

/** How a word is set; what is set alike belongs together. */
export interface Style {
  readonly size: number;
  readonly face: Face;
  readonly colour: string;
}

export interface Word extends Style {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline, from the top. */
  readonly y: number;
  /** Set small and above the line, as a reference to a note is. */
  readonly raised: boolean;
  /** The note that it refers to, once that was found. */
  readonly note?: string | undefined;
}

/** Words that follow each other closely on one line. */
export interface Segment {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Of a row of a table: the words of each of its cells. */
  readonly cells?: readonly (readonly Word[])[];
}

/** From what gap on, in parts of the letter's size, text no longer runs on: a gutter, a tab. */
export const widestSpace = 0.9;

/** The segments of a page, from its letters in the order in which they are drawn. */
export function segmentsOf(glyphs: readonly Glyph[]): Segment[] {
  const stretches: Glyph[][] = [];
  for (const glyph of glyphs) {
    const stretch = stretches.at(-1);
    if (stretch && runsOn(stretch, glyph)) stretch.push(glyph);
    else if (glyph.text !== ' ') stretches.push([glyph]);
  }
  return joined(stretches.flatMap(segmentsIn));
}

function runsOn(stretch: readonly Glyph[], glyph: Glyph): boolean {
  const last = stretch.at(-1)!;
  const size = Math.max(last.size, glyph.size);
  const gap = glyph.x - (last.x + last.width);
  if (stretch.length === 1 && isLargeLetter(last.text, last.size, glyph.size)) return false;
  if (gap > widestSpace * size || gap < -0.4 * size) return false;
  if (Math.abs(glyph.y - last.y) < 0.15 * size) return true;
  // A raised figure, and the text that goes on after it; a note begins with one.
  const first = stretch[0]!;
  const goesDown = glyph.y > last.y && last.size < 0.85 * glyph.size && stretch.length <= LONGEST_LABEL;
  return (
    Math.abs(glyph.y - last.y) < 0.6 * size &&
    (glyph.size < 0.85 * last.size || Math.abs(glyph.y - first.y) < 0.15 * first.size || goesDown)
  );
}

/** Letters of ‘[12].’, with a space. */
const LONGEST_LABEL = 6;

function segmentsIn(stretch: readonly Glyph[]): Segment[] {
  const line = stretch.reduce((most, glyph) => (glyph.size > most.size * 1.1 ? glyph : most));
  const parts: Word[][] = [];
  for (const word of wordsOf(stretch, line)) {
    const last = parts.at(-1)?.at(-1);
    // Several spaces in a row are a tab.
    if (last && word.left - last.right < widestSpace * line.size) parts.at(-1)!.push(word);
    else parts.push([word]);
  }
  return parts.map((words) => framed(words, line));
}

/** Words as a segment. */
export function framed(words: readonly Word[], { y, size }: { y: number; size: number }): Segment {
  return {
    words,
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    y,
    size,
  };
}

function wordsOf(stretch: readonly Glyph[], line: Glyph): Word[] {
  const groups = isSpacedOut(stretch) ? spacedWords(stretch) : plainWords(stretch);
  return groups.map((group) => {
    const first = group[0]!;
    const last = group.at(-1)!;
    return {
      text: group
        .map(({ text }) => text)
        .join('')
        .trim()
        .normalize('NFC'),
      left: first.x,
      right: last.x + last.width,
      y: line.y,
      size: first.size,
      face: first.face,
      colour: first.colour,
      raised: first.size < 0.85 * line.size && line.y - first.y > 0.15 * line.size,
    };
  });
}

function gapBefore(glyphs: readonly Glyph[], at: number): number {
  const before = glyphs[at - 1]!;
  return glyphs[at]!.x - (before.x + before.width);
}

function plainWords(stretch: readonly Glyph[]): Glyph[][] {
  // Where spaces are drawn as letters, a gap alone is seldom one: it is wide setting.
  const narrowest = stretch.some(({ text }) => text === ' ') ? 0.25 : 0.14;
  const usual = usualGap(stretch);
  const groups: Glyph[][] = [];
  let before: Glyph | undefined;
  let space = false;
  for (const glyph of stretch) {
    if (glyph.text === ' ') {
      space = true;
      continue;
    }
    const gap = before ? glyph.x - (before.x + before.width) : 0;
    // A space that takes no room is none: a soft hyphen that is not shown.
    const apart = gap > usual + (space ? 0.06 : narrowest) * glyph.size;
    if (!before || apart || isRaised(groups.at(-1)!, glyph)) groups.push([glyph]);
    else groups.at(-1)!.push(glyph);
    before = glyph;
    space = false;
  }
  return groups;
}

/**
 * Whether a letter begins a word because it is small and stands higher than the one before it, or the other way round: a
 * reference to a note is a word of its own. In 18ᵉ and m² it is part of the word, and in CO₂ it stands lower.
 */
function isRaised(word: readonly Glyph[], glyph: Glyph): boolean {
  const before = word.at(-1)!;
  if (isAbove(before, glyph)) return isAbove(word[0]!, glyph);
  if (!isAbove(glyph, before)) return false;
  const text = word.map((letter) => letter.text).join('');
  return !(/\d$/.test(text) && /\p{L}/u.test(glyph.text)) && !/^[(\d]*[kcdm]?m$/i.test(text);
}

const isAbove = (small: Glyph, large: Glyph): boolean =>
  small.size < 0.85 * large.size && large.y - small.y > 0.15 * large.size;

/** The gap between letters within words: about nothing, unless they are set wide. */
function usualGap(stretch: readonly Glyph[]): number {
  const gaps = stretch
    .flatMap((glyph, at) =>
      at > 0 && glyph.text !== ' ' && stretch[at - 1]!.text !== ' ' ? [gapBefore(stretch, at) / glyph.size] : [],
    )
    .sort((a, b) => a - b);
  const median = gaps[gaps.length >> 1] ?? 0;
  return gaps.length >= 5 && median > 0.05 ? median * stretch[0]!.size : 0;
}

/** Whether the letters stand apart, each as a word by itself: t i t l e. */
function isSpacedOut(stretch: readonly Glyph[]): boolean {
  const words = stretch
    .map(({ text }) => text)
    .join('')
    .trim()
    .split(/ +/);
  const single = words.filter((word) => /^[\p{L}\d]$/u.test(word)).length;
  return words.length >= 4 && single >= 0.8 * words.length;
}

function spacedWords(stretch: readonly Glyph[]): Glyph[][] {
  const letters = stretch.filter(({ text }) => text !== ' ');
  const gaps = letters.slice(1).map((_, at) => gapBefore(letters, at + 1));
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const groups: Glyph[][] = [[]];
  for (const [at, letter] of letters.entries()) {
    if (at > 0 && gaps[at - 1]! > 1.6 * usual) groups.push([]);
    groups.at(-1)!.push(letter);
  }
  return groups;
}

/** Segments that follow each other closely on one line are one, in whatever order they were drawn. */
function joined(segments: readonly Segment[]): Segment[] {
  const rows = new Map<number, Segment[]>();
  const result = new Set<Segment>();
  for (const segment of segments) {
    const key = Math.round(segment.y);
    let current = segment;
    for (const row of [key - 1, key, key + 1]) {
      for (const other of rows.get(row) ?? []) {
        if (!result.has(other) || !continues(other, current)) continue;
        result.delete(other);
        const [first, second] = other.left <= current.left ? [other, current] : [current, other];
        const larger = other.size >= current.size ? other : current;
        current = framed([...glued(first, second)], larger);
      }
    }
    result.add(current);
    rows.set(Math.round(current.y), [...(rows.get(Math.round(current.y)) ?? []), current]);
  }
  return [...result];
}

function glued(first: Segment, second: Segment): Word[] {
  const end = first.words.at(-1)!;
  const start = second.words[0]!;
  // Part of one word: drawn apart, without a space between.
  if (start.left - end.right > 0.12 * first.size || start.raised || end.raised)
    return [...first.words, ...second.words];
  return [
    ...first.words.slice(0, -1),
    { ...end, text: end.text + start.text, right: start.right },
    ...second.words.slice(1),
  ];
}

/** Whether a capital begins more than one line: it stands on the last of these, and is of a word on the first. */
const isLargeLetter = (text: string, size: number, beside: number): boolean =>
  size > LARGE_LETTER * beside && /^\p{Lu}$/u.test(text);

/** How much larger than the text beside it a capital is that stands beside more lines. */
export const LARGE_LETTER = 1.8;

function continues(a: Segment, b: Segment): boolean {
  const size = Math.min(a.size, b.size);
  const large = a.size > b.size ? a : b;
  if (large.words.length === 1 && isLargeLetter(large.words[0]!.text, large.size, size)) return false;
  if (Math.abs(a.y - b.y) > 0.15 * size) return false;
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return gap < widestSpace * size && gap > -0.4 * size;
}
