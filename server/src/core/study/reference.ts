import type { Actor, Citable, Entry, Figure, Link, NamedKind, Pages, Part, Study, StudyInfo } from './model.js';

/** The study that is spoken of, among those at work. */
export interface AmongStudies<S extends Pick<Study, 'info'> = Pick<Study, 'info'>> {
  readonly study: S;
  readonly studies: readonly S[];
}

/** An id as it is told: with the key of its study, `woonvisie:splitsen`, where several studies are at work. */
export const toldId = ({ study, studies }: AmongStudies, id: string): string =>
  studies.length > 1 ? `${study.info.key}:${id}` : id;

/**
 * An id as its own study knows it, without the key. An id that has no key is meant for every study that has it; one of
 * another study stays as it is, and is found nowhere in this one.
 */
export const ownId = ({ info }: Pick<Study, 'info'>, id: string): string =>
  id.startsWith(`${info.key}:`) ? id.slice(info.key.length + 1) : id;

/** A name or title with that of its study behind it, where several are at work: `Wonen (Woonvisie Waterdam)`. */
export const toldName = ({ study, studies }: AmongStudies, name: string): string =>
  studies.length > 1 ? `${name} (${study.info.title})` : name;

/** Ids of items of a study, spelled as a given one is: with the key of the study or without. */
export const spelledAs = (
  id: string,
  { info }: Pick<Study, 'info'>,
  items: readonly { readonly id: string }[],
): string[] => items.map((item) => (id.includes(':') ? `${info.key}:${item.id}` : item.id));

/** `p. 61` or `p. 61–62`; empty where the study has no pages. */
export function pagesText(pages: Pages | undefined): string {
  if (!pages) return '';
  const [first, last] = pages;
  return first === last ? `p. ${first}` : `p. ${first}–${last}`;
}

/** `p. 61`; empty where the study has no pages. */
export const pageText = (page: number | undefined): string => (page === undefined ? '' : `p. ${page}`);

/** First and last page of what can be cited; of a term the page that speaks of it most. Undefined where nobody said so. */
export function pagesOf(item: Citable): Pages | undefined {
  if (item.kind !== 'term') return item.pages;
  const [page] = item.pages;
  return page === undefined ? undefined : [page, page];
}

/** Whether the study itself makes a tie. */
export const isStated = ({ page, stated }: Pick<Link, 'page' | 'stated'>): boolean =>
  page !== undefined || stated === true;

/** The page to cite. */
export const firstPageOf = (item: Citable): number | undefined => pagesOf(item)?.[0];

/** Text in brackets behind something; nothing where there is none. */
export const bracketed = (text: string): string => (text === '' ? '' : ` (${text})`);

/** Whether the study writes about something on a page: in its section or elsewhere, in a direction or choice, or with a figure. */
export function standsOn(item: Citable, page: number): boolean {
  if (item.kind === 'term') return item.pages.includes(page);
  return (
    (item.pages !== undefined && page >= item.pages[0] && page <= item.pages[1]) || pagesApart(item).includes(page)
  );
}

/** No writer looks for a page in a longer list. */
const MOST_PAGES = 100;

/** The pages of its section, in order; of a term all that name it, the one to cite first. */
export function ownPages(item: Citable): number[] {
  if (item.kind === 'term') return [...item.pages];
  const [first, last] = item.pages ?? [1, 0];
  return Array.from({ length: Math.min(MOST_PAGES, last - first + 1) }, (_, k) => first + k);
}

/** The pages on which it stands, as {@link standsOn} says: first those of its own, then the others in order. */
export const allPages = (item: Citable): number[] => [
  ...new Set([...ownPages(item), ...(item.kind === 'term' ? [] : pagesApart(item).sort((a, b) => a - b))]),
];

/** Pages elsewhere, and of what is said of it one by one. */
function pagesApart(item: Entry | Part): number[] {
  const apart = [
    ...item.figures,
    ...item.notes,
    ...('directions' in item ? item.directions : []),
    ...('choices' in item ? item.choices : []),
  ];
  return [...item.elsewhere, ...apart.flatMap(({ page }) => page ?? [])];
}

/** Runs of pages named in full; more of them fold into 'e.a.'. */
const MOST_RUNS = 5;

/** `§ 6.2, p. 61–62`; a theme is a chapter, a term and a part of the study have pages only: `p. 12, 16–18`. Empty where nobody said so. */
export function placeText(item: Citable): string {
  if (item.kind === 'term') {
    if (item.pages.length === 0) return '';
    const runs = runsOf([...item.pages].sort((a, b) => a - b));
    return `p. ${runs.slice(0, MOST_RUNS).join(', ')}${runs.length > MOST_RUNS ? ' e.a.' : ''}`;
  }
  const pages = pagesText(pagesOf(item));
  const section = 'section' in item ? item.section : '';
  const numbered = section === '' ? '' : item.kind === 'theme' ? `hoofdstuk ${section}` : `§ ${section}`;
  return [numbered, item.place ?? '', pages].filter(Boolean).join(', ');
}

