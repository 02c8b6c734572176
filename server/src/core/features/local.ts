import type { StudyIndex } from '../study/index.js';
import type { Citable, Figure, LocalNote } from '../study/model.js';

/** What the study says about a municipality under an entry; nothing is added where the study is silent. */
export interface LocalFacts {
  readonly figures: readonly Figure[];
  readonly notes: readonly LocalNote[];
}

const NONE: LocalFacts = { figures: [], notes: [] };

/** Facts about a municipality under one entry. */
export function localFacts(study: StudyIndex, item: Citable, municipality: string | undefined): LocalFacts {
  if (municipality === undefined) return NONE;
  const notes = study.municipalities.find(({ name }) => name === municipality)?.notes ?? [];
  return {
    figures: item.kind === 'term' ? [] : item.figures.filter(({ area }) => area === municipality),
    notes: notes.filter(({ see }) => see === item.id),
  };
}
