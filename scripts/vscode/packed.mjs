/**
 * The extension as its users get it: packed as one VSIX, and installed from that by VS Code itself.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installServer, PROJECT } from './install.mjs';

const run = promisify(execFile);

/**
 * Packs what is built in dist/, and installs it.
 * @param {string} extensionsDir where it comes to stand
 * @param {string | undefined} desktop the executable of a desktop VS Code; without one, VS Code in the browser installs
 * @param {import('./install.mjs').Log} log
 * @returns {Promise<string>} the folder of the installed extension
 */
export async function installPacked(extensionsDir, desktop, log) {
  const vsix = join(PROJECT, 'out', 'opgavenwijzer.vsix');
  await run(process.execPath, [join(PROJECT, 'scripts', 'package.mjs'), '--no-build', '--out', vsix]);
  const profile = await mkdtemp(join(tmpdir(), 'ow-'));
  try {
    const args = ['--install-extension', vsix, '--force', '--extensions-dir', extensionsDir];
    if (desktop) {
      await runCommand(await commandOf(desktop), [...args, '--user-data-dir', profile]);
    } else {
      const { node, serverMain } = await installServer(log);
      await run(node, [serverMain, ...args, '--server-data-dir', profile, '--accept-server-license-terms']);
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  const { publisher, name, version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
  const folder = join(extensionsDir, `${publisher}.${name}-${version}`);
  if (!existsSync(folder)) throw new Error(`VS Code heeft ${vsix} niet geïnstalleerd in ${extensionsDir}.`);
  return folder;
}

/**
 * The `code` that belongs to a desktop VS Code; the executable may be that already.
 * @param {string} executable
 */
async function commandOf(executable) {
  const { resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const command = resolveCliPathFromVSCodeExecutablePath(executable);
  return existsSync(command) ? command : executable;
}

/**
 * @param {string} command on Windows a script of the shell, which takes its arguments as one text
 * @param {string[]} args
 */
async function runCommand(command, args) {
  if (process.platform !== 'win32') return run(command, args);
  const [quoted, ...rest] = [command, ...args].map((part) => `"${part}"`);
  return run(quoted, rest, { shell: true });
}
