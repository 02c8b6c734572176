import { type Counted, countedPast, headingsAround } from '../markdown/headings.js';
import type { AnalysedBlock } from './analysed-block.js';

/** What stands before a place in a document, as far as it matters to the block that stands there. */
export interface Preceding {
  /** The headings above it, from the nearest up. */
  readonly headings: readonly BlockInContext[];
  /** The paragraph that would introduce a list. */
  readonly leadIn: BlockInContext | undefined;
  /** The block right before, unless it is a heading. */
  readonly previous: AnalysedBlock | undefined;
}

/** The same, with what tells to which headings a next one belongs. */
export interface Before extends Preceding {
  readonly counted: Counted;
}

/** Where a document begins. */
export const NOTHING_BEFORE: Before = { headings: [], leadIn: undefined, previous: undefined, counted: [] };

/** Whether the same blocks stand before two places. */
const isSamePreceding = (a: Preceding, b: Preceding): boolean =>
  a.previous === b.previous &&
  a.leadIn === b.leadIn &&
  (a.headings === b.headings ||
    (a.headings.length === b.headings.length && a.headings.every((heading, i) => heading === b.headings[i])));

/** Whether what follows two places is placed in the same way. */
export const isSameBefore = (a: Before, b: Before): boolean =>
  isSamePreceding(a, b) && (a.counted === b.counted || a.counted.join() === b.counted.join());

/** What a block may raise or take up, and in the same order how probable that is before anything else is asked; 0 to 1. */
export interface Estimates {
  readonly candidates: readonly number[];
  /** By what signals and words say together. */
  readonly alone: readonly number[];
  /** That it is what the block is about, whatever is done; of themes nothing. */
  readonly named: readonly number[];
}

/** A block with what stands before it: all that its first estimates depend on, so that they are kept with it. */
export class BlockInContext implements Preceding {
  /** What {@link Recogniser} found out when it was asked. */
  estimates: Estimates | undefined;
  /** Of a statement: the same as it is said, and no heading, which is its own; see {@link asSaid}. */
  said: BlockInContext | undefined;

  constructor(
    readonly own: AnalysedBlock,
    readonly headings: readonly BlockInContext[],
    readonly leadIn: BlockInContext | undefined,
    readonly previous: AnalysedBlock | undefined,
  ) {}
}

/** Blocks in their context, and what precedes the block that comes after them. */
export interface Placed {
  readonly blocks: readonly BlockInContext[];
  readonly after: Before;
}

/**
 * Puts blocks in their context.
 * @param before what precedes the first
 * @param known for each block, if it stood somewhere before, in what context; if that is the same, its estimates are kept
 */
export function placeBlocks(
  blocks: readonly AnalysedBlock[],
  before: Before = NOTHING_BEFORE,
  known: readonly (BlockInContext | undefined)[] = [],
): Placed {
  let { headings, leadIn, previous, counted } = before;
  const placed: BlockInContext[] = [];
  for (const [i, own] of blocks.entries()) {
    const { kind } = own;
    if (kind === 'heading') {
      headings = headingsAround(headings, own, (heading) => heading.own, counted);
      counted = countedPast(counted, own);
    }
    if (kind !== 'item') leadIn = undefined;
    const context = { headings, leadIn, previous };
    const old = known[i];
    const block = old && isSamePreceding(old, context) ? old : new BlockInContext(own, headings, leadIn, previous);
    placed.push(block);
    if (kind === 'heading') headings = [block, ...headings];
    else if (kind !== 'item') leadIn = block;
    previous = kind === 'heading' ? undefined : own;
  }
  return { blocks: placed, after: { headings, leadIn, previous, counted } };
}
