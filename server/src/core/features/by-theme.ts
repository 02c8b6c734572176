import { countStates, type ProgrammeCoverage, type ProgrammeOpgave } from '../coverage/programme.js';
import type { CoverageState } from '../coverage/states.js';
import type { StudyIndex } from '../study/index.js';
import type { Opgave, Theme } from '../study/model.js';

/** What a programme does with the opgaven of one theme. */
export interface ThemeCoverage {
  readonly study: StudyIndex;
  readonly theme: Theme;
  readonly counts: Readonly<Record<CoverageState, number>>;
  readonly opgaven: readonly { readonly opgave: Opgave; readonly coverage: ProgrammeOpgave }[];
}

/** What a programme does with the studies at work: counted, and by theme. */
export interface Coverage {
  readonly counts: Readonly<Record<CoverageState, number>>;
  readonly themes: readonly ThemeCoverage[];
}

/** Coverage by theme, both in the order of the study; a theme without opgaven is left out. */
export function coverageByTheme(study: StudyIndex, programme: ProgrammeCoverage): ThemeCoverage[] {
  return study.themes.flatMap((theme) => {
    const opgaven = study.opgaven
      .filter((opgave) => opgave.theme === theme.id)
      .map((opgave) => ({ opgave, coverage: programme.get(opgave.id) ?? untouched(opgave.id) }));
    if (opgaven.length === 0) return [];
    return [{ study, theme, counts: countStates(opgaven.map(({ coverage }) => coverage)), opgaven }];
  });
}

const untouched = (opgave: string): ProgrammeOpgave => ({
  opgave,
  state: 'niet-genoemd',
  evidence: [],
  clearest: undefined,
  raisedBy: [],
  raisedMost: () => [],
});
