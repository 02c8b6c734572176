import {
  type Location,
  type Range,
  TextDocumentContentRequest,
  type TextDocumentContentResult,
} from 'vscode-languageserver';
import {
  CONTENTS_PAGE,
  DEFAULT_CONFIGURATION,
  entryAtLine,
  type PagePlace,
  type Programme,
  pageOf,
  type Service,
  type StudyIndex,
  type StudyItem,
} from '../core/index.js';
import { uriOf } from '../project/uris.js';
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
  connection.onRequest(sourceTableRequest, () => service.sourceTables());
  connection.onRequest(studyPagesRequest, () =>
    service.studies.flatMap((study) => service.pageNames(study).map((name) => `${study.info.key}/${name}.md`)),
  );
  connection.onRequest(studyRequest, async (params: StudyParams) => {
    const programme = await programmeAround(session, params?.uri);
    const configuration = programme?.configuration ?? DEFAULT_CONFIGURATION;
    const [first] = service.atWork(configuration);
    const asked = plainId(params?.id ?? `${first!.info.key}/${CONTENTS_PAGE}`);
    const found = service.find(asked, configuration);
    const { study, name } = found
      ? { study: found.study, name: pageOf(found.study, found.item) }
      : pageNamed(service, asked);
    const page = study && service.page(study, name, programme);
    if (!page) return null;
    const place = found && page.places.get(found.item.id);
    return {
      uri: pageUri(study, name),
      title: page.title,
      markdown: page.markdown,
      range: headingRange(place),
      anchor: place?.anchor ?? '',
    };
  });
}

/** A page as a document, for whatever editor asks for what stands at its address. */
export function listenForStudyContent({ connection, service }: Session): void {
  connection.onRequest(TextDocumentContentRequest.type, ({ uri }): TextDocumentContentResult => {
    const { study, name } = pageNamed(service, plainId(uriOf(uri).path));
    return { text: (study && service.page(study, name)?.markdown) ?? '' };
  });
}

/** The programme of the reader, when they come from a document of theirs. */
async function programmeAround(session: Session, uri: string | undefined): Promise<Programme | undefined> {
  const document = uri === undefined ? undefined : writersDocument(session, uri);
  return document && session.workspace.programmeWith(document);
}

/** An id or the name of a page without what may stand around it. */
export const plainId = (id: string): string => String(id).replace(/^[@/]/, '').replace(/\.md$/, '');

/** The page that `woonvisie/wonen` names; without a key, one of the first study. */
function pageNamed(
  { studies }: Service,
  path: string,
): { readonly study: StudyIndex | undefined; readonly name: string } {
  const [name, key] = path.split('/').reverse();
  return { study: key === undefined ? studies[0] : studies.find(({ info }) => info.key === key), name: name! };
}

/** Where an entry or term stands in the study's documents: its heading. @param anchored the address has its anchor as well */
export function placeInStudy({ page }: Service, { study, item }: StudyItem, anchored = false): Location {
  const name = pageOf(study, item);
  const place = page(study, name)?.places.get(item.id);
  const anchor = anchored && place ? `#${encodeURIComponent(place.anchor)}` : '';
  return { uri: pageUri(study, name) + anchor, range: headingRange(place) };
}

/** A link to an entry that an editor opens at its line. */
export function linkToStudy(service: Service, of: StudyItem): string {
  const { uri, range } = placeInStudy(service, of);
  return `${uri}#L${range.start.line + 1}`;
}

/** The entry that a line of one of the study's documents belongs to. */
export function itemInStudy(service: Service, uri: string, line: number): StudyItem | undefined {
  if (!isStudyUri(uri)) return undefined;
  const { study, name } = pageNamed(service, plainId(uriOf(uri).path));
  const found = study && service.page(study, name);
  const id = found && entryAtLine(found, line);
  const item = id === undefined ? undefined : study?.find(id);
  return study && item && { study, item };
}

const pageUri = ({ info }: StudyIndex, name: string): string => `${STUDY_SCHEME}:/${info.key}/${name}.md`;

function headingRange({ line, length }: Pick<PagePlace, 'line' | 'length'> = { line: 0, length: 0 }): Range {
  return { start: { line, character: 0 }, end: { line, character: length } };
}
