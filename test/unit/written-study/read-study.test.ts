import { describe, expect, it } from 'vitest';
import { readLanguage, readMunicipalities, readStudy, type StudyReading } from '../../../server/src/core/index.js';

const language = readLanguage();
const read = (text: string, ...more: string[]): StudyReading =>
  readStudy(
    [text, ...more].map((each, i) => ({ name: i === 0 ? 'studie.yaml' : `deel-${i}.yaml`, text: each })),
    language,
    readMunicipalities,
    ['ingebouwd'],
  );
/** Faults as an editor shows them: line, column and what is said. */
const told = (text: string, ...more: string[]): string[] =>
  read(text, ...more).faults.map(({ file, from, message }) => {
    const before = (file === 'studie.yaml' ? text : more[0]!).slice(0, from).split('\n');
    return `${file === 'studie.yaml' ? '' : `${file}:`}${before.length}:${before.at(-1)!.length + 1} ${message}`;
  });

const WOONVISIE = `key: woonvisie
title: Woonvisie Waterdam 2040
publisher: Gemeente Waterdam
year: 2025
names: { opgave: doel, opgaven: doelen }
themes:
  - title: Betaalbaar wonen
    pages: [4, 7]
    opgaven:
      - title: Een derde van de nieuwbouw is sociale huur
        id: sociale-huur
        short: Van elke drie nieuwe woningen is er één voor een lager inkomen.
        pages: 5
        words: [corporatiewoningen]
        directions: [Afspraken met de corporatie]
      - title: Starterswoningen in de binnenstad
        place: § 2.1
    trends:
      - title: Huren stijgen
        opgaven: [sociale-huur]
terms:
  - title: flexwoning
    definition: Een woning die kan verhuizen.
`;

