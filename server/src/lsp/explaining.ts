import type { Position } from 'vscode-languageserver';
import { type Explanation, explainRequest } from '../protocol/requests.js';
import { rangeIn, type Session, writersDocument } from './session.js';

/** Answers "Waarom telt dit?". */
export function listenForQuestions(session: Session): void {
  const { connection, service } = session;
  connection.onRequest(explainRequest, ({ uri, position }: { uri: string; position: Position }): Explanation | null => {
    const document = writersDocument(session, uri);
    const page = document && service.explanationPage(document.analysis, document.offsetAt(position));
    return document && page ? { range: rangeIn(document, page), markdown: page.markdown } : null;
  });
}
