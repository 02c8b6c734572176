import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type CoverageReport,
  compare,
  comparisonCsv,
  comparisonHtml,
  comparisonMarkdown,
  coverageCsv,
  coverageHtml,
  coverageMarkdown,
  DEFAULT_CONFIGURATION,
  lineInFile,
  titleOf,
} from '../../server/src/core/index.js';
import { highlights } from '../../server/src/core/report/comparison.js';
import { COMPARISON_STYLE, COMPARISON_STYLE_HASH, MOST_CHOSEN } from '../../server/src/core/report/comparison-style.js';
import { STYLE, STYLE_HASH } from '../../server/src/core/report/style.js';
import { smallService } from './small-study.js';

const OPGAVEN = smallService.studies[0]!.opgaven;

function reportOf(text: string, name = 'programma.md'): CoverageReport {
  const analysis = smallService.analyse(text);
  const placeOf = (offset: number) => lineInFile(text.slice(0, offset).split('\n').length);
  const document = { key: name, name, href: `../${encodeURIComponent(name)}`, analysis, placeOf };
  return smallService.report(
    { documents: [document], configuration: DEFAULT_CONFIGURATION },
    titleOf(analysis) ?? name,
  );
}

const left = (id: string, reason: string) =>
  `---\nopgavenwijzer:\n  bewust-niet:\n    ${id}: ${JSON.stringify(reason)}\n---\n\n`;
const HOSTILE = `${left('ruimte-delen', '<img src=x onerror=alert(1)> & "later"')}# Ons <script>alert(1)</script> plan

=SOM(1) Wij bouwen; echt | "waar" [@proefstudie:nieuwbouw, p. 13].
`;

