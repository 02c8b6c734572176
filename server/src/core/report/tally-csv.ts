import { STATE_NAMES } from '../coverage/states.js';
import { STATES } from './coverage.js';
import { csv } from './csv.js';
import { STAND_NAMES, STAND_OF } from './stands.js';
import type { Tally } from './tally.js';

/** Many programmes for who counts for themselves: a row for each programme and opgave. */
export function tallyCsv({ opgaven, programmes, groupings }: Tally): string {
  const own = ['bestand', 'programma', ...groupings];
  return csv([
    [...own, 'thema', 'opgave', 'sleutel', 'toestand', 'telt als', 'plaats', 'woorden'],
    ...programmes.flatMap(({ file, name, groups, outcomes }) => {
      const head = [file, name, ...groupings.map((grouping) => groups[grouping] ?? '')];
      return outcomes.map(({ state, reason, place }, at) => {
        const { theme, title, id } = opgaven[at]!;
        const stand = STAND_NAMES[STAND_OF[state]];
        return [...head, theme, title, id, STATE_NAMES[state], stand, place?.label ?? '', reason ?? place?.words ?? ''];
      });
    }),
  ]);
}

/** A row for each programme: how many opgaven are in each state. */
export function countsCsv({ programmes, groupings }: Tally): string {
  return csv([
    ['bestand', 'programma', ...groupings, ...STATES.map((state) => STATE_NAMES[state])],
    ...programmes.map(({ file, name, groups, counts }) => [
      ...[file, name, ...groupings.map((grouping) => groups[grouping] ?? '')],
      ...STATES.map((state) => counts[state]),
    ]),
  ]);
}
