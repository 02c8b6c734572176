/**
 * Makes the Word file and the PDF that the tests of the editor convert, from programmes of the corpus; run by hand.
 *
 *   node scripts/vscode/make-sources.mjs
 *
 * Asks for pandoc and for Chromium (CHROMIUM, or where Debian has it).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { chromium } from 'playwright-core';
import { PROJECT } from './install.mjs';

const folder = join(PROJECT, 'test', 'fixtures', 'bronnen');
mkdirSync(folder, { recursive: true });
const corpus = (name) => readFileSync(join(PROJECT, 'test', 'corpus', `${name}.md`), 'utf8');

/** Three remarks in the margin, behind the first paragraph of running text. */
const comments = [1, 2, 3].map(
  (id) => `[Klopt dit nog?]{.comment-start id="${id}" author="Griffie"}[]{.comment-end id="${id}"}`,
);
const remarked = corpus('pamflet').replace(/^\w.*\.$/m, (paragraph) => paragraph + comments.join(''));
execFileSync('pandoc', ['--from=markdown', '--to=docx', '--output', join(folder, 'pamflet.docx')], { input: remarked });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.setContent(`<html lang="nl"><style>
  body { font: 11pt/1.4 serif } h1 { font-size: 22pt } h2 { font-size: 16pt }
</style>${new MarkdownIt({ html: false }).render(corpus('grotestad-botweg'))}</html>`);
const pdf = await page.pdf({ format: 'A4', margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' } });
writeFileSync(join(folder, 'botweg.pdf'), pdf);
await browser.close();
