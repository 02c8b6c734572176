import type { SignalTable } from '../signals/signal-table.js';
import type { StudyIndex } from '../study/index.js';

export type LabelKind = 'theme' | 'trend' | 'opgave' | 'against';

/** What each label stands for, by its number: those of the signal table, then themes without signals of their own. */
export interface Labels {
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly kind: readonly LabelKind[];
  /** Number of the theme, counted in the study's order; -1 for a stand against. */
  readonly theme: readonly number[];
  /** For an opgave: labels of the trends that lead to it. */
  readonly trends: readonly (readonly number[])[];
  /** Label of each theme, by the theme's number. */
  readonly ofTheme: readonly number[];
  /** Labels of the opgaven. */
  readonly opgaven: readonly number[];
  /** For a stand against an opgave the label of that opgave, else -1. */
  readonly against: readonly number[];
}

/** Signals of a stand against an opgave have a label of their own: this and its id. */
export const AGAINST = 'anders:';

/** Cues of the language: what sentences do, whatever they are about. */
export const CUES = [
  'action',
  'problem',
  'past',
  'rejection',
  'question',
  'wish',
  'passive',
  'ours',
  'praise',
  'demand',
  'examine',
  'condition',
  'continue',
] as const;

/**
 * Cues that decide by themselves, so that nothing is learned of them: a sentence only states something, or more than that,
 * rejects a rejection, or rejects what is itself a problem.
 */
export const DECIDING_CUES = ['states', 'statesMore', 'negatesRejection', 'rejectsProblem'] as const;

/**
 * The labels of a signal table beside the study that it is of.
 * @throws where a label is nothing that the study recognises, and no stand against an opgave of it
 */
export function labelsOf(study: StudyIndex, table: SignalTable): Labels {
  const without = study.themes.map(({ id }) => id).filter((id) => !table.labels.includes(id));
  const ids = [...table.labels, ...without];
  const numbers = new Map(ids.map((id, i) => [id, i]));
  const themes = new Map(study.themes.map((theme, i) => [theme.id, i]));
  const kind: LabelKind[] = [];
  const theme: number[] = [];
  const trends: number[][] = [];
  const against: number[] = [];
  for (const label of ids) {
    const entry = study.find(label);
    const opgave = label.startsWith(AGAINST) ? numbers.get(label.slice(AGAINST.length)) : undefined;
    against.push(opgave ?? -1);
    if (entry?.kind === 'theme' || entry?.kind === 'trend' || entry?.kind === 'opgave') {
      kind.push(entry.kind);
      theme.push(themes.get(study.themeOf(entry).id)!);
    } else if (opgave === undefined) {
      throw new Error(`unknown label: ${label}`);
    } else {
      kind.push('against');
      theme.push(-1);
    }
    trends.push(
      entry?.kind === 'opgave' ? study.trendsLeadingTo(entry.id).flatMap((trend) => numbers.get(trend) ?? []) : [],
    );
  }
  return {
    ids,
    numbers,
    kind,
    theme,
    trends,
    against,
    ofTheme: study.themes.map(({ id }) => numbers.get(id)!),
    opgaven: study.opgaven.flatMap(({ id }) => numbers.get(id) ?? []),
  };
}
