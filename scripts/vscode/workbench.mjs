/**
 * The workbench as a person uses it, over a page of `openPage`: for UI tests and for the README's pictures.
 * Every step waits for what it causes to be seen; nothing sleeps.
 */
import { Editor } from './editor.mjs';
import { quickOpen } from './quick-open.mjs';
import { trimmed } from './shown-text.mjs';
import { PATIENCE, untilAnswered } from './timeouts.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @typedef {{ severity: string, message: string, code: string, source: string, line: number, column: number }} Problem */

/** @typedef {{ level: number, expanded: boolean | undefined, label: string, description: string }} TreeRow */

export class Workbench {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.editor = new Editor(page);
  }

  /** Waits until the workbench stands. */
  async ready() {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.statusbar-item').first().waitFor();
  }

  /**
   * Opens a file of the workspace by its name, through quick open.
   * @param {string} name
   */
  async openFile(name) {
    const row = this.#quickInput.locator('.monaco-list-row', { hasText: basename(name) }).first();
    // The list of files may still be growing: the question is asked again until the file is in it.
    await untilAnswered(async (patience) => {
      await quickOpen(this.page, name, patience);
      await row.waitFor({ timeout: patience });
    });
    await row.click();
    await this.page.locator('.tab.active', { hasText: basename(name) }).waitFor();
    await this.editor.focus();
  }

  /**
   * Runs a command by the palette.
   * @param {string} title as the palette shows it (`Categorie: Titel`), or the command's id
   */
  async runCommand(title) {
    const rows = this.#quickInput.locator('.monaco-list-row');
    const isId = /^[\w-]+(\.[\w-]+)+$/.test(title);
    // A command of an extension that is not loaded yet comes a moment later.
    await untilAnswered(async (patience) => {
      await quickOpen(this.page, `>${title}`, patience);
      const wanted = isId ? rows.first() : rows.first().filter({ hasText: title });
      await wanted.filter({ hasNotText: 'No matching commands' }).waitFor({ timeout: patience });
      // An id is no text of the list: it is found when nothing else is left but what VS Code calls similar.
      const others = rows.nth(1).filter({ hasNotText: 'similar commands' });
      if (isId) await others.waitFor({ state: 'hidden', timeout: patience });
      await rows.first().click({ timeout: patience });
    });
    // A question of the command comes in the place of the palette, and what is typed goes to the one that is there.
    await this.page.waitForFunction(() => {
      const field = document.querySelector('.quick-input-widget .quick-input-box input');
      return !(field instanceof HTMLInputElement && field.checkVisibility() && field.value.startsWith('>'));
    });
  }

  /**
   * The rows of the Problems view.
   * @param {number} [atLeast] waits until there are as many
   * @returns {Promise<Problem[]>}
   */
  async readProblems(atLeast = 0) {
    await this.runCommand('workbench.panel.markers.view.focus');
    const panel = this.page.locator('.markers-panel');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row:has(.marker-message-line)');
    if (atLeast > 0) await rows.nth(atLeast - 1).waitFor();
    return rows.evaluateAll((elements) =>
      elements.map((element) => {
        const text = (/** @type {string} */ selector) => element.querySelector(selector)?.textContent?.trim() ?? '';
        const place = /Ln (\d+), Col (\d+)/.exec(text('.marker-line'));
        const icon = element.querySelector('.marker-icon .codicon')?.className ?? '';
        return {
          severity: /codicon-(error|warning|info)/.exec(icon)?.[1] ?? '',
          message: text('.marker-message-line .monaco-highlighted-label') || text('.marker-message-line'),
          code: text('.marker-code').replace(/^\(|\)$/g, ''),
          source: text('.marker-source'),
          line: Number(place?.[1] ?? 0),
          column: Number(place?.[2] ?? 0),
        };
      }),
    );
  }

  /**
   * The texts of the status bar.
   * @param {string | RegExp} [expected] waits until an item says this
   * @returns {Promise<string[]>}
   */
  async readStatusBar(expected) {
    const items = this.page.locator('.statusbar-item');
    if (expected !== undefined) await items.filter({ hasText: expected }).first().waitFor();
    return trimmed(await items.allInnerTexts());
  }

  /**
   * Shows a view and reads its tree as far as it is unfolded and in sight.
   * @param {string} viewId
   * @param {string} name the title above the view
   * @param {number} [atLeast] waits until there are as many rows
   * @returns {Promise<TreeRow[]>}
   */
  async readTree(viewId, name, atLeast = 1) {
    await this.runCommand(`${viewId}.focus`);
    const rows = this.#tree(name).locator('.monaco-list-row');
    if (atLeast > 0) await rows.nth(atLeast - 1).waitFor();
    return rows.evaluateAll((elements) =>
      elements.map((element) => {
        const text = (/** @type {string} */ selector) => element.querySelector(selector)?.textContent?.trim() ?? '';
        const expanded = element.getAttribute('aria-expanded');
        return {
          level: Number(element.getAttribute('aria-level')),
          expanded: expanded === null ? undefined : expanded === 'true',
          label: text('.label-name'),
          description: text('.label-description'),
        };
      }),
    );
  }

  /**
   * Unfolds a row of a tree that is in sight.
   * @param {string} name the title above the view
   * @param {string} label
   */
  async expandTreeRow(name, label) {
    const row = this.#tree(name).locator('.monaco-list-row', { hasText: label }).first();
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.locator('.monaco-tl-twistie').click();
    await this.#tree(name).locator('.monaco-list-row[aria-expanded="true"]', { hasText: label }).first().waitFor();
  }

  /**
   * Waits until a text stands anywhere in the workbench (a notification, a line, a view).
   * @param {string | RegExp} text
   * @param {number} [timeout]
   */
  async waitForText(text, timeout = PATIENCE) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor({ timeout });
  }

  /**
   * Waits until a text stands in a web page of the workbench: a report, a preview.
   * @param {string | RegExp} text
   */
  async waitForFrame(text) {
    await this.#frame.getByText(text).first().waitFor();
  }

  /**
   * Scrolls a web page of the workbench until a text stands at its top.
   * @param {string} text
   */
  async scrollFrame(text) {
    await this.#frame
      .getByText(text, { exact: true })
      .first()
      .evaluate((element) => element.scrollIntoView());
  }

  /**
   * A picture of the page, once its fonts are there and the caret does not blink.
   * @param {string} path
   * @param {{ clip?: { x: number, y: number, width: number, height: number } }} [options]
   */
  async screenshot(path, options = {}) {
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide', ...options });
  }

  get #quickInput() {
    return this.page.locator('.quick-input-widget');
  }

  get #frame() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** @param {string} name */
  #tree(name) {
    const pane = this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: name }) });
    return pane.locator('.monaco-list').first();
  }
}

/** @param {string} path */
function basename(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}
