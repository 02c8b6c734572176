import {
  CONTENTS_PAGE,
  type Configuration,
  kindName,
  pageOf,
  pandocCitation,
  placeText,
  publishedIn,
  type Service,
  type StudyIndex,
  type StudyItem,
  type StudyPage,
  toldId,
} from '../../core/index.js';
import { Refusal } from './input.js';
import { onOneLine } from './quotation.js';
import { inRoom } from './room.js';

/** So many answers of each kind are enough to choose from. */
const MOST_ENTRIES = 8;
const MOST_FACTS = 5;

/** `[@studie:onderdeel, p. 61]`, as a text cites it. */
export const citationOf = ({ study, item }: StudyItem, page?: number): string =>
  pandocCitation(study.info, { item, page }, 'bracket').text;

/** What the studies have on a subject. */
export function searchAnswer(service: Service, configuration: Configuration, query: string, room: number): string {
  const studies = service.atWork(configuration);
  const entries = found(service, configuration, query);
  const figures = service.figures(query, configuration).slice(0, MOST_FACTS);
  const directions = service.directions(query, configuration).slice(0, MOST_FACTS);
  const titles = studies.map(({ info }) => `‘${info.title}’${publishedIn(info)}`).join(' en ');
  if (entries.length + figures.length + directions.length === 0)
    return `Hierover is niets gevonden in ${titles}. Probeer een ander woord; levert dat ook niets op, zeg dan dat dit niet in de studie staat.`;
  const parts = [
    `In ${titles}:`,
    ...entries.map(({ study, item }) => {
      const told = item.kind === 'term' ? item.definition : item.short;
      const id = toldId({ study, studies }, item.id);
      return `- ${item.title} (${[kindName(study, item.kind), placeText(item)].filter(Boolean).join(', ')}; id ${id}) ${citationOf({ study, item })}\n  ${told}`;
    }),
    ...figures.map(({ study, item, figure }) => {
      const { text, unit, about, area = 'Nederland', date, page } = figure;
      const where = [area, date].filter(Boolean).join(', ');
      return `- cijfer: ${text} ${unit}, ${about} (${where}) ${citationOf({ study, item }, page)}`;
    }),
    ...directions.map(
      ({ study, item, direction }) =>
        `- denkrichting bij ‘${item.title}’: ${direction.text} ${citationOf({ study, item }, direction.page)}`,
    ),
  ];
  return inRoom(parts, room, (left) => `En nog ${left}; vraag iets preciezers.`);
}

/** By the words of the question as a whole, then by what a reader recognises in them, then by each word. */
function found(service: Service, configuration: Configuration, query: string): StudyItem[] {
  const all: StudyItem[] = [];
  const add = (items: readonly StudyItem[]): void => {
    for (const { study, item } of items)
      if (!all.some((one) => one.study === study && one.item === item)) all.push({ study, item });
  };
  add(service.search(query, configuration, MOST_ENTRIES));
  const documents = [{ key: 'vraag', analysis: service.analyse(onOneLine(query)) }];
  if (all.length < MOST_ENTRIES) add(service.fitting({ configuration, documents }, 0));
  if (all.length === 0)
    for (const word of query
      .split(/[^\p{L}\p{N}-]+/u)
      .filter(({ length }) => length > 3)
      .slice(0, MOST_ENTRIES))
      add(service.search(word, configuration, 3));
  return all.slice(0, MOST_ENTRIES);
}

/** One entry of a study, or its contents, as its page has it; links are titles with the key to cite. */
export function entryAnswer(service: Service, configuration: Configuration, asked: string, room: number): string {
  const contents = contentsAsked(service, configuration, asked);
  if (contents)
    return inRoom(paragraphs(contents.page, contents.page.markdown, service, contents.study), room, moreOfEntry);
  const of = entryAsked(service, configuration, asked);
  const { study, item } = of;
  // Without documents a page knows the municipality, and says nothing of a programme.
  const page = service.page(study, pageOf(study, item), { configuration, documents: [] })!;
  const parts = [...paragraphs(page, sectionOf(page, item.id), service, study), `Aanhalen: ${citationOf(of)}`];
  if (item.kind === 'theme') parts.push(...entriesOf(study, page, item.id));
  return inRoom(parts, room, moreOfEntry);
}

