// Draws images/icon.png (256 px, for the gallery) from images/icon.svg. Run by hand when the drawing changes.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SIZE = 256;
const images = new URL('../images/', import.meta.url);
const svg = await readFile(new URL('icon.svg', images), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
await writeFile(new URL('icon.png', images), await page.screenshot({ omitBackground: true }));
await browser.close();
console.log(fileURLToPath(new URL('icon.png', images)));
