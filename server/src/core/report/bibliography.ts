import type { StudyIndex } from '../study/index.js';
import type { Citable, StudyInfo } from '../study/model.js';
import { bracketed, headingOf, pagesOf } from '../study/reference.js';

/** A source in CSL JSON, as citation processors read it; only the fields that are used here. */
export interface CslItem {
  readonly id: string;
  readonly type: 'book' | 'chapter' | 'report';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly [number])[] };
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly 'container-title'?: string;
  readonly page?: string;
  readonly section?: string;
  readonly URL?: string;
  /** Where a publication that the study names is named. */
  readonly note?: string;
  readonly language: 'nl-NL';
}

/**
 * The bibliography of a study: everything that can be cited, under the key by which a text cites it, as it can be found:
 * a chapter or section by the study's own heading, a publication by its own title, a term by the study as a whole.
 * @param only ids of the entries that are wanted; without it, all of them
 */
export function bibliography(study: StudyIndex, only?: ReadonlySet<string>): CslItem[] {
  return [...study.parts, ...study.entries, ...study.terms]
    .filter(({ id }) => only === undefined || only.has(id))
    .map((item) => ({ id: `${study.info.key}:${item.id}`, ...sourceOf(study.info, item) }));
}

function sourceOf(info: StudyInfo, item: Citable): Omit<CslItem, 'id'> {
  const work = [info.title, info.subtitle].filter(Boolean).join(': ');
  const published = {
    ...(info.publisher === '' ? {} : { author: [{ literal: info.publisher }] }),
    ...(info.year === undefined ? {} : { issued: issued(info.year) }),
    ...(info.publisher === '' ? {} : { publisher: info.publisher }),
    ...(info.place === '' ? {} : { 'publisher-place': info.place }),
  };
  const found = { ...(info.url === '' ? {} : { URL: info.url }), language: 'nl-NL' } as const;
  if (item.kind === 'term') {
    // A term is explained here and there, not on every page in between.
    const page = item.pages.join(', ');
    if (!item.publication)
      return { type: 'report', title: work, ...published, ...(page === '' ? {} : { page }), ...found };
    const { author, year, title } = item.publication;
    return {
      type: 'book',
      title,
      author: [{ literal: author }],
      issued: issued(year),
      note: `Genoemd in ${info.publisher || info.title}${bracketed(`${info.year ?? ''}`)}${page && `, p. ${page}`}`,
      language: 'nl-NL',
    };
  }
  const [first, last] = pagesOf(item) ?? [];
  return {
    type: 'chapter',
    title: headingOf(item),
    ...published,
    'container-title': work,
    ...(first === undefined ? {} : { page: first === last ? `${first}` : `${first}-${last}` }),
    ...('section' in item && item.section !== '' ? { section: item.section } : {}),
    ...found,
  };
}

const issued = (year: number): NonNullable<CslItem['issued']> => ({ 'date-parts': [[year]] });
