import type { StudyIndex } from './index.js';
import type { Entry, Figure, LocalNote } from './model.js';

/** A figure with the entry under which the study gives it. */
export interface LocalFigure extends Figure {
  readonly entry: string;
}

/** What the study says about one municipality; both lists are empty where it is silent. */
export interface LocalFacts {
  /** In the order of the study. */
  readonly figures: readonly LocalFigure[];
  /** Notes that stand beside the figures. */
  readonly notes: readonly LocalNote[];
}

/**
 * The facts about a municipality, in the whole study or under one entry.
 * @param municipality its name as the study writes it, or a variant such as 's-Hertogenbosch
 */
export function localFacts(study: StudyIndex, municipality: string, entry?: Entry): LocalFacts {
  const known = study.municipalities.find(
    ({ name, variants }) => name === municipality || variants.includes(municipality),
  );
  if (!known) return { figures: [], notes: [] };
  const entries = entry ? [entry] : study.entries;
  return {
    figures: entries.flatMap(({ id, figures }) =>
      figures.filter(({ area }) => area === known.name).map((figure) => ({ ...figure, entry: id })),
    ),
    notes: known.notes.filter(({ see }) => !entry || see === entry.id),
  };
}
