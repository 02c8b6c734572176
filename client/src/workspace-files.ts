import * as vscode from 'vscode';
import {
  type FileAnswer,
  type FileStat,
  type FolderEntry,
  readFileRequest,
  readFolderRequest,
  statRequest,
} from '../../server/src/protocol/files.js';

interface Connection {
  onRequest<Result>(method: string, handler: (uri: string) => Promise<Result>): vscode.Disposable;
}

/** Gives the server the files that VS Code has: in the browser, and in a virtual workspace, it has none of its own. */
export function serveFiles(client: Connection): void {
  const { fs } = vscode.workspace;
  client.onRequest<FileAnswer<FileStat>>(statRequest, (uri) =>
    answer(async () => {
      const { type, size, mtime } = await fs.stat(vscode.Uri.parse(uri));
      return { type: typeOf(type), size, modified: mtime };
    }),
  );
  client.onRequest<FileAnswer<readonly FolderEntry[]>>(readFolderRequest, (uri) =>
    answer(async () =>
      (await fs.readDirectory(vscode.Uri.parse(uri))).map(([name, type]): FolderEntry => {
        const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
        return { name, type: isLink ? 'link' : typeOf(type) };
      }),
    ),
  );
  client.onRequest<FileAnswer<readonly number[]>>(readFileRequest, (uri) =>
    answer(async () => Array.from(await fs.readFile(vscode.Uri.parse(uri)))),
  );
}

function typeOf(type: vscode.FileType): FileStat['type'] {
  if (type & vscode.FileType.File) return 'file';
  return type & vscode.FileType.Directory ? 'folder' : 'other';
}

const CODES: Readonly<Record<string, string>> = {
  FileNotFound: 'ENOENT',
  FileIsADirectory: 'EISDIR',
  FileNotADirectory: 'ENOTDIR',
  NoPermissions: 'EACCES',
};

async function answer<T>(ask: () => Promise<T>): Promise<FileAnswer<T>> {
  try {
    return { found: await ask() };
  } catch (error) {
    return { code: (error instanceof vscode.FileSystemError && CODES[error.code]) || 'EIO' };
  }
}
