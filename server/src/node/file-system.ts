import { constants, type Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import type { URI } from 'vscode-uri';
import type { FileSystem } from '../project/file-system.js';
import { fileUri } from '../project/uris.js';
import type { FileType, FolderEntry } from '../protocol/files.js';

/** Files of the machine that this runs on. */
export const nodeFiles: FileSystem = {
  async stat(uri) {
    const stats = await stat(pathOf(uri));
    return { type: typeOf(stats), size: stats.size, modified: stats.mtimeMs };
  },
  async readFolder(uri) {
    const entries = await readdir(pathOf(uri), { withFileTypes: true });
    return entries.map(
      (entry): FolderEntry => ({
        name: entry.name,
        type: entry.isSymbolicLink() ? 'link' : typeOf(entry),
      }),
    );
  },
  async readFile(uri) {
    // A pipe that came in the place of a file would keep whoever opens it waiting. Windows knows no such thing.
    const file = await open(pathOf(uri), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
};

/** Where a path leads when every symbolic link is followed. */
export const realPath = async (uri: URI): Promise<URI> => fileUri(await realpath(pathOf(uri)));

function pathOf({ scheme, fsPath }: URI): string {
  if (scheme === 'file') return fsPath;
  throw Object.assign(new Error('No file of this machine.'), { code: 'ENOENT' });
}

const typeOf = (entry: Pick<Dirent, 'isFile' | 'isDirectory'>): FileType =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
