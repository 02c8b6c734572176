/**
 * A real VS Code on this machine: its server on a free port, and a page of its workbench in Chromium.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installChromium, installServer } from './install.mjs';
import { PATIENCE } from './timeouts.mjs';

/**
 * @typedef {object} HostOptions
 * @property {string} [extensionPath] the extension under development, loaded in every page
 * @property {string} [extensionsDir] where installed extensions are; empty and temporary when left out
 * @property {Record<string, unknown>} [userSettings] added to the quiet defaults
 * @property {string} [workspace] the folder or `.code-workspace` that is opened when none is named
 * @property {(line: string) => void} [log] progress of the first-time install
 */

/** @typedef {[key: string, value: string][]} Payload */

/**
 * @typedef {object} Host
 * @property {number} port
 * @property {string} [extensionPath]
 * @property {string} [workspace]
 * @property {(extra?: Record<string, unknown>) => Promise<void>} writeSettings the user settings anew: the quiet
 *   defaults, `userSettings` and these; pages follow at once
 * @property {(workspace?: string, payload?: Payload) => string} url the workbench on a folder or `.code-workspace`
 * @property {(path: string) => string} uri a file of this machine as the workbench names it
 * @property {() => string} output what the server said so far
 * @property {Promise<number | null>} exited settles when the server is gone
 * @property {() => Promise<void>} stop ends the server and everything it started
 */

/**
 * @typedef {object} PageOptions
 * @property {string} [workspace]
 * @property {boolean} [installed] with the extension that is installed, as its users have it; none under development
 * @property {string} [extensionTestsPath]
 * @property {boolean} [web] the `browser` entry in the web extension host, instead of `main` in Node; for one page of
 *   a host at a time, as it is a setting
 * @property {string} [file] opened at once, beside the workspace
 * @property {Record<string, unknown>} [settings] of the user, beside those of the host
 * @property {{ width: number, height: number }} [viewport]
 * @property {number} [scale] pixels of a picture per pixel of the page
 * @property {(line: string) => void} [onLog] each console line of the extension host
 */

/**
 * @typedef {object} HostPage
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').Browser} browser
 * @property {Promise<number>} exitCode settles when the suite has run; never without a suite
 * @property {string[]} log the console lines of the extension host
 * @property {() => Promise<void>} close
 */

/** No welcome, no questions, nothing that moves or calls home. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // on by default in a browser, where a test would write into its own sample
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const BROWSER_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
];

const START_LIMIT = 120_000;

/**
 * @param {HostOptions} [options]
 * @returns {Promise<Host>}
 */
