import type { BlockInContext } from './block-in-context.js';
import { isStatement } from './headings-above.js';

/** Names of what {@link neighbours} gives, in its order. */
export const NEIGHBOURS = [
  'bias', 'logit', 'previous', 'next', 'section', 'alone', 'heading', 'headings', 'leadIn', 'near', 'related', 'answer', 'answerTo', 'answerLogit',
] as const; // biome-ignore format: a list

/** So many blocks on either side are near; a section counts so far at most. */
const NEAR = 6;
const SECTION = 11;
/** No block further away has a say. */
export const REACH = Math.max(NEAR, SECTION);

const within = (z: number): number => Math.max(-4, Math.min(4, z));
const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/**
 * What the blocks around block `at` say about a label: prose keeps to its subject for a while.
 * @param first first estimate of the label for a block, 0 to 1
 * @param related for an opgave the estimate of its theme in the block, for a theme that of its clearest opgave
 */
export function neighbours(
  blocks: readonly BlockInContext[],
  at: number,
  first: (block: BlockInContext) => number,
  related: number,
): number[] {
  const block = blocks[at]!;
  const { headings, leadIn } = block;
  const own = first(block);
  const inSection = (i: number): boolean => i >= 0 && i < blocks.length && blocks[i]!.own.kind !== 'heading';
  let sum = 0;
  let count = 0;
  for (let i = at - 1; inSection(i) && i >= at - SECTION; i--, count++) sum += first(blocks[i]!);
  for (let i = at + 1; inSection(i) && i <= at + SECTION; i++, count++) sum += first(blocks[i]!);
  // Where a document begins or ends the block stands in for the neighbours that are not there: it is not contradicted.
  let near = 0;
  for (let i = at - NEAR; i <= at + NEAR; i++)
    if (i !== at) near += i >= 0 && i < blocks.length ? first(blocks[i]!) : own;
  let above = 0;
  for (const heading of headings.slice(1)) above = Math.max(above, first(heading));
  const nearest = headings[0];
  const answers = nearest !== undefined && isStatement(nearest);
  return [
    1,
    logit(own),
    inSection(at - 1) ? first(blocks[at - 1]!) : 0,
    inSection(at + 1) ? first(blocks[at + 1]!) : 0,
    count === 0 ? 0 : sum / count,
    count === 0 ? 1 : 0,
    nearest ? first(nearest) : 0,
    above,
    leadIn ? first(leadIn) : 0,
    near / (2 * NEAR),
    related,
    answers ? 1 : 0,
    answers ? within(logit(first(nearest))) : 0,
    answers ? logit(own) : 0,
  ];
}
