import type { Citable, Study } from '../study/model.js';
import { headingOf, placeText } from '../study/reference.js';

/** What can be cited, as far as a reader of a reference needs it: for the preview, which has not the whole study. */
export interface SourceTable {
  readonly key: string;
  /** It comes with Opgavenwijzer; others are brought by writers. */
  readonly along?: true;
  /** What a reference is named by: its publisher, or else its title. */
  readonly publisher: string;
  /** Or `z.j.`, where there is none. */
  readonly year: number | string;
  readonly title: string;
  readonly url: string;
  /** Id and short name of each theme that has opgaven, in the order of the study. */
  readonly themes: readonly (readonly [id: string, name: string])[];
  /**
   * By id: title, place (`§ 6.2, p. 61–62`), and what a list of sources names: the study's own heading, of a publication
   * that it names author, year and title, of another term nothing.
   */
  readonly entries: Readonly<Record<string, readonly [title: string, place: string, listed: string]>>;
}

/** Takes the table out of the study. */
export function sourceTable({ info, parts, themes, trends, opgaven, perspectives, terms }: Study): SourceTable {
  const { key, publisher, year, title, url } = info;
  const all: Citable[] = [...parts, ...themes, ...trends, ...opgaven, ...perspectives, ...terms];
  return {
    key,
    publisher: publisher || title,
    year: year ?? 'z.j.',
    title,
    url,
    themes: themes.filter(({ id }) => opgaven.some(({ theme }) => theme === id)).map(({ id, name }) => [id, name]),
    entries: Object.fromEntries(all.map((item) => [item.id, [item.title, placeText(item), listedAs(item)]])),
  };
}

function listedAs(item: Citable): string {
  if (item.kind !== 'term') return headingOf(item);
  if (!item.publication) return '';
  const { author, year, title } = item.publication;
  return `${author} (${year}), ${title}`;
}
