import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layered } from '../../server/src/core/configuration.js';
import { analyse } from '../../server/src/core/document/document.js';
import { explanations } from '../../server/src/core/features/explanation.js';
import { explanationPage } from '../../server/src/core/features/explanation-page.js';
import { lensesOf } from '../../server/src/core/features/lenses.js';
import { studyPage } from '../../server/src/core/features/study-page.js';
import type { Analysis } from '../../server/src/core/index.js';
import { compare } from '../../server/src/core/report/comparison.js';
import { comparisonCsv } from '../../server/src/core/report/comparison-csv.js';
import { comparisonHtml } from '../../server/src/core/report/comparison-html.js';
import { comparisonMarkdown } from '../../server/src/core/report/comparison-markdown.js';
import { coverageReport } from '../../server/src/core/report/coverage.js';
import { coverageCsv } from '../../server/src/core/report/coverage-csv.js';
import { coverageHtml } from '../../server/src/core/report/coverage-html.js';
import { coverageMarkdown } from '../../server/src/core/report/coverage-markdown.js';
import { outcomeOf } from '../../server/src/core/report/outcome.js';
import { lineInFile, titleOf } from '../../server/src/core/report/places.js';
import { tally } from '../../server/src/core/report/tally.js';
import { countsCsv, tallyCsv } from '../../server/src/core/report/tally-csv.js';
import { tallyHtml } from '../../server/src/core/report/tally-html.js';
import { tallyMarkdown } from '../../server/src/core/report/tally-markdown.js';
import { coverageOfProgramme, createEngine } from '../../server/src/core/service.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';
import { liveIn } from './live-in.js';
import { runs } from './runs.js';

const engine = createEngine(builtinStudy);

/** Pieces that mean something to a browser, an editor, a spreadsheet or a terminal; together they may mean more. */
const PIECES = [
  '[klik](command:workbench.action.quit)',
  '![x](https://elders.nl/x.png)',
  '<https://elders.nl>',
  'https://elders.nl/x',
  'www.elders.nl',
  'iemand@elders.nl',
  '<img src=x onerror=alert(1)>',
  '</span></a><script>alert(1)</script>',
  '<!--',
  '-->',
  '[x]: command:iets',
  '&lt;b&gt;',
  '&#106;avascript:',
  '`',
  '``',
  '**',
  '~~',
  '|',
  '\\',
  '\\[',
  '](',
  ')',
  '"',
  "'",
  '{{ x }}',
  '$(zap)',
  '=SOM(1)',
  '+1',
  '-1',
  '@x',
  '\t=1',
  ';',
  '# ',
  '> ',
  '1. ',
  '😀',
  '\uD83D',
  '\u202E',
  '\u0007',
  '\u001B[31m',
  'woningtekort',
  ' ',
] as const;
const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  // Nothing but spaces stands in any text.
  .filter((said) => said.trim() !== '');

/** The tags of a page of HTML with their attributes, but for the addresses of the report's own links. */
const tagsIn = (html: string): string[] =>
  [...html.slice(html.indexOf('<main>')).matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag);

const usual = runs(40);