const moreOfEntry = (left: number): string => `(Nog ${left} alinea’s; er was geen plaats meer.)`;

/** The entry that an id, a citation or a title names. Throws a {@link Refusal} that names what may be meant. */
export function entryAsked(service: Service, configuration: Configuration, asked: string): StudyItem {
  const id = asked
    .trim()
    .replace(/^\[?@/, '')
    .replace(/[,\]\s].*$/s, '');
  const known = service.find(id, configuration);
  if (known) return known;
  const title = asked.trim().toLowerCase();
  const near = service.search(asked, configuration, MOST_FACTS);
  const named = near.find(({ item }) => item.title.toLowerCase() === title);
  if (named) return named;
  const hints = near.map(({ item }) => `${item.id} (‘${item.title}’)`).join(', ');
  throw new Refusal(
    `Er is geen onderdeel ‘${onOneLine(asked.slice(0, 80))}’ in de studie. ${hints === '' ? 'Zoek met ‘zoek_in_studie’.' : `Bedoelt u: ${hints}?`}`,
  );
}

function contentsAsked(service: Service, configuration: Configuration, asked: string) {
  const [name, key] = asked.trim().split(/[:/]/).reverse();
  if (name?.toLowerCase() !== CONTENTS_PAGE) return undefined;
  const study = service.atWork(configuration).find(({ info }) => key === undefined || info.key === key);
  const page = study && service.page(study, CONTENTS_PAGE);
  return page && { study, page };
}

/** The part of a page that is about one entry: from its heading to the next. */
function sectionOf({ markdown, places }: StudyPage, id: string): string {
  const lines = markdown.split('\n').slice(places.get(id)!.line);
  const next = lines.findIndex((line, at) => at > 0 && /^#{1,6} /.test(line));
  return lines.slice(0, next < 0 ? undefined : next).join('\n');
}

/** What else stands on the page of a theme. */
function entriesOf(study: StudyIndex, { places }: StudyPage, theme: string): string[] {
  return [...places.keys()].flatMap((id) => {
    const item = study.find(id);
    return !item || id === theme
      ? []
      : [`- ${item.title} (${kindName(study, item.kind)}) ${citationOf({ study, item })}`];
  });
}

/** Paragraphs of a page as plain text, with the key to cite in the place of links to other entries. */
function paragraphs({ name }: StudyPage, markdown: string, service: Service, study: StudyIndex): string[] {
  const ids = idsByAddress(service, study);
  const told = markdown.replace(LINK, (_, title: string, page: string | undefined, anchor = '') => {
    const id = ids.get(`${page ?? name}#${anchor}`);
    return id === undefined ? title : `${title} (@${study.info.key}:${id})`;
  });
  const parts = told.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return parts.map((part) => part.replace(/\\([^\p{L}\p{N}\s])/gu, '$1').replace(/&(?:amp|#\d+);/g, unescaped));
}

/** `[Titel](thema.md#anker)`; within a page without its name. */
const LINK = /\[((?:\\.|[^\]\\])*)\]\((?:([\w-]+)\.md)?(?:#([^)\s]*))?\)/g;

const unescaped = (entity: string): string =>
  entity === '&amp;' ? '&' : String.fromCodePoint(Number(entity.slice(2, -1)));

/** Ids of the entries of a study by the page and anchor where they stand. */
function idsByAddress(service: Service, study: StudyIndex): ReadonlyMap<string, string> {
  const addresses = service.pageNames(study).flatMap((name) => {
    const { places } = service.page(study, name)!;
    return [...places].map(([id, { anchor }]) => [`${name}#${encodeURI(anchor)}`, id] as const);
  });
  return new Map(addresses);
}