/** The study's own words above something, by which it is found there and cited. */
export const headingOf = (item: Citable): string => ('heading' in item ? item.heading : item.title);

/** That heading where it differs from the title, but for capitals. */
export function otherHeading(item: Citable): string | undefined {
  const heading = headingOf(item);
  return heading.toLowerCase() === item.title.toLowerCase() ? undefined : heading;
}

/** `noot 251, bron: CBS StatLine`: where the study has a figure from; empty where it does not say so. */
export function sourceText({ note, source }: Pick<Figure, 'note' | 'source'>): string {
  return [note === undefined ? [] : `noot ${note}`, source === undefined ? [] : `bron: ${source}`].flat().join(', ');
}

/** `noot 251` or `noten 251, 253`; empty without any. */
export function notesText(notes: readonly { readonly note: number }[]): string {
  const numbers = [...new Set(notes.map(({ note }) => note))].sort((a, b) => a - b);
  return numbers.length === 0 ? '' : `${numbers.length === 1 ? 'noot' : 'noten'} ${numbers.join(', ')}`;
}

/** Who acts, in the words of the field. */
const ACTOR_NAMES: Readonly<Record<Actor, string>> = {
  gemeente: 'gemeente',
  regio: 'regio',
  rijk: 'Rijk',
  partners: 'partners',
};

/** `gemeente, Rijk` */
export const actorsText = (who: readonly Actor[]): string => who.map((actor) => ACTOR_NAMES[actor]).join(', ');

/** Pages in ascending order, those that follow each other taken together. */
export function runsOf(pages: readonly number[]): string[] {
  const runs: [first: number, last: number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run[1] + 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}

/** The Dutch word for a kind of entry, and for several. */
const KIND_NAMES: Readonly<Record<Citable['kind'], readonly [one: string, several: string]>> = {
  theme: ['thema', 'thema’s'],
  trend: ['trend', 'trends'],
  opgave: ['opgave', 'opgaven'],
  perspective: ['handelingsperspectief', 'handelingsperspectieven'],
  term: ['begrip', 'begrippen'],
  part: ['inleidend deel', 'inleidende delen'],
};

/** What a study calls a kind of entry: `opgave`, or `doel`. */
export const kindName = ({ info }: Pick<Study, 'info'>, kind: Citable['kind']): string => namesOf(info, kind)[0];

/** What it calls several of them. */
export const kindNames = ({ info }: Pick<Study, 'info'>, kind: Citable['kind']): string => namesOf(info, kind)[1];

/** What studies call several of a kind, where they all call it the same; else the usual name. */
export function commonNames(studies: readonly StudyInfo[], kind: Citable['kind']): string {
  const [first, ...others] = studies.map((info) => namesOf(info, kind)[1]);
  return first !== undefined && others.every((other) => other === first) ? first : KIND_NAMES[kind][1];
}

const namesOf = ({ names }: StudyInfo, kind: Citable['kind']): readonly [one: string, several: string] =>
  names?.[kind as NamedKind] ?? KIND_NAMES[kind];

/** `(Uitgever, 2024)` behind the title of a study, as far as that is known. */
export const publishedIn = ({ publisher, year }: StudyInfo): string =>
  bracketed([publisher, year ?? ''].filter(Boolean).join(', '));

/** Words at the start of a sentence. */
export const capitalised = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`;

/** What a study is called at the start of a sentence. */
export const nameAtStart = ({ name }: StudyInfo): string => capitalised(name);

/** How a sentence begins about what no study at work has: `De woonvisie heeft geen`, `Geen van de studies heeft een`. */
export const noneHas = (studies: readonly Pick<Study, 'info'>[]): string =>
  studies.length > 1 ? 'Geen van de studies heeft een' : `${nameAtStart(studies[0]!.info)} heeft geen`;

/** Whether something that can be cited stands at a written place: first and last page, or a section twice. */
export function isRightPlace(
  item: Citable,
  { kind, first, last }: { readonly kind: 'page' | 'section'; readonly first: string; readonly last: string },
): boolean {
  if (kind === 'section') {
    if (!('section' in item)) return item.kind === 'term';
    const { section } = item;
    if (section === '') return true;
    return first === section || section.startsWith(`${first}.`) || first.startsWith(`${section}.`);
  }
  // Where the study says no page, none is wrong.
  return pagesOf(item) === undefined || [Number(first), Number(last)].every((page) => standsOn(item, page));
}