export async function startHost(options = {}) {
  const { node, serverMain } = await installServer(options.log);
  const dataDir = await mkdtemp(join(tmpdir(), 'opgavenwijzer-vscode-'));
  /** @type {Host['writeSettings']} */
  const writeSettings = (extra) => writeUserSettings(dataDir, { ...QUIET_SETTINGS, ...options.userSettings, ...extra });
  await writeSettings();
  const extensionsDir = options.extensionsDir ?? join(dataDir, 'extensions');
  const server = spawn(node, [serverMain, ...serverArguments(dataDir, extensionsDir)], {
    detached: process.platform !== 'win32', // a process group of its own, so that `stop` reaches all of it
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const exited = once(server, 'close').then(([code]) => /** @type {number | null} */ (code));
  const killAtExit = () => {
    killTree(server.pid);
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once('exit', killAtExit);

  const stop = async () => {
    process.off('exit', killAtExit);
    killTree(server.pid);
    await exited.catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  try {
    const { port, output } = await listening(server, exited);
    const authority = `127.0.0.1:${port}`;
    /** @param {string} path */
    const uri = (path) => `vscode-remote://${authority}${slashed(path)}`;
    const { extensionPath, workspace } = options;
    /** @type {Host['url']} */
    const url = (opened = workspace, payload = developmentPayload(extensionPath, uri)) => {
      const query = new URLSearchParams();
      if (opened) query.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', slashed(opened));
      else query.set('ew', 'true'); // an empty window
      query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${readable(query)}`;
    };
    return { port, extensionPath, workspace, url, uri, output, writeSettings, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Opens the workbench of a host in Chromium, without a screen.
 * @param {Host} host
 * @param {PageOptions} [options]
 * @returns {Promise<HostPage>}
 */
export async function openPage(host, options = {}) {
  const { chromium } = await import('playwright-core');
  const executablePath = await installChromium();
  const { extensionPath } = host;
  await host.writeSettings({
    ...options.settings,
    ...(options.web && extensionPath ? await inWebHost(extensionPath) : {}),
  });
  const browser = await chromium.launch({
    executablePath,
    args: BROWSER_FLAGS,
    chromiumSandbox: false,
    timeout: PATIENCE,
  });
  try {
    const page = await browser.newPage({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
    });
    page.setDefaultTimeout(PATIENCE);
    /** @type {string[]} */
    const log = [];
    const write = (/** @type {string} */ line) => {
      log.push(line);
      options.onLog?.(line);
    };
    /** @type {(code: number) => void} */
    let exit = () => undefined;
    /** @type {Promise<number>} */
    const exitCode = new Promise((settle) => {
      exit = settle;
    });
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit(code));
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      write(formatConsole(args));
    });
    await page.goto(host.url(options.workspace, pagePayload(host, options)));
    return { page, browser, exitCode, log, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * @param {Host} host
 * @param {PageOptions} options
 * @returns {Payload}
 */
function pagePayload(host, options) {
  const payload = developmentPayload(options.installed ? undefined : host.extensionPath, host.uri);
  if (options.extensionTestsPath) payload.push(['extensionTestsPath', host.uri(options.extensionTestsPath)]);
  if (options.file) payload.push(['openFile', host.uri(options.file)]);
  return payload;
}

/**
 * @param {string | undefined} extensionPath
 * @param {(path: string) => string} uri
 * @returns {Payload}
 */
function developmentPayload(extensionPath, uri) {
  /** @type {Payload} */
  const payload = [['skipWelcome', 'true']];
  if (extensionPath) payload.push(['extensionDevelopmentPath', uri(extensionPath)]);
  return payload;
}

/**
 * @param {string} dataDir
 * @param {string} extensionsDir
 */
function serverArguments(dataDir, extensionsDir) {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    // What makes the workbench obey the payload of the address.
    '--enable-smoke-test-driver',
    ...['--telemetry-level', 'off', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
  ];
}

/** Without what a VS Code around this process set: its server would take it for its own. */
function serverEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(key)),
  );
}

/**
 * @param {string} dataDir
 * @param {Record<string, unknown>} settings
 */
async function writeUserSettings(dataDir, settings) {
  const folder = join(dataDir, 'data', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * The setting that moves an extension to the web extension host. (The payload key `extensionDevelopmentKind` does
 * nothing in the browser: the workbench stores it under one name and reads it under another.)
 * @param {string} extensionPath
 */
async function inWebHost(extensionPath) {
  const { publisher, name } = JSON.parse(await readFile(join(extensionPath, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/**
 * Waits till the server says on which port it listens.
 * @param {import('node:child_process').ChildProcess} server
 * @param {Promise<number | null>} exited
 * @returns {Promise<{ port: number, output: () => string }>}
 */
function listening(server, exited) {
  let text = '';
  const output = () => text;
  return new Promise((settle, fail) => {
    const give = (/** @type {string} */ why) =>
      fail(new Error(`VS Code-server start niet: ${why}\n${text.slice(-4000)}`));
    const timer = setTimeout(() => give(`geen antwoord binnen ${START_LIMIT / 1000} s`), START_LIMIT);
    const read = (/** @type {Buffer} */ chunk) => {
      text = (text + chunk).slice(-200_000);
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port) {
        clearTimeout(timer);
        settle({ port: Number(port), output });
      }
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    exited.then(
      (code) => {
        clearTimeout(timer);
        give(`gestopt met code ${code}`);
      },
      (error) => {
        clearTimeout(timer);
        give(String(error));
      },
    );
  });
}

/** @param {number | undefined} pid */
function killTree(pid) {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/**
 * A query without the escapes that a query does not need: a person reads it in the terminal.
 * @param {URLSearchParams} query
 */
function readable(query) {
  return String(query).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/**
 * A path of this machine as the path of a URI.
 * @param {string} path
 */
function slashed(path) {
  return decodeURIComponent(pathToFileURL(resolve(path)).pathname);
}

/**
 * The arguments of a console call as one line, `%s` and the like filled in.
 * @param {unknown[]} args
 */
function formatConsole(args) {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(shown).join(' ');
  const filled = first.replace(/%([sdifoOjc%])/g, (match, kind) => {
    if (kind === '%') return '%';
    if (rest.length === 0) return match;
    const value = rest.shift();
    return kind === 'c' ? '' : shown(value);
  });
  return [filled, ...rest.map(shown)].join(' ');
}

/** @param {unknown} value */
function shown(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
