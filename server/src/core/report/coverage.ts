import { countStates, type ProgrammeCoverage } from '../coverage/programme.js';
import type { CoverageState } from '../coverage/states.js';
import { unreadOf } from '../coverage/unread.js';
import { coverageByTheme } from '../features/by-theme.js';
import type { StudyIndex } from '../study/index.js';
import type { StudyInfo } from '../study/model.js';
import { capitalised, commonNames, kindName, kindNames, placeText, toldId, toldName } from '../study/reference.js';
import { placesIn, type ReportDocument, type ReportPlace } from './places.js';
import type { Since } from './since.js';
import { statedNames } from './stated-name.js';

/** The states in the order in which a report shows them. */
export const STATES: readonly CoverageState[] = [
  'opgepakt',
  'anders',
  'mogelijk',
  'ontbreekt',
  'niet-genoemd',
  'bewust-niet',
];

export type Counts = Readonly<Record<CoverageState, number>>;

export interface OpgaveReport {
  readonly id: string;
  readonly title: string;
  /** Section and pages in the study. */
  readonly place: string;
  readonly state: CoverageState;
  /** Why it is deliberately left out. */
  readonly reason?: string;
  /** Where it is taken up, strongest first. */
  readonly evidence: readonly ReportPlace[];
  /** Where a trend that leads to it is mentioned, strongest first. */
  readonly raisedBy: readonly (ReportPlace & { readonly trend: string })[];
}

export interface ThemeReport {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly counts: Counts;
  readonly opgaven: readonly OpgaveReport[];
}

/** What a programme does with the study, ready to be written down; the JSON of `dekking` is this very value. */
export interface CoverageReport {
  readonly title: string;
  /** Whose programme it is, where the front matter says so (`partij`). */
  readonly party?: string;
  readonly study: StudyInfo;
  /** The other studies at work, if there are any; then ids have the key of their study, and names its title. */
  readonly others?: readonly StudyInfo[];
  readonly documents: readonly { readonly name: string; readonly href: string }[];
  /** What of the documents is in another language and was not read, a sentence each. */
  readonly unread: readonly string[];
  /** Day on which it was made, `2026-03-03`. */
  readonly date?: string;
  /** What changed since an earlier report, when one was given. */
  readonly since?: Since;
  readonly counts: Counts;
  readonly themes: readonly ThemeReport[];
}

/** Gathers the coverage of a programme for a report. */
export function coverageReport(
  study: StudyIndex,
  title: string,
  documents: readonly ReportDocument[],
  coverage: ProgrammeCoverage,
): CoverageReport {
  const placesOf = placesIn(documents);
  const party = documents.map(({ analysis }) => statedNames(analysis.text).party).find((name) => name !== undefined);
  return {
    title,
    ...(party === undefined ? {} : { party }),
    study: study.info,
    documents: documents.map(({ name, href }) => ({ name, href })),
    unread: documents.flatMap(({ name, analysis }) => {
      const unread = unreadOf(analysis);
      return unread ? [documents.length === 1 ? unread.sentence : `${name}: ${unread.sentence}`] : [];
    }),
    counts: countStates(coverage.values()),
    themes: coverageByTheme(study, coverage).map(({ theme, counts, opgaven }) => ({
      id: theme.id,
      name: theme.name,
      place: placeText(theme),
      counts,
      opgaven: opgaven.map(({ opgave, coverage: { state, reason, evidence, raisedBy } }) => ({
        id: opgave.id,
        title: opgave.title,
        place: placeText(opgave),
        state,
        ...(reason === undefined ? {} : { reason }),
        evidence: placesOf(evidence),
        raisedBy: raisedBy.flatMap((mention) =>
          placesOf([mention]).map((place) => ({ ...place, trend: study.find(mention.id)!.title })),
        ),
      })),
    })),
  };
}

/** The report over several studies, from one for each. */
export function joinedReports(reports: readonly CoverageReport[]): CoverageReport {
  const [first, ...others] = reports as readonly [CoverageReport, ...CoverageReport[]];
  if (others.length === 0) return first;
  const studies = reports.map(({ study }) => ({ info: study }));
  return {
    ...first,
    others: others.map(({ study }) => study),
    counts: countStates(reports.flatMap(({ themes }) => themes.flatMap(({ opgaven }) => opgaven))),
    themes: reports.flatMap(({ study: info, themes }) => {
      const among = { study: { info }, studies };
      return themes.map((theme) => ({
        ...theme,
        id: toldId(among, theme.id),
        name: toldName(among, theme.name),
        opgaven: theme.opgaven.map((opgave) => ({ ...opgave, id: toldId(among, opgave.id) })),
      }));
    }),
  };
}

/** The studies that a report or comparison is about. */
export const studiesOf = ({ study, others = [] }: Pick<CoverageReport, 'study' | 'others'>): readonly StudyInfo[] => [
  study,
  ...others,
];

/** What the studies of a report call a theme, themes, an opgave and opgaven, where they all say the same. */
export function namesIn(report: Pick<CoverageReport, 'study' | 'others'>) {
  const infos = studiesOf(report);
  const [only, ...others] = infos;
  return {
    theme: capitalised(others.length === 0 ? kindName({ info: only! }, 'theme') : 'thema'),
    themes: commonNames(infos, 'theme'),
    opgave: others.length === 0 ? kindName({ info: only! }, 'opgave') : 'opgave',
    opgaven: commonNames(infos, 'opgave'),
  };
}

/** What the study of a theme calls its opgaven. */
export const opgavenName = (report: Pick<CoverageReport, 'study' | 'others'>, theme: string): string =>
  kindNames({ info: studiesOf(report).find(({ key }) => theme.startsWith(`${key}:`)) ?? report.study }, 'opgave');

/** How many opgaven are counted. */
export const total = (counts: Counts): number => STATES.reduce((sum, state) => sum + counts[state], 0);

/** Every opgave in a state, in the order of the study. */
export const opgavenIn = ({ themes }: CoverageReport, state: CoverageState): OpgaveReport[] =>
  themes.flatMap(({ opgaven }) => opgaven.filter((opgave) => opgave.state === state));
