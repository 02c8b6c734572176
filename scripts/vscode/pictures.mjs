/**
 * The pictures of the README, taken in a real VS Code.
 *
 *   npm run pictures [-- name …]
 *
 * Without names it takes them all.
 */
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage, startHost } from './host.mjs';
import { PROJECT } from './install.mjs';
import { Workbench } from './workbench.mjs';

const FOLDER = join(PROJECT, 'images');
const LARGEST = 150 * 1024;

/** Nothing in sight but the text and what the extension does with it. */
const PICTURE_SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.glyphMargin': false,
  'editor.guides.indentation': false,
  'editor.hover.above': false,
  'editor.hover.delay': 100,
  'editor.lineNumbersMinChars': 3,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.editor.showTabs': 'single',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': true,
};

/** Short, so that all of it is in sight, and with one finding whatever the study's signals learn. */
const PROGRAMME = `# Waterdam vooruit

## Wonen

In Waterdam is het woningtekort groter dan ooit. Dat merken wij in elke straat.

Wij bouwen tot 2030 3.200 woningen, waarvan een derde sociale huur. De procedures worden korter, omdat we vergunningen tegelijk behandelen in plaats van na elkaar [@trendstudie:nieuwbouw-aanjagen, p. 61].

`;

const CONFIGURATION = {
  bewustNiet: { 'lokaal-bevolkingsbeleid': 'Dat doen wij in de regio, niet in dit programma.' },
};

/**
 * @typedef {object} Picture
 * @property {{ width: number, height: number }} size in pixels of the page, the status bar not counted
 * @property {boolean} [sample] over the sample programme, instead of the short one
 * @property {(bench: Workbench) => Promise<void>} prepare brings into sight what is to be seen
 */

/** @type {Record<string, Picture>} */
const PICTURES = {
  'waarschuwing-en-hover': {
    size: { width: 900, height: 560 },
    async prepare(bench) {
      await bench.editor.waitForSquiggles('warning');
      await bench.editor.hoverOver('woningtekort', 'Lees verder');
      await bench.editor.enlargeHover(130);
    },
  },
  'verwijzing-invoegen': {
    size: { width: 900, height: 500 },
    async prepare(bench) {
      await bench.editor.waitForSquiggles('warning'); // from here on the server answers
      await bench.editor.gotoLine(9);
      await bench.editor.type('Grote huizen mag u bij ons splitsen [@woonruimt');
      await bench.editor.suggest();
    },
  },
  dekking: {
    size: { width: 1000, height: 620 },
    sample: true,
    async prepare(bench) {
      await bench.editor.waitForSquiggles('warning');
      await bench.readTree('opgavenwijzer.dekking', 'Dekking', 9);
      await bench.widenSideBar(430);
      await bench.expandTreeRow('Dekking', 'Ruimte en wonen');
      await bench.expandTreeRow('Dekking', 'Nieuwbouw aanjagen');
    },
  },
  verslag: {
    size: { width: 1000, height: 760 },
    sample: true,
    async prepare(bench) {
      await bench.editor.waitForSquiggles('warning');
      await bench.runCommand('Opgavenwijzer: Dekkingsverslag maken…');
      await bench.waitForFrame('opgaven opgepakt');
      await bench.scrollFrame('In beeld');
    },
  },
};

const STATUS_BAR = 26;

/** @param {string[]} names */
async function takePictures(names) {
  const unknown = names.filter((name) => !(name in PICTURES));
  if (unknown.length > 0) throw new Error(`Geen plaat ‘${unknown[0]}’; wel: ${Object.keys(PICTURES).join(', ')}.`);
  await mkdir(FOLDER, { recursive: true });
  const host = await startHost({ extensionPath: PROJECT, userSettings: PICTURE_SETTINGS, log: console.log });
  try {
    for (const name of names.length > 0 ? names : Object.keys(PICTURES)) {
      const workspace = await mkdtemp(join(tmpdir(), 'waterdam-'));
      if (PICTURES[name]?.sample) {
        await cp(join(PROJECT, 'voorbeelden', 'waterdam'), workspace, { recursive: true });
      } else {
        await writeFile(join(workspace, 'programma.md'), PROGRAMME);
        await writeFile(join(workspace, '.opgavenwijzer.json'), JSON.stringify(CONFIGURATION));
      }
      try {
        await takePicture(host, name, workspace);
      } finally {
        await rm(workspace, { recursive: true, force: true });
      }
    }
  } finally {
    await host.stop();
  }
}

/**
 * @param {import('./host.mjs').Host} host
 * @param {string} name
 * @param {string} workspace
 */
async function takePicture(host, name, workspace) {
  const { size, prepare, sample } = PICTURES[name];
  // A full picture at a smaller scale, to stay as light as the others.
  const scale = sample ? 1 : 1.25;
  const file = join(workspace, 'programma.md');
  const viewport = { width: size.width, height: size.height + STATUS_BAR };
  const { page, close } = await openPage(host, { workspace, file, viewport, scale });
  try {
    const bench = new Workbench(page);
    await bench.ready();
    await bench.runCommand('workbench.action.closeSidebar');
    await bench.editor.focus();
    await prepare(bench);
    const path = join(FOLDER, `${name}.png`);
    await bench.screenshot(path, { clip: { x: 0, y: 0, ...size } });
    const { size: bytes } = await stat(path);
    console.log(`images/${name}.png ${Math.round(bytes / 1024)} KB`);
    if (bytes > LARGEST) throw new Error(`images/${name}.png is groter dan ${LARGEST / 1024} KB.`);
  } catch (error) {
    await page.screenshot({ path: join(PROJECT, 'out', `${name}.png`) });
    throw error;
  } finally {
    await close();
  }
}

await takePictures(process.argv.slice(2));
