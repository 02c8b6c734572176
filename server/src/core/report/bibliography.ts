import type { StudyIndex } from '../study/index.js';
import type { Citable, StudyInfo } from '../study/model.js';
import { pagesOf } from '../study/reference.js';

/** A source in CSL JSON, as citation processors read it; only the fields that are used here. */
export interface CslItem {
  readonly id: string;
  readonly type: 'chapter' | 'report';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: { readonly 'date-parts': readonly (readonly [number])[] };
  readonly publisher: string;
  readonly 'publisher-place': string;
  readonly 'container-title'?: string;
  readonly page?: string;
  readonly section?: string;
  readonly URL: string;
  readonly language: 'nl-NL';
}

/**
 * The bibliography of a study: everything that can be cited as a part of the report, under the key by which a text cites it.
 * @param only ids of the entries that are wanted; without it, all of them
 */
export function bibliography(study: StudyIndex, only?: ReadonlySet<string>): CslItem[] {
  return [...study.parts, ...study.entries, ...study.terms]
    .filter(({ id }) => only === undefined || only.has(id))
    .map((item) => cslItem(study.info, item));
}

function cslItem(info: StudyInfo, item: Citable): CslItem {
  const [first, last] = pagesOf(item);
  // A term is explained here and there, not on every page in between.
  const pages = item.kind === 'term' ? item.pages.join(', ') : first === last ? `${first}` : `${first}-${last}`;
  return {
    id: `${info.key}:${item.id}`,
    type: 'chapter',
    title: item.title,
    author: [{ literal: info.publisher }],
    issued: { 'date-parts': [[info.year]] },
    publisher: info.publisher,
    'publisher-place': info.place,
    'container-title': `${info.title}: ${info.subtitle}`,
    page: pages,
    ...('section' in item ? { section: item.section } : {}),
    URL: info.url,
    language: 'nl-NL',
  };
}
