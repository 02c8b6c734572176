/**
 * The pictures of the README and of the page in the marketplace, taken in a real VS Code with the extension installed.
 *
 *   npm run pictures [-- name …]
 *
 * Without names it takes them all.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openPage, startHost } from './host.mjs';
import { PROJECT } from './install.mjs';
import { installPacked } from './packed.mjs';
import { Workbench } from './workbench.mjs';

const run = promisify(execFile);
const FOLDER = join(PROJECT, 'images');
const LARGEST = 80 * 1024;

/** The window that its users have, with everything as VS Code has it by itself. */
const WINDOW = { width: 1400, height: 900 };

/** What is not ready by then never will be. */
const PATIENCE = 180_000;

/** Short, so that all of it is in sight, and with one finding whatever the study's signals learn. */
const PROGRAMME = `# Waterdam vooruit

## Wonen

In Waterdam is het woningtekort groter dan ooit.

Wij bouwen tot 2030 3.200 woningen, waarvan een derde sociale huur [@trendstudie:nieuwbouw-aanjagen, p. 61].

`;

const CONFIGURATION = {
  bewustNiet: { 'lokaal-bevolkingsbeleid': 'Dat doen wij in de regio, niet in dit programma.' },
};

/**
 * @typedef {object} Picture
 * @property {boolean} [sample] over the sample programme, instead of the short one
 * @property {(bench: Workbench) => Promise<void>} prepare brings into sight what is to be seen
 */

/** @type {Record<string, Picture>} */
const PICTURES = {
  'waarschuwing-en-hover': {
    async prepare(bench) {
      await bench.editor.waitForSquiggles('warning');
      await bench.editor.hoverOver('woningtekort', 'Lees verder');
    },
  },
  'verwijzing-invoegen': {
    async prepare(bench) {
      await bench.editor.gotoLine(9);
      await bench.editor.type('Grote huizen mag u bij ons splitsen [@woonruimt');
      await bench.editor.suggest();
    },
  },
  dekking: {
    sample: true,
    async prepare(bench) {
      await bench.runCommand('Opgavenwijzer: Dekkingsbord');
      await bench.waitForFrame('opgaven opgepakt');
      await bench.scrollFrame('Nieuwbouw aanjagen');
    },
  },
  verslag: {
    sample: true,
    async prepare(bench) {
      await bench.runCommand('Opgavenwijzer: Dekkingsverslag maken…');
      await bench.waitForFrame('opgaven opgepakt');
    },
  },
};

/** @param {string[]} names */
async function takePictures(names) {
  const unknown = names.filter((name) => !(name in PICTURES));
  if (unknown.length > 0) throw new Error(`Geen plaat ‘${unknown[0]}’; wel: ${Object.keys(PICTURES).join(', ')}.`);
  await mkdir(FOLDER, { recursive: true });
  const extensions = await mkdtemp(join(tmpdir(), 'opgavenwijzer-extensies-'));
  const extensionPath = await installPacked(extensions, undefined, console.log);
  const host = await startHost({ extensionsDir: extensions, extensionPath, log: console.log });
  try {
    for (const name of names.length > 0 ? names : Object.keys(PICTURES)) {
      const folder = await mkdtemp(join(tmpdir(), 'opgavenwijzer-plaat-'));
      const workspace = join(folder, 'waterdam');
      await mkdir(workspace);
      if (PICTURES[name]?.sample) {
        await cp(join(PROJECT, 'voorbeelden', 'waterdam'), workspace, { recursive: true });
      } else {
        await writeFile(join(workspace, 'programma.md'), PROGRAMME);
        await writeFile(join(workspace, '.opgavenwijzer.json'), JSON.stringify(CONFIGURATION));
      }
      try {
        await takePicture(host, name, workspace);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  } finally {
    await host.stop();
    await rm(extensions, { recursive: true, force: true });
  }
}

/**
 * @param {import('./host.mjs').Host} host
 * @param {string} name
 * @param {string} workspace
 */
async function takePicture(host, name, workspace) {
  const file = join(workspace, 'programma.md');
  const { page, close } = await openPage(host, { installed: true, workspace, file, viewport: WINDOW });
  try {
    const bench = new Workbench(page);
    await inTime(async () => {
      await bench.ready();
      await bench.readStatusBar(/^Opgaven \d/); // from here on the server answers
      await PICTURES[name].prepare(bench);
    });
    const path = join(FOLDER, `${name}.png`);
    await bench.screenshot(path);
    await run('pngquant', ['--force', '--skip-if-larger', '--strip', '--ext', '.png', '24', path]).catch((error) => {
      if (error.code === 'ENOENT')
        throw new Error('Voor de platen is pngquant nodig (Debian: apt-get install pngquant).');
      if (error.code !== 98) throw error; // 98: it could not be made smaller
    });
    const { size: bytes } = await stat(path);
    console.log(`images/${name}.png ${Math.round(bytes / 1024)} KB`);
    if (bytes > LARGEST) throw new Error(`images/${name}.png is groter dan ${LARGEST / 1024} KB.`);
  } catch (error) {
    await mkdir(join(PROJECT, 'out'), { recursive: true });
    const seen = join(PROJECT, 'out', `${name}.png`);
    await page.screenshot({ path: seen, timeout: 10_000 }).catch(() => undefined);
    throw new Error(`De plaat ‘${name}’ lukte niet (zo stond VS Code erbij: ${seen}): ${error.message}`);
  } finally {
    await close();
  }
}

/** @param {() => Promise<void>} prepare */
async function inTime(prepare) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`na ${PATIENCE / 1000} s niet klaar`)), PATIENCE);
  });
  try {
    await Promise.race([prepare(), late]);
  } finally {
    clearTimeout(timer);
  }
}

await takePictures(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
