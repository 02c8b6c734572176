import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMarkdown, isPassedOver, MOST_BYTES } from '../core/programme-files.js';
import { decodeUtf8 } from '../core/text/utf8.js';
import { type Files, notUtf8, tooLarge, Unreadable } from '../lsp/files.js';

/** Files of the machine that the server runs on. */
export const nodeFiles: Files = {
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readText(fileURLToPath(uri));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM')
        return new Unreadable('mag niet gelezen worden; controleer de rechten.');
      return undefined;
    }
  },
  async markdownIn(folder) {
    const found: string[] = [];
    const walk = async (path: string): Promise<void> => {
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
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

async function readText(path: string): Promise<string | Unreadable | undefined> {
  const file = await open(path, 'r');
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
