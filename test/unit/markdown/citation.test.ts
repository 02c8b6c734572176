import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../server/src/core/markdown/citation.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';

/** The citations of a text: id, and each locator as it is written. */
function citations(text: string): string[] {
  return findCitations(text, parseMarkdown(text).blocks, 'studie').map(({ id, from, to, locators }) => {
    expect(text.slice(from, to)).toBe(`studie:${id}`);
    return [id, ...locators.map((locator) => text.slice(locator.from, locator.to))].join(' | ');
  });
}

describe('citations', () => {
  test.each([
    ['[@studie:wonen]', ['wonen']],
    ['Zoals @studie:wonen zegt.', ['wonen']],
    ['Zoals @studie:wonen [p. 61] zegt.', ['wonen | p. 61']],
    ['[@studie:wonen, p. 61]', ['wonen | p. 61']],
    ['[@studie:wonen, pp. 61-62]', ['wonen | pp. 61-62']],
    ['[@studie:wonen, p. 61–62]', ['wonen | p. 61–62']],
    ['[@studie:wonen, blz. 61]', ['wonen | blz. 61']],
    ["[@studie:wonen, pagina's 61-62]", ["wonen | pagina's 61-62"]],
    ['[@studie:wonen, § 6.2]', ['wonen | § 6.2']],
    ['[@studie:wonen, § 6.2, p. 61]', ['wonen | § 6.2 | p. 61']],
    ['[zie @studie:wonen, p. 61; @studie:zorg, p. 40]', ['wonen | p. 61', 'zorg | p. 40']],
    ['[-@studie:wonen]', ['wonen']],
    ['[@studie:wonen.]', ['wonen']],
    ['**[@studie:wonen]**', ['wonen']],
    ['- punt [@studie:wonen]\n\n| a |\n|---|\n| [@studie:zorg] |', ['wonen', 'zorg']],
    ['# Kop [@studie:wonen]', ['wonen']],
    ['[@studie:wonen,\np. 61]', ['wonen | p. 61']],
    ['🌳 [@studie:wonen, p. 61]\r\n', ['wonen | p. 61']],
  ])('%j', (text, expected) => {
    expect(citations(text)).toEqual(expected);
  });

  test.each([
    ['another source', '[@jansen2020, p. 3] [@studies:wonen]'],
    ['an address', 'post@studie:wonen'],
    ['code', '`[@studie:wonen]`\n\n```\n[@studie:wonen]\n```'],
    ['a comment', '<!-- [@studie:wonen] -->'],
    ['front matter', '---\nbron: "@studie:wonen"\n---\n'],
  ])('not: %s', (_, text) => {
    expect(citations(text)).toEqual([]);
  });
});
