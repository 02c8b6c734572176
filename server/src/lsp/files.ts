import { tooLargeText } from '../protocol/programme-files.js';

/** How the server reads what is not open in the editor: Node's file system, or the client's in the browser. */
export interface Files {
  /** Text of a file, why it cannot be read, or undefined where it is not there. */
  read(uri: string): Promise<string | Unreadable | undefined>;
  /**
   * Every Markdown file in a folder, without those of hidden folders and node_modules.
   * @param leftAside is told of a folder that cannot be read, and why
   */
  markdownIn(folder: string, leftAside: (uri: string, reason: Unreadable) => void): Promise<string[]>;
}

/** A file that is there and is left aside. */
export class Unreadable {
  /** @param reason a sentence for the user: what is the matter and what now */
  constructor(readonly reason: string) {}
}

export const NOT_ALLOWED = new Unreadable('mag niet gelezen worden; controleer de rechten.');

/** A file that is not open and too large to read. */
export const tooLarge = (bytes: number): Unreadable =>
  new Unreadable(`${tooLargeText(bytes)}, of open het om het toch te laten lezen.`);

export const notUtf8 = (byte: number): Unreadable =>
  new Unreadable(
    `geen UTF-8 (byte ${byte.toLocaleString('nl-NL')}). Sla het bestand op als UTF-8 en probeer het opnieuw.`,
  );

/** Parent of a URI, without a closing slash; undefined at the top. */
export function parentOf(uri: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*(?:\/.*)?)\/[^/]+\/?$/i.exec(uri);
  return match?.[1] || undefined;
}

/** A URI as its reader knows it: the path, relative to a folder when it lies in it. */
export function shownUri(uri: string, folder?: string): string {
  const path = folder !== undefined && uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : uri;
  try {
    return decodeURIComponent(path.replace(/^file:\/\//, ''));
  } catch {
    return path;
  }
}

/** Last part of a URI. */
export const nameOf = (uri: string): string => shownUri(uri).split('/').filter(Boolean).at(-1) ?? uri;
