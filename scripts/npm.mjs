/** npm, called the same way on every system. Static imports are Node's own only: node_modules may not be there yet. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * How to spawn npm: the one that runs this script, else the one on the PATH. On Windows that is a script of the shell,
 * which takes its arguments as one text.
 * @param {string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCall(args) {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return { command: process.execPath, args: [running, ...args], shell: false };
  const shell = process.platform === 'win32';
  return { command: 'npm', args: shell ? args.map((arg) => `"${arg}"`) : args, shell };
}

/** Installs the packages of the project, unless that has been done since package-lock.json changed. */
export function installIfNeeded() {
  // npm leaves the moment of its last install here.
  const mark = join(PROJECT, 'node_modules', '.package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(PROJECT, 'package-lock.json')).mtimeMs) return;
  console.log('Pakketten installeren …');
  const { command, args, shell } = npmCall(['ci', '--no-audit', '--no-fund']);
  const { status, error } = spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`npm kon de pakketten niet installeren (${error?.message ?? `code ${status}`}).`);
}
