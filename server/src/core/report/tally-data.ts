import { type CoverageState, STATE_NAMES } from '../coverage/states.js';
import type { Grouping, Groups } from './groups.js';
import type { Tally } from './tally.js';

/** What the script of a page counts with, by the order of the rows that stand in the page. */
export interface TallyData {
  readonly groupings: readonly Grouping[];
  /** Of each programme its groups, and its states in one word: a digit for each opgave. */
  readonly programmes: readonly (readonly [groups: Groups, states: string])[];
}

/** Of each programme where it does something with an opgave, by the order of the opgaven. Read when a reader asks for it. */
export type TallyPlaces = readonly Readonly<Record<number, readonly [words: string, label?: string, href?: string]>>[];

/** The ids of the elements that hold them. */
export const DATA_ID = 'gegevens';
export const PLACES_ID = 'plaatsen';

const STATES = Object.keys(STATE_NAMES) as CoverageState[];

export const tallyData = ({ groupings, programmes }: Tally): TallyData => ({
  groupings,
  programmes: programmes.map(({ groups, outcomes }) => [
    groups,
    outcomes.map(({ state }) => STATES.indexOf(state)).join(''),
  ]),
});

/** The states that were written as digits. */
export const statesIn = (digits: string): CoverageState[] => [...digits].map((digit) => STATES[Number(digit)]!);

export const tallyPlaces = ({ programmes }: Tally): TallyPlaces =>
  programmes.map(({ outcomes }) =>
    Object.fromEntries(
      outcomes.flatMap(({ reason, place }, at): [number, TallyPlaces[number][number]][] => {
        if (reason !== undefined) return [[at, [reason]]];
        return place ? [[at, [place.words, place.label, place.href]]] : [];
      }),
    ),
  );
