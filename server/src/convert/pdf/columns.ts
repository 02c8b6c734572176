import type { Framed } from './cells.js';
import type { Box } from './drawing.js';
import type { Segment } from './words.js';

interface Split {
  /** Where the gutter ends. */
  readonly x: number;
  readonly above: Segment[];
  readonly left: Segment[];
  readonly right: Segment[];
  readonly below: Segment[];
}

/** What stands on a page. */
interface Page {
  readonly segments: readonly Segment[];
  readonly pictures: readonly Box[];
}

/** A page with what stands in frames on it apart. */
type FramedPage = Page & Framed;

/**
 * The columns of each page in the order in which they are read: what runs across them parts those above and below.
 * Where other pages have their gutter, two lines beside each other are enough to be columns.
 */
export function columnsOf(pages: readonly FramedPage[]): Segment[][][] {
  const gutters = new Set<number>();
  const bare = pages.map((page) => ({ ...page, pictures: withoutText(page.pictures, page.segments) }));
  for (const page of bare) aroundFrames(page, gutters);
  const known = new Set(gutters);
  return bare.map((page) => aroundFrames(page, new Set(), known));
}

/** What stands above frames, in each of them, and below. */
function aroundFrames(page: FramedPage, found: Set<number>, known?: ReadonlySet<number>): Segment[][] {
  const [frames, ...more] = page.frames;
  if (!frames) return parted(page, found, known);
  const top = Math.min(...frames.flat().map(({ y }) => y));
  const above = page.segments.filter(({ y }) => y < top);
  const below = page.segments.filter(({ y }) => y >= top);
  return [
    ...parted({ ...page, segments: above }, found, known),
    ...frames.map((frame) => [...frame]),
    ...aroundFrames({ ...page, segments: below, frames: more }, found, known),
  ];
}

/** Pictures that text stands around, not on. */
function withoutText(pictures: readonly Box[], segments: readonly Segment[]): Box[] {
  return pictures.filter(
    ({ left, top, right, bottom }) =>
      !segments.some((one) => one.left < right && one.right > left && one.y > top && one.y - 0.7 * one.size < bottom),
  );
}

function parted({ segments, pictures }: Page, found: Set<number>, known?: ReadonlySet<number>): Segment[][] {
  if (segments.length === 0) return [];
  const split = bestSplit(segments, pictures, known);
  if (!split) return [[...segments]];
  found.add(Math.round(split.x / 4));
  return [split.above, split.left, split.right, split.below].flatMap((part) =>
    parted({ segments: part, pictures }, found, known),
  );
}

/** Of all places where text begins, the one with the most text beside each other and the widest gutter. */
function bestSplit(
  segments: readonly Segment[],
  pictures: readonly Box[],
  known?: ReadonlySet<number>,
): Split | undefined {
  const sorted = [...segments].sort((a, b) => a.y - b.y);
  const edges = new Set(sorted.map(({ left }) => Math.round(left) - 2));
  let best: Split | undefined;
  let most = 0;
  for (const x of edges) {
    const isKnown = known !== undefined && [-1, 0, 1].some((near) => known.has(Math.round(x / 4) + near));
    const across = pictures.filter((picture) => crosses(picture, x));
    for (const split of splitsAt(sorted, across, x)) {
      const weight = weightOf(split, isKnown ? 2 : 3);
      if (weight > most) [best, most] = [split, weight];
    }
  }
  return best;
}

/** The stretches of the page in which nothing crosses this place. */
function splitsAt(sorted: readonly Segment[], across: readonly Box[], x: number): Split[] {
  const splits: Split[] = [];
  let start = 0;
  for (let at = 0; at <= sorted.length; at++) {
    const segment = sorted[at];
    const isAcross = segment !== undefined && (crosses(segment, x) || isBanner(segment, sorted, x));
    if (segment && !isAcross && !across.some((picture) => standsBetween(picture, sorted[at - 1], segment))) continue;
    const stretch = sorted.slice(start, at);
    if (stretch.length >= 4) {
      splits.push({
        x,
        above: sorted.slice(0, start),
        left: stretch.filter(({ left }) => left < x),
        right: stretch.filter(({ left }) => left >= x),
        below: sorted.slice(at),
      });
    }
    start = isAcross ? at + 1 : at;
  }
  return splits;
}

const standsBetween = ({ top, bottom }: Box, above: Segment | undefined, below: Segment): boolean =>
  above !== undefined && (top + bottom) / 2 > above.y && (top + bottom) / 2 < below.y;

const crosses = ({ left, right }: { left: number; right: number }, x: number): boolean => left < x - 1 && right > x + 1;

/** A heading that is too short to cross the columns, and parts them all the same: nothing stands beside it. */
function isBanner(segment: Segment, sorted: readonly Segment[], x: number): boolean {
  const others = sorted.filter(({ left }) => left < x !== segment.left < x);
  const usual = others[others.length >> 1]?.size ?? segment.size;
  if (segment.size < 1.2 * usual) return false;
  const beside = others.some(({ y }) => y > segment.y - 1.5 * segment.size && y < segment.y + segment.size);
  return !beside && others.some(({ y }) => y < segment.y) && others.some(({ y }) => y > segment.y);
}

/** How much two sides are columns of text; a list with its markers, a table of figures and a contents page are not. */
function weightOf(split: Split, fewest: number): number {
  const [left, right] = [rowsOf(split.left), rowsOf(split.right)];
  if (left.length < fewest || right.length < fewest) return 0;
  const size = Math.min(left[0]!.size, 14);
  const gutter = Math.min(...right.map((row) => row.left)) - Math.max(...left.map((row) => row.right));
  if (gutter < 0.6 * size) return 0;
  const [above, below] = [Math.max(top(left), top(right)), Math.min(bottom(left), bottom(right))];
  const shorter = Math.min(bottom(left) - top(left), bottom(right) - top(right));
  if (below - above < 0.5 * shorter || !isProse(left) || !isProse(right)) return 0;
  return Math.min(left.length, right.length) * Math.min(gutter, size);
}

/** What stands on one line of a side, whatever the spaces in it. */
interface Row {
  left: number;
  right: number;
  readonly y: number;
  readonly size: number;
  words: number;
}

function rowsOf(side: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const { left, right, y, size, words } of side) {
    const wordy = words.filter(({ text }) => /\p{L}{2}/u.test(text)).length;
    const row = rows.at(-1);
    if (row && y - row.y < 0.35 * size) {
      row.left = Math.min(row.left, left);
      row.right = Math.max(row.right, right);
      row.words += wordy;
    } else rows.push({ left, right, y, size, words: wordy });
  }
  return rows;
}

const top = (side: readonly Row[]): number => side[0]!.y;
const bottom = (side: readonly Row[]): number => side.at(-1)!.y;

function isProse(side: readonly Row[]): boolean {
  const wide = side.filter(({ left, right, size }) => right - left > 7 * size).length;
  const wordy = side.filter(({ words }) => words >= 2).length;
  return wide >= 0.5 * side.length && wordy >= 0.6 * side.length;
}
