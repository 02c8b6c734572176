import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installPacked } from '../../scripts/vscode/packed.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    extensionsDir: string;
    extensionPath: string;
  }
}

/** Packs what is built in dist/ and installs it once, for all windows. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const extensionsDir = await mkdtemp(join(tmpdir(), 'opgavenwijzer-extensies-'));
  project.provide('extensionsDir', extensionsDir);
  project.provide('extensionPath', await installPacked(extensionsDir, undefined, console.log));
  return () => rm(extensionsDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