test('whatever a heading, a sentence, a reason or a name says, in every report it stays text', () => {
  /** Reports on a programme that says `said` everywhere, and one that says nothing odd. */
  const make = (said: string) => {
    const text = [
      '---\nopgavenwijzer:\n  bewust-niet:\n',
      `    stadsrandwijken: ${JSON.stringify(said.replace(/\p{Cc}/gu, ''))}\n---\n\n`,
      `# ${said}\n\nIn onze stad is ${said} het woningtekort ${said} groter dan ooit.\n\n`,
      `Wij bouwen ${said} woningen [@trendstudie:nieuwbouw-aanjagen, p. 61] ${said}.\n\n`,
      `${said} Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen].\n`,
    ].join('');
    const analysis = analyse(engine, text);
    const coverage = coverageOfProgramme([{ key: 'a', analysis }], layered());
    const placeOf = (offset: number) => lineInFile(text.slice(0, offset).split('\n').length);
    const title = titleOf(analysis) ?? 'a';
    const report = coverageReport(
      engine.study,
      title,
      [{ key: 'a', name: said, href: 'a.md', analysis, placeOf }],
      coverage,
    );
    const both = compare([
      { name: said, report },
      { name: 'B', report },
    ]);
    const counted = tally(report, [
      { file: `${said}.md`, outcome: outcomeOf(report), groups: { partij: said, gemeente: said } },
      { file: 'b.md', outcome: { ...outcomeOf(report), title: said } },
    ]);
    // What its script reads is data, in which no element begins or ends; the script is the same whatever is said.
    const scripts = /<script[^>]*>(?:\{[^<]*|\[[^<]*|[^{[][\s\S]*?)<\/script>/g;
    const countedPage = tallyHtml(counted, '');
    expect(countedPage.match(scripts)).toHaveLength(3);
    return {
      analysis,
      coverage,
      html: [coverageHtml(report, ''), comparisonHtml(both, ''), countedPage.replace(scripts, '')],
      markdown: [coverageMarkdown(report, ''), comparisonMarkdown(both, ''), tallyMarkdown(counted, '')],
      csv: [coverageCsv(report), comparisonCsv(both), tallyCsv(counted), countsCsv(counted)],
    };
  };
  fc.assert(
    fc.property(hostile, (said) => {
      const { html, markdown, csv, coverage, analysis } = make(said);
      for (const page of html) {
        // What stands in the quotes of these is a name, whatever it looks like.
        const tags = tagsIn(page).map((tag) => tag.replace(/ (?:value|label|title)="[^"<>]*"/g, ''));
        const odd = tags.filter((tag) =>
          /^<(?:script|img|iframe|!)|\son\w+\s*=|(?:href|src)="(?!#|a\.md(?:#L\d+)?")/i.test(tag),
        );
        expect(odd).toEqual([]);
      }
      for (const page of markdown) expect(liveIn(page, /^a\.md#L\d+$/)).toEqual([]);
      for (const { from } of analysis.blocks)
        for (const page of pagesAbout(analysis, from)) expect(liveIn(page, /^$/)).toEqual([]);
      const reading = studyPage(engine.study, 'ruimte-en-wonen', { programme: coverage, municipality: said })!;
      expect(liveIn(reading.markdown, /^(?:[\w-]+\.md)?(?:#|$)/)).toEqual([]);
      for (const table of csv)
        for (const cell of cellsOf(table)) expect(cell).not.toMatch(/^\s*[=+@＝＋－＠]|^\s*-(?!\d+$|-)/);
      for (const { title } of lensesOf(engine.study, analysis, coverage)) expect(title).not.toContain(said);
    }),
    usual,
  );
});

test('a report holds no half of a character', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }), (before, after) => {
      const text = `# ${'x'.repeat(before)}${'😀'.repeat(60)}\n\n${'😀'.repeat(before)}Wij bouwen woningen [@trendstudie:nieuwbouw-aanjagen] ${'a'.repeat(after)}${'😀'.repeat(90)}.\n`;
      const analysis = analyse(engine, text);
      const coverage = coverageOfProgramme([{ key: 'a', analysis }], layered());
      const document = { key: 'a', name: 'a', href: 'a.md', analysis, placeOf: () => lineInFile(1) };
      const report = coverageReport(engine.study, titleOf(analysis)!, [document], coverage);
      expect(coverageMarkdown(report, '')).not.toMatch(/\p{Cs}/u);
    }),
    usual,
  );
});

/** The cells of a table as a spreadsheet reads them. */
function cellsOf(table: string): string[] {
  const cells = table.replace(/^\ufeff/, '').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r\n]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!);
}

/** The pages of ‘Waarom telt dit?’ */
function pagesAbout(analysis: Analysis, from: number): string[] {
  const { markdown, figures } = explanationPage(analysis, from, (block) => explanations(engine, analysis, block))!;
  return [markdown, figures ?? ''];
}