describe('a study that a writer brings', () => {
  it('is read with all that it says, and needs no more than key, title and opgaven', () => {
    const { read: found, faults } = read(WOONVISIE);
    expect(faults).toEqual([]);
    const { info, opgaven, trends, themes, terms } = found!.study;
    expect(info).toMatchObject({ key: 'woonvisie', year: 2025, names: { opgave: ['doel', 'doelen'] } });
    expect(info.name).toBe('de studie ‘woonvisie’');
    expect(opgaven.map(({ id, theme, pages, place }) => [id, theme, pages, place])).toEqual([
      ['sociale-huur', 'betaalbaar-wonen', [5, 5], undefined],
      ['starterswoningen-in-de-binnenstad', 'betaalbaar-wonen', undefined, '§ 2.1'],
    ]);
    expect(trends[0]!.opgaven).toEqual([{ id: 'sociale-huur', why: '', stated: true }]);
    expect([themes[0]!.pages, terms[0]!.id, terms[0]!.pages]).toEqual([[4, 7], 'flexwoning', []]);
    const least = read(
      'key: x\ntitle: X\nthemes:\n  - title: A\n    opgaven:\n      - title: Het zwembad blijft open\n',
    );
    expect(least.faults).toEqual([]);
    expect(least.read!.study.opgaven[0]!.id).toBe('het-zwembad-blijft-open');
  });

  it('may stand in several files', () => {
    const more = 'themes:\n  - title: Groen\n    opgaven:\n      - title: Duizend bomen erbij\n';
    expect(read(WOONVISIE, more).read!.study.themes.map(({ id }) => id)).toEqual(['betaalbaar-wonen', 'groen']);
    expect(told(WOONVISIE, `${more}key: x\n`)).toEqual([
      expect.stringContaining('deel-1.yaml:5:1 een deel van een studie heeft geen ‘key’.'),
    ]);
  });

  it.each([
    ['key: woonvisie', 'key: ingebouwd', /^1:6 de sleutel ‘ingebouwd’ is van een studie die met Opgavenwijzer meekomt/],
    ['key: woonvisie', 'key: Woon visie', /^1:6 een sleutel is een kleine letter/],
    ['key: woonvisie', 'sleutel: woonvisie', /^1:1 een studie heeft geen ‘sleutel’/],
    ['year: 2025', 'year: vorig jaar', /^4:7 ‘year’ is een jaartal van vier cijfers/],
    ['{ opgave: doel, opgaven: doelen }', '{ opgave: doel }', /^5:8 noem het enkelvoud en het meervoud/],
    ['pages: [4, 7]', 'pages: [7, 4]', /^8:12 bij een thema hoort één bladzijde/],
    ['pages: 5', 'pages: vijf', /^13:16 ‘pages’ is een bladzijde/],
    ['id: sociale-huur', 'id: Sociale huur', /^11:13 een id bestaat uit kleine letters/],
    ['place: § 2.1', 'id: sociale-huur', /^17:13 de id ‘sociale-huur’ is al van ‘Een derde/],
    ['opgaven: [sociale-huur]', 'opgaven: [sociale-hur]', /^20:19 er is geen opgave ‘sociale-hur’ in deze studie/],
    ['words: [corporatiewoningen]', 'words: corporatiewoningen', /^14:16 ‘words’ is een lijst van woorden/],
    ['words: [corporatiewoningen]', 'signals: "sociale ~ (huur"', /^14:29 een haakje is niet gesloten/],
    ['words: [corporatiewoningen]', 'wrods: [x]', /^14:9 een opgave heeft geen ‘wrods’. Bedoelt u ‘words’\?/],
    ['words: [corporatiewoningen]', 'page: 5', /^14:9 een opgave heeft geen ‘page’. Bedoelt u ‘pages’\?$/],
    ['themes:', 'opgaven:', /^6:1 .* ‘opgaven’. Deze sleutel hoort bij een thema \(onder ‘themes’\) of een trend \(/],
    [
      'pages: [4, 7]',
      'year: 2025',
      /^8:5 .* ‘year’. Deze sleutel hoort bij een studie \(bovenaan in studie.yaml\) of /,
    ],
    ['place: § 2.1', 'terms: []', /^17:9 .* ‘terms’. Deze sleutel hoort bij een studie \(bovenaan in studie.yaml\)\.$/],
    ['place: § 2.1', 'wethouder: x', /^17:9 een opgave heeft geen ‘wethouder’. Bekend zijn: title, id, /],
    [
      'place: § 2.1',
      '<<: { short: x }',
      /^17:9 sleutels samenvoegen \(<<\) wordt niet gelezen. Schrijf ze hier uit\.$/,
    ],
    [
      'title: Starters',
      'title: #1 in starters',
      /^16:16 wat met # begint is een opmerking, .* ‘title’. .*aanhalingstekens/,
    ],
    ['title: Woonvisie', 'title: # Woonvisie', /^2:8 wat met # begint is een opmerking/],
    ['title: Starterswoningen in de binnenstad', 'title:', /^16:9 bij een opgave ontbreekt ‘title’/],
    ['short: Van', 'short: Van: van', /^12:16 een tekst met een dubbele punt hoort tussen aanhalingstekens/],
    ['      - title: Een derde', '    - title: Een derde', /^10:\d+ de regels springen niet gelijk in.*streepjes/],
    ['      - title: Starters', '    - title: Starters', /^16:\d+ de regels springen niet gelijk in/],
    ['place: § 2.1', '\tplace: § 2.1', /^17:\d+ spring in met spaties/],
    ['        id: sociale-huur', '       id: sociale-huur', /^11:\d+ de regels springen niet gelijk in/],
    ['- title: Starters', '-title: Starters', /^16:7 achter het streepje ontbreekt een spatie/],
    ['- title: Een derde', '-title: Een derde', /^10:7 achter het streepje ontbreekt een spatie/],
    ['id: sociale-huur', 'id sociale-huur', /^11:\d+ achter de sleutel ontbreekt een dubbele punt/],
    ['title: Starters', 'title: "Starters', /^16:16 dit aanhalingsteken is niet gesloten/],
    [
      'title: Woonvisie Waterdam 2040\npublisher: Gemeente Waterdam',
      'title: "Woonvisie\npublisher: "Gemeente Waterdam"',
      /^2:8 dit aanhalingsteken is niet gesloten/,
    ],
    ['title: Starters', "title: 's Avonds starters", /^16:16 dit aanhalingsteken is niet gesloten/],
    ['title: Starters', 'title: @Starters', /^16:16 .*hoort tussen aanhalingstekens/],
    [
      'title: Starterswoningen',
      'title: [Starters] en woningen',
      /^16:\d+ .*zet die dan helemaal tussen aanhalingstekens/,
    ],
    ['title: Starters', 'title: &Starters en', /^16:16 .*hoort tussen aanhalingstekens/],
    ['title: Starters', 'title: !Starters en', /^16:16 .*hoort tussen aanhalingstekens/],
    ['terms:', '---\nterms:', /^21:1 in één bestand hoort één studie/],
  ])('%s as %s is told at its place, with what to do', (right, wrong, said) => {
    const faults = told(WOONVISIE.replace(right, wrong));
    expect(
      faults.filter((one) => said.test(one)),
      faults.join('\n'),
    ).toHaveLength(1);
  });

  it('a comment is told where it stands for what is required, and once; elsewhere it is left alone', () => {
    expect(told(WOONVISIE.replace('title: Starters', 'title: #1 in starters'))).toHaveLength(1);
    const quoted = WOONVISIE.replace('title: Starterswoningen', 'title: "#1 in starters" # met aanhalingstekens');
    expect(told(quoted.replace('place: § 2.1', 'short: # volgt').replace('in de binnenstad', ''))).toEqual([]);
  });

  it('a line of dashes above a study is no fault', () => {
    expect(told(`---\n${WOONVISIE}`)).toEqual([]);
  });

  it('what is wrong is left out, and the rest counts', () => {
    const { read: found, faults } = read(
      WOONVISIE.replace('id: sociale-huur', 'id: Sociale huur').replace('[4, 7]', 'x'),
    );
    expect(faults.length).toBeGreaterThan(1);
    expect(found!.study.opgaven.map(({ id }) => id)).toContain('starterswoningen-in-de-binnenstad');
  });

  it('aliases are not followed, however often they explode', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghij'
      .split('')
      .map((c, i) => `${c}: &${c} [*${'abcdefghi'[i]}, *${'abcdefghi'[i]}]`)
      .join('\n')}\n`;
    expect(told(`${bomb}${WOONVISIE}`).length).toBeGreaterThan(0);
    const [fault] = told(WOONVISIE.replace('words: [corporatiewoningen]', 'words: &w [x, *w]'));
    expect(fault).toContain('een verwijzing (*w) wordt niet gelezen. Schrijf het hier uit.');
  });

  it('ten thousand opgaven are too many, and brackets without end as well', () => {
    const list = Array.from({ length: 10_000 }, (_, i) => `      - title: Doel ${i}\n`).join('');
    const [fault] = told(`key: x\ntitle: X\nthemes:\n  - title: A\n    opgaven:\n${list}`);
    expect(fault).toContain('een studie heeft hoogstens 2.000 opgaven bij elkaar, en hier staan er 10.000.');
    expect(told('['.repeat(50_000))).toHaveLength(1);
    expect(told('')).toEqual([expect.stringContaining('het bestand is leeg')]);
    expect(told('key: x\ntitle: X\n')).toEqual([expect.stringContaining('nog geen opgaven')]);
  });

  it('what is wrong everywhere is told a hundred times, and then as one', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `k${i}: x\n`).join('');
    const faults = told(WOONVISIE + keys);
    expect(faults).toHaveLength(101);
    expect(faults[100]).toBe(
      '124:1 hierna staat nog 4.900 keer iets dat niet klopt. Verbeter eerst wat erboven staat.',
    );
    expect(read(WOONVISIE + keys).read!.study.opgaven).toHaveLength(2);
  });

  it('a file that is too large is not read, also where it is only open in an editor', () => {
    expect(told(`${WOONVISIE}# ${'x'.repeat(3 * 1024 * 1024)}`)).toEqual([
      '1:1 dit bestand is te groot om te lezen: hoogstens 2 MB. Neem minder op.',
    ]);
  });

  it('signals that explode are a fault at their place', () => {
    const signals = (text: string) => WOONVISIE.replace('        pages: 5\n', `        signals: "${text}"\n`);
    expect(told(signals('(a | b | c | d) '.repeat(40)))[0]).toContain('13:19 te veel combinaties');
    expect(told(signals('('.repeat(5000)))[0]).toContain('er staan te veel haakjes in elkaar');
  });
});
