import type { Resource } from '@modelcontextprotocol/sdk/types.js';
import { CONTENTS_PAGE, DEFAULT_CONFIGURATION, type Service, type StudyIndex } from '../core/index.js';
import { Refusal } from '../project/assistant/input.js';
import { onOneLine } from '../project/assistant/quotation.js';
import { entryAnswer } from '../project/assistant/study-answers.js';
import { STUDY_SCHEME } from '../protocol/requests.js';

/** Entries of a study by their id; the same scheme as the study's pages in VS Code. */
export const TEMPLATE = `${STUDY_SCHEME}:/{studie}/{onderdeel}`;

const MIME = 'text/markdown';
const addressOf = ({ info }: StudyIndex, id: string): string => `${STUDY_SCHEME}:/${info.key}/${id}`;

/** What is listed: of each study its contents and its themes; the rest is asked for by the template. */
export function resourcesOf({ studies }: Service): Resource[] {
  return studies.flatMap((study) => [
    {
      uri: addressOf(study, CONTENTS_PAGE),
      name: CONTENTS_PAGE,
      title: `${study.info.title}: inhoud`,
      description: `${study.info.publisher}, ${study.info.year}. Alle onderdelen met hun id.`,
      mimeType: MIME,
    },
    ...study.themes.map((theme) => ({
      uri: addressOf(study, theme.id),
      name: theme.id,
      title: theme.name,
      description: theme.short,
      mimeType: MIME,
    })),
  ]);
}

/** So many characters a resource may have: it was asked for by its name, and is read once. */
const ROOM = 40_000;

/** The text of an entry. Throws a {@link Refusal}. */
export function readResource(service: Service, uri: string): { uri: string; mimeType: string; text: string } {
  const [, key, id] = new RegExp(`^${STUDY_SCHEME}:/+([^/]+)/([^/]+)$`).exec(uri) ?? [];
  const study = service.studies.find(({ info }) => info.key === key);
  if (!study || id === undefined || !(id === CONTENTS_PAGE || study.find(id)))
    throw new Refusal(`‘${onOneLine(uri.slice(0, 200))}’ bestaat niet. Een onderdeel heet ${TEMPLATE}.`);
  const configuration = { ...DEFAULT_CONFIGURATION, studies: [key!] };
  return { uri, mimeType: MIME, text: entryAnswer(service, configuration, `${key}:${id}`, ROOM) };
}

/** What may stand in a place of the template. @param study what was filled in for the study */
export function completionsFor(service: Service, place: string, begun: string, study?: string): string[] {
  if (place === 'studie') return service.studies.map(({ info }) => info.key).filter((key) => key.startsWith(begun));
  if (place !== 'onderdeel') return [];
  const studies = service.studies.filter(({ info }) => study === undefined || info.key === study);
  const ids = studies.flatMap(({ entries, parts, terms }) => [...entries, ...parts, ...terms].map(({ id }) => id));
  const starting = [CONTENTS_PAGE, ...ids].filter((id) => id.startsWith(begun.toLowerCase()));
  const keys = studies.map(({ info }) => info.key);
  const meant = begun === '' ? [] : service.search(begun, { ...DEFAULT_CONFIGURATION, studies: keys });
  return [...new Set([...starting, ...meant.map(({ item }) => item.id)])];
}
