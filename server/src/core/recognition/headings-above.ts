import type { BlockInContext } from './block-in-context.js';

/** A heading of so many words that ends as a sentence does is a statement: what stands below it answers. */
const STATEMENT = 5;
export const isStatement = ({ own }: BlockInContext): boolean => own.ending === 'sentence' && own.words >= STATEMENT;

const OF_NEAREST = 0.5;
const OF_FURTHER = 0.3;

/**
 * What the words of a heading count for beside a block's own, by its place from the nearest up. An answer leaves its subject
 * to the statement above it, whose words therefore count in full.
 */
export function shareOfHeading(heading: BlockInContext, place: number): number {
  if (place > 0) return OF_FURTHER;
  return isStatement(heading) ? 1 : OF_NEAREST;
}
