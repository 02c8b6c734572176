import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
  SymbolKind,
  type TextDocumentPositionParams,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { lookup } from '../core/features/lookup.js';
import { type ReferencePlace, referencesTo, stretchesOf } from '../core/features/references.js';
import { checkFirst, type ProgrammeDocument } from '../core/service.js';
import type { Citable } from '../core/study/model.js';
import type { OpenDocument } from './open-document.js';
import { cancelled, isStudyUri, rangeIn, type Session, writersDocument } from './session.js';
import { itemInStudy, placeInStudy } from './study-documents.js';

/** Going from a programme to the study, and from an entry to the places where a programme speaks of it. */
export function listenForNavigation(session: Session): void {
  const { connection, engine, search } = session;
  const { study } = engine;
  const foundAt = (document: OpenDocument, position: Position) =>
    lookup(study, document.analysis, document.offsetAt(position));

  connection.onDefinition(
    ({ textDocument, position }: TextDocumentPositionParams): Location | LocationLink[] | null => {
      const document = writersDocument(session, textDocument.uri);
      const found = document && foundAt(document, position);
      const place = found && placeInStudy(study, found.item.id);
      if (!document || !found || !place) return null;
      if (!session.client.linksDefinitions) return place;
      const { uri, range } = place;
      return [
        {
          targetUri: uri,
          targetRange: range,
          targetSelectionRange: range,
          originSelectionRange: rangeIn(document, found),
        },
      ];
    },
  );

  connection.onReferences(async ({ textDocument, position, context }, token): Promise<Location[] | null> => {
    const places = isStudyUri(textDocument.uri)
      ? await referencesFromStudy(session, itemInStudy(study, textDocument.uri, position.line))
      : await referencesFromDocument(session, textDocument.uri, position);
    if (token.isCancellationRequested) throw cancelled();
    if (!places) return null;
    const declared = context?.includeDeclaration ? placeInStudy(study, places.id) : undefined;
    return declared ? [declared, ...places.locations] : places.locations;
  });

  connection.onDocumentHighlight(({ textDocument, position }): DocumentHighlight[] | null => {
    const document = writersDocument(session, textDocument.uri);
    const found = document && foundAt(document, position);
    if (!document || !found || found.by === 'term') return null;
    return stretchesOf(document.analysis, found.item.id).map((stretch) => ({
      range: rangeIn(document, stretch),
      kind: DocumentHighlightKind.Read,
    }));
  });

  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] =>
    // Without a query the list would be the whole study, in the way of the symbols of the workspace.
    String(query).trim().length < 2
      ? []
      : search.choices(String(query)).map(({ item, detail }) => ({
          name: item.title,
          kind: SYMBOL_KINDS[item.kind],
          containerName: detail,
          location: placeInStudy(study, item.id)!,
        })),
  );
}

const SYMBOL_KINDS: Readonly<Record<Citable['kind'], SymbolKind>> = {
  theme: SymbolKind.Module,
  trend: SymbolKind.Event,
  opgave: SymbolKind.Interface,
  perspective: SymbolKind.Method,
  term: SymbolKind.Constant,
  part: SymbolKind.Namespace,
};

interface References {
  readonly id: string;
  readonly locations: Location[];
}

async function referencesFromDocument(
  session: Session,
  uri: string,
  position: Position,
): Promise<References | undefined> {
  const { engine, workspace } = session;
  const document = writersDocument(session, uri);
  if (!document) return undefined;
  const { configuration, documents } = await workspace.programmeWith(document, 'programme');
  const offset = document.offsetAt(position);
  const found = lookup(engine.study, documents[0]!.analysis, offset);
  if (!found) return undefined;
  // On a finding also what raises the opgave elsewhere, by this trend or another.
  const missing = checkFirst(engine, documents, configuration)
    .findings.filter(({ opgave, from, to }) => opgave !== undefined && offset >= from && offset <= to)
    .flatMap(({ opgave }) => [opgave!, ...engine.study.trendsLeadingTo(opgave!)]);
  const ids = new Set([found.item.id, ...missing]);
  return { id: found.item.id, locations: locations(session, documents, ids) };
}

/** From the study: the places in every programme of which a document is open. */
async function referencesFromStudy(session: Session, item: Citable | undefined): Promise<References | undefined> {
  if (!item) return undefined;
  const documents = new Map<string, ProgrammeDocument>();
  for (const uri of session.documents.keys()) {
    const document = writersDocument(session, uri);
    if (!document || documents.has(uri)) continue;
    for (const member of (await session.workspace.programmeWith(document, 'programme')).documents)
      documents.set(member.key, member);
  }
  return { id: item.id, locations: locations(session, [...documents.values()], new Set([item.id])) };
}

function locations(
  { workspace }: Session,
  documents: readonly ProgrammeDocument[],
  ids: ReadonlySet<string>,
): Location[] {
  const members = new Map(documents.map((member) => [member.key, member]));
  const seen = new Set<string>();
  return [...ids]
    .flatMap((id) => referencesTo(documents, id))
    .filter(({ document, from, to }: ReferencePlace) => {
      const place = `${from} ${to} ${document}`;
      return !seen.has(place) && seen.add(place);
    })
    .map(({ document, from, to }) => ({
      uri: document,
      range: rangeIn(workspace.textOf(members.get(document)!), { from, to }),
    }));
}
