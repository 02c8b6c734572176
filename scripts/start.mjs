/**
 * `npm start`: from a fresh clone to a sample programme in a real VS Code, with the extension at work.
 * Static imports are Node's own only: node_modules may not be there yet.
 *
 *   node scripts/start.mjs [--once] [--browser]
 *
 * --once     ends when the address of VS Code in the browser has answered (for tests)
 * --browser  VS Code in the browser, also where a desktop VS Code is
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installIfNeeded } from './npm.mjs';

const PROJECT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const SAMPLES = join(PROJECT, 'voorbeelden');
const SOURCES = ['client', 'server', 'data', 'syntaxes', 'package.json', 'scripts'];
const WINDOWS = process.platform === 'win32';

/** @param {string[]} args */
async function main(args) {
  const { values } = parseArgs({ args, options: { once: { type: 'boolean' }, browser: { type: 'boolean' } } });
  installIfNeeded();
  await buildIfNeeded();
  await checkSamples();
  const code = values.once || values.browser ? undefined : findDesktopCode();
  if (code) await openOnDesktop(code);
  else await openInBrowser(values.once ?? false);
}

async function buildIfNeeded() {
  const built = await modified(join(PROJECT, 'dist', 'cli.js'));
  const times = await Promise.all(SOURCES.map((source) => newest(join(PROJECT, source))));
  if (built > 0 && built >= Math.max(...times)) return;
  console.log('Bouwen …');
  await runOrFail([process.execPath, 'scripts/build.mjs'], 'het bouwen is mislukt');
}

async function checkSamples() {
  console.log('\nDe voorbeelden nagekeken in de terminal (opgavenwijzer check voorbeelden/):\n');
  const code = await run([process.execPath, 'dist/cli.js', 'check', 'voorbeelden/']);
  if (code > 1) throw new Error(`opgavenwijzer check kon zijn werk niet doen (code ${code}).`);
  console.log();
}

/**
 * `code` on the PATH, where there is a screen to show it on.
 * @returns {string | undefined}
 */
function findDesktopCode() {
  if (process.env.CI || !hasScreen()) return undefined;
  const name = WINDOWS ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** @param {string} code */
async function openOnDesktop(code) {
  const command = [code, '--new-window', `--extensionDevelopmentPath=${PROJECT}`, SAMPLES];
  await runOrFail(command, 'VS Code wilde niet openen');
  console.log('Opgavenwijzer draait in VS Code, met de map voorbeelden/ open.');
}

/** @param {boolean} once */
async function openInBrowser(once) {
  const { startHost } = await import('./vscode/host.mjs');
  const stopped = signalled();
  const host = await startHost({ extensionPath: PROJECT, workspace: SAMPLES });
  try {
    const address = host.url();
    await answer(address);
    console.log(`Opgavenwijzer draait op ${address}`);
    if (once) return;
    if (!process.env.CI && hasScreen()) openAddress(address);
    console.log('Open dit adres in een browser; stop met Ctrl-C.');
    const code = await Promise.race([stopped, host.exited.then((value) => value ?? 1)]);
    if (typeof code === 'number') throw new Error(`VS Code is onverwacht gestopt (code ${code}).`);
    console.log('\nGestopt.');
  } finally {
    await host.stop();
  }
}

/** Settles at Ctrl-C or a request to end; from here on these no longer end the process by themselves. */
function signalled() {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, settle);
  });
}

/** @param {string} address */
async function answer(address) {
  const response = await fetch(address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`VS Code antwoordt met ${response.status} op ${address}`);
}

/** @param {string} address */
function openAddress(address) {
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'], linux: ['xdg-open'] };
  const [command, ...first] = openers[/** @type {'linux'} */ (process.platform)] ?? openers.linux;
  const child = spawn(command, [...first, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // no way to open it: the address is in the terminal
  child.unref();
}

function hasScreen() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {string[]} command
 * @param {string} failure
 */
async function runOrFail(command, failure) {
  const code = await run(command);
  if (code !== 0) throw new Error(`${failure} (code ${code}).`);
}

/**
 * @param {string[]} command
 * @returns {Promise<number>}
 */
function run([command, ...args]) {
  const shell = WINDOWS && /\.cmd$/i.test(command);
  const quoted = shell ? [command, ...args].map((part) => `"${part}"`) : [command, ...args];
  return new Promise((settle, fail) => {
    const child = spawn(quoted[0], quoted.slice(1), { cwd: PROJECT, stdio: 'inherit', shell });
    child.on('error', fail);
    child.on('close', (code) => settle(code ?? 1));
  });
}

/**
 * @param {string} path
 * @returns {Promise<number>} 0 when it is not there
 */
async function modified(path) {
  const info = await stat(path).catch(() => undefined);
  return info?.mtimeMs ?? 0;
}

/**
 * The moment of the latest change to a file or anything in a folder.
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newest(path) {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) return info?.mtimeMs ?? 0;
  const entries = await readdir(path);
  const times = await Promise.all(
    entries.filter((name) => name !== 'node_modules').map((name) => newest(join(path, name))),
  );
  return Math.max(info.mtimeMs, ...times);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
