import type { Box } from './drawing.js';
import type { Segment, Word } from './words.js';

/** The segments with a bullet before those beside which one is drawn. */
export function withBullets(segments: readonly Segment[], dots: readonly Box[]): Segment[] {
  const bullets = dots.flatMap((dot) => {
    const beside = segments.filter((segment) => isBeside(dot, segment));
    if (beside.length === 0) return [];
    const first = beside.reduce((nearest, segment) => (segment.left < nearest.left ? segment : nearest));
    return [bulletAt(dot, first)];
  });
  return [...segments, ...bullets.filter((bullet, at) => bullets.findIndex((other) => covers(other, bullet)) === at)];
}

/** Whether a line begins shortly after a shape at half its height. */
function isBeside(dot: Box, { left, y, size }: Segment): boolean {
  const middle = (dot.top + dot.bottom) / 2;
  const gap = left - dot.right;
  return (
    gap > 0 && gap < 2.5 * size && middle < y - 0.05 * size && middle > y - 0.75 * size && dot.bottom - dot.top < size
  );
}

function bulletAt(dot: Box, { y, size, words }: Segment): Segment {
  const word: Word = { ...words[0]!, text: '•', left: dot.left, right: dot.right, y, raised: false };
  return { words: [word], left: dot.left, right: dot.right, y, size };
}

/** A bullet that is drawn as a field and a rim is one. */
function covers(a: Segment, b: Segment): boolean {
  return a.y === b.y && Math.abs(a.left - b.left) < 4;
}
