import type { CoverageState, Finding, StudyIndex, Suppressed } from '../../core/index.js';
import type { InputFile } from '../files.js';
import type { Terminal } from '../terminal.js';
import type { PlacedText } from './place.js';

/** What `check` found, for a format to write down. */
export interface CheckResult {
  /** Beside which the examples of rules stand. */
  readonly study: StudyIndex;
  readonly files: readonly CheckedFile[];
  readonly programmes: readonly {
    /** The file, or the folder of its configuration. */
    readonly name: string;
    readonly counts: Readonly<Record<CoverageState, number>>;
    /** What its studies call their opgaven. */
    readonly several: string;
  }[];
  /** What stood in the way, a line each. */
  readonly problems: readonly string[];
}

export interface CheckedFile extends PlacedText {
  readonly file: InputFile;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Writes down what was found. */
export type Format = (result: CheckResult, terminal: Terminal) => string;

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Words for other tools: those of LSP. */
export const SEVERITIES: Readonly<Record<Finding['level'], Severity>> = {
  fout: 'error',
  waarschuwing: 'warning',
  informatie: 'information',
  hint: 'hint',
};

/** `2 programma's · gemiddeld 20 van 40 opgaven opgepakt · 4 waarschuwingen`. */
export function summary({ files, programmes }: CheckResult): string {
  const findings = files.flatMap((file) => file.findings);
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const totals = programmes.map(({ counts }) => Object.values(counts).reduce((sum, value) => sum + value, 0));
  const taken = programmes.reduce((sum, { counts }) => sum + counts.opgepakt, 0);
  // Programmes beside one study are compared; beside different studies they are added up.
  const isMean = totals.every((one) => one === totals[0]);
  const share = isMean ? Math.max(1, programmes.length) : 1;
  const total = totals.reduce((sum, one) => sum + one, 0) / share;
  const names = new Set(programmes.map(({ several }) => several));
  const [several] = names.size === 1 ? names : ['opgaven'];
  const mean = programmes.length < 2 ? '' : isMean ? 'gemiddeld ' : 'samen ';
  const errors = count('fout');
  const information = count('informatie');
  return [
    counted(programmes.length, 'programma', "programma's"),
    `${mean}${decimal(taken / share)} van ${total} ${several} opgepakt`,
    ...(errors > 0 ? [counted(errors, 'fout', 'fouten')] : []),
    counted(count('waarschuwing'), 'waarschuwing', 'waarschuwingen'),
    ...(information > 0 ? [counted(information, 'opmerking', 'opmerkingen')] : []),
  ].join(' · ');
}

/** With one decimal where that says more. By hand: the first number that is written by locale costs some milliseconds. */
const decimal = (value: number): string => value.toFixed(1).replace('.', ',').replace(/,0$/, '');

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
