import { URI, Utils } from 'vscode-uri';

/**
 * The URI that an editor or a person writes, in one spelling: editors differ in what they encode (`(`, `'`, `&`, the colon of
 * a drive), in the case of a drive letter and in a slash at the end of a folder. Whatever is no URI names nothing.
 */
export function uriOf(written: string): URI {
  try {
    // Half a character has no encoding. Without a scheme it is no URI: an empty one would be the root of the disk.
    return normalised(URI.parse(written.replace(/\p{Cs}/gu, '\uFFFD'), true));
  } catch {
    return URI.from({ scheme: 'invalid', fragment: written.replace(/\p{Cs}/gu, '\uFFFD') });
  }
}

/** The URI of a path on this machine. */
export const fileUri = (path: string): URI => normalised(URI.file(path));

function normalised(uri: URI): URI {
  const { path } = uri;
  return URI.parse(uri.with({ path: path.length > 1 ? path.replace(/\/+$/, '') : path }).toString());
}

/** The folder of a file or folder; undefined at the top, and for what lies in no folder. */
export function parentOf(uri: URI): URI | undefined {
  if (!uri.path.includes('/') || uri.path === '/') return undefined;
  return Utils.dirname(uri);
}

export const childOf = (folder: URI, name: string): URI => Utils.joinPath(folder, name);

/** The last part of the path, as its reader knows it. */
export const nameOf = (uri: URI): string => Utils.basename(uri) || shownUri(uri);

/** Is this the same file, or one somewhere in the folder? */
export function isIn(folder: URI, uri: URI): boolean {
  const steps = stepsTo(folder, uri);
  return steps !== undefined && steps[0] !== '..';
}

/** A URI as its reader knows it: the path, relative to a folder when it lies in it. */
export function shownUri(uri: URI, folder?: URI): string {
  const steps = folder && stepsTo(folder, uri);
  if (steps && steps.length > 0 && steps[0] !== '..') return steps.join('/');
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

/** What a report may link to when there is no way to it from its own folder. */
const LINKED = /^(?:file|https?|vscode-.+)$/;

/** Address of a document as a link from a folder; empty for one that stands nowhere. Nothing in a name can end the link. */
export function addressOf(uri: URI, folder: URI | undefined): string {
  const steps = folder && stepsTo(folder, uri);
  if (steps && steps.length > 0) return steps.map(encoded).join('/');
  return LINKED.test(uri.scheme) ? uri.toString() : '';
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

/** The folder in which all of them lie. */
export function commonFolder(uris: readonly URI[]): URI | undefined {
  let folder = uris[0] && parentOf(uris[0]);
  while (folder && !uris.every((uri) => isIn(folder!, uri))) folder = parentOf(folder);
  return folder;
}

/** The way from a folder to a file, `..` for a step up; undefined where there is none, as between two drives. */
function stepsTo(folder: URI, uri: URI): string[] | undefined {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return undefined;
  if (!folder.path.startsWith('/') || !uri.path.startsWith('/')) return undefined;
  const from = folder.path.split('/').filter(Boolean);
  const to = uri.path.split('/').filter(Boolean);
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  if (common === 0 && [from[0], to[0]].some((first) => /^[a-z]:$/.test(first ?? ''))) return undefined;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)];
}

/** A map by URI, however that is spelled. */
export class ResourceMap<T> {
  private readonly byUri = new Map<string, T>();

  get(uri: URI | string): T | undefined {
    return this.byUri.get(keyOf(uri));
  }

  has(uri: URI | string): boolean {
    return this.byUri.has(keyOf(uri));
  }

  set(uri: URI | string, value: T): void {
    this.byUri.set(keyOf(uri), value);
  }

  delete(uri: URI | string): boolean {
    return this.byUri.delete(keyOf(uri));
  }

  clear(): void {
    this.byUri.clear();
  }

  values(): Iterable<T> {
    return this.byUri.values();
  }
}

const keyOf = (uri: URI | string): string => (typeof uri === 'string' ? uriOf(uri) : uri).toString();

/** Do both name the same file? */
export const isSame = (a: URI, b: URI): boolean => a.toString() === b.toString();
