import { type CoverageState, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';

/** The states of many programmes in four: what one asks where programmes are counted rather than read. */
export type Stand = 'opgepakt' | 'anders' | 'genoemd' | 'niets';

export const STANDS: readonly Stand[] = ['opgepakt', 'anders', 'genoemd', 'niets'];

/** Where each state is counted. */
export const STAND_OF: Readonly<Record<CoverageState, Stand>> = {
  opgepakt: 'opgepakt',
  anders: 'anders',
  'bewust-niet': 'anders',
  mogelijk: 'genoemd',
  ontbreekt: 'genoemd',
  'niet-genoemd': 'niets',
};

/** Named after the state that most of them are in. */
export const STAND_NAMES: Readonly<Record<Stand, string>> = {
  opgepakt: STATE_NAMES.opgepakt,
  anders: STATE_NAMES.anders,
  genoemd: 'genoemd',
  niets: 'niets',
};

/** The state whose colour, mark and sign it has. */
export const STAND_LOOK: Readonly<Record<Stand, CoverageState>> = {
  opgepakt: 'opgepakt',
  anders: 'anders',
  genoemd: 'mogelijk',
  niets: 'niet-genoemd',
};

/** `● opgepakt` */
export const signed = (stand: Stand): string => `${STATE_SIGNS[STAND_LOOK[stand]]} ${STAND_NAMES[stand]}`;

/** What is counted where, for below a table. */
export const STAND_LEGEND =
  'Kiest anders: ook wat bewust niet is opgenomen. Genoemd: het onderwerp of een trend die ernaar leidt komt aan de orde, of de opgave is mogelijk opgepakt. Niets: niet genoemd.';

export type StandCounts = Readonly<Record<Stand, number>>;

export function countStands(states: Iterable<CoverageState>): StandCounts {
  const counts = { opgepakt: 0, anders: 0, genoemd: 0, niets: 0 };
  for (const state of states) counts[STAND_OF[state]]++;
  return counts;
}

/** Where each stand lies on a bar, in hundredths of its length; what is zero is left out. */
export function barOf(
  counts: StandCounts,
): { readonly stand: Stand; readonly from: number; readonly length: number }[] {
  const all = STANDS.reduce((sum, stand) => sum + counts[stand], 0);
  let from = 0;
  return STANDS.filter((stand) => counts[stand] > 0).map((stand) => {
    const length = (100 * counts[stand]) / all;
    const part = { stand, from, length };
    from += length;
    return part;
  });
}
