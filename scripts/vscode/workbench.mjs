/**
 * The workbench as a person uses it, over a page of `openPage`: for UI tests and for the README's pictures.
 * Every step waits for what it causes to be seen; nothing sleeps.
 */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @typedef {{ severity: string, message: string, code: string, source: string, line: number, column: number }} Problem */

/** @typedef {{ level: number, expanded: boolean | undefined, label: string, description: string }} TreeRow */

const PATIENCE = 30_000;

/** What a first page has to fetch and compile comes on top. */
const FIRST_PATIENCE = 90_000;

export class Workbench {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  /** Waits until the workbench stands. */
  async ready() {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: FIRST_PATIENCE });
    await this.page.locator('.statusbar-item').first().waitFor({ timeout: FIRST_PATIENCE });
  }

  /**
   * Opens a file of the workspace by its name, through quick open.
   * @param {string} name
   */
  async openFile(name) {
    const row = this.#quickInput.locator('.monaco-list-row', { hasText: basename(name) }).first();
    // The list of files may still be growing: the question is asked again until the file is in it.
    await this.#retry(async (patience) => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+P');
      await this.#quickInputField.waitFor({ timeout: patience });
      await this.#quickInputField.fill(name);
      await row.waitFor({ timeout: patience });
    });
    await row.click();
    await this.page.locator('.tab.active', { hasText: basename(name) }).waitFor();
    await this.#editor.locator('.view-lines').waitFor();
    await this.focusEditor();
  }

  /** Puts the keyboard in the active editor, without moving the cursor. */
  async focusEditor() {
    if ((await this.#focusedEditor.count()) > 0) return;
    await this.page.keyboard.press('Control+1');
    await this.#focusedEditor.first().waitFor();
  }

  /**
   * Types at the cursor, key by key. Give `expectLine` to wait until the editor shows it.
   * @param {string} text
   * @param {{ expectLine?: string, delay?: number }} [options]
   */
  async typeText(text, options = {}) {
    await this.focusEditor();
    await this.page.keyboard.type(text, { delay: options.delay ?? 0 });
    if (options.expectLine !== undefined) await this.#line(options.expectLine).waitFor();
  }

  /**
   * @param {number} line from 1
   * @param {number} [column] from 1
   */
  async gotoLine(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    await this.#quickInputField.waitFor();
    await this.#quickInputField.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.#quickInput.waitFor({ state: 'hidden' });
    const position = new RegExp(`Ln ${line}, Col ${column}(\\D|$)`);
    await this.page.locator('.statusbar-item', { hasText: position }).waitFor();
    await this.focusEditor();
  }

  /**
   * Asks for suggestions at the cursor (or takes the list that typing opened).
   * @returns {Promise<string[]>} the labels shown
   */
  async suggest() {
    const widget = this.page.locator('.suggest-widget.visible');
    const rows = widget.locator('.monaco-list-row');
    if (!(await widget.isVisible())) {
      await this.focusEditor();
      await this.page.keyboard.press('Control+Space');
    }
    await rows.first().waitFor();
    return rows.locator('.label-name').allInnerTexts();
  }

  /**
   * Accepts a suggestion of the open list.
   * @param {string} label
   */
  async acceptSuggestion(label) {
    const widget = this.page.locator('.suggest-widget.visible');
    await widget.locator('.monaco-list-row', { hasText: label }).first().click();
    await widget.waitFor({ state: 'hidden' });
  }

  /**
   * Rests the mouse on a text in the editor.
   * @param {string} text as it stands in one line
   * @param {string | RegExp} [expected] waits until the hover says this; its parts come one by one
   * @returns {Promise<string>} what the hover says
   */
  async hoverOver(text, expected) {
    const place = await this.#placeOf(text);
    await this.page.mouse.move(place.x - 2, place.y);
    await this.page.mouse.move(place.x, place.y, { steps: 3 });
    return this.#readHover(expected);
  }

  /**
   * Draws the lower edge of the open hover down, as far as its text needs.
   * @param {number} pixels
   */
  async enlargeHover(pixels) {
    const edge = this.page.locator('.monaco-resizable-hover .monaco-sash.horizontal').last();
    const box = await edge.boundingBox();
    if (!box) throw new Error('Er staat geen uitleg open.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x, y + pixels, { steps: 4 });
    await this.page.mouse.up();
    await this.page.mouse.move(x, y - 40); // off the edge, which lights up under the mouse
  }

  /**
   * Shows the hover at the cursor by keyboard.
   * @param {string | RegExp} [expected] as with `hoverOver`
   * @returns {Promise<string>}
   */
  async hoverAtCursor(expected) {
    await this.focusEditor();
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    return this.#readHover(expected);
  }

  /**
   * Opens the quick-fix menu at the cursor.
   * @returns {Promise<string[]>} the titles of the actions
   */
  async quickFixMenu() {
    await this.focusEditor();
    // At a first look the finding may be on its way; then VS Code says there are no actions.
    await this.#retry(async (patience) => {
      await this.page.keyboard.press('Control+.');
      await this.#actions.first().waitFor({ timeout: patience });
    });
    return trimmed(await this.#actions.allInnerTexts());
  }

  /**
   * Takes an action of the open quick-fix menu.
   * @param {string} title
   */
  async applyQuickFix(title) {
    await this.#actions.filter({ hasText: title }).first().click();
    await this.#actions.first().waitFor({ state: 'hidden' });
  }

  /**
   * Runs a command by the palette.
   * @param {string} title as the palette shows it (`Categorie: Titel`), or the command's id
   */
  async runCommand(title) {
    const row = this.#quickInput.locator('.monaco-list-row').first();
    const isId = /^[\w-]+(\.[\w-]+)+$/.test(title);
    // A command of an extension that is not loaded yet comes a moment later.
    await this.#retry(async (patience) => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      await this.#quickInputField.waitFor({ timeout: patience });
      await this.#quickInputField.fill(`>${title}`);
      const wanted = isId ? row : row.filter({ hasText: title });
      await wanted.filter({ hasNotText: 'No matching commands' }).waitFor({ timeout: patience });
      await row.click({ timeout: patience });
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
   * Draws the edge of the side bar to a width.
   * @param {number} width in pixels
   */
  async widenSideBar(width) {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('De zijbalk staat niet open.');
    const [edge, y] = [box.x + box.width, box.y + box.height / 2];
    await this.page.mouse.move(edge, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, y, { steps: 4 });
    await this.page.mouse.up();
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
   * Waits until the active editor underlines as many places.
   * @param {'error' | 'warning' | 'info' | 'hint'} severity
   * @param {number} [atLeast]
   */
  async waitForSquiggles(severity, atLeast = 1) {
    await this.#editor
      .locator(`.squiggly-${severity}`)
      .nth(atLeast - 1)
      .waitFor({ state: 'attached', timeout: FIRST_PATIENCE });
  }

  /**
   * The text of the active editor, as far as it is in sight.
   * @returns {Promise<string[]>}
   */
  async readEditor() {
    const lines = await this.#editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.map(plainSpaces);
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

  get #quickInputField() {
    return this.#quickInput.locator('.quick-input-box input').first();
  }

  get #actions() {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  get #frame() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  get #editor() {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  get #focusedEditor() {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused');
  }

  /** @param {string} text */
  #line(text) {
    return this.#editor.locator('.view-line', { hasText: text }).first();
  }

  /** @param {string} name */
  #tree(name) {
    const pane = this.page.locator('.pane', { has: this.page.locator('.pane-header', { hasText: name }) });
    return pane.locator('.monaco-list').first();
  }

  /**
   * The middle of a text in the editor, in pixels of the page.
   * @param {string} text
   * @returns {Promise<{ x: number, y: number }>}
   */
  async #placeOf(text) {
    await this.#line(text).waitFor();
    return this.#line(text).evaluate((line, wanted) => {
      /** @type {{ node: Text, start: number }[]} */
      const pieces = [];
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let all = '';
      while (walker.nextNode()) {
        const node = /** @type {Text} */ (walker.currentNode);
        pieces.push({ node, start: all.length });
        all += node.data;
      }
      const from = all.replaceAll('\u00a0', ' ').indexOf(wanted);
      const middle = from + Math.floor(wanted.length / 2);
      const piece = pieces.findLast(({ start }) => start <= middle);
      if (from < 0 || !piece) throw new Error(`'${wanted}' staat niet op één regel van de editor`);
      const range = document.createRange();
      range.setStart(piece.node, middle - piece.start);
      range.setEnd(piece.node, middle - piece.start + 1);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, text);
  }

  /**
   * @param {string | RegExp} [expected]
   * @returns {Promise<string>}
   */
  async #readHover(expected) {
    const rows = this.page.locator('.monaco-hover .hover-row').filter({ visible: true });
    const wanted =
      expected === undefined ? rows.filter({ hasNotText: /^\s*Loading/ }) : rows.filter({ hasText: expected });
    await wanted.first().waitFor();
    await rows
      .filter({ hasText: /^\s*Loading/ })
      .first()
      .waitFor({ state: 'hidden' });
    return trimmed(await rows.allInnerTexts()).join('\n\n');
  }

  /**
   * Tries a step again until it works, each time with more patience.
   * @param {(patience: number) => Promise<void>} step
   */
  async #retry(step) {
    for (const patience of [2_000, 5_000, 10_000]) {
      try {
        return await step(patience);
      } catch {
        // Once more; the last one tells.
      }
    }
    return step(PATIENCE);
  }
}

/** @param {string} path */
function basename(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** @param {string[]} texts */
function trimmed(texts) {
  return texts.map((text) => plainSpaces(text).trim()).filter(Boolean);
}

/**
 * The editor writes a space as a no-break space.
 * @param {string} text
 */
function plainSpaces(text) {
  return text.replaceAll('\u00a0', ' ');
}
