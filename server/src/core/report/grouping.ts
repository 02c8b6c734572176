import type { Grouping, Groups } from './groups.js';
import { STANDS, type StandCounts } from './stands.js';

/** Those of which a grouping says nothing. */
export const UNKNOWN_GROUP = 'onbekend';

/** The programmes by what they share, in the order of the names; those of which nothing is known come last. */
export function groupsOf<T extends { readonly groups: Groups }>(
  programmes: readonly T[],
  grouping: Grouping,
): [name: string, programmes: readonly T[]][] {
  const groups = new Map<string, T[]>();
  for (const programme of programmes) {
    const name = programme.groups[grouping] ?? UNKNOWN_GROUP;
    const known = groups.get(name);
    if (known) known.push(programme);
    else groups.set(name, [programme]);
  }
  return [...groups].sort(([a], [b]) => inOrder(a, b));
}

/** Names as a reader looks them up: ‘20.000–50.000’ before ‘100.000 en meer’, and what is unknown last. */
const inOrder = (a: string, b: string): number =>
  Number(a === UNKNOWN_GROUP) - Number(b === UNKNOWN_GROUP) || a.localeCompare(b, 'nl', { numeric: true });

/** How many opgaven a programme has in each stand, on average. */
export function meanStands(programmes: readonly { readonly stands: StandCounts }[]): StandCounts {
  const mean = { opgepakt: 0, anders: 0, genoemd: 0, niets: 0 };
  for (const { stands } of programmes) for (const stand of STANDS) mean[stand] += stands[stand] / programmes.length;
  return mean;
}

/** `12,3` */
export const oneDecimal = (value: number): string =>
  value.toLocaleString('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
