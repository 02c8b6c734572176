import type { Position } from 'vscode-languageserver';
import { why } from '../core/features/why.js';
import { type Explanation, explainRequest } from './requests.js';
import { rangeIn, type Session, writersDocument } from './session.js';

/** Answers "Waarom telt dit?". */
export function listenForQuestions(session: Session): void {
  const { connection, engine } = session;
  connection.onRequest(explainRequest, ({ uri, position }: { uri: string; position: Position }): Explanation | null => {
    const document = writersDocument(session, uri);
    const found = document && why(engine.study, document.analysis, document.offsetAt(position));
    return document && found ? { range: rangeIn(document, found), markdown: found.markdown } : null;
  });
}
