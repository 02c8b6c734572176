import type { Location, Range } from 'vscode-languageserver';
import { sourceTable } from '../core/features/source-table.js';
import {
  CONTENTS_PAGE,
  entryAtLine,
  type PagePlace,
  pageNames,
  pageOf,
  type Reader,
  type StudyPage,
  studyPage,
} from '../core/features/study-page.js';
import { coverageOfProgramme } from '../core/service.js';
import type { StudyIndex } from '../core/study/index.js';
import type { Citable } from '../core/study/model.js';
import {
  STUDY_SCHEME,
  type StudyParams,
  sourceTableRequest,
  studyPagesRequest,
  studyRequest,
} from '../protocol/requests.js';
import { isStudyUri, type Session, writersDocument } from './session.js';

/** Answers requests for pages of the study. */
export function listenForStudy(session: Session): void {
  const { connection, engine } = session;
  const { study } = engine;
  connection.onRequest(sourceTableRequest, () => sourceTable(study));
  connection.onRequest(studyPagesRequest, () => pageNames(study).map((name) => `${name}.md`));
  connection.onRequest(studyRequest, async (params: StudyParams) => {
    const id = bareId(study, params?.id ?? CONTENTS_PAGE);
    const item = study.find(id);
    const name = item ? pageOf(study, item) : id;
    const page = studyPage(study, name, await readerIn(session, params?.uri));
    if (!page) return null;
    const place = page.places.get(id);
    return {
      uri: pageUri(name),
      title: page.title,
      markdown: page.markdown,
      range: headingRange(place),
      anchor: place?.anchor ?? '',
    };
  });
}

async function readerIn(session: Session, uri: string | undefined): Promise<Reader> {
  const document = uri === undefined ? undefined : writersDocument(session, uri);
  if (!document) return {};
  const { configuration, documents } = await session.workspace.programmeWith(document);
  return { municipality: configuration.gemeente, programme: coverageOfProgramme(documents, configuration) };
}

/** An id without `@trendstudie:` or `.md` around it. */
export function bareId({ info }: StudyIndex, id: string): string {
  return String(id)
    .replace(/^@/, '')
    .replace(new RegExp(`^${info.key}:`), '')
    .replace(/\.md$/, '');
}

/** Where an entry or term stands in the study's documents: its heading. */
export function placeInStudy(study: StudyIndex, id: string): Location | undefined {
  const item = study.find(id);
  if (!item) return undefined;
  const name = pageOf(study, item);
  return { uri: pageUri(name), range: headingRange(plainPage(study, name)?.places.get(item.id)) };
}

/** A link to an entry that an editor opens at its line. */
export function linkToStudy(study: StudyIndex, item: Citable): string {
  const { uri, range } = placeInStudy(study, item.id)!;
  return `${uri}#L${range.start.line + 1}`;
}

/** The entry that a line of one of the study's documents belongs to. */
export function itemInStudy(study: StudyIndex, uri: string, line: number): Citable | undefined {
  if (!isStudyUri(uri)) return undefined;
  const page = plainPage(study, bareId(study, uri.slice(STUDY_SCHEME.length + 1).replace(/^\/+/, '')));
  const id = page && entryAtLine(page, line);
  return id === undefined ? undefined : study.find(id);
}

const pages = new WeakMap<StudyIndex, Map<string, StudyPage | undefined>>();

/** A page without a reader, for its places; made once. */
function plainPage(study: StudyIndex, name: string): StudyPage | undefined {
  let known = pages.get(study);
  if (!known) {
    known = new Map();
    pages.set(study, known);
  }
  // Only pages that exist are kept: a client may ask for any name.
  if (!known.has(name) && pageNames(study).includes(name)) known.set(name, studyPage(study, name));
  return known.get(name);
}

const pageUri = (name: string): string => `${STUDY_SCHEME}:/${name}.md`;

function headingRange({ line, length }: Pick<PagePlace, 'line' | 'length'> = { line: 0, length: 0 }): Range {
  return { start: { line, character: 0 }, end: { line, character: length } };
}
