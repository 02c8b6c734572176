import { describe, expect, it } from 'vitest';
import {
  builtinStudy,
  createService,
  layered,
  readLanguage,
  readMunicipalities,
  readStudy,
  type Service,
} from '../../../server/src/core/index.js';
import { labelsOf } from '../../../server/src/core/recognition/labels.js';
import { compileSignals } from '../../../server/src/core/signals/compile-signals.js';
import { indexStudy } from '../../../server/src/core/study/index.js';

const STUDY = `key: akkoord
title: Akkoord
names: { opgave: belofte, opgaven: beloften }
themes:
  - title: Wonen
    opgaven:
      - { id: sociaal, title: Een derde van de nieuwbouw is sociale huur, words: [corporatiewoningen] }
      - { id: starters, title: Voorrang voor starters bij koopwoningen }
      - { id: zwembad, title: Het zwembad blijft open }
      - { id: fietsbrug, title: Een fietsbrug over de haven }
      - { id: ozb, title: De onroerendezaakbelasting stijgt niet }
      - { id: stortplaats, title: De stortplaats sluit in 2028 }
      - { id: wachtlijsten, title: Kortere wachtlijsten bij de jeugdhulp }
      - { id: jongeren, title: Jongerenwerkers in elke wijk, directions: [Spreekuur op school] }
`;
const configuration = layered({ studies: ['akkoord'] });

/** A service that knows one study. */
function serviceFor(text: string): Service {
  const { read } = readStudy([{ name: 'studie.yaml', text }], readLanguage(), readMunicipalities, []);
  const service = createService([builtinStudy]);
  service.bring('akkoord', { study: () => read!.study, signals: () => read!.signals });
  return service;
}

const service = serviceFor(STUDY);

describe('‘Waarom telt dit?’ beside an own study', () => {
  it('quotes the sentence that refuses, and calls nothing by another name than the study does', () => {
    const text = 'Wij sluiten het zwembad. Er komt geen fietsbrug.\n';
    const programme = { documents: [{ key: 'a.md', analysis: service.analyse(text, configuration) }], configuration };
    const { markdown } = service.explanationPage(programme, text.indexOf('fietsbrug'))!;
    expect(markdown).toMatch(
      /^Kiest anders: Een fietsbrug over de haven \(belofte\)\n\n‘fietsbrug’ wijst hierop; ‘Er komt geen fietsbrug\\?\.’ is een standpunt ertegen\\?\.$/m,
    );
    expect(markdown).toContain('‘Wij sluiten het zwembad.’ is een standpunt ertegen');
    expect(markdown).not.toContain('opgave');
  });
});
/** One with a single promise. */
const serviceOf = (promise: string, rest = ''): Service =>
  serviceFor(`key: akkoord\ntitle: Akkoord\nthemes: [{ title: Wonen, opgaven: [{ id: een, ${promise} }] }]\n${rest}`);

const EDITOR = { lineOf: () => 1, links: () => [] };

/** What a text does with each opgave that it touches. */
function states(text: string, beside = service): string[] {
  const programme = { configuration, documents: [{ key: 'a', analysis: beside.analyse(text, configuration) }] };
  return beside
    .coverage(programme)
    .themes.flatMap(({ opgaven }) => opgaven)
    .filter(({ coverage }) => coverage.state !== 'niet-genoemd')
    .map(({ opgave, coverage }) => `${opgave.id} ${coverage.state}`);
}

