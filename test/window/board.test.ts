import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/vscode/install.mjs';
import { HOSTS, vscodeFor, type Window } from './window.js';

const SAMPLE = readFileSync(join(PROJECT, 'voorbeelden/waterdam/programma.md'), 'utf8');
const HOUSING =
  '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit. Dat merkt iedereen.\n\nWij bouwen sneller [@trendstudie:nieuwbouw-aanjagen, p. 61].\n\n';

/** The page of the board, within the two frames of VS Code. */
const pageOf = ({ page }: Window): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

const rowOf = (board: FrameLocator, id: string): Locator => board.locator(`[role=row][data-opgave="${id}"]`);

/** Where the keyboard is on the board: the opgave and the part of its row. */
const focusOf = (board: FrameLocator): Promise<string> =>
  board.locator('body').evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return `${at?.closest<HTMLElement>('[role=row]')?.dataset.opgave} ${at?.dataset.part ?? ''}`.trim();
  });

/** That, with the place in the text that is marked: as they stand at one moment. */
const visitOf = (board: FrameLocator): Promise<string> =>
  board.locator('body').evaluate(() => {
    const row = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[role=row]');
    return `${row?.dataset.opgave} ${document.querySelector('[role=row].current .where')?.textContent}`;
  });

const scrollOf = (board: FrameLocator): Promise<number> => board.locator('body').evaluate(() => window.scrollY);

async function openBoard(window: Window): Promise<FrameLocator> {
  await window.bench.readStatusBar(/^Opgaven \d/);
  await window.bench.runCommand('Opgavenwijzer: Dekkingsbord');
  const board = pageOf(window);
  await board.locator('[role=row]').first().waitFor();
  return board;
}

