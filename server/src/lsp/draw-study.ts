import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { drawStudy } from '../core/index.js';
import { nameOf, uriOf } from '../project/uris.js';
import { type DrawStudyParams, drawStudyRequest, type Rendered } from '../protocol/requests.js';
import { type Session, writersDocument } from './session.js';

/** Answers the request for a first study out of a document. */
export function listenForDrawing(session: Session): void {
  session.connection.onRequest(drawStudyRequest, ({ uri, key }: DrawStudyParams): Rendered | null => {
    const document = writersDocument(session, uri);
    if (!document || typeof key !== 'string') return null;
    const { yaml, opgaven } = drawStudy(document.analysis.text, key, nameOf(uriOf(uri)));
    if (opgaven === 0)
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        'dit document kiest nergens iets (‘wij gaan’, ‘er komt’); er is geen studie van te maken.',
      );
    return { fileName: 'studie.yaml', content: yaml };
  });
}
