import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  builtinStudy,
  faultLines,
  filesOfStudy,
  readLanguage,
  readMunicipalities,
  readStudy,
} from '../../../server/src/core/index.js';
import { studySchema } from '../../../server/src/project/study-schema.js';
import { builtInFolder } from '../../../server/src/tools/built-in.js';

const folder = builtInFolder(join(import.meta.dirname, '../../..'));
const builtIn = filesOfStudy(readdirSync(folder, { recursive: true, encoding: 'utf8' })).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));
const validate = new Ajv({ strict: false }).compile(studySchema());

const read = (...texts: string[]) => {
  const files = texts.map((text, i) => ({ name: i === 0 ? 'studie.yaml' : `deel/${i}.yaml`, text }));
  const reading = readStudy(files, readLanguage(), readMunicipalities, []);
  return { study: reading.read?.study, read: reading.read, told: faultLines(reading.faults, files) };
};

describe('the study that comes along', () => {
  it.each(builtIn.map(({ name, text }) => [name, text]))('%s fits the schema of a study', (_, text) => {
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is read as one of a writer’s own under another key, and says the same', () => {
    const { study, info } = { study: builtinStudy.study(), info: builtinStudy.study().info };
    const texts = builtIn.map(({ name, text }) => ({ name, text: text.replace(`key: ${info.key}`, 'key: eigen') }));
    const reading = readStudy(texts, readLanguage(), readMunicipalities, [info.key]);
    expect(faultLines(reading.faults, texts)).toEqual([]);
    expect(reading.read!.study).toEqual({ ...study, info: { ...info, key: 'eigen' } });
  });
});

const STUDY = `key: woonvisie
title: Woonvisie Waterdam 2040
place: Waterdam
pages: [1, 40]
themes:
  - title: Een tekort aan woningen
    id: wonen
    name: Wonen
    section: 2
    opgaven:
      - title: Een derde is sociale huur
        id: sociale-huur
        heading: Sociale huur voorop
        section: 2.1
        pages: [5, 6]
        elsewhere: [3]
        summary: De visie vraagt om meer sociale huur, overal in de stad.
        stance: Wij willen meer sociale huur.
        directions:
          - leg het aandeel vast
          - { text: met de regio afspraken maken, page: 6, who: [regio, rijk] }
        choices:
          - { options: [sociale huur, middenhuur] }
        figures:
          - { text: ruim 3.000, unit: wachtenden, about: wie een sociale woning zoekt, area: Zaanstad }
        notes: [{ note: 4, about: wachtlijst }]
        see: [huren-stijgen, samenfassen]
        later: Sinds 2025 is er een nieuwe wet.
    trends:
      - title: Huren stijgen
        opgaven:
          - sociale-huur
          - { id: sociale-huur, why: het raakt haar, indirect: true }
          - { id: sociale-huur, inferred: true }
    perspectives:
      - { title: Samen doen, id: samenfassen, questions: [Met wie?], serves: [sociale-huur], directions: [overleggen] }
parts:
  - { title: Samenvatting, pages: 2, words: [kort] }
`;
const MORE = `theme: wonen
terms:
  - title: huurgrens
    definition: Een woning onder de grens van de huurtoeslag.
    kind: begrip
    publication: { author: Gemeente Waterdam, year: 2024, title: Cijfers }
    see: [sociale-huur]
signals:
  wonen: "woning*, huis"
  sociale-huur: |
    sociale huur*
    corporatie ~ huren
against:
  rejection: geen, stoppen
  means: { sociale-huur: sociale huur* }
  opposite: { sociale-huur: alles vrije sector }
groups: { G40: [Zaanstad] }
charts: [{ figure: 3.1, see: sociale-huur, about: de wachttijd, covers: [G40] }]
regions: [{ name: de Zaanstreek, covers: [Zaanstreek], notes: [{ text: In de Zaanstreek is het druk., see: wonen }] }]
municipalities: [{ name: Zaanstad, notes: [{ text: In Zaanstad wacht men lang., see: sociale-huur }] }]
`;

