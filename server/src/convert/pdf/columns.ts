import type { Segment } from './words.js';

interface Split {
  readonly above: Segment[];
  readonly left: Segment[];
  readonly right: Segment[];
  readonly below: Segment[];
}

/** The columns of a page in the order in which they are read: what runs across it parts the columns above and below. */
export function columnsOf(segments: readonly Segment[]): Segment[][] {
  if (segments.length === 0) return [];
  const split = bestSplit(segments);
  if (!split) return [[...segments]];
  return [split.above, split.left, split.right, split.below].flatMap(columnsOf);
}

function bestSplit(segments: readonly Segment[]): Split | undefined {
  const sorted = [...segments].sort((a, b) => a.y - b.y);
  let best: Split | undefined;
  for (const x of leftEdges(sorted)) {
    for (const split of splitsAt(sorted, x)) {
      if (isGutter(split) && (!best || weight(split) > weight(best))) best = split;
    }
  }
  return best;
}

const weight = ({ left, right }: Split): number => Math.min(left.length, right.length);

/** Where several segments begin below each other, and something stands to the left of it. */
function leftEdges(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of segments) {
    const edge = Math.round(left / 2) * 2;
    counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const first = Math.min(...segments.map(({ left }) => left));
  return [...counts].filter(([edge, count]) => count >= 3 && edge > first + 20).map(([edge]) => edge - 3);
}

/** The stretches of the page in which nothing crosses this place. */
function splitsAt(sorted: readonly Segment[], x: number): Split[] {
  const splits: Split[] = [];
  let start = 0;
  for (let at = 0; at <= sorted.length; at++) {
    const segment = sorted[at];
    if (segment && !(segment.left < x - 1 && segment.right > x + 1)) continue;
    const stretch = sorted.slice(start, at);
    if (stretch.length >= 8) {
      splits.push({
        above: sorted.slice(0, start),
        left: stretch.filter(({ left }) => left < x),
        right: stretch.filter(({ left }) => left >= x),
        below: sorted.slice(at),
      });
    }
    start = at + 1;
  }
  return splits;
}

/** Whether two sides are columns of text, and not a list with its markers, a table of figures or a contents page. */
function isGutter({ left, right }: Split): boolean {
  if (left.length < 4 || right.length < 4) return false;
  const size = left[0]!.size;
  const gutter = Math.min(...right.map((segment) => segment.left)) - Math.max(...left.map((segment) => segment.right));
  if (gutter < 0.6 * Math.min(size, 14)) return false;
  const [above, below] = [Math.max(top(left), top(right)), Math.min(bottom(left), bottom(right))];
  const shorter = Math.min(bottom(left) - top(left), bottom(right) - top(right));
  if (below - above < 0.5 * shorter) return false;
  return isProse(left) && isProse(right);
}

const top = (side: readonly Segment[]): number => side[0]!.y;
const bottom = (side: readonly Segment[]): number => side.at(-1)!.y;

function isProse(side: readonly Segment[]): boolean {
  const wide = side.filter(({ left, right, size }) => right - left > 7 * size).length;
  const wordy = side.filter(({ words }) => words.filter(({ text }) => /\p{L}{2}/u.test(text)).length >= 2).length;
  return wide >= 0.5 * side.length && wordy >= 0.6 * side.length;
}
