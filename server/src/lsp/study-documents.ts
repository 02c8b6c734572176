import type { Location, Range } from 'vscode-languageserver';
import {
  type Citable,
  CONTENTS_PAGE,
  entryAtLine,
  type PagePlace,
  type Programme,
  pageNames,
  pageOf,
  type Service,
  type StudyIndex,
  sourceTable,
} from '../core/index.js';
import { nameOf, uriOf } from '../project/uris.js';
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
  const { connection, service } = session;
  const { study } = service;
  connection.onRequest(sourceTableRequest, () => sourceTable(study));
  connection.onRequest(studyPagesRequest, () => pageNames(study).map((name) => `${name}.md`));
  connection.onRequest(studyRequest, async (params: StudyParams) => {
    const id = bareId(study, params?.id ?? CONTENTS_PAGE);
    const item = study.find(id);
    const name = item ? pageOf(study, item) : id;
    const page = service.page(name, await programmeAround(session, params?.uri));
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

/** The programme of the reader, when they come from a document of theirs. */
async function programmeAround(session: Session, uri: string | undefined): Promise<Programme | undefined> {
  const document = uri === undefined ? undefined : writersDocument(session, uri);
  return document && session.workspace.programmeWith(document);
}

/** An id without the key of its study or `.md` around it. */
export function bareId({ info }: StudyIndex, id: string): string {
  return String(id)
    .replace(/^@/, '')
    .replace(new RegExp(`^${info.key}:`), '')
    .replace(/\.md$/, '');
}

/** Where an entry or term stands in the study's documents: its heading. */
export function placeInStudy({ study, page }: Service, id: string): Location | undefined {
  const item = study.find(id);
  if (!item) return undefined;
  const name = pageOf(study, item);
  return { uri: pageUri(name), range: headingRange(page(name)?.places.get(item.id)) };
}

/** A link to an entry that an editor opens at its line. */
export function linkToStudy(service: Service, item: Citable): string {
  const { uri, range } = placeInStudy(service, item.id)!;
  return `${uri}#L${range.start.line + 1}`;
}

/** The entry that a line of one of the study's documents belongs to. */
export function itemInStudy({ study, page }: Service, uri: string, line: number): Citable | undefined {
  if (!isStudyUri(uri)) return undefined;
  const found = page(bareId(study, nameOf(uriOf(uri))));
  const id = found && entryAtLine(found, line);
  return id === undefined ? undefined : study.find(id);
}

const pageUri = (name: string): string => `${STUDY_SCHEME}:/${name}.md`;

function headingRange({ line, length }: Pick<PagePlace, 'line' | 'length'> = { line: 0, length: 0 }): Range {
  return { start: { line, character: 0 }, end: { line, character: length } };
}
