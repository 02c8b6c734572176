import type { StudyIndex } from './index.js';
import type { Chart, Entry, Figure, LocalNote, Municipality } from './model.js';

/** A figure with the entry under which the study gives it. */
export interface LocalFigure extends Figure {
  readonly area: string;
  readonly entry: string;
}

/** A chart in which a municipality stands, and the name that it has there. */
export type LocalChart = Omit<Chart, 'areas'> & { readonly area: string };

/**
 * What the study says about one municipality, those that have merged into it and its regions: of figures and notes
 * the nearest first. All lists are empty where it is silent.
 */
export interface LocalFacts {
  readonly figures: readonly LocalFigure[];
  /** Notes that stand beside the figures. */
  readonly notes: readonly LocalNote[];
  /** Charts that show more of it than can be told here. */
  readonly charts: readonly LocalChart[];
}

/**
 * The facts about a municipality, in the whole study or under one entry.
 * @param municipality its name, or a variant such as 's-Hertogenbosch
 */
export function localFacts(study: StudyIndex, municipality: string, entry?: Entry): LocalFacts {
  const areas = areasOf(study, municipality);
  const nearness = ({ area }: { readonly area: string }): number => areas.indexOf(area);
  const nearest = <T extends { readonly area: string }>(items: readonly T[]): T[] =>
    items.filter((item) => areas.includes(item.area)).sort((a, b) => nearness(a) - nearness(b));
  const here = ({ see }: { readonly see: string }): boolean => !entry || see === entry.id;
  return {
    figures: nearest(
      (entry ? [entry] : study.entries).flatMap(({ id, figures }) =>
        figures.flatMap((figure) => (figure.area === undefined ? [] : [{ ...figure, area: figure.area, entry: id }])),
      ),
    ),
    notes: nearest(study.localNotes.filter(here)),
    charts: study.charts.filter(here).flatMap(({ areas: shown, ...chart }) => {
      const area = areas.find((each) => !shown || shown.includes(each));
      return area === undefined ? [] : [{ ...chart, area }];
    }),
  };
}

/** What the study may call a municipality: nothing where there is none of that name. */
export function areasOf({ municipalities }: StudyIndex, municipality: string | undefined): readonly string[] {
  const named = ({ name, variants }: Municipality): boolean =>
    [name, ...variants].some((each) => each === municipality);
  return municipalities.find(named)?.areas ?? [];
}

/** Whether the study tells municipalities apart under an entry, so that its silence on one of them can be missed. */
export function tellsApart({ municipalities, localNotes, charts }: StudyIndex, { id, figures }: Entry): boolean {
  return (
    [...localNotes, ...charts].some(({ see }) => see === id) ||
    figures.some(({ area }) => area !== undefined && municipalities.some(({ areas }) => areas.includes(area)))
  );
}