describe('what a study of one’s own may say', () => {
  it('is all that the one that comes along says, and none of it needs a page', () => {
    const { study, read: found, told } = read(STUDY, MORE);
    expect(told).toEqual([]);
    const [opgave] = study!.opgaven;
    expect(study!.info.place).toBe('Waterdam');
    expect(study!.themes[0]).toMatchObject({ name: 'Wonen', section: '2' });
    expect(opgave).toMatchObject({
      heading: 'Sociale huur voorop',
      section: '2.1',
      elsewhere: [3],
      stance: 'Wij willen meer sociale huur.',
      summary: 'De visie vraagt om meer sociale huur, overal in de stad.',
      directions: [
        { text: 'leg het aandeel vast', who: [] },
        { text: 'met de regio afspraken maken', page: 6, who: ['regio', 'rijk'] },
      ],
      choices: [{ options: ['sociale huur', 'middenhuur'] }],
      figures: [{ text: 'ruim 3.000', area: 'Zaanstad' }],
      notes: [{ note: 4, about: 'wachtlijst' }],
      see: ['huren-stijgen', 'samenfassen'],
      later: 'Sinds 2025 is er een nieuwe wet.',
    });
    expect(study!.trends[0]!.opgaven).toEqual([
      { id: 'sociale-huur', why: '', stated: true },
      { id: 'sociale-huur', why: 'het raakt haar', indirect: true, stated: true },
      { id: 'sociale-huur', why: '' },
    ]);
    expect(study!.perspectives[0]).toMatchObject({ questions: ['Met wie?'], serves: ['sociale-huur'] });
    expect(study!.parts[0]).toMatchObject({ id: 'samenvatting', pages: [2, 2], aliases: ['kort'] });
    expect(study!.terms[0]).toMatchObject({ theme: 'wonen', publication: { year: 2024 }, see: ['sociale-huur'] });
    expect(found!.recognisedBy.get('sociale-huur')).toEqual({
      signals: 'sociale huur*\ncorporatie ~ huren\n',
      derived: false,
    });
    expect(found!.signals.sources.filter((source) => /~ (?:geen|stoppen)$|vrije sector/.test(source))).toHaveLength(3);
  });

  it('of municipalities reaches those that lie in a region, by the names of today', () => {
    const { study } = read(STUDY, MORE);
    expect(study!.municipalities.find(({ name }) => name === 'Zaanstad')).toMatchObject({
      group: 'G40',
      areas: ['Zaanstad', 'de Zaanstreek'],
    });
    expect(study!.localNotes.map(({ area, see }) => [area, see])).toEqual([
      ['Zaanstad', 'sociale-huur'],
      ['de Zaanstreek', 'wonen'],
    ]);
    expect(study!.charts).toEqual([{ figure: '3.1', see: 'sociale-huur', about: 'de wachttijd', areas: ['Zaanstad'] }]);
    expect(read(STUDY).study!.municipalities).toEqual([]);
  });

  it.each([
    [
      'options: [sociale huur, middenhuur]',
      'options: [sociale huur]',
      /^studie.yaml:23:13: een keuze heeft twee kanten/,
    ],
    [
      'options: [sociale huur, middenhuur]',
      'options: [sociale huur, middenhuur, koop]',
      /^studie.yaml:\d+:\d+: ‘options’ heeft hoogstens 2 kanten, en hier staan er 3\. Haal weg wat er te veel is\.$/,
    ],
    ['elsewhere: [3]', 'elsewhere: [6]', /^studie.yaml:16:21: p. 6 valt al onder ‘pages’/],
    ['elsewhere: [3]', 'elsewhere: [3, 5, 6]', /^studie.yaml:16:24: p. 5 valt al onder ‘pages’/],
    ['elsewhere: [3]', 'elsewhere: [6, 5, 6]', /^studie.yaml:16:27: p. 6 valt al onder ‘pages’/],
    ['elsewhere: [3]', 'elsewhere: [63]', /^studie.yaml:16:21: p. 63 ligt buiten het document.*p. 1 tot en met p. 40/],
    ['page: 6, who', 'page: 66, who', /^studie.yaml:21:57: p. 66 ligt buiten het document/],
    ['who: [regio, rijk]', 'who: [wij]', /^studie.yaml:21:\d+: ‘who’ kent gemeente, regio, rijk, partners, niet ‘wij’/],
    ['indirect: true', 'indirect: ja', /‘indirect’ staat true, of niets/],
    ['see: [huren-stijgen, samenfassen]', 'see: [zwembad]', /er is niets met de id ‘zwembad’ in deze studie/],
    ['serves: [sociale-huur]', 'serves: [wonen]', /er is geen opgave ‘wonen’ in deze studie/],
    ['note: 4', 'note: vier', /‘note’ is het nummer van een noot: een getal/],
    ['unit: wachtenden, ', '', /bij een cijfer ontbreekt ‘unit’/],
    ['theme: wonen', 'theme: zwemmen', /^deel\/1.yaml:1:8: er is geen thema ‘zwemmen’/],
    ['wonen: "woning*', 'zwemmen: "woning*', /^deel\/1.yaml:9:3: ‘zwemmen’ is geen thema, trend of opgave/],
    ['sociale-huur: |', 'wonen: |', /deel\/1.yaml:\d+:\d+: deze sleutel staat er twee keer/],
    ['corporatie ~ huren', 'corporatie ~', /^deel\/1.yaml:12:17: hier hoort een woord/],
    ['  rejection: geen, stoppen\n', '', /bij wat ertegen kiest ontbreekt ‘rejection’/],
    ['means: { sociale-huur', 'means: { zwemmen', /^deel\/1.yaml:15:12: er is geen opgave ‘zwemmen’/],
    ['G40: [Zaanstad]', 'G40: [Zaandstad]', /‘Zaandstad’ is geen gemeente of gebied.*Bedoelt u ‘Zaanstad’\?/],
    ['see: wonen', 'see: sociale', /er is geen thema, trend, opgave of handelingsperspectief ‘sociale’/],
  ])('%s as %j is told at its place, and left out', (right, wrong, said) => {
    const { study, told } = read(STUDY.replace(right, wrong), MORE.replace(right, wrong));
    expect(
      told.filter((line) => said.test(line)),
      told.join('\n'),
    ).toHaveLength(1);
    expect(study).toBeDefined();
  });

  it('signals that stand with their part and apart as well are told', () => {
    const twice = STUDY.replace('    id: wonen\n', '    id: wonen\n    signals: huizen\n');
    expect(read(twice, MORE).told).toEqual([expect.stringMatching(/^deel\/1.yaml:9:3: ‘wonen’ heeft al signalen/)]);
  });

  it('against an opgave that stands in two files is told, and the first counts', () => {
    const more = 'against:\n  rejection: weg met\n  means: { sociale-huur: huurtoren }\n';
    const { told, read: found } = read(STUDY, MORE, more);
    expect(told).toEqual([
      expect.stringMatching(
        /^deel\/2.yaml:3:12: wat tegen ‘sociale-huur’ kiest, staat ook in een ander bestand\. Zet alles bij elkaar, op één plaats\.$/,
      ),
    ]);
    expect(found!.signals.sources.filter((source) => /~ (?:geen|stoppen)$|vrije sector/.test(source))).toHaveLength(3);
    expect(found!.signals.sources).not.toContain('huurtoren ~ weg met');
    const other = 'against:\n  rejection: weg met\n  opposite: { tweede: huurtoren }\n';
    const second = 'themes: [{ title: Groen, opgaven: [{ title: Bomen, id: tweede }] }]\n';
    expect(read(STUDY, MORE, other, second).told).toEqual([]);
  });

  it('a group that stands in two files is told, and the first counts', () => {
    const { told, study } = read(STUDY, MORE, 'groups: { G4: [Utrecht], G40: [Almere] }\n');
    expect(told).toEqual([
      expect.stringMatching(
        /^deel\/2.yaml:1:26: de groep G40 staat ook in een ander bestand\. Zet alle gemeenten bij elkaar, op één plaats\.$/,
      ),
    ]);
    const groupOf = (one: string) => study!.municipalities.find(({ name }) => name === one)!.group;
    expect([groupOf('Zaanstad'), groupOf('Almere'), groupOf('Utrecht')]).toEqual(['G40', undefined, 'G4']);
  });

  it('a rejection that stands right before a means is one run of words', () => {
    const before = (signals: string) =>
      read(STUDY, MORE.replace('  rejection: ', `  rejectionBefore: ${signals}\n  rejection: `)).told;
    expect(before('"weg met, (geen | nooit) meer"')).toEqual([]);
    expect(before('"weg ~ met"')).toEqual([
      expect.stringMatching(
        /^deel\/1.yaml:\d+:20: een afwijzing direct voor een middel bestaat uit woorden achter elkaar, zonder ‘~’\. Schrijf ‘weg ~ met’ bij ‘rejection’\.$/,
      ),
    ]);
    expect(before('"? weg met"')).toEqual([
      expect.stringMatching(
        /^deel\/1.yaml:\d+:20: een afwijzing direct voor een middel is zeker\. Laat het vraagteken in ‘\? weg met’ weg, of schrijf het bij ‘rejection’\.$/,
      ),
    ]);
  });

  it('some means count only right behind a rejection', () => {
    const more = `against:
  rejection: geen
  rejectionBefore: weg met
  meansRightBehind: { sociale-huur: huurtoren }
`;
    const { read: found, told } = read(STUDY, more);
    expect(told).toEqual([]);
    const { sources } = found!.signals;
    expect(sources.filter((source) => source.includes('huurtoren'))).toEqual(['weg met huurtoren']);
    expect(read(STUDY, more.replace('  rejectionBefore: weg met\n', '')).told).toEqual([
      expect.stringMatching(
        /: deze middelen tellen alleen met een afwijzing er direct voor, en die staan er niet\. Schrijf/,
      ),
    ]);
  });

  it('an id may be any word, also one that JavaScript has a meaning for', () => {
    const { told, study } = read(`key: proef
title: Proef
themes:
  - title: Wonen
    opgaven: [{ id: constructor, title: Meer woningen bouwen }]
against:
  rejection: '"geen"'
  opposite: { constructor: minder woningen }
`);
    expect(told).toEqual([]);
    expect(study!.opgaven.map(({ id }) => id)).toEqual(['constructor']);
  });

  it('of a file that cannot be read no more is told than that', () => {
    const { told } = read(`${STUDY}  - [\n`, MORE);
    expect(told.filter((line) => line.startsWith('deel'))).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
  });
});
