/**
 * Runs the suite (`out/suite.js`) inside a real VS Code: the desktop one where there is one or it can be
 * downloaded, else VS Code in the browser. The same bundle, the same tests. The extension under test is the packed one,
 * installed by that VS Code from its VSIX.
 *
 *   node scripts/vscode/run-suite.mjs [--web] [--web-only] [--browser] [--verbose] [--timeout seconds]
 *
 * --web        also in the web extension host (the `browser` entry of the extension)
 * --web-only   only there
 * --browser    do not try the desktop VS Code
 * --verbose    everything the extension host prints, not only the lines of the suite
 */
import { existsSync, rmSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { failedTests } from '../failed-tests.mjs';
import { openPage, startHost } from './host.mjs';
import { PROJECT } from './install.mjs';
import { installPacked } from './packed.mjs';
import { HANG, watchdog } from './watchdog.mjs';
import { Workbench } from './workbench.mjs';

/** @typedef {'node' | 'web'} Kind which extension host runs the suite */

/**
 * @typedef {object} SuiteOptions
 * @property {Kind[]} [kinds] one run each; `['node']` when left out
 * @property {string} [suite]
 * @property {string} [samples] first folder of the workspace; copied, so no test can change the original
 * @property {boolean} [browserOnly]
 * @property {boolean} [verbose]
 * @property {number} [timeout] in milliseconds, per run
 * @property {(line: string) => void} [log]
 */

/** @typedef {Required<SuiteOptions>} Settings */

/** @typedef {{ extensionsDir: string, extensionPath: string }} Installed where all extensions are, and where ours is */

const HOST_LINE = /^\[suite\] host: (\w+)/;
const MARK = /^\[suite\] ?/;
/** Far more than it needs: on a busy machine every step waits for its turn. */
const TWENTY_MINUTES = 20 * 60 * 1000;
const DOWNLOAD_PATIENCE = 10_000;
const HANG_PICTURE = join(PROJECT, '.vscode-test', 'hang.png');
/** What this setting always prints and what says nothing about the extension. */
const NOISE = new RegExp(
  [
    'gallery|telemetry|spdlog|watchdog|bindings file|connection token|Creating a socket|reconnection-grace|Canceled',
    'builtin extensions cache|Service Worker|AccountPolicyGate|AgentHost|authentication provider',
  ].join('|'),
  'i',
);

/**
 * @param {SuiteOptions} [options]
 * @returns {Promise<number>} 0 when every test of every run passed
 */
export async function runSuite(options = {}) {
  const settings = withDefaults(options);
  if (!existsSync(settings.suite)) {
    settings.log(`De suite ${settings.suite} is er niet: bouw haar eerst met node scripts/vscode/build-suite.mjs.`);
    return 1;
  }
  const desktop = settings.browserOnly ? undefined : await findDesktop(settings.log);
  const extensionsDir = await temporaryFolder('opgavenwijzer-extensies-');
  try {
    const extensionPath = await installPacked(extensionsDir, desktop, settings.log);
    // In the folder of the extension it gets the same `vscode` as the extension: a question to a person, which it
    // answers by putting an answer in its place there, is then answered for the extension too.
    const suite = join(extensionPath, 'suite.js');
    await copyFile(settings.suite, suite);
    let worst = 0;
    let said = '';
    const log = (/** @type {string} */ line) => {
      said += `${line}\n`;
      settings.log(line);
    };
    for (const kind of settings.kinds) {
      const code = await runIn(desktop, kind, { extensionsDir, extensionPath }, { ...settings, suite, log });
      worst = Math.max(worst, code);
    }
    if (worst > 0) settings.log(['Mislukt:', ...failedTests(said)].join('\n'));
    return worst;
  } finally {
    await rm(extensionsDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/**
 * @param {string | undefined} desktop
 * @param {Kind} kind
 * @param {Installed} installed
 * @param {Settings} settings
 * @returns {Promise<number>}
 */
async function runIn(desktop, kind, installed, settings) {
  const folder = await temporaryFolder('opgavenwijzer-werkmap-');
  try {
    const workspace = await fillWorkspace(folder, settings.samples);
    if (desktop) return await runOnDesktop(desktop, kind, workspace, installed, settings);
    const code = await runInBrowser(kind, workspace, installed, settings);
    return code === 0 ? await readAsUser(kind, join(folder, 'voorbeelden'), installed, settings) : code;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/**
 * @param {SuiteOptions} options
 * @returns {Settings}
 */
function withDefaults(options) {
  return {
    kinds: options.kinds ?? ['node'],
    suite: options.suite ?? join(PROJECT, 'out', 'suite.js'),
    samples: options.samples ?? join(PROJECT, 'voorbeelden'),
    browserOnly: options.browserOnly ?? false,
    verbose: options.verbose ?? false,
    timeout: options.timeout ?? TWENTY_MINUTES,
    log: options.log ?? console.log,
  };
}

/** `VSCODE_VERSION`: a version, or `minimum` for the oldest that package.json takes; stable when it is not set. */
async function wantedVersion() {
  const wanted = process.env.VSCODE_VERSION || 'stable';
  if (wanted !== 'minimum') return wanted;
  const { engines } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
  return engines.vscode.replace(/^[^\d]+/, '');
}

/**
 * The desktop VS Code, or undefined after a line that says why the suite goes on in the browser.
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>}
 */
async function findDesktop(log) {
  const chosen = process.env.VSCODE_EXECUTABLE;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`VSCODE_EXECUTABLE wijst naar ${chosen}, maar daar staat niets.`);
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    log('Geen beeldscherm voor VS Code op het bureaublad: de suite draait in VS Code in de browser.');
    return undefined;
  }
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({
      version: await wantedVersion(),
      timeout: DOWNLOAD_PATIENCE,
      cachePath: join(PROJECT, '.vscode-test'),
    });
  } catch (error) {
    log(`VS Code is niet op te halen (${message(error)}): de suite draait in VS Code in de browser.`);
    return undefined;
  }
}

/**
 * Ends test-electron's VS Code as Ctrl-C does, by its own two listeners: the first asks, the second forces.
 * @param {Function[]} before who listened already, and is not to be called
 * @param {Promise<unknown>} run
 */
async function endDesktop(before, run) {
  const stay = () => undefined; // with a listener left, test-electron does not end this process along
  process.on('SIGINT', stay);
  for (let press = 0; press < 2; press++) {
    for (const listener of process.listeners('SIGINT')) {
      if (listener !== stay && !before.includes(listener)) listener('SIGINT');
    }
  }
  await run;
  process.off('SIGINT', stay);
}

/**
 * @param {string} vscodeExecutablePath
 * @param {Kind} kind
 * @param {string} workspace
 * @param {Installed} installed
 * @param {Settings} settings
 * @returns {Promise<number>}
 */
async function runOnDesktop(vscodeExecutablePath, kind, workspace, { extensionsDir, extensionPath }, settings) {
  const { log, timeout } = settings;
  log(`Suite in VS Code op het bureaublad, ${hostName(kind)}:`);
  const { runTests } = await import('@vscode/test-electron');
  const profile = await mkdtemp(join(tmpdir(), 'ow-')); // short: its socket's path has a limit
  const launchArgs = [workspace, `--user-data-dir=${profile}`, `--extensions-dir=${extensionsDir}`];
  if (kind === 'web') launchArgs.push('--extensionDevelopmentKind=web');
  const dog = watchdog(timeout);
  const before = process.listeners('SIGINT');
  const run = runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extensionPath, // the installed one, which tells the suite what only the suite may know
    extensionTestsPath: settings.suite,
    launchArgs,
  }).catch((error) => {
    if (typeof error?.code !== 'number') log(message(error));
    return 1;
  });
  const outcome = await Promise.race([run, dog.bite]);
  dog.stop();
  if (outcome === HANG) {
    log(hangMessage(timeout, kind));
    await endDesktop(before, run);
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return outcome === 0 ? 0 : 1;
}

/**
 * @param {Kind} kind
 * @param {string} workspace
 * @param {Installed} installed
 * @param {Settings} settings
 * @returns {Promise<number>}
 */
async function runInBrowser(kind, workspace, installed, settings) {
  const { log, timeout, verbose, suite } = settings;
  const host = await startHost({ ...installed, workspace, log });
  /** @type {string[]} */
  const others = [];
  /** @type {string | undefined} */
  let ranIn;
  /** @param {string} line */
  const onLog = (line) => {
    const place = HOST_LINE.exec(line)?.[1];
    if (place) ranIn = place;
    else if (MARK.test(line)) log(`  ${line.replace(MARK, '')}`);
    else if (verbose) log(`  | ${line}`);
    else if (!NOISE.test(line)) others.push(line);
  };
  const dog = watchdog(timeout);
  try {
    log(`Suite in VS Code in de browser, ${hostName(kind)}:`);
    const opened = await openPage(host, { extensionTestsPath: suite, web: kind === 'web', onLog });
    const { page, browser, exitCode } = opened;
    try {
      const crashed = new Promise((settle) => {
        page.once('crash', () => settle('De pagina van VS Code is vastgelopen.'));
        browser.once('disconnected', () => settle('Chromium is gestopt.'));
        host.exited.then((code) => settle(`De VS Code-server is gestopt (code ${code}).`));
      });
      const outcome = await Promise.race([exitCode, dog.bite, crashed]);
      if (outcome === 0 && ranIn === kind) return 0;
      if (outcome === 0)
        log(`✖ De suite draaide niet waar ze hoorde: gevraagd ${kind}, gedraaid in ${ranIn ?? 'niets'}.`);
      if (outcome === HANG) {
        log(hangMessage(timeout, kind));
        await page.screenshot({ path: await pictureFile(), timeout: 10_000 }).then(
          () => log(`Zo stond VS Code erbij: ${HANG_PICTURE}`),
          () => undefined,
        );
      } else if (typeof outcome === 'string') {
        log(outcome);
      }
      if (others.length > 0)
        log(
          `Verder zei de extensiehost:\n${others
            .slice(-40)
            .map((line) => `  | ${line}`)
            .join('\n')}`,
        );
      return 1;
    } finally {
      await opened.close();
    }
  } finally {
    dog.stop();
    await host.stop();
  }
}

/**
 * The last test: nothing under development, nothing that knows of tests. A person opens the sample programme in a VS
 * Code in which the VSIX is installed, and sees a finding and what is said of it.
 * @param {Kind} kind
 * @param {string} workspace
 * @param {Installed} installed
 * @param {Settings} settings
 * @returns {Promise<number>}
 */
async function readAsUser(kind, workspace, installed, { log }) {
  const host = await startHost({ ...installed, workspace, log });
  try {
    const file = join(workspace, 'waterdam', 'programma.md');
    const { page, close } = await openPage(host, { installed: true, web: kind === 'web', file });
    try {
      const bench = new Workbench(page);
      await bench.ready();
      // Wherever in the programme it stands, in sight or not.
      await bench.readProblems(1);
      log(`  ✔ De geïnstalleerde VSIX meldt wat er blijft liggen (${hostName(kind)})\n  1 geslaagd, 0 mislukt`);
      return 0;
    } catch (error) {
      await page.screenshot({ path: await pictureFile() });
      log(`  ✖ De geïnstalleerde VSIX: ${message(error)}\n  Zo stond VS Code erbij: ${HANG_PICTURE}`);
      return 1;
    } finally {
      await close();
    }
  } finally {
    await host.stop();
  }
}

/**
 * A workspace of two folders: a copy of the samples, and `elders`, which is empty.
 * @param {string} folder
 * @param {string} samples
 * @returns {Promise<string>} the file to open
 */
async function fillWorkspace(folder, samples) {
  await cp(samples, join(folder, 'voorbeelden'), { recursive: true });
  await mkdir(join(folder, 'elders'));
  const workspace = join(folder, 'suite.code-workspace');
  const folders = ['voorbeelden', 'elders'].map((path) => ({ path }));
  await writeFile(workspace, JSON.stringify({ folders }));
  return workspace;
}

/** @param {string} prefix */
async function temporaryFolder(prefix) {
  // As VS Code will see it: on macOS and Windows the path of temporary files may be another name for the real one.
  const folder = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })); // for Ctrl-C
  return folder;
}

async function pictureFile() {
  await mkdir(join(HANG_PICTURE, '..'), { recursive: true });
  return HANG_PICTURE;
}

/**
 * @param {number} timeout
 * @param {Kind} kind
 */
function hangMessage(timeout, kind) {
  return `✖ De suite is na ${timeout / 1000} s nog niet klaar (${hostName(kind)}): afgebroken.`;
}

/** @param {Kind} kind */
function hostName(kind) {
  return kind === 'web' ? 'extensiehost in de webworker' : 'extensiehost in Node';
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {string[]} args */
async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      web: { type: 'boolean', default: false },
      'web-only': { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      timeout: { type: 'string' },
    },
  });
  /** @type {Kind[]} */
  const kinds = values['web-only'] ? ['web'] : values.web ? ['node', 'web'] : ['node'];
  const timeout = values.timeout === undefined ? TWENTY_MINUTES : Number(values.timeout) * 1000;
  if (!(timeout > 0)) throw new Error(`--timeout verwacht een aantal seconden, niet '${values.timeout}'.`);
  return runSuite({ kinds, timeout, browserOnly: values.browser, verbose: values.verbose });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => process.exit(130)); // the exit handler of the host takes its server along
  }
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(message(error));
    return 1;
  });
}
