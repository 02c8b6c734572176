import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../lsp/files.js';

/** Files of the machine that the server runs on. */
export const nodeFiles: Files = {
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch {
      return undefined;
    }
  },
  async markdownIn(folder) {
    const found: string[] = [];
    const walk = async (path: string): Promise<void> => {
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isDirectory()) await walk(join(path, entry.name));
        else if (/\.(md|markdown)$/i.test(entry.name)) found.push(pathToFileURL(join(path, entry.name)).href);
      }
    };
    if (folder.startsWith('file:')) await walk(fileURLToPath(folder));
    return found.sort();
  },
};