describe.each(HOSTS)('Het dekkingsbord (%s)', (kind) => {
  const open = vscodeFor(kind);

  it('toont een rij per opgave onder haar thema: vorm, kleur, woord, zin en wat men kan doen', async () => {
    const window = await open({ files: { 'programma.md': HOUSING }, file: 'programma.md' });
    const board = await openBoard(window);
    expect(await board.locator('[role=row]').count()).toBe(39);
    expect(await board.locator('h2').count()).toBe(8);
    const theme = board.locator('section', { has: board.locator('h2', { hasText: 'Ruimte en wonen' }) });
    expect(await theme.locator('[role=row]').count()).toBe(8);
    const taken = rowOf(board, 'nieuwbouw-aanjagen');
    const missing = rowOf(board, 'woonruimte-zonder-bijbouwen');
    expect(await taken.textContent()).toMatch(/●\s*opgepakt\s*Nieuwbouw aanjagen\s*regel 5: ‘Wij bouwen sneller\.’/);
    expect(await missing.textContent()).toMatch(
      /○\s*ontbreekt\s*Meer woonruimte zonder bij te bouwen\s*genoemd op regel 3: ‘In onze stad is het woningtekort groter dan ooit\.’\s*oppakken\s*bewust niet/,
    );
    const colour = (row: Locator) => row.locator('.sign').evaluate((sign) => getComputedStyle(sign).color);
    expect(await colour(taken)).not.toBe(await colour(missing));
    await missing.locator('.place').click();
    await window.bench.readStatusBar(/Ln 3, Col/);

    // What is being pressed stays until it is let go, also when the text changes meanwhile.
    const counts = board.locator('.counts');
    const before = await counts.textContent();
    await missing.getByRole('button', { name: /^bewust niet/ }).hover();
    await window.page.mouse.down();
    const cited = `${HOUSING}Wij sturen op cijfers [@trendstudie:datagestuurd-werken-veiligheid, p. 56].\n`;
    await writeFile(join(window.folder, 'programma.md'), cited);
    await expect.poll(() => counts.textContent()).not.toBe(before);
    await window.page.mouse.up();
    const reason = window.page.locator('.quick-input-widget .quick-input-box input').first();
    await reason.fill('Dat doet de regio.');
    await rowOf(board, 'datagestuurd-werken-veiligheid').and(board.locator('.opgepakt')).waitFor();
    // The reason that is being written stays when one looks in the text.
    await window.page.locator('.view-line').last().click();
    await reason.press('Enter');
    await missing.and(board.locator('.bewust-niet')).waitFor();
    await window.close();
  });

  it('gaat met alleen het toetsenbord langs rijen, delen, plaatsen en het filter', async () => {
    const window = await open({ files: { 'programma.md': HOUSING }, file: 'programma.md' });
    const { page } = window;
    const board = await openBoard(window);
    await board.locator('body').click({ position: { x: 2, y: 2 } });
    for (const button of ['Alleen wat ontbreekt', 'Vorige', 'Volgende']) {
      await page.keyboard.press('Tab');
      await board.locator('button:focus', { hasText: button }).waitFor();
    }
    await page.keyboard.press('Tab');
    const rows = await board
      .locator('[role=row]')
      .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.opgave));
    await expect.poll(() => focusOf(board)).toBe(rows[0]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusOf(board)).toBe(rows[1]);
    await page.keyboard.press('End');
    await expect.poll(() => focusOf(board)).toBe(rows.at(-1));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focusOf(board)).toMatch(`${rows[0]} opgavenwijzer.`);
    // The places in the order of the text; the board keeps the keyboard.
    await page.keyboard.press('ArrowLeft');
    const visited: string[] = [];
    const places = await board.locator('.where').count();
    for (let k = 0; k < places; k++) {
      const before = await visitOf(board);
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => visitOf(board)).not.toBe(before);
      visited.push(await visitOf(board));
    }
    const lines = visited.map((place) => Number(/regel (\d+)/.exec(place)![1]));
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
    expect(new Set(lines)).toEqual(new Set([3, 5]));
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => visitOf(board)).toBe(visited.at(-2));
    // The filter, and a place by Enter: the text has the keyboard.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => board.locator('[role=row]:not(.ontbreekt)').count()).toBe(0);
    expect(await board.locator('[role=row]').count()).toBeGreaterThan(0);
    for (let k = 0; k < 3; k++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await window.bench.readStatusBar(/Ln 3, Col/);
    await window.close();
  });

  it('volgt het schrijven en houdt zijn plaats, ook als het venster opnieuw laadt', async () => {
    // Opened by hand: a file that the address opens takes the place of what stood open.
    const window = await open({ files: { 'programma.md': `${SAMPLE}\n\n` } });
    const { page, bench } = window;
    await bench.openFile('programma.md');
    let board = await openBoard(window);
    const place = rowOf(board, 'nieuwbouw-aanjagen').locator('.place');
    const line = /regel (\d+)/.exec((await place.textContent())!)![1];
    await place.press('Enter');
    // The cursor goes there by way of the extension; what is typed before that would come to stand there.
    await bench.readStatusBar(new RegExp(`Ln ${line}, Col`));
    await rowOf(board, 'nieuwbouw-aanjagen').evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const scroll = await scrollOf(board);
    expect(scroll).toBeGreaterThan(100);
    await bench.editor.gotoLine(SAMPLE.split('\n').length + 1);
    await bench.editor.type('Wij sturen op cijfers [@trendstudie:datagestuurd-werken-veiligheid, p. 56].', {
      delay: 5,
    });
    await rowOf(board, 'datagestuurd-werken-veiligheid').and(board.locator('.opgepakt')).waitFor();
    expect(Math.abs((await scrollOf(board)) - scroll)).toBeLessThan(3);
    await board.locator('[role=row].current[data-opgave="nieuwbouw-aanjagen"]').waitFor();

    await board.getByRole('button', { name: /Alleen wat ontbreekt/ }).click();
    await bench.runCommand('workbench.action.files.saveAll');
    await page.locator('.tab.dirty').waitFor({ state: 'hidden' });
    const loaded = page.waitForEvent('load');
    await bench.runCommand('workbench.action.reloadWindow');
    await loaded;
    await bench.ready();
    board = pageOf(window);
    await board.locator('[role=row]').first().waitFor();
    expect(await board.locator('[aria-pressed=true]').textContent()).toContain('Alleen wat ontbreekt');
    expect(await board.locator('[role=row]:not(.ontbreekt)').count()).toBe(0);
    await window.close();
  });

  it('volgt de kleuren van de editor, en een voorbeeldweergave in hetzelfde tabblad leegt bord noch boom', async () => {
    const window = await open({ files: { 'programma.md': SAMPLE }, file: 'programma.md' });
    const { page, bench } = window;
    const board = await openBoard(window);
    const colours = new Set<string>();
    for (const [theme, shown, ofPage] of [
      ['Light Modern', 'vs', 'vscode-light'],
      ['Dark Modern', 'vs-dark', 'vscode-dark'],
      ['Dark High Contrast', 'hc-black', 'vscode-high-contrast'],
      ['Light High Contrast', 'hc-light', 'vscode-high-contrast-light'],
    ] as const) {
      await bench.runCommand('workbench.action.selectTheme');
      await page.getByPlaceholder(/Select Color Theme/).fill(theme);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: theme }).first().click();
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.locator(`.monaco-workbench.${shown}`).waitFor();
      // The editor and the page follow each in its own time: as long as neither did they are the same, in the old colours.
      await board.locator(`body[data-vscode-theme-kind="${ofPage}"]`).waitFor();
      const ofEditor = () =>
        page
          .locator('.monaco-workbench')
          .evaluate((one) => getComputedStyle(one).getPropertyValue('--vscode-editor-background').trim());
      const ofBoard = () =>
        board
          .locator('body')
          .evaluate(() =>
            getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background').trim(),
          );
      await expect.poll(async () => (await ofBoard()) === (await ofEditor())).toBe(true);
      colours.add(`${await ofBoard()} ${await board.locator('body').evaluate((body) => getComputedStyle(body).color)}`);
      await page.screenshot({ path: join(PROJECT, 'out', `bord ${theme} ${kind}.png`) });
    }
    expect(colours.size).toBe(4);

    const counts = await board.locator('.counts').textContent();
    await bench.editor.focus();
    await bench.runCommand('Markdown: Open as Preview');
    await page.locator('.editor-group-container').first().locator('.monaco-editor').waitFor({ state: 'detached' });
    await bench.readTree('opgavenwijzer.dekking', 'Dekking', 9);
    const texts = await Promise.all(
      (await page.locator('iframe.webview.ready').all()).map((frame) =>
        frame.contentFrame().frameLocator('iframe#active-frame').locator('body').textContent(),
      ),
    );
    expect(texts.some((text) => text?.includes(counts!))).toBe(true);
    await window.close();
  });
});