describe('the report of coverage', () => {
  it('finds each opgave in its state, with words, line and link', () => {
    const report = reportOf(HOSTILE);
    const opgaven = report.themes.flatMap((theme) => theme.opgaven);
    expect(opgaven).toHaveLength(OPGAVEN.length);
    expect(opgaven.find(({ id }) => id === 'nieuwbouw')).toMatchObject({
      state: 'opgepakt',
      evidence: [{ label: 'regel 9', href: '../programma.md#L9', words: expect.stringContaining('Wij bouwen') }],
    });
    expect(opgaven.find(({ id }) => id === 'ruimte-delen')).toMatchObject({ state: 'bewust-niet', evidence: [] });
    expect(report.counts).toMatchObject({ opgepakt: 1, 'bewust-niet': 1 });
  });

  it('is a page without scripts that asks nothing from elsewhere and escapes what writers write', () => {
    const page = coverageHtml(reportOf(HOSTILE), 'Gemaakt vandaag.');
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>|style="|https?:|@import|url\((?!#)/);
    expect(page).toContain('Naast de proefstudie <cite>Proefstudie</cite> (Bureau Proef, 2024)');
    expect(page).toContain('De proefstudie is van Bureau Proef.');
    expect(page).toContain('<h1>Ons &lt;script&gt;alert(1)&lt;/script&gt; plan</h1>');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;later&quot;');
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;${STYLE_HASH}&#39;`);
    expect(page).toContain('<a href="../programma.md#L9">regel 9</a>');
  });

  it('has a policy that fits its style', () => {
    const hashOf = (style: string) => `sha256-${createHash('sha256').update(style).digest('base64')}`;
    expect(STYLE_HASH).toBe(hashOf(STYLE));
    expect(COMPARISON_STYLE_HASH).toBe(hashOf(COMPARISON_STYLE));
  });

  it('prints whole: what is for paper comes after what is for a screen', () => {
    const print = STYLE.indexOf('@media print');
    for (const screen of ['overflow-x: auto', 'main { max-width: 60rem', 'th, td { border-bottom'])
      expect(STYLE.lastIndexOf(screen)).toBeLessThan(print);
    expect(STYLE.slice(print)).toContain('.scroll { overflow: visible; }');
  });

  it('says in words what the picture shows, and again as a table', () => {
    const page = coverageHtml(reportOf(HOSTILE), '');
    expect(page).toMatch(/<svg [^>]*role="img" aria-labelledby="beeld-titel beeld-uitleg">/);
    expect(page).toMatch(/<desc id="beeld-uitleg">[^<]*Wonen: 1 opgepakt, 1 bewust niet\./);
    expect(page).toMatch(/<caption[^>]*>Aantal opgaven per thema en toestand<\/caption>/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('keeps its table whole in Markdown', () => {
    const markdown = coverageMarkdown(reportOf(HOSTILE), 'Gemaakt vandaag.');
    expect(markdown).toContain('# Ons \\<script\\>alert(1)\\</script\\> plan');
    expect(markdown).toContain('**1 van 3 opgaven opgepakt');
    expect(markdown).toContain('| Wonen | 1 | 0 | 0 | 0 | 0 | 1 | 2 |');
    expect(markdown).toMatch(/- \[regel 9\]\(<\.\.\/programma\.md#L9>\): ‘\\?=SOM\(1\) Wij bouwen; echt \\\| "waar"/);
  });

  it('is no formula to a spreadsheet', () => {
    const rows = coverageCsv(reportOf(HOSTILE)).split('\r\n');
    expect(rows[0]).toMatch(/^\ufeffthema;opgave;sleutel;/);
    expect(rows).toHaveLength(1 + OPGAVEN.length + 1);
    expect(rows.find((row) => row.includes(';nieuwbouw;'))).toMatch(
      /;opgepakt;;1;programma\.md;9;"'=SOM\(1\) Wij bouwen; echt \| ""waar""\."$/,
    );
  });
});

describe('the comparison of programmes', () => {
  const builds = reportOf('# A\n\nWij bouwen [@proefstudie:nieuwbouw]. En delen [@proefstudie:deelvervoer].\n', 'a.md');
  const leaves = reportOf(
    `${left('nieuwbouw', 'Genoeg gebouwd.')}# B\n\nWij delen [@proefstudie:deelvervoer].\n`,
    'b.md',
  );
  const silent = reportOf('# C\n\nWij zijn een vereniging.\n', 'c.md');
  const three = compare([
    { name: 'A', report: builds },
    { name: 'B', report: leaves },
    { name: 'C', report: silent },
  ]);

  it('puts first what divides most', () => {
    expect(three.rows.slice(0, 2).map(({ id }) => id)).toEqual(['nieuwbouw', 'deelvervoer']);
    expect(three.rows[0]!.cells.map(({ state }) => state)).toEqual(['opgepakt', 'bewust-niet', 'niet-genoemd']);
    expect(three.rows.at(-1)!.difference).toBe(0);
    const { shared, divided, open } = highlights(
      compare([
        { name: 'A', report: builds },
        { name: 'B', report: leaves },
      ]),
    );
    expect(shared.map(({ id }) => id)).toEqual(['deelvervoer']);
    expect(divided.map(({ id }) => id)).toEqual(['nieuwbouw']);
    expect(open.map(({ id }) => id)).toEqual(['ruimte-delen']);
  });

  it('shows states as words too, and the reason', () => {
    const page = comparisonHtml(three, '');
    expect(page).toContain(
      '<summary><span class="state bewust-niet"><span aria-hidden="true">–</span> bewust niet</span>',
    );
    expect(page).toContain('Genoeg gebouwd.');
    const markdown = comparisonMarkdown(three, '');
    expect(markdown).toMatch(/^\| Opgave \| A \| B \| C \|$/m);
    expect(markdown).toContain('- **B** – bewust niet. Genoeg gebouwd.');
    const [head, first] = comparisonCsv(three).split('\r\n');
    expect(head).toBe('\ufeffthema;opgave;sleutel;verschil;A;A: waar;B;B: waar;C;C: waar');
    expect(first).toMatch(/;nieuwbouw;2;opgepakt;regel 3: .*;bewust niet;Genoeg gebouwd\.;niet genoemd;$/);
  });

  it('opens the sentence behind a cell, and the reason', () => {
    const page = comparisonHtml(three, '');
    expect(page).toMatch(
      /<td class="k1 opgepakt"><span class="of" aria-hidden="true">A<\/span><details><summary>.*● *<.*opgepakt.*regel 3<\/a>/,
    );
    expect(page).toMatch(
      /<td class="k2 bewust-niet"><span class="of" aria-hidden="true">B<\/span><details>.*<p>Genoeg gebouwd\.<\/p><\/details>/,
    );
    expect(page).toMatch(/<td class="k3 niet-genoemd"><span class="of" aria-hidden="true">C<\/span><span/);
  });

  it('lets columns and rows be chosen without scripts', () => {
    const page = comparisonHtml(three, '');
    expect(page).not.toContain('<script');
    for (const column of [1, 2, 3]) expect(page).toContain(`<input type="checkbox" id="kolom-${column}" checked>`);
    expect(page).toMatch(/id="rij-delen"> wat zij delen[\s\S]*id="rij-botsen"> waar zij botsen/);
    expect(page).toMatch(/class="soft delen">Wat elk.+class="soft botsen">Wat een/s);
    expect(COMPARISON_STYLE).toContain(`#kolom-${MOST_CHOSEN}:not(:checked)`);
  });

  it('groups by theme in the order of the study', () => {
    const page = comparisonHtml(three, '');
    const themes = [...page.matchAll(/<th scope="rowgroup" colspan="4">([^<]+)</g)].map(([, name]) => name);
    expect(themes).toEqual(three.themes);
  });

  it('names a programme by its party, else its title, else its file', () => {
    const stated = (head: string, file: string) => ({
      name: file,
      report: reportOf(`---\n${head}\n---\n\n# Samen\n`, file),
    });
    const names = (reports: Parameters<typeof compare>[0]) => compare(reports).programmes.map(({ name }) => name);
    expect(names([stated('partij: Dorpsbelang', 'x'), { name: 'b', report: leaves }])).toEqual(['Dorpsbelang', 'B']);
    expect(names([stated('title: Verkiezingsprogramma 2026–2030', 'x'), { name: 'b', report: leaves }])).toEqual([
      'x',
      'B',
    ]);
    expect(
      names([
        stated('title: Verkiezingsprogramma Forum voor Dorpsbelang 2026-2030', 'x'),
        stated('title: Wat wij met elkaar en voor elkaar in deze gemeente willen', 'y'),
      ]),
    ).toEqual(['Forum voor Dorpsbelang', 'Wat wij met elkaar en voor elkaar in…']);
    expect(names([stated('title: Een', 'x'), stated('title: Twee', 'y')])).toEqual(['Een', 'Twee']);
    expect(
      names([
        { name: 'x', report: builds },
        { name: 'y', report: builds },
      ]),
    ).toEqual(['x', 'y']);
  });

  it('takes fifty programmes', () => {
    const fifty = compare(
      Array.from({ length: 50 }, (_, index) => ({ name: `P${index}`, report: index % 2 ? builds : leaves })),
    );
    const page = comparisonHtml(fifty, '');
    expect(page.match(/<td class="k\d+ /g)).toHaveLength(50 * OPGAVEN.length);
    expect(page).toContain('class="matrix many"');
    expect(page).not.toContain('id="kolom-1"');
  });
});
