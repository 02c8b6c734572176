import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Files, NOT_ALLOWED, notUtf8, tooLarge, type Unreadable } from '../lsp/files.js';
import { isMarkdown, isPassedOver, MOST_BYTES } from '../protocol/programme-files.js';
import { decodeUtf8 } from '../protocol/utf8.js';

/** Files of the machine that the server runs on. */
export const nodeFiles: Files = {
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readText(fileURLToPath(uri));
    } catch (error) {
      return isForbidden(error) ? NOT_ALLOWED : undefined;
    }
  },
  async markdownIn(folder, leftAside) {
    const found: string[] = [];
    const walk = async (path: string): Promise<void> => {
      const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
        if (isForbidden(error)) leftAside(pathToFileURL(path).href, NOT_ALLOWED);
        return [];
      });
      for (const entry of entries) {
        if (isPassedOver(entry.name)) continue;
        if (entry.isDirectory()) await walk(join(path, entry.name));
        else if (entry.isFile() && isMarkdown(entry.name)) found.push(pathToFileURL(join(path, entry.name)).href);
      }
    };
    if (folder.startsWith('file:')) await walk(fileURLToPath(folder));
    return found.sort();
  },
};

const isForbidden = (error: unknown): boolean =>
  ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');

async function readText(path: string): Promise<string | Unreadable | undefined> {
  // A pipe in the place of a file would keep whoever opens it waiting. Windows knows no such thing.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    if (stats.size > MOST_BYTES) return tooLarge(stats.size);
    const decoded = decodeUtf8(await file.readFile());
    return 'text' in decoded ? decoded.text : notUtf8(decoded.invalidAt);
  } finally {
    await file.close();
  }
}
