import type { Engine } from '../analysis.js';
import {
  type Before,
  type BlockInContext,
  isSameBefore,
  NOTHING_BEFORE,
  placeBlocks,
} from '../recognition/block-in-context.js';
import type { Evidence, Mention } from '../recognition/mentions.js';
import { REACH } from '../recognition/neighbours.js';
import { type Fragment, studyFragment } from './fragment.js';

/** What was concluded about the blocks of a fragment of some labels, as far as that was asked. */
export class Conclusions {
  /** Per label what the blocks say. */
  readonly evidences: (Evidence | undefined)[] = [];
  /** Per label how strong the strongest place is that raises it or takes it up for certain. */
  readonly supports: (number | undefined)[] = [];
  /** Per label its mentions; offsets and indices of blocks count from the start of the fragment. */
  readonly mentions: (readonly Mention[] | undefined)[] = [];
}

/** What was concluded about opgaven rests on the blocks themselves and on what stands above them. */
class OpgaveConclusions extends Conclusions {
  /** By opgave the mentions that stand against it. */
  readonly against: (readonly Mention[] | undefined)[] = [];
  /** By opgave the blocks that may stand against it. */
  mayOppose: ReadonlyMap<number, readonly number[]> | undefined;
  /** All labels that any of the blocks may mention. */
  labels: readonly number[] | undefined;
}

/** A fragment where it stands, with what was concluded about it so far. */
export class PlacedFragment {
  /** Of themes and trends, for which the blocks around have a say as well. */
  readonly ofThemes = new Conclusions();
  /** Per block what it mentions, as far as that was asked; offsets count from the start of the block. */
  readonly inBlocks: (readonly Mention[] | undefined)[] = [];

  constructor(
    readonly before: Before,
    readonly after: Before,
    readonly blocks: readonly BlockInContext[],
    readonly ofOpgaven = new OpgaveConclusions(),
  ) {}

  /** The same fragment, now that blocks near it have changed. */
  withOthersNear(): PlacedFragment {
    return new PlacedFragment(this.before, this.after, this.blocks, this.ofOpgaven);
  }
}

/**
 * Puts fragments in their place, after those in `[from, to)` changed.
 * @param old how all fragments were placed before; of the changed ones, those that `[from, from + removed)` were
 * @returns all fragments in their place, and the range of those about which anything has to be concluded anew
 */
export function placeFragments(
  engine: Engine,
  fragments: readonly Fragment[],
  old: readonly PlacedFragment[],
  from: number,
  to: number,
  removed: number,
): { readonly placed: PlacedFragment[]; readonly from: number; readonly to: number } {
  const changed = Array.from({ length: to - from }, (): PlacedFragment | undefined => undefined);
  const placed: (PlacedFragment | undefined)[] = old.toSpliced(from, removed, ...(changed as PlacedFragment[]));
  const known = new Map(
    old.slice(from, from + removed).flatMap(({ blocks }) => blocks.map((block) => [block.own, block] as const)),
  );
  let end = from;
  let before = from === 0 ? NOTHING_BEFORE : old[from - 1]!.after;
  // Those that follow are placed again as long as what precedes them differs.
  while (end < fragments.length && (end < to || !isSameBefore(placed[end]!.before, before))) {
    const { analysed } = studyFragment(fragments[end]!, engine);
    const stood = placed[end]?.blocks ?? analysed.map((block) => known.get(block));
    const { blocks, after } = placeBlocks(analysed, before, stood);
    placed[end] = new PlacedFragment(before, after, blocks);
    before = after;
    end++;
  }
  const first = reaching(fragments, from, -1);
  const last = reaching(fragments, end, 1);
  for (let k = first; k < last; k++) if (k < from || k >= end) placed[k] = placed[k]!.withOthersNear();
  return { placed: placed as PlacedFragment[], from: first, to: last };
}

/** How far before (`step` -1) or after (1) place `k` fragments have a block that reaches over it. */
function reaching(fragments: readonly Fragment[], k: number, step: -1 | 1): number {
  let at = k;
  for (let blocks = 0; blocks < REACH && (step < 0 ? at > 0 : at < fragments.length); at += step)
    blocks += fragments[step < 0 ? at - 1 : at]!.blocks.length;
  return at;
}

/** The blocks right before fragment `k`, as far as they reach into it. */
export function blocksBefore(placed: readonly PlacedFragment[], k: number): BlockInContext[] {
  let found: readonly BlockInContext[] = [];
  for (let at = k - 1; at >= 0 && found.length < REACH; at--) found = [...placed[at]!.blocks, ...found];
  return found.slice(-REACH);
}

/** The first blocks from fragment `k` on, as far as they reach to what stands before it. */
export function blocksFrom(placed: readonly PlacedFragment[], k: number): BlockInContext[] {
  const found: BlockInContext[] = [];
  for (let at = k; at < placed.length && found.length < REACH; at++) found.push(...placed[at]!.blocks);
  return found.slice(0, REACH);
}
