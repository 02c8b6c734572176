import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFailed } from 'vitest';
import { type Host, openPage, startHost } from '../../scripts/vscode/host.mjs';
import { PROJECT } from '../../scripts/vscode/install.mjs';
import { Workbench } from '../../scripts/vscode/workbench.mjs';

/** Both extension hosts. */
export const HOSTS = ['node', 'web'] as const;

export interface Window {
  readonly page: Page;
  readonly bench: Workbench;
  /** The folder that is open. */
  readonly folder: string;
  close(): Promise<void>;
}

export interface WindowOptions {
  /** What is in the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file that is opened. */
  readonly file?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * VS Code with the extension installed, as its users have it: for all tests of a `describe`, which open windows of it.
 * @returns opens a window of 1400 by 900 with everything as VS Code has it by itself
 */
export function vscodeFor(kind: (typeof HOSTS)[number]): (options?: WindowOptions) => Promise<Window> {
  let host: Host;
  const folders: string[] = [];
  beforeAll(async () => {
    host = await startHost({
      extensionsDir: inject('extensionsDir'),
      extensionPath: inject('extensionPath'),
      log: console.log,
    });
  });
  afterAll(async () => {
    await host.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  return async ({ files = {}, file, settings = {} } = {}) => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'waterdam-')));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const { page, close } = await openPage(host, {
      installed: true,
      web: kind === 'web',
      workspace: folder,
      ...(file === undefined ? {} : { file: join(folder, file) }),
      viewport: { width: 1400, height: 900 },
      settings,
    });
    onTestFailed(async ({ task }) => {
      await page
        .screenshot({ path: join(PROJECT, 'out', `${task.name.replace(/\W+/g, '-')}-${kind}.png`) })
        .catch(() => undefined);
      await close();
    });
    const bench = new Workbench(page);
    await bench.ready();
    return { page, bench, folder, close };
  };
}
