import type { Block } from '../markdown/blocks.js';

/** Where a block stands: the headings above it and, for a list item, the paragraph that introduces the list. */
export interface Context {
  /** Indices of blocks, from the nearest heading up. */
  readonly headings: readonly number[];
  /** Index of the block that leads in, or -1. */
  readonly leadIn: number;
}

/** The context of every block, in one pass. */
export function contextsOf(blocks: readonly Block[]): Context[] {
  const contexts: Context[] = [];
  let path: number[] = [];
  let leadIn = -1;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      path = path.filter((heading) => blocks[heading]!.depth < block.depth);
      contexts.push({ headings: [...path].reverse(), leadIn: -1 });
      path.push(i);
      leadIn = -1;
      continue;
    }
    contexts.push({ headings: [...path].reverse(), leadIn: block.kind === 'item' ? leadIn : -1 });
    if (block.kind !== 'item') leadIn = i;
  }
  return contexts;
}
