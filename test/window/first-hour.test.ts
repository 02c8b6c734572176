import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/vscode/install.mjs';
import { HOSTS, vscodeFor } from './window.js';

const OWN_TEXT = `Waterdam groeit, en dat is te merken. In onze stad is het woningtekort groter dan ooit. Wij bouwen tot 2030 3.200 woningen, waarvan een derde sociale huur.

De wachtlijsten in de jeugdzorg zijn lang. Ouderen blijven langer thuis wonen en hebben zorg dichtbij nodig.

Online oplichting raakt steeds meer inwoners. De ondermijning neemt toe.

Wij leggen zonnepanelen op alle daken van de gemeente en planten duizend bomen tegen de hitte. De bus rijdt nog maar eens per uur.
`;

describe.each(HOSTS)('Het eerste uur (%s)', (kind) => {
  const open = vscodeFor(kind);

  it('gaat van een lege map naar een programma waarin op het bord niets openstaat, zonder hulp', async () => {
    const { page, bench, close } = await open();
    let step = 0;
    const see = () =>
      page.screenshot({ path: join(PROJECT, 'out', `eerste-uur-${kind}-${String(++step).padStart(2, '0')}.png`) });

    // The welcome of the view, and its button for a new programme over all themes.
    await page.locator('.activitybar .action-item', { has: page.getByLabel(/Opgavenwijzer/) }).click();
    const button = page.getByRole('button', { name: 'Nieuw programma' });
    await button.waitFor();
    await see();
    await button.click();
    const question = page.locator('.quick-input-widget');
    const answer = question.locator('.quick-input-box input').first();
    await question.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await see();
    await answer.press('Enter');
    await bench.readStatusBar(/\(22 selected\)/);
    await bench.editor.focus();
    await see();

    // The title, and a text of one's own below the first heading.
    await page.keyboard.insertText('Waterdam vooruit');
    await page.locator('.view-line', { hasText: '# Waterdam vooruit' }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`\n${OWN_TEXT}`);
    await bench.readStatusBar(/^Opgaven [1-9]/);
    await see();

    await bench.runCommand('Opgavenwijzer: Dekkingsbord');
    const board = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await board.locator('[role=row]').first().waitFor();
    await see();

    // What is left, one after another, until nothing is.
    const unanswered = board.locator('[role=row].ontbreekt, [role=row].mogelijk');
    for (let turn = 0; (await unanswered.count()) > 0; turn++) {
      expect(turn).toBeLessThan(40);
      const id = await unanswered.first().getAttribute('data-opgave');
      const row = board.locator(`[role=row][data-opgave="${id}"]`);
      const state = (await row.getAttribute('class'))!.split(' ')[0];
      if (state === 'mogelijk') {
        await row.getByRole('button', { name: /^telt wel/ }).click();
      } else if (turn % 2 === 0) {
        await row.getByRole('button', { name: /^oppakken/ }).click();
        // The question stands in the text, selected.
        await bench.readStatusBar(/\(38 selected\)/);
        await bench.editor.focus();
        await see();
        await page.keyboard.insertText('In 2027 komt er een plan, met geld, samen met de buurt.');
        await see();
      } else {
        await row.getByRole('button', { name: /^bewust niet/ }).click();
        await answer.fill('Dat doet de regio.');
        await see();
        await answer.press('Enter');
      }
      await board.locator(`[role=row][data-opgave="${id}"]:not(.${state})`).waitFor();
    }
    // Every opgave is there, so that nothing open is no empty board.
    expect(await board.locator('[role=row]').count()).toBe(39);
    await see();
    await close();
  });
});
