import type { Analysis } from '../analysis.js';

/** The depths at which most headings demand something: what a voting aid puts to parties names no chapter. */
export function demandingDepths(analysis: Analysis): Set<number> {
  const more = new Map<number, number>();
  for (const { block, depth } of analysis.headings)
    more.set(depth, (more.get(depth) ?? 0) + (isDemand(analysis, block) ? 1 : -1));
  return new Set([...more].flatMap(([depth, count]) => (count > 0 ? [depth] : [])));
}

export const isDemand = (analysis: Analysis, heading: number): boolean =>
  /\b(?:moet|moeten|mag|mogen)\b.*\.\W*$/s.test(said(analysis, heading));

/**
 * Whether a document holds what several parties answer to the same statements: most headings at a demanding depth stand
 * there more than once.
 */
export function hasAnswersOfSeveral(analysis: Analysis): boolean {
  const depths = demandingDepths(analysis);
  const put = analysis.headings.filter(({ depth }) => depths.has(depth)).map(({ block }) => said(analysis, block));
  return put.length > 0 && new Set(put).size <= put.length / 2;
}

function said(analysis: Analysis, heading: number): string {
  const { from, to } = analysis.block(heading);
  return analysis.slice(from, to);
}
