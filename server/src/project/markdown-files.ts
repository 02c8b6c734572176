import type { URI } from 'vscode-uri';
import type { FileStat, FolderEntry } from '../protocol/files.js';
import { MARKDOWN_EXTENSIONS } from '../protocol/programme-files.js';
import { type FileFault, type FileSystem, faultOf } from './file-system.js';
import { childOf, isIn } from './uris.js';

/** Is this the name of a Markdown file? */
export const isMarkdown = (name: string): boolean =>
  MARKDOWN_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`));

/** Why something in a folder is no document of a programme. */
export type PassedOver = 'no-markdown' | 'hidden' | 'link';

/** Is this the name of a file or folder that a search passes over: hidden, or of packages? */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/**
 * Every Markdown file in a folder, or every file with a name that `isWanted`, in the order of the names. Pipes and devices are passed over: they may have nothing to
 * say, or no end.
 * @param told of what cannot be read, and of what is not looked at
 * @param realPath where a path really leads. With it symbolic links are followed, but for one that leads back up: what it
 * leads to is on the way already, or nobody asked for it. Without it links are passed over: what they lead to may belong
 * to another programme.
 */
export async function textsIn(
  files: FileSystem,
  folder: URI,
  told: { leftAside(uri: URI, fault: FileFault): void; passedOver?(uri: URI, why: PassedOver): void },
  realPath?: (uri: URI) => Promise<URI>,
  isWanted = isMarkdown,
): Promise<URI[]> {
  const found: URI[] = [];
  const entered = new Set<string>();
  const typeOf = async (uri: URI, { name, type }: FolderEntry): Promise<FileStat['type'] | undefined> => {
    if (type !== 'link') return type;
    if (!realPath) return undefined;
    try {
      return (await files.stat(uri)).type;
    } catch (error) {
      // A dangling or circular link under another name is nobody's programme.
      if (isWanted(name)) told.leftAside(uri, faultOf(error));
      return undefined;
    }
  };
  const walk = async (folder: URI): Promise<void> => {
    const real = await realPath?.(folder);
    if (real && entered.has(real.toString())) return;
    if (real) entered.add(real.toString());
    const entries = [...(await files.readFolder(folder))];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const uri = childOf(folder, entry.name);
      if (isPassedOver(entry.name)) {
        if (entry.type === 'folder' || isWanted(entry.name)) told.passedOver?.(uri, 'hidden');
        continue;
      }
      if (entry.type === 'link' && !realPath) told.passedOver?.(uri, 'link');
      const type = await typeOf(uri, entry);
      if (type === 'file' && isWanted(entry.name)) found.push(uri);
      else if (type === 'file') told.passedOver?.(uri, 'no-markdown');
      if (type !== 'folder') continue;
      const leadsUp = real && entry.type === 'link' && isIn(await realPath!(uri), real);
      if (!leadsUp) await enter(uri);
    }
  };
  const enter = (folder: URI): Promise<void> => walk(folder).catch((error) => told.leftAside(folder, faultOf(error)));
  await enter(folder);
  return found;
}
