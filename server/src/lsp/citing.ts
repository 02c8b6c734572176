import {
  CITATION_STYLES,
  type CitationChoice,
  DEFAULT_CONFIGURATION,
  type DirectionChoice,
  type FigureChoice,
  insertAt,
  pagesOf,
  type StudyIndex,
  toldId,
} from '../core/index.js';
import {
  type CitationInsert,
  type CitationParams,
  citationRequest,
  type SearchParams,
  type SourceChoice,
  searchRequest,
} from '../protocol/requests.js';
import { textEdit } from './edits.js';
import { rangeIn, type Session, writersDocument } from './session.js';
import { plainId } from './study-documents.js';

/** Answers what "Bron invoegen…" asks: what can be cited, and what to insert. */
export function listenForCiting(session: Session): void {
  const { connection, service, workspace } = session;

  connection.onRequest(searchRequest, async ({ query, uri, position }: SearchParams): Promise<SourceChoice[]> => {
    const words = typeof query === 'string' ? query : '';
    const { configuration } = typeof uri === 'string' ? await workspace.programmeOf(uri) : NO_PROGRAMME;
    const studies = service.atWork(configuration);
    const most = words.trim() === '' ? Number.POSITIVE_INFINITY : undefined;
    const fitting = most === undefined ? [] : await fittingIds(session, studies, uri, position);
    return [
      ...fittingFirst(
        service.search(words, configuration, most).map((choice) => entryChoice(studies, choice)),
        fitting,
      ),
      ...service.figures(words, configuration).flatMap((choice) => figureChoices(studies, choice)),
      ...service.directions(words, configuration).map((choice) => directionChoice(studies, choice)),
    ];
  });

  connection.onRequest(citationRequest, async (params: CitationParams): Promise<CitationInsert | null> => {
    const document = writersDocument(session, params.uri);
    if (!document) return null;
    const { configuration } = await workspace.programmeOf(document.uri);
    const found = service.find(plainId(params.id), configuration);
    if (!found) return null;
    const style = CITATION_STYLES.find((known) => known === params.style) ?? configuration.verwijzing;
    const at = document.offsetAt(params.position);
    const page = Number.isInteger(params.page) ? params.page : undefined;
    const note = Number.isInteger(params.note) ? params.note : undefined;
    const words = typeof params.text === 'string' ? params.text : '';
    const { study, item } = found;
    const insert = insertAt(study, document.analysis.for(study), { item, page, note }, style, at, words);
    if (!insert) return null;
    return {
      version: document.version,
      range: rangeIn(document, insert),
      snippet: insert.snippet,
      text: insert.text,
      edits: insert.edits.map((edit) => textEdit(document, edit)),
    };
  });
}

/** Ids of what fits the paragraph at the cursor, best first. */
async function fittingIds(
  session: Session,
  studies: readonly StudyIndex[],
  uri: SearchParams['uri'],
  position: SearchParams['position'],
): Promise<string[]> {
  const document = uri === undefined ? undefined : writersDocument(session, uri);
  if (!document || !position) return [];
  const programme = await session.workspace.programmeWith(document, 'document');
  return session.service
    .fitting(programme, document.offsetAt(position))
    .slice(0, MOST_FITTING)
    .map(({ study, item }) => toldId({ study, studies }, item.id));
}

/** So many are put first: what is merely of the same theme comes in sight with the rest. */
const MOST_FITTING = 8;

function fittingFirst(choices: readonly SourceChoice[], fitting: readonly string[]): SourceChoice[] {
  const first = fitting.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
  return [
    ...first.map((choice): SourceChoice => ({ ...choice, fits: true })),
    ...choices.filter((choice) => !first.includes(choice)),
  ];
}

const NO_PROGRAMME = { configuration: DEFAULT_CONFIGURATION };

function entryChoice(studies: readonly StudyIndex[], { study, item, detail }: CitationChoice): SourceChoice {
  return {
    id: toldId({ study, studies }, item.id),
    kind: item.kind,
    label: item.title,
    description: detail,
    detail: item.kind === 'term' ? item.definition : item.short,
    ...pageIn(pagesOf(item)?.[0]),
  };
}

/** A figure, and the same with the study's note beside the page. */
function figureChoices(studies: readonly StudyIndex[], { study, figure, item, detail }: FigureChoice): SourceChoice[] {
  const { text, unit, about, area, date, page, note } = figure;
  const plain: SourceChoice = {
    id: toldId({ study, studies }, item.id),
    kind: 'figure',
    label: `${text} ${unit}`,
    description: detail,
    detail: [about, area, date].filter(Boolean).join(' · '),
    ...pageIn(page),
    text: `${text} ${unit}`,
  };
  return note === undefined ? [plain] : [plain, { ...plain, description: `${detail}, noot ${note}`, note }];
}

function directionChoice(
  studies: readonly StudyIndex[],
  { study, direction, item, detail }: DirectionChoice,
): SourceChoice {
  return {
    id: toldId({ study, studies }, item.id),
    kind: 'direction',
    label: direction.text,
    description: detail,
    detail: item.short,
    ...pageIn(direction.page),
  };
}

const pageIn = (page: number | undefined): Pick<SourceChoice, 'page'> => (page === undefined ? {} : { page });
