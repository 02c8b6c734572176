import { method } from './method.js';

/** What the server asks of the client: files that only the editor can reach. */

/** What stands somewhere; `other` is a pipe, a device and the like. */
export type FileType = 'file' | 'folder' | 'other';

export interface FileStat {
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds. */
  readonly modified: number;
}

export interface FolderEntry {
  readonly name: string;
  /** A symbolic link is a `link`, whatever it leads to. */
  readonly type: FileType | 'link';
}

/** An answer of the file system, or the POSIX code of what stands in the way: `ENOENT`, `EACCES`, … */
export type FileAnswer<T> = { readonly found: T } | { readonly code: string };

/** What stands at a URI; follows symbolic links. */
export const statRequest = method<string, FileAnswer<FileStat>>('bestand');
export const readFolderRequest = method<string, FileAnswer<readonly FolderEntry[]>>('map');
/** Bytes of a file, as numbers: JSON knows nothing smaller. */
export const readFileRequest = method<string, FileAnswer<readonly number[]>>('leesBestand');
