import type { URI } from 'vscode-uri';
import type { FileStat, FolderEntry } from '../protocol/files.js';

/**
 * Where files are read: the disk of this machine, or whatever an editor has open. What cannot be done is rejected with an
 * error that has the POSIX `code` of the reason, as those of Node have.
 */
export interface FileSystem {
  /** What stands there; follows symbolic links. */
  stat(uri: URI): Promise<FileStat>;
  readFolder(uri: URI): Promise<readonly FolderEntry[]>;
  readFile(uri: URI): Promise<Uint8Array>;
}

/** Why a file or folder is not read. */
export class FileFault extends Error {
  /**
   * @param code POSIX code of the reason; `EFBIG` for what is larger than is read, `EILSEQ` for what is no UTF-8
   * @param reason what to say after a name: what is the matter, and what now
   */
  constructor(
    readonly code: string,
    private readonly reason: (name: string) => string,
  ) {
    super(reason(''));
  }

  /** One line on what is the matter with a file. @param name as its reader knows it */
  about(name: string): string {
    return `${name}: ${this.reason(name)}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'bestaat niet. Controleer de naam',
  ENOTDIR: 'bestaat niet; een deel van het pad is geen map',
  EACCES: 'mag niet gelezen worden. Controleer de rechten',
  EPERM: 'mag niet gelezen worden. Controleer de rechten',
  EISDIR: 'is een map, geen bestand',
  ELOOP: 'is een koppeling die in een kring loopt. Herstel of verwijder de koppeling',
  ENAMETOOLONG: 'heeft een naam die te lang is',
  EIO: 'kan niet gelezen worden; de schijf meldt een fout',
};

/** What an error of a file system means to the reader. @param reasons what to say by code; by default of reading */
export function faultOf(error: unknown, reasons = REASONS): FileFault {
  if (error instanceof FileFault) return error;
  const { code = '', message } = error as Error & { code?: string };
  return new FileFault(code, () => reasons[code] ?? message);
}
