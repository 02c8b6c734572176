import type { URI } from 'vscode-uri';
import { FileFault, type FileSystem } from '../project/file-system.js';
import { isIn } from '../project/uris.js';

/**
 * The files below some folders, and nothing else: also where a symbolic link leads out of them.
 * @param realPath where a path really leads
 */
export function filesWithin(
  files: FileSystem,
  folders: readonly URI[],
  realPath: (uri: URI) => Promise<URI>,
): FileSystem {
  const within = async (uri: URI): Promise<URI> => {
    if (!folders.some((folder) => isIn(folder, uri))) throw outside();
    const real = await realPath(uri);
    // A folder may itself be known by a link: /tmp on a Mac.
    for (const folder of folders) if (isIn(await realPath(folder).catch(() => folder), real)) return real;
    throw outside();
  };
  // What was looked at is what is read: a link that is changed in between leads nowhere.
  return {
    stat: async (uri) => files.stat(await within(uri)),
    readFolder: async (uri) => files.readFolder(await within(uri)),
    readFile: async (uri) => files.readFile(await within(uri)),
  };
}

const outside = (): FileFault => new FileFault('EACCES', () => 'ligt buiten wat gelezen mag worden');
