import MarkdownIt from 'markdown-it';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cited, type Explained, explainedIn, IDS, inWords, wrongly } from './explained.js';
import { HOSTS, vscodeFor } from './window.js';

/** So many of the tallest of each kind are really hovered over. */
const REALLY = 12;

const EVERYTHING = [undefined, 'Zaanstad', 'Amsterdam', 'Helmond', 'Urk'].flatMap((municipality) => [
  ...cited(municipality),
  ...inWords(municipality),
]);

/** A line with a finding at the same column as in all others. */
const lineOf = (id: string): string => `- ${'x'.repeat(50 - id.length)} ${wrongly(id)}.`;
const COLUMN = lineOf('').indexOf('999') + 1;

const OPEN = '.monaco-resizable-hover .monaco-hover';
const markdownIt = new MarkdownIt();

/** How tall the open hover would be with other findings and explanations in it: laid out by VS Code's own page. */
const heightsOf = (page: Page, all: readonly Explained[]): Promise<number[]> =>
  page.locator(OPEN).evaluate(
    (hover, hovers) => {
      const copy = hover.cloneNode(true) as HTMLElement;
      const content = copy.querySelector<HTMLElement>('.monaco-hover-content')!;
      for (const part of [copy, content.parentElement!, content]) {
        part.style.height = 'auto';
        part.style.maxHeight = 'none';
      }
      hover.parentElement!.append(copy);
      const [message, code] = content.querySelectorAll('.marker > span');
      const explanation = content.querySelector('.rendered-markdown')!;
      const heights = hovers.map((one) => {
        message!.textContent = one.message;
        code!.textContent = `opgavenwijzer(${one.code})`;
        explanation.innerHTML = one.html;
        return Math.ceil(content.getBoundingClientRect().height);
      });
      copy.remove();
      return heights;
    },
    all.map(({ message, code, markdown }) => ({ message, code, html: markdownIt.render(markdown) })),
  );

describe.each(HOSTS)('De uitleg bij een woord met een melding (%s)', (kind) => {
  const open = vscodeFor(kind);

  it('staat voor alles in de studie met de melding en de links in wat VS Code toont', async () => {
    expect(IDS.filter((id) => !EVERYTHING.some((one) => one.id === id))).toEqual([]);
    const files = { 'programma.md': '# Wonen\n\nIn Waterdam is het woningtekort groter dan ooit.\n' };
    const { page, bench, close } = await open({ files, file: 'programma.md' });
    await bench.editor.waitForSquiggles('warning');
    await bench.editor.gotoLine(3, 25);
    await bench.editor.hoverAtCursor('Waarom dit?');
    const shown = await page.locator(OPEN).evaluate((hover) => Number.parseInt(hover.style.maxHeight, 10));
    expect(shown).toBe(250);
    const heights = await heightsOf(page, EVERYTHING);
    const hidden = EVERYTHING.flatMap((one, k) => (heights[k]! > shown ? [{ height: heights[k], ...one }] : []));
    expect(hidden).toEqual([]);
    await close();
  });

  it('is zo hoog als berekend, bij de hoogste van elke soort', async () => {
    const byHeight = [...cited()].sort((a, b) => b.markdown.length - a.markdown.length);
    const kinds = [...new Set(byHeight.map((one) => one.kind))];
    const tallest = kinds.flatMap((one) => byHeight.filter(({ kind }) => kind === one).slice(0, REALLY));
    const text = `${tallest.map(({ id }) => lineOf(id)).join('\n')}\n`;
    const { page, bench, close } = await open({ files: { 'programma.md': text }, file: 'programma.md' });
    await bench.editor.waitForSquiggles('warning');
    const real: number[] = [];
    const { length } = tallest;
    const expected = explainedIn(text);
    expect(expected).toHaveLength(length);
    for (const [k, { message }] of expected.entries()) {
      if (k === 0) await bench.editor.gotoLine(1, COLUMN);
      else await page.keyboard.press('ArrowDown');
      await bench.editor.hoverAtCursor('Waarom dit?');
      // Its parts come one by one, and the hover of the line above may still be there.
      const hover = page.locator(OPEN).filter({ hasText: message }).filter({ hasText: 'Waarom dit?' });
      real.push(await hover.evaluate((one) => one.querySelector('.monaco-hover-content')!.scrollHeight));
    }
    const heights = await heightsOf(page, expected);
    expect(real.map((height, k) => Math.abs(height - heights[k]!)).filter((difference) => difference > 1)).toEqual([]);
    await close();
  });
});
