import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  builtinStudy,
  type Counted,
  type CoverageState,
  createService,
  DEFAULT_CONFIGURATION,
  tally,
  tallyHtml,
} from '../../server/src/core/index.js';
import { needProgram } from '../debian.js';
import { folderWith } from './run.js';

const beside = createService([builtinStudy]).report({ configuration: DEFAULT_CONFIGURATION, documents: [] }, '');
const OPGAVEN = beside.themes.flatMap(({ opgaven }) => opgaven);
const STATES: readonly CoverageState[] = ['opgepakt', 'niet-genoemd', 'anders', 'ontbreekt', 'mogelijk', 'opgepakt'];
const PARTIES = ['Lokaal <img src=x onerror=alert(1)>', 'Groén', 'Vrij'];
const PROVINCES = ['Zeeland', 'Drenthe', 'Utrecht', 'Limburg'];

/** Five hundred programmes, each in another way; every sentence would end the script that it is kept in. */
const FIVE_HUNDRED = Array.from({ length: 500 }, (_, index): Counted => {
  const file = `programma-${index + 1}.md`;
  const opgaven = OPGAVEN.map(({ id }, at) => {
    const state = STATES[(index * 7 + at * (1 + (index % 5))) % 6]!;
    const words = `${'Wij doen dit in elke wijk van onze gemeente, samen met wie er woont. '.repeat(2)}</script><script>document.title='X'</script> ${index}`;
    return [id, { state, place: { label: `regel ${at}`, href: `${file}#L${at}`, words } }] as const;
  });
  return {
    file,
    outcome: { title: `P ${index + 1}`, href: file, unread: [], opgaven: Object.fromEntries(opgaven) },
    groups: { partij: PARTIES[index % 3]!, provincie: PROVINCES[index % 4]! },
  };
});
const counted = tally(beside, FIVE_HUNDRED);

let browser: Browser;
beforeAll(async () => {
  needProgram('chromium');
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}, 600_000);
afterAll(() => browser?.close());

/** The page in a browser, in which nothing may go wrong. */
async function opened(look: (page: Page) => Promise<void>): Promise<void> {
  const file = join(folderWith({}), 'geteld.html');
  writeFileSync(file, tallyHtml(counted, ''));
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => wrong.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) wrong.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  await look(page);
  expect(wrong).toEqual([]);
  await page.close();
}

const numberOf = async (page: Page, row: string, stand: string): Promise<number> =>
  Number(await page.locator(`#${row} .number.${stand}`).first().textContent());
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const names = (page: Page): Promise<string[]> => page.locator('#per-programma tbody tr:visible th a').allTextContents();

describe('the page of five hundred programmes, in a browser', () => {
  it('opens with a line for each programme, and reads what it does with each opgave when that is asked', async () => {
    await opened(async (page) => {
      const counts = await page.evaluate<{ cells: number; elements: number; states: number }>(`({
        cells: document.querySelectorAll('td').length,
        elements: document.querySelectorAll('*').length,
        states: document.getElementById('gegevens').textContent.length,
      })`);
      expect(counts.cells).toBeLessThan(500 * 8);
      expect(counts.elements).toBeLessThan(500 * 14);
      expect(counts.states / 500).toBeLessThan(OPGAVEN.length + 100);
      expect(await page.title()).toBe('500 programma’s geteld');
      expect(await page.locator('#keuze').isVisible()).toBe(true);
    });
  });

  it('counts anew for what is chosen, and says how many that are', async () => {
    await opened(async (page) => {
      expect(await numberOf(page, 'per-opgave tbody', 'opgepakt')).toBe(counted.opgaven[0]!.stands.opgepakt);
      await page.getByLabel('Zoek een programma').fill('groen');
      const groen = counted.programmes.filter(({ groups }) => groups.partij === 'Groén');
      expect(await page.getByRole('status').textContent()).toBe(`${groen.length} van 500 programma’s`);
      expect(await numberOf(page, 'per-opgave tbody', 'opgepakt')).toBe(
        groen.filter(({ outcomes }) => outcomes[0]!.state === 'opgepakt').length,
      );
      await choice(page, 'Provincie').selectOption('Zeeland');
      const both = groen.filter(({ groups }) => groups.provincie === 'Zeeland');
      expect(await names(page)).toEqual(both.map(({ name }) => name));
      await page.getByRole('button', { name: 'Alles tonen' }).click();
      expect(await page.getByRole('status').textContent()).toBe('500 programma’s');
      expect(await names(page)).toHaveLength(500);
    });
  });

  it('shows of a chosen opgave who does what with it and where, as text', async () => {
    await opened(async (page) => {
      await choice(page, 'Opgave').selectOption({ label: OPGAVEN[3]!.title });
      await choice(page, 'Wat zij ermee doen').selectOption('kiest anders');
      const those = counted.programmes.filter(({ outcomes }) => outcomes[3]!.state === 'anders');
      expect(await names(page)).toEqual(those.map(({ name }) => name));
      const cell = page.locator('#per-programma tbody tr:visible .does').first();
      expect(await cell.textContent()).toMatch(/^⊘ kiest andersregel 3: ‘Wij doen .*<\/script><script>document/);
      expect(await cell.locator('a').getAttribute('href')).toBe(`${those[0]!.file}#L3`);
      await choice(page, 'Groepen naar').selectOption('provincie');
      expect(await page.locator('#per-groep tbody th').allTextContents()).toEqual(
        [...PROVINCES].sort().filter((name) => those.some(({ groups }) => groups.provincie === name)),
      );
      expect(await page.title()).toBe('500 programma’s geteld');
    });
  });

  it('sorts by the keyboard, and says so to who cannot see it', async () => {
    await opened(async (page) => {
      const head = page.locator('#per-programma').getByRole('columnheader', { name: 'opgepakt' });
      const shown = async () => (await page.locator('#per-programma td.opgepakt').allTextContents()).map(Number);
      await head.getByRole('button').press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect(await shown()).toEqual((await shown()).toSorted((a, b) => b - a));
      await head.getByRole('button').press('Space');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect(await shown()).toEqual((await shown()).toSorted((a, b) => a - b));
      await page
        .locator('#per-programma')
        .getByRole('columnheader', { name: 'Programma' })
        .getByRole('button')
        .press('Enter');
      expect((await names(page)).slice(0, 2)).toEqual(['P 1', 'P 2']);
    });
  });

  it('prints its bars and what was chosen, without what one chooses with, and fits a telephone', async () => {
    await opened(async (page) => {
      await choice(page, 'Provincie').selectOption('Drenthe');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#keuze').isVisible()).toBe(false);
      expect(await page.locator('#per-opgave .bar svg').first().isVisible()).toBe(true);
      expect(await names(page)).toHaveLength(125);
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      expect(await page.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(22, 25, 31)');
      await page.setViewportSize({ width: 420, height: 900 });
      expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBeLessThanOrEqual(420);
    });
  });
});
