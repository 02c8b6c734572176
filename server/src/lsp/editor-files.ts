import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../project/file-system.js';
import {
  type FileAnswer,
  type FileStat,
  type FolderEntry,
  readFileRequest,
  readFolderRequest,
  statRequest,
} from '../protocol/files.js';
import type { Method } from '../protocol/method.js';

/**
 * Files of the editor: a worker has none of its own, and a virtual workspace none on any disk. For an editor that is not
 * asked for files there is nothing.
 */
export function editorFiles(connection: Connection): FileSystem {
  const ask = async <T>(request: Method<string, FileAnswer<T>>, uri: string): Promise<T> => {
    const answer = await connection.sendRequest<FileAnswer<T>>(request, uri).catch(() => ({ code: 'ENOENT' }));
    if ('found' in answer) return answer.found;
    throw Object.assign(new Error(answer.code), { code: answer.code });
  };
  return {
    stat: (uri) => ask<FileStat>(statRequest, uri.toString()),
    readFolder: (uri) => ask<readonly FolderEntry[]>(readFolderRequest, uri.toString()),
    readFile: async (uri) => Uint8Array.from(await ask<readonly number[]>(readFileRequest, uri.toString())),
  };
}

/** Files of this machine by `own`, all others by the editor. */
export function ownOrEditorFiles(own: FileSystem, connection: Connection): FileSystem {
  const editor = editorFiles(connection);
  const of = ({ scheme }: { readonly scheme: string }): FileSystem => (scheme === 'file' ? own : editor);
  return {
    stat: (uri) => of(uri).stat(uri),
    readFolder: (uri) => of(uri).readFolder(uri),
    readFile: (uri) => of(uri).readFile(uri),
  };
}
