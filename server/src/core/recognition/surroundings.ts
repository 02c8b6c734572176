import type { Block } from '../markdown/blocks.js';

/** Names of what {@link surroundings} gives, in its order. */
export const SURROUNDINGS = ['bias', 'logit', 'previous', 'next', 'section', 'alone', 'heading', 'headings', 'leadIn', 'near', 'kin'] as const; // biome-ignore format: a list

/** So many blocks on either side are near; a section counts so far at most. */
const NEAR = 6;
const SECTION = 11;
/** No block further away is heard. */
export const FAR = Math.max(NEAR, SECTION);

const logit = (p: number): number => Math.log(Math.max(1e-4, p) / Math.max(1e-4, 1 - p));

/**
 * What the blocks around `block` say about the same label: prose keeps to its subject for a while.
 * @param first first estimate of the label for a block, 0 to 1
 * @param kin for an opgave the estimate of its theme in the block, for a theme that of its clearest opgave
 */
export function surroundings(
  blocks: readonly { readonly kind: Block['kind'] }[],
  headings: readonly number[],
  leadIn: number,
  block: number,
  first: (block: number) => number,
  kin: number,
): number[] {
  const inSection = (at: number): boolean => at >= 0 && at < blocks.length && blocks[at]!.kind !== 'heading';
  let sum = 0;
  let count = 0;
  for (let at = block - 1; inSection(at) && at > block - SECTION - 1; at--, count++) sum += first(at);
  for (let at = block + 1; inSection(at) && at < block + SECTION + 1; at++, count++) sum += first(at);
  // Where a document begins or ends the block stands in for the neighbours that are not there: it is not contradicted.
  let near = 0;
  for (let at = block - NEAR; at <= block + NEAR; at++)
    if (at !== block) near += first(at >= 0 && at < blocks.length ? at : block);
  let above = 0;
  for (const heading of headings.slice(1)) above = Math.max(above, first(heading));
  return [
    1,
    logit(first(block)),
    inSection(block - 1) ? first(block - 1) : 0,
    inSection(block + 1) ? first(block + 1) : 0,
    count === 0 ? 0 : sum / count,
    count === 0 ? 1 : 0,
    headings.length === 0 ? 0 : first(headings[0]!),
    above,
    leadIn < 0 ? 0 : first(leadIn),
    near / (2 * NEAR),
    kin,
  ];
}
