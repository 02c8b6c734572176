import {
  CITATION_STYLES,
  type CitationChoice,
  type DirectionChoice,
  type FigureChoice,
  insertAt,
  pagesOf,
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
import { bareId } from './study-documents.js';

/** Answers what "Bron invoegen…" asks: what can be cited, and what to insert. */
export function listenForCiting(session: Session): void {
  const { connection, service, workspace } = session;
  const { study, search } = service;

  connection.onRequest(searchRequest, async ({ query, uri }: SearchParams): Promise<SourceChoice[]> => {
    const words = typeof query === 'string' ? query : '';
    const gemeente = typeof uri === 'string' ? (await workspace.programmeOf(uri)).configuration.gemeente : undefined;
    return [
      ...search.choices(words, words.trim() === '' ? Number.POSITIVE_INFINITY : undefined).map(entryChoice),
      ...search.figuresFor(words, gemeente).flatMap(figureChoices),
      ...search.directionsFor(words).map(directionChoice),
    ];
  });

  connection.onRequest(citationRequest, async (params: CitationParams): Promise<CitationInsert | null> => {
    const item = study.find(bareId(study, params.id));
    const document = writersDocument(session, params.uri);
    if (!document || !item) return null;
    const { configuration } = await workspace.programmeOf(document.uri);
    const style = CITATION_STYLES.find((known) => known === params.style) ?? configuration.verwijzing;
    const at = document.offsetAt(params.position);
    const page = Number.isInteger(params.page) ? params.page : undefined;
    const note = Number.isInteger(params.note) ? params.note : undefined;
    const words = typeof params.text === 'string' ? params.text : '';
    const insert = insertAt(study, document.analysis, { item, page, note }, style, at, words);
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

function entryChoice({ item, detail }: CitationChoice): SourceChoice {
  return {
    id: item.id,
    kind: item.kind,
    label: item.title,
    description: detail,
    detail: item.kind === 'term' ? item.definition : item.short,
    page: pagesOf(item)[0],
  };
}

/** A figure, and the same with the study's note beside the page. */
function figureChoices({ figure, item, detail }: FigureChoice): SourceChoice[] {
  const { text, unit, about, area, date, page, note } = figure;
  const plain: SourceChoice = {
    id: item.id,
    kind: 'figure',
    label: `${text} ${unit}`,
    description: detail,
    detail: [about, area, date].filter(Boolean).join(' · '),
    page,
    text: `${text} ${unit}`,
  };
  return note === undefined ? [plain] : [plain, { ...plain, description: `${detail}, noot ${note}`, note }];
}

function directionChoice({ direction, item, detail }: DirectionChoice): SourceChoice {
  return {
    id: item.id,
    kind: 'direction',
    label: direction.text,
    description: detail,
    detail: item.short,
    page: direction.page,
  };
}
