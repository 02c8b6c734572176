import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../server/src/core/markdown/citation.js';
import { parseMarkdown } from '../../../server/src/core/markdown/markdown-reader.js';

/** The citations of a text: id, and each locator as it is written. */
function citations(text: string): string[] {
  const { blocks, html } = parseMarkdown(text);
  return findCitations(text, blocks, 'studie', html).map(({ id, from, to, locators }) => {
    expect(text.slice(from, to)).toMatch(id.startsWith('Studie:') ? id : `studie:${id}`);
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
    ['@studie:wonen-- en @studie:zorg--ja', ['wonen', 'zorg']],
    ['@studie:wonen/zorg en @studie:zorg/@studie:wonen', ['wonen/zorg', 'zorg', 'wonen']],
    ['Zo is het.@studie:wonen [x]', []],
    ['[@studie:wonen]: zo', ['wonen']],
    ['- punt [@studie:wonen]\n\n| a |\n|---|\n| [@studie:zorg] |', ['wonen', 'zorg']],
    ['# Kop [@studie:wonen]', ['wonen']],
    ['[@studie:wonen,\np. 61]', ['wonen | p. 61']],
    ['[@studie:wonen p. 99]', ['wonen | p. 99']],
    ['[@studie:wonen, 99]', ['wonen | 99']],
    ['[@studie:wonen 99; zie ook elders]', ['wonen | 99']],
    ['@studie:wonen [99]', ['wonen | 99']],
    ['[@studie:wonen, {p. 99}]', ['wonen | p. 99']],
    ['[@studie:wonen{p. 99}]', ['wonen | p. 99']],
    ['[@studie:wonen, pp. 62--99]', ['wonen | pp. 62--99']],
    ['[@studie:wonen, p. 62 t/m 99]', ['wonen | p. 62 t/m 99']],
    ['[@studie:wonen, p. 62 tot en met 99]', ['wonen | p. 62 tot en met 99']],
    ['[@studie:wonen, page 99]', ['wonen | page 99']],
    ['[@studie:wonen, blz 99]', ['wonen | blz 99']],
    ['[@studie:wonen, pp. 62, 98-99 en 103]', ['wonen | pp. 62 | 98-99 | 103']],
    ['[@studie:wonen, p. 62 e.v.]', ['wonen | p. 62 e.v.']],
    ['[@studie:wonen, p. xiv]', ['wonen']],
    ['[@studie:wonen, 3 mei 2021]', ['wonen']],
    ['[@studie:wonen, hfst. 3]', ['wonen | hfst. 3']],
    ['Zie @studie:wonen, 3 jaar geleden.', ['wonen']],
    ['[@{studie:wonen}, p. 3] en @{studie:zorg}', ['wonen | p. 3', 'zorg']],
    ['_@studie:wonen_ en *@studie:zorg*', ['wonen', 'zorg']],
    ['[@Studie:wonen, p. 3]', ['Studie:wonen | p. 3']],
    ['[^1]: Een.\n\n    Twee [@studie:wonen].', ['wonen']],
    ['Wonen\n:   Een.\n\n    Twee [@studie:wonen].', ['wonen']],
    ['<figure>\nBron: [@studie:wonen, p. 3]\n</figure>', ['wonen | p. 3']],
    ['🌳 [@studie:wonen, p. 61]\r\n', ['wonen | p. 61']],
  ])('%j', (text, expected) => {
    expect(citations(text)).toEqual(expected);
  });

  test('the locators as a whole', () => {
    const text = 'Een [@studie:wonen, pp. 62, 98-99; @studie:zorg].';
    const [first, second] = findCitations(text, parseMarkdown(text).blocks, 'studie');
    expect(text.slice(first!.locator!.from, first!.locator!.to)).toBe('pp. 62, 98-99');
    expect(second!.locator).toBeUndefined();
  });

  test.each([
    ['another source', '[@jansen2020, p. 3] [@studies:wonen]'],
    ['an address', 'post@studie:wonen'],
    ['what is escaped', 'Een \\@studie:wonen en \\[\\@studie:zorg, p. 62\\].'],
    ['a formula', '$@studie:wonen$'],
    ['what is for LaTeX', '\\footnote{@studie:wonen}'],
    ['an address with an at sign', 'https://a.nl/@studie:wonen'],
    ['a script', '<script>\n@studie:wonen\n</script>'],
    ['an attribute', '<div title="@studie:wonen">\nEen.\n</div>'],
    ['code', '`[@studie:wonen]`\n\n```\n[@studie:wonen]\n```'],
    ['a comment', '<!-- [@studie:wonen] -->'],
    ['front matter', '---\nbron: "@studie:wonen"\n---\n'],
  ])('not: %s', (_, text) => {
    expect(citations(text)).toEqual([]);
  });
});
