/**
 * Opens the box at the top of the workbench and fills it in. By the mouse: a key that is pressed while a web page has the
 * keyboard reaches the workbench by way of that page, on a busy machine so late that what it opened closes again.
 * @param {import('playwright-core').Page} page
 * @param {string} text a name of a file, `>` with a command, `:` with a line
 * @param {number} patience of each step
 */
export async function quickOpen(page, text, patience) {
  const box = page.locator('.quick-input-widget');
  if (await box.isVisible()) {
    await box.locator('.quick-input-box input').first().press('Escape', { timeout: patience });
    await box.waitFor({ state: 'hidden', timeout: patience });
  }
  await page.locator('.command-center .command-center-center').first().click({ timeout: patience });
  await box.locator('.quick-input-box input').first().fill(text, { timeout: patience });
}
