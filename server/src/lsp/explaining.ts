import type { Position } from 'vscode-languageserver';
import { type Explanation, explainRequest } from '../protocol/requests.js';
import { rangeIn, type Session, writersDocument } from './session.js';

/** Answers "Waarom telt dit?". */
export function listenForQuestions(session: Session): void {
  const { connection, service, workspace } = session;
  connection.onRequest(
    explainRequest,
    async ({ uri, position }: { uri: string; position: Position }): Promise<Explanation | null> => {
      const document = writersDocument(session, uri);
      if (!document) return null;
      const programme = await workspace.programmeWith(document);
      const page = service.explanationPage(programme, document.offsetAt(position));
      if (!page) return null;
      const { markdown, figures } = page;
      return { range: rangeIn(document, page), markdown, ...(figures === undefined ? {} : { figures }) };
    },
  );
}
