import { countStates } from '../coverage/programme.js';
import type { CoverageState } from '../coverage/states.js';
import type { StudyInfo } from '../study/model.js';
import type { Counts, CoverageReport, OpgaveReport } from './coverage.js';
import { columnNames } from './names.js';

/** What one programme does with one opgave. */
export type ComparisonCell = Pick<OpgaveReport, 'state' | 'reason' | 'evidence'>;

export interface ComparisonRow {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly theme: string;
  /** One cell a programme, in their order. */
  readonly cells: readonly ComparisonCell[];
  /** How many programmes are in each state. */
  readonly counts: Counts;
  /** How far the programmes lie apart: 0 when all do the same, 4 when of two one takes it up and one stands against it. */
  readonly difference: number;
}

/** Opgave × programme; the opgaven on which the programmes differ most come first. */
export interface Comparison {
  readonly study: StudyInfo;
  readonly others?: readonly StudyInfo[];
  readonly programmes: readonly {
    /** Short and its own, for the head of a column. */
    readonly name: string;
    readonly title: string;
    readonly counts: Counts;
  }[];
  readonly rows: readonly ComparisonRow[];
  /** Names of the themes, in the order of the study. */
  readonly themes: readonly string[];
}

/**
/**
 * Compares programmes. A programme bears the name of its party, else its title; where those are the same, that of its file.
 * @param reports the coverage of each, with the name of its file; what they are not all held beside, is left out
 */
export function compare(reports: readonly { readonly name: string; readonly report: CoverageReport }[]): Comparison {
  const [first] = reports;
  if (!first) throw new Error('nothing to compare');
  const columns = reports.map(
    ({ report }) => new Map(report.themes.flatMap(({ opgaven }) => opgaven.map((opgave) => [opgave.id, opgave]))),
  );
  const rows = first.report.themes.flatMap(({ name: theme, opgaven }) =>
    opgaven.flatMap(({ id, title, place }): ComparisonRow[] => {
      const cells = columns.flatMap((column) => column.get(id) ?? []);
      if (cells.length < reports.length) return [];
      const states = cells.map(({ state }) => state);
      return [{ id, title, place, theme, cells, counts: countStates(cells), difference: difference(states) }];
    }),
  );
  const names = columnNames(reports.map(({ name, report: { party, title } }) => [party ?? title, name]));
  const { study, others } = first.report;
  return {
    study,
    ...(others ? { others } : {}),
    themes: first.report.themes.map(({ name }) => name),
    programmes: reports.map(({ report: { title, counts } }, index) => ({ name: names[index]!, title, counts })),
    // Stable: what differs alike stays in the order of the study.
    rows: rows.sort((a, b) => b.difference - a.difference),
  };
}

/** The rows under their theme, in the order of the study. */
export const rowsByTheme = ({ themes, rows }: Comparison): [theme: string, rows: readonly ComparisonRow[]][] =>
  themes.map((name) => [name, rows.filter(({ theme }) => theme === name)]);

/** States on a line: a stand against it lies furthest from taking up, leaving out with a reason further than saying nothing. */
const STANCE: Readonly<Record<CoverageState, number>> = {
  opgepakt: 2,
  anders: -2,
  mogelijk: 1,
  ontbreekt: 0,
  'niet-genoemd': 0,
  'bewust-niet': -1,
};

/** Mean distance between two programmes. */
function difference(states: readonly CoverageState[]): number {
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < states.length; a++) {
    for (let b = a + 1; b < states.length; b++) {
      sum += Math.abs(STANCE[states[a]!] - STANCE[states[b]!]);
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** What stands out, for the summary. */
export function highlights({ rows, programmes }: Comparison) {
  return {
    /** Taken up by every programme. */
    shared: rows.filter(({ counts }) => counts.opgepakt === programmes.length),
    /** Some take it up; some do nothing with it or leave it out. The widest apart first. */
    divided: rows.filter(({ counts }) => counts.opgepakt > 0 && counts.opgepakt + counts.mogelijk < programmes.length),
    /** Taken up by none, not even perhaps. */
    open: rows.filter(({ counts }) => counts.opgepakt + counts.mogelijk === 0),
  };
}
