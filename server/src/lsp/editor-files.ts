import type { Connection } from 'vscode-languageserver';
import { type FileRead, markdownInRequest, readFileRequest } from '../protocol/requests.js';
import { type Files, notUtf8, tooLarge } from './files.js';

/** Files of the editor: a worker has none of its own, and a virtual workspace none on any disk. */
export function editorFiles(connection: Connection): Files {
  return {
    async read(uri) {
      const read = await connection.sendRequest<FileRead | null>(readFileRequest, uri);
      if (!read) return undefined;
      if ('text' in read) return read.text;
      return 'bytes' in read ? tooLarge(read.bytes) : notUtf8(read.invalidAt);
    },
    markdownIn: (folder) => connection.sendRequest(markdownInRequest, folder),
  };
}

/** Files of this machine by `own`, all others by the editor; an editor that is not asked for files has none. */
export function ownOrEditorFiles(own: Files, connection: Connection): Files {
  const editor = editorFiles(connection);
  const isOwn = (uri: string): boolean => uri.startsWith('file:');
  return {
    read: (uri) => (isOwn(uri) ? own.read(uri) : editor.read(uri).catch(() => undefined)),
    markdownIn: (folder, leftAside) =>
      isOwn(folder) ? own.markdownIn(folder, leftAside) : editor.markdownIn(folder, leftAside).catch(() => []),
  };
}
