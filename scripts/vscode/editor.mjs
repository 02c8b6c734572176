/**
 * The text editor as a person uses it: keys, mouse, and what appears by them. Every step waits for what it causes to be
 * seen; nothing sleeps.
 */

import { quickOpen } from './quick-open.mjs';
import { plainSpaces, trimmed } from './shown-text.mjs';
import { PATIENCE, untilAnswered } from './timeouts.mjs';

export class Editor {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Puts the keyboard in the active editor, without moving the cursor. */
  async focus() {
    if ((await this.#focused.count()) > 0) return;
    await this.page.keyboard.press('Control+1');
    await this.#focused.first().waitFor();
  }

  /**
   * Types at the cursor, key by key. Give `expectLine` to wait until the editor shows it.
   * @param {string} text
   * @param {{ expectLine?: string, delay?: number }} [options]
   */
  async type(text, options = {}) {
    await this.focus();
    await this.page.keyboard.type(text, { delay: options.delay ?? 0 });
    if (options.expectLine !== undefined) await this.#line(options.expectLine).waitFor();
  }

  /**
   * @param {number} line from 1
   * @param {number} [column] from 1
   */
  async gotoLine(line, column = 1) {
    await untilAnswered((patience) => quickOpen(this.page, `:${line}:${column}`, patience));
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const position = new RegExp(`Ln ${line}, Col ${column}(\\D|$)`);
    await this.page.locator('.statusbar-item', { hasText: position }).waitFor();
    await this.focus();
  }

  /**
   * Asks for suggestions at the cursor (or takes the list that typing opened).
   * @returns {Promise<string[]>} the labels shown
   */
  async suggest() {
    const widget = this.page.locator('.suggest-widget.visible');
    const rows = widget.locator('.monaco-list-row');
    if (!(await widget.isVisible())) {
      await this.focus();
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
    // What is put between the lines (a lens, a preview) moves the text: the mouse goes after it.
    await untilAnswered(async (patience) => {
      const place = await this.#placeOf(text);
      await this.page.mouse.move(place.x - 2, place.y);
      await this.page.mouse.move(place.x, place.y, { steps: 3 });
      await this.page
        .locator('.monaco-hover .hover-row')
        .filter({ visible: true })
        .first()
        .waitFor({ timeout: patience });
    });
    return this.#readHover(expected);
  }

  /**
   * Shows the hover at the cursor by keyboard. VS Code closes one when findings change, and forgets the first of two keys
   * when the second is late: it is asked for again.
   * @param {string | RegExp} [expected] as with `hoverOver`
   * @returns {Promise<string>}
   */
  async hoverAtCursor(expected) {
    let first = true;
    return untilAnswered(async (patience) => {
      await this.focus();
      // Asked for while it is open, a hover takes the keyboard.
      if (!first) await this.page.keyboard.press('Escape');
      first = false;
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      return this.#readHover(expected, patience);
    });
  }

  /**
   * Opens the quick-fix menu at the cursor; wait for the finding first. A quarter of a second after the cursor moved or a
   * finding changed VS Code asks for the bulb itself, and drops a menu that was asked for before: it is asked for again.
   * @returns {Promise<string[]>} the titles of the actions
   */
  async quickFixMenu() {
    await this.focus();
    await untilAnswered(async (patience) => {
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
   * Waits until the active editor underlines as many places.
   * @param {'error' | 'warning' | 'info' | 'hint'} severity
   * @param {number} [atLeast]
   */
  async waitForSquiggles(severity, atLeast = 1) {
    await this.#widget
      .locator(`.squiggly-${severity}`)
      .nth(atLeast - 1)
      .waitFor({ state: 'attached' });
  }

  /**
   * The text of the active editor, as far as it is in sight.
   * @returns {Promise<string[]>}
   */
  async read() {
    const lines = await this.#widget.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.map(plainSpaces);
  }

  get #actions() {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  get #widget() {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  get #focused() {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused');
  }

  /** @param {string} text */
  #line(text) {
    return this.#widget.locator('.view-line', { hasText: text }).first();
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
   * @param {number} [timeout]
   * @returns {Promise<string>}
   */
  async #readHover(expected, timeout = PATIENCE) {
    const rows = this.page.locator('.monaco-hover .hover-row').filter({ visible: true });
    const wanted =
      expected === undefined ? rows.filter({ hasNotText: /^\s*Loading/ }) : rows.filter({ hasText: expected });
    await wanted.first().waitFor({ timeout });
    await rows
      .filter({ hasText: /^\s*Loading/ })
      .first()
      .waitFor({ state: 'hidden', timeout });
    return trimmed(await rows.allInnerTexts()).join('\n\n');
  }
}
