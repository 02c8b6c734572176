import { countStates } from '../coverage/programme.js';
import type { StudyInfo } from '../study/model.js';
import type { Counts, CoverageReport } from './coverage.js';
import { GROUPINGS, type Grouping, type Groups } from './groups.js';
import { columnNames, shortNames } from './names.js';
import type { OpgaveOutcome, ProgrammeOutcome } from './outcome.js';
import { countStands, type StandCounts } from './stands.js';

/** So many programmes still stand side by side; more of them are counted. */
export const MOST_SIDE_BY_SIDE = 12;

/** Many programmes counted: how many take up each opgave, and what each programme does. */
export interface Tally {
  readonly title: string;
  readonly study: StudyInfo;
  readonly others?: readonly StudyInfo[];
  /** In the order of the study. */
  readonly opgaven: readonly TallyOpgave[];
  readonly programmes: readonly TallyProgramme[];
  /** By what the programmes can be grouped: what is known of at least one of them. */
  readonly groupings: readonly Grouping[];
  /** What was not read, or not whole, a sentence each. */
  readonly unread: readonly string[];
}

export interface TallyOpgave {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  /** How many programmes do what with it. */
  readonly stands: StandCounts;
}

export interface TallyProgramme {
  /** As the reader knows it: its file, or its folder. */
  readonly file: string;
  readonly href: string;
  readonly name: string;
  readonly title: string;
  readonly groups: Groups;
  /** What it does with each opgave, in their order. */
  readonly outcomes: readonly OpgaveOutcome[];
  readonly counts: Counts;
  readonly stands: StandCounts;
}

/** A programme to be counted. */
export interface Counted {
  readonly file: string;
  readonly outcome: ProgrammeOutcome;
  /** What a table of groups says of it; the party it names itself counts where that says none. */
  readonly groups?: Groups | undefined;
}

/**
 * Counts programmes.
 * @param study what they are held beside: the report of a programme that says nothing; what not all of them are held
 * beside, is left out
 * @param unread files that could not be read, a sentence each
 */
export function tally(
  { study, others, themes }: Pick<CoverageReport, 'study' | 'others' | 'themes'>,
  counted: readonly Counted[],
  { unread = [], title }: { readonly unread?: readonly string[]; readonly title?: string | undefined } = {},
): Tally {
  const known = themes
    .flatMap(({ name: theme, opgaven }) => opgaven.map(({ id, title }) => ({ id, title, theme })))
    .filter(({ id }) => counted.every(({ outcome }) => Object.hasOwn(outcome.opgaven, id)));
  const short = shortNames(counted.map(({ file }) => file));
  const names = columnNames(counted.map(({ outcome: { party, title } }, index) => [party ?? title, short[index]!]));
  const programmes = counted.map(({ file, outcome, groups }, index): TallyProgramme => {
    const outcomes = known.map(({ id }) => outcome.opgaven[id]!);
    const { title, href, party } = outcome;
    return {
      ...{ file, href, title, outcomes, name: names[index]! },
      groups: { ...(party === undefined ? {} : { partij: party }), ...groups },
      counts: countStates(outcomes),
      stands: countStands(outcomes.map(({ state }) => state)),
    };
  });
  return {
    title: title ?? `${programmes.length} programma’s geteld`,
    study,
    ...(others ? { others } : {}),
    opgaven: known.map((opgave, at) => ({
      ...opgave,
      stands: countStands(programmes.map(({ outcomes }) => outcomes[at]!.state)),
    })),
    programmes,
    groupings: GROUPINGS.filter((grouping) => programmes.some(({ groups }) => groups[grouping] !== undefined)),
    unread: [...unread, ...counted.flatMap(({ file, outcome }) => outcome.unread.map((said) => `${file}: ${said}`))],
  };
}

/** What stands out, for the summary; at most so many opgaven each. */
export function outstanding({ opgaven }: Tally, most = 5) {
  const by = (measure: (stands: StandCounts) => number): TallyOpgave[] =>
    opgaven
      .filter(({ stands }) => measure(stands) !== 0)
      .sort((a, b) => measure(b.stands) - measure(a.stands))
      .slice(0, most);
  return {
    most: by(({ opgepakt }) => opgepakt),
    silent: by(({ niets }) => niets),
    otherwise: by(({ anders }) => anders),
  };
}