describe('recognition of what nobody wrote signals for', () => {
  it.each([
    ['Van de nieuwe woningen die wij bouwen is een derde sociale huur.', ['sociaal opgepakt']],
    ['Wij maken met de corporatie afspraken over 400 corporatiewoningen.', ['sociaal opgepakt']],
    ['Wij geven starters voorrang bij nieuwe koopwoningen.', ['starters opgepakt']],
    ['Het zwembad houden wij open.', ['zwembad opgepakt']],
    ['We leggen een fietsbrug aan over de haven.', ['fietsbrug opgepakt']],
    ['Wij verhogen de onroerendezaakbelasting niet.', ['ozb opgepakt']],
    ['Wij stellen in elke wijk twee jongerenwerkers aan.', ['jongeren opgepakt']],
  ])('%s', (text, expected) => {
    expect(states(`# Plannen\n\n${text}\n`)).toEqual(expected);
  });

  it.each([
    'Wij bouwen een nieuwe school in de wijk.',
    'De gemeente heeft 40.000 inwoners en ligt aan het water.',
    'Jongeren krijgen korting bij de bibliotheek.',
    'Wij planten duizend bomen langs de straten.',
    'Onze vereniging bestaat tien jaar.',
  ])('stays silent at %s', (text) => {
    expect(states(`# Plannen\n\n${text}\n`)).toEqual([]);
  });

  it.each([
    ['Er moet een fietsbrug over de haven komen.', 'Oneens.', ['fietsbrug anders']],
    ['Er moet een fietsbrug over de haven komen.', 'Eens.', ['fietsbrug opgepakt']],
    ['Er moet geen fietsbrug over de haven komen.', 'Oneens.', ['fietsbrug opgepakt']],
  ])('answers %s with %s', (statement, answer, expected) => {
    expect(states(`### ${statement}\n\n${answer}\n`)).toEqual(expected);
  });

  it('is told of in the sentence that says most of it, not in the first with one of its words', () => {
    const text =
      '# Plannen\n\nVorig jaar waren er weinig koopwoningen. Van die koopwoningen gingen er drie naar starters.\n';
    const analysis = service.analyse(text, configuration);
    const [finding] = service.check({ configuration, documents: [{ key: 'a', analysis }] }).findings;
    expect(finding!.from).toBeGreaterThan(text.indexOf('Van die'));
  });

  it('is what a hover tells of at the words of its finding, not their theme', () => {
    const text = '# Plannen\n\nVorig jaar waren er in het zwembad drie storingen.\n';
    const programme = { configuration, documents: [{ key: 'a', analysis: service.analyse(text, configuration) }] };
    const [finding] = service.check(programme).findings;
    expect(finding!.opgaven).toEqual(['zwembad']);
    expect(service.hover(programme, finding!.from, EDITOR)!.markdown).toContain(
      '**Het zwembad blijft open** · belofte',
    );
  });

  it('a stand against it is one', () => {
    expect(states('# Plannen\n\nWij willen geen fietsbrug over de haven; dat plan schrappen wij.\n')).toEqual([
      'fietsbrug anders',
    ]);
  });

  it.each([
    ['Wij sluiten het zwembad.', 'zwembad'],
    ['We gaan in 2028 het oude zwembad aan de Kade sluiten.', 'zwembad'],
    ['Het zwembad wordt gesloten.', 'zwembad'],
    ['Het zwembad gaat dicht.', 'zwembad'],
    ['Er komt geen fietsbrug over de haven.', 'fietsbrug'],
    ['Er komt wel een parkeergarage, maar er komt geen fietsbrug over de haven.', 'fietsbrug'],
    ['Een nieuwe fietsbrug over de haven schrappen wij.', 'fietsbrug'],
    ['Wij stoppen met de jongerenwerkers in de wijk.', 'jongeren'],
    ['Er komen geen extra jongerenwerkers in de wijken.', 'jongeren'],
    ['Wij willen geen fietsbrug over de haven.', 'fietsbrug'],
    ['De gemeente sluit het zwembad.', 'zwembad'],
    ['Zwembad sluiten.', 'zwembad'],
    ['Wij bouwen een school en sluiten het zwembad.', 'zwembad'],
    ['Wij sluiten het zwembad en bouwen er woningen.', 'zwembad'],
    ['Het zwembad moet sluiten.', 'zwembad'],
    ['Het zwembad aan de Kade sluit in de zomer van 2028.', 'zwembad'],
  ])('a plain refusal of what it wants is a stand against it: %s', (text, opgave) => {
    expect(states(`# Plannen\n\n${text}\n`)).toContain(`${opgave} anders`);
  });

  it.each([
    ['two refusals are none', 'Wij sluiten het zwembad niet.'],
    ['two refusals are none', 'Er gaat geen zwembad dicht.'],
    ['two refusals are none', 'Wij laten geen jongerenwerkers gaan.'],
    ['something comes instead', 'Wij sluiten het zwembad en bouwen een groter.'],
    ['something comes instead', 'Wij bouwen een nieuw zwembad en sluiten het oude.'],
    ['something else is closed', 'Wij houden het zwembad open en sluiten de kantine.'],
    ['something else is refused', 'Er komt geen parkeergarage, wel een fietsbrug over de haven.'],
    ['the word means something else', 'In het zwembad sluiten wij een nieuw contract voor de lessen.'],
    ['the word means something else', 'De fietsbrug over de haven sluit aan op het fietspad.'],
    ['it is held off', 'Wij willen voorkomen dat het zwembad sluit.'],
    ['it is looked into', 'Wij onderzoeken of het zwembad dicht kan.'],
    ['it looks back', 'Het zwembad was vorig jaar drie weken gesloten.'],
    ['it is for a day', 'Wij sluiten het zwembad op maandag.'],
    ['it is for a season', 'Het zwembad sluit in de zomer.'],
    ['it was feared', 'Het zwembad dreigde te sluiten.'],
    ['another does it', 'De provincie sluit het zwembad; wij vinden dat onacceptabel.'],
    ['another does it', 'Wij vinden het jammer dat de provincie het zwembad sluit.'],
    ['it is told that there is none', 'Er is geen fietsbrug over de haven. Wij leggen hem aan.'],
    ['it is told that there is none', 'Er is nog geen fietsbrug over de haven, en die komt er.'],
    ['it is told that there is none', 'Zolang er geen fietsbrug is, vaart er een pont over de haven.'],
    ['it is told that there is none', 'In Noord zijn geen jongerenwerkers; daar komen er twee.'],
    ['it is told that there is none', 'Dit najaar was er geen fietsbrug. Nu leggen wij hem aan over de haven.'],
    ['it is told who has none', 'Waar geen jongerenwerkers zijn, stellen wij er twee aan.'],
    ['it is told who has none', 'Wij helpen wijken die geen jongerenwerkers hebben.'],
    ['the promise is to close it', 'Wij sluiten de stortplaats.'],
    ['the promise is to have less of it', 'Bij de jeugdhulp zijn er straks geen wachtlijsten meer.'],
  ])('%s: %s', (_, text) => {
    expect(states(`# Plannen\n\n${text}\n`).filter((state) => state.endsWith('anders'))).toEqual([]);
  });

  describe('what is refused is what the title names first, or what its writer calls it', () => {
    it.each([
      ['title: Het zwembad blijft open, words: [recreatiebad]', 'Wij sluiten het zwembad.'],
      ['title: Het zwembad blijft open, words: [recreatiebad]', 'Wij sluiten het recreatiebad.'],
      ['title: Het zwembad blijft open, signals: "badmeester, zwembad"', 'Wij sluiten het zwembad.'],
    ])('{ %s }: %s', (promise, text) => {
      expect(states(`# Plannen\n\n${text}\n`, serviceOf(promise))).toEqual(['een anders']);
    });

    it.each([
      ['title: Het zwembad blijft open, signals: "loket, zwembad"', 'Wij sluiten het loket.'],
      ['title: Een zwembad naast de sporthal', 'Wij sluiten de sporthal.'],
    ])('{ %s } stays silent at: %s', (promise, text) => {
      expect(states(`# Plannen\n\n${text}\n`, serviceOf(promise))).not.toContain('een anders');
    });
  });

  it('who writes what is against a promise says all of it', () => {
    const promise = 'title: Het zwembad blijft open';
    const written = serviceOf(promise, 'against: { rejection: schrappen, opposite: { een: sportbad dempen } }\n');
    const refused = '# Plannen\n\nWij willen geen zwembad; wij gaan het sportbad dempen.\n';
    expect(states(refused, written)).toEqual(['een anders']);
    const twice = '# Plannen\n\nEr gaat geen zwembad dicht, wel gaan wij het sportbad dempen naast het zwembad.\n';
    expect(states(twice, written)).toEqual(['een anders']);
  });

  it.each([
    ['De flats worden niet gesloopt', 'De flats worden gesloopt.', 'anders'],
    ['De flats worden niet gesloopt', 'De flats aan de Kade worden niet gesloopt.', 'opgepakt'],
    ['De flats niet slopen', 'De flats worden gesloopt.', 'anders'],
    ['De flats niet slopen', 'Wij slopen de flats.', 'anders'],
    ['De flats niet slopen', 'Wij slopen de flats niet.', 'opgepakt'],
    ['De flats niet slopen', 'Wij renoveren de flats in plaats van ze te slopen.', 'opgepakt'],
    ['Geen dorpsscholen sluiten', 'Wij sluiten twee dorpsscholen.', 'anders'],
    ['Geen dorpsscholen sluiten', 'Er worden geen dorpsscholen gesloten.', 'opgepakt'],
    ['De onroerendezaakbelasting stijgt niet', 'Wij verhogen de onroerendezaakbelasting.', 'opgepakt'],
  ])('of a promise not to end something: %s; %s', (title, text, state) => {
    expect(states(`# Plannen\n\n${text}\n`, serviceOf(`title: ${title}`))).toEqual([`een ${state}`]);
  });

  it('is not seen to be refused in other words', () => {
    const flats = serviceOf('title: De flats niet slopen');
    expect(states('# Plannen\n\nDe flats gaan tegen de vlakte.\n', flats)).not.toContain('een anders');
  });

  it('its subject without a choice raises it', () => {
    expect(states('# Plannen\n\nHet zwembad werd in 1974 gebouwd en trok vorig jaar veel bezoekers.\n')).toEqual([
      'zwembad ontbreekt',
    ]);
  });
});

it('signals of what a study does not have are a fault, not a stand against something', () => {
  const { read } = readStudy([{ name: 'studie.yaml', text: STUDY }], readLanguage(), readMunicipalities, []);
  const { study } = read!;
  expect(() => labelsOf(indexStudy(study), compileSignals([['zwembad', []]]))).not.toThrow();
  expect(() => labelsOf(indexStudy(study), compileSignals([['zwemclub', []]]))).toThrow('zwemclub');
  expect(() => labelsOf(indexStudy(study), compileSignals([['anders:zwemclub', []]]))).toThrow('anders:zwemclub');
});
