import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Convert } from '../convert/converter.js';
import { faultOf } from '../project/file-system.js';
import { fileText, mostBytes } from '../project/file-text.js';
import { readBytes } from '../project/read-text.js';
import { nameOf, uriOf } from '../project/uris.js';
import { type ConvertedSource, convertRequest } from '../protocol/requests.js';
import { cancelled, type Session } from './session.js';

/** Answers the request for a source as Markdown. */
export function listenForSources({ connection, files }: Session, convert: Convert | undefined): void {
  connection.onRequest(convertRequest, async ({ uri }: { uri: string }, token): Promise<ConvertedSource | null> => {
    if (typeof uri !== 'string') return null;
    const source = uriOf(uri);
    const name = nameOf(source);
    const stopping = new AbortController();
    // One that was taken back before it came in tells nothing any more.
    if (token.isCancellationRequested) throw cancelled();
    token.onCancellationRequested(() => stopping.abort());
    try {
      const bytes = await readBytes(files, source, mostBytes(name));
      const asked: Convert | undefined = convert && ((...of) => convert(of[0], of[1], stopping.signal));
      const { text, remarks } = await fileText(bytes, name, asked);
      return { markdown: text, remarks };
    } catch (error) {
      if (token.isCancellationRequested) throw cancelled();
      throw new ResponseError(ErrorCodes.InvalidParams, faultOf(error).about(name));
    }
  });
}
