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
import {
  type Citable,
  type ProgrammeDocument,
  type ReferencePlace,
  type StudyItem,
  stretchesOf,
} from '../core/index.js';
import { COMMANDS } from '../protocol/requests.js';
import type { OpenDocument } from './open-document.js';
import { cancelled, isStudyUri, rangeIn, type Session, writersDocument } from './session.js';
import { itemInStudy, placeInStudy } from './study-documents.js';

/** Going from a programme to the study, and from an entry to the places where a programme speaks of it. */
export function listenForNavigation(session: Session): void {
  const { connection, service, workspace, client } = session;
  const foundAt = async (document: OpenDocument, position: Position) =>
    service.lookup(await workspace.programmeWith(document, 'document'), document.offsetAt(position));

  connection.onDefinition(
    async ({ textDocument, position }: TextDocumentPositionParams): Promise<Location | LocationLink[] | null> => {
      const document = writersDocument(session, textDocument.uri);
      const found = document && (await foundAt(document, position));
      // With its anchor, where the editor shows the page as it reads; elsewhere the line is enough.
      const place = found && placeInStudy(service, found, client.commands.has(COMMANDS.openStudy));
      if (!document || !found || !place) return null;
      if (!client.linksDefinitions) return place;
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
      ? await referencesFromStudy(session, itemInStudy(service, textDocument.uri, position.line))
      : await referencesFromDocument(session, textDocument.uri, position);
    if (token.isCancellationRequested) throw cancelled();
    if (!places) return null;
    const declared = context?.includeDeclaration ? placeInStudy(service, places) : undefined;
    return declared ? [declared, ...places.locations] : places.locations;
  });

  connection.onDocumentHighlight(async ({ textDocument, position }): Promise<DocumentHighlight[] | null> => {
    const document = writersDocument(session, textDocument.uri);
    const found = document && (await foundAt(document, position));
    if (!document || !found || found.by === 'term') return null;
    return stretchesOf(document.analysis.for(found.study), found.item.id).map((stretch) => ({
      range: rangeIn(document, stretch),
      kind: DocumentHighlightKind.Read,
    }));
  });

  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] =>
    // Without a query the list would be the whole study, in the way of the symbols of the workspace.
    String(query).trim().length < 2
      ? []
      : service.search(String(query)).map(({ study, item, detail }) => ({
          name: item.title,
          kind: SYMBOL_KINDS[item.kind],
          containerName: detail,
          location: placeInStudy(service, { study, item }),
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

interface References extends StudyItem {
  readonly locations: Location[];
}

async function referencesFromDocument(
  session: Session,
  uri: string,
  position: Position,
): Promise<References | undefined> {
  const document = writersDocument(session, uri);
  if (!document) return undefined;
  const programme = await session.workspace.programmeWith(document, 'folder');
  const found = session.service.references(programme, document.offsetAt(position));
  return (
    found && { study: found.study, item: found.item, locations: locations(session, programme.documents, found.places) }
  );
}

/** From the study: the places in every programme of which a document is open. */
async function referencesFromStudy(session: Session, of: StudyItem | undefined): Promise<References | undefined> {
  if (!of) return undefined;
  const known = new Map<string, ProgrammeDocument>();
  for (const uri of session.documents.keys()) {
    const document = writersDocument(session, uri);
    if (!document || known.has(uri)) continue;
    for (const member of (await session.workspace.programmeWith(document, 'folder')).documents)
      known.set(member.key, member);
  }
  const documents = [...known.values()];
  return { ...of, locations: locations(session, documents, session.service.placesOf(documents, of)) };
}

function locations(
  { workspace }: Session,
  documents: readonly ProgrammeDocument[],
  places: readonly ReferencePlace[],
): Location[] {
  const members = new Map(documents.map((member) => [member.key, member]));
  return places.map(({ document, from, to }) => ({
    uri: document,
    range: rangeIn(workspace.textOf(members.get(document)!), { from, to }),
  }));
}
