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
  .map((pieces) => `x ${pieces.join('')}`.trim().slice(0, 200));

const service = createService([builtinStudy]);

test('whatever a study of one’s own says, wherever it shows it stays text', () => {
  fc.assert(
    fc.property(hostile, (said) => {
      const own = JSON.stringify(said);
      const [own20, own60] = [20, 60].map((most) => JSON.stringify(said.slice(0, most)));
      const told = `summary: ${own}, heading: ${own}, figures: [{ text: ${own60}, unit: ${own60}, about: ${own}, date: ${own60}, area: ${own60}, source: ${own}, erratum: ${own} }, { text: ${own60}, unit: ${own60}, about: ${own}, area: Zaanstad }], notes: [{ note: 1, about: ${own60} }], later: ${own}, erratum: ${own}`;
      const text = [
        `key: eigen\ntitle: ${own}\npublisher: ${own}\nname: ${own60}\nsubtitle: ${own}\nurl: ${own}\nyear: 2025\n`,
        `themes:\n  - title: ${own}\n    id: thema\n    name: ${own60}\n    section: ${own20}\n    short: ${own}\n    place: ${own60}\n    opgaven:\n`,
        `      - { title: ${own}, id: a, short: ${own}, place: ${own60}, words: [${own60}, zwembad], directions: [${own}, { text: ${own}, who: [regio] }], stance: ${own}, choices: [{ options: [${own60}, ${own60}] }], section: ${own20}, ${told} }\n`,
        `    trends:\n      - { title: ${own}, id: t, short: ${own}, words: [leegstand], opgaven: [{ id: a, why: ${own} }], ${told} }\n`,
        `    perspectives:\n      - { title: ${own}, id: w, short: ${own}, questions: [${own}], directions: [${own}], serves: [a], ${told} }\n`,
        `terms:\n  - { title: ${own}, id: b, definition: ${own}, variants: [${own60}], publication: { author: ${own}, year: 2020, title: ${own} }, later: ${own} }\n`,
        `parts:\n  - { title: ${own}, id: s, short: ${own}, ${told} }\n`,
        `charts: [{ figure: ${own20}, see: a, about: ${own}, covers: [Zaanstad] }]\n`,
        `regions: [{ name: ${own60}, covers: [Zaanstreek], notes: [{ text: ${own}, see: t }] }]\n`,
        `municipalities: [{ name: Zaanstad, notes: [{ text: ${own}, see: w }] }]\n`,
      ].join('');
      const { read, places, faults } = readStudy(
        [{ name: 'studie.yaml', text }],
        readLanguage(),
        readMunicipalities,
        service.alongKeys,
      );
      expect(faults).toEqual([]);
      service.bring('eigen', { study: () => read!.study, signals: () => read!.signals });
      const configuration = layered({ studies: ['eigen'], gemeente: 'Zaanstad' });
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
        ...['eigen:a', 'eigen:t', 'eigen:w', 'eigen:b', 'eigen:s', 'eigen:thema'].map((id) => service.describe(id)!),
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
        studyHover({ read: read!, places, faults: [] }, 'studie.yaml', text, places.find(({ id }) => id === 'a')!.from)
          ?.signals,
      ).toBeDefined();
    }),
    runs(12),
  );
});
