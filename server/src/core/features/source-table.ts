import type { Citable, Study } from '../study/model.js';
import { placeText } from '../study/reference.js';

/** What can be cited, as far as a reader of a reference needs it: for the preview, which has not the whole study. */
export interface SourceTable {
  readonly key: string;
  readonly publisher: string;
  readonly year: number;
  readonly title: string;
  readonly url: string;
  /** Id and short name of each theme that has opgaven, in the order of the study. */
  readonly themes: readonly (readonly [id: string, name: string])[];
  /** Title and place (`§ 6.2, p. 61–62`) by id. */
  readonly entries: Readonly<Record<string, readonly [title: string, place: string]>>;
}

/** Takes the table out of the study. */
export function sourceTable({ info, parts, themes, trends, opgaven, perspectives, terms }: Study): SourceTable {
  const { key, publisher, year, title, url } = info;
  const all: Citable[] = [...parts, ...themes, ...trends, ...opgaven, ...perspectives, ...terms];
  return {
    key,
    publisher,
    year,
    title,
    url,
    themes: themes.filter(({ id }) => opgaven.some(({ theme }) => theme === id)).map(({ id, name }) => [id, name]),
    entries: Object.fromEntries(all.map((item) => [item.id, [item.title, placeText(item)]])),
  };
}
