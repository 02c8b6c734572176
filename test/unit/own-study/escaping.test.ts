import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  builtinStudy,
  coverageCsv,
  coverageHtml,
  coverageMarkdown,
  createService,
  layered,
  lineInFile,
  readLanguage,
  readMunicipalities,
  readStudy,
} from '../../../server/src/core/index.js';
import { studyHover } from '../../../server/src/project/study-hover.js';
import { liveIn } from '../live-in.js';
import { runs } from '../runs.js';

/** Pieces that mean something to a browser, an editor or a spreadsheet. */
const PIECES = [
  '[klik](command:workbench.action.quit)',
  '![x](https://elders.nl/x.png)',
  '<https://elders.nl>',
  'www.elders.nl',
  '<img src=x onerror=alert(1)>',
  '</span></a><script>alert(1)</script>',
  '<!--',
  '-->',
  '&#106;avascript:',
  '`',
  '**',
  '|',
  '\\',
  '](',
  '"',
  "'",
  '=SOM(1)',
  '-1',
  '# ',
  '😀',
  '\u202E',
  'zwembad',
  ' ',
];
const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((pieces) => `x ${pieces.join('')}`.trim());

const service = createService([builtinStudy]);

test('whatever a study of one’s own says, wherever it shows it stays text', () => {
  fc.assert(
    fc.property(hostile, (said) => {
      const own = JSON.stringify(said);
      const text = [
        `key: eigen\ntitle: ${own}\npublisher: ${own}\nname: ${own}\nsubtitle: ${own}\nurl: ${own}\nyear: 2025\n`,
        `themes:\n  - title: ${own}\n    id: thema\n    short: ${own}\n    place: ${own}\n    opgaven:\n`,
        `      - { title: ${own}, id: a, short: ${own}, place: ${own}, words: [${own}, zwembad], directions: [${own}] }\n`,
        `    trends:\n      - { title: ${own}, id: t, short: ${own}, words: [leegstand], opgaven: [a] }\n`,
        `terms:\n  - { title: ${own}, id: b, definition: ${own}, variants: [${own}] }\n`,
      ].join('');
      const { read, places } = readStudy(
        [{ name: 'studie.yaml', text }],
        readLanguage(),
        readMunicipalities,
        service.alongKeys,
      );
      service.bring('eigen', { study: () => read!.study, signals: () => read!.signals });
      const configuration = layered({ studies: ['eigen'] });
      const programme = '# Plannen\n\nEr is leegstand. Het zwembad houden wij open [@eigen:a]. Zie [@eigen:b].\n';
      const documents = [
        {
          key: 'a',
          analysis: service.analyse(programme, configuration),
          name: 'a',
          href: 'a.md',
          placeOf: () => lineInFile(1),
        },
      ];
      const all = { configuration, documents };
      const report = service.report(all, 'Titel');
      const [study] = service.atWork(configuration);
      const pages = [
        coverageMarkdown(report, ''),
        ...service.pageNames(study!).map((name) => service.page(study!, name, all)!.markdown),
        ...['eigen:a', 'eigen:t', 'eigen:b', 'eigen:thema'].map((id) => service.describe(id)!),
        service.hover(all, programme.indexOf('leegstand') + 2, { lineOf: () => 1, links: () => [] })?.markdown ?? '',
        service.explanationPage(all, programme.indexOf('zwembad'))?.markdown ?? '',
      ];
      for (const page of pages) expect(liveIn(page, /^(?:[\w-]+\.md)?(?:#|$)|^a\.md#L1$/)).toEqual([]);
      const html = coverageHtml(report, '');
      const tags = [...html.slice(html.indexOf('<main>')).matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag);
      expect(
        tags.filter((tag) => /^<(?:script|img|iframe|!)|\son\w+\s*=|(?:href|src)="(?!#|a\.md#L\d+")/i.test(tag)),
      ).toEqual([]);
      for (const cell of coverageCsv(report).split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
      expect(places.length).toBeGreaterThan(0);
      expect(
        studyHover({ read: read!, places, faults: [] }, 'studie.yaml', text, places[1]!.from)?.signals,
      ).toBeDefined();
    }),
    runs(12),
  );
});
