import type { Connection } from 'vscode-languageserver';
import type { Files } from '../lsp/files.js';
import { markdownInRequest, readFileRequest } from '../lsp/requests.js';

/** Files of the editor: a worker has none of its own, and a virtual workspace none on any disk. */
export function clientFiles(connection: Connection): Files {
  return {
    read: async (uri) => (await connection.sendRequest(readFileRequest, uri)) ?? undefined,
    markdownIn: (folder) => connection.sendRequest(markdownInRequest, folder),
  };
}
