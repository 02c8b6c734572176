import { describe, expect, it } from 'vitest';
import {
  builtinStudy,
  createService,
  layered,
  readLanguage,
  readMunicipalities,
  readStudy,
} from '../../../server/src/core/index.js';

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
const { read } = readStudy([{ name: 'studie.yaml', text: STUDY }], readLanguage(), readMunicipalities, []);
const service = createService([builtinStudy]);
service.bring('akkoord', { study: () => read!.study, signals: () => read!.signals });
const configuration = layered({ studies: ['akkoord'] });

const EDITOR = { lineOf: () => 1, links: () => [] };

/** What a text does with each opgave that it touches. */
function states(text: string): string[] {
  const programme = { configuration, documents: [{ key: 'a', analysis: service.analyse(text, configuration) }] };
  return service
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
    ['Een nieuwe fietsbrug over de haven schrappen wij.', 'fietsbrug'],
    ['Wij stoppen met de jongerenwerkers in de wijk.', 'jongeren'],
    ['Er komen geen extra jongerenwerkers in de wijken.', 'jongeren'],
  ])('a plain refusal of what it wants is a stand against it: %s', (text, opgave) => {
    expect(states(`# Plannen\n\n${text}\n`)).toContain(`${opgave} anders`);
  });

  it.each([
    ['two refusals are none', 'Wij sluiten het zwembad niet.'],
    ['two refusals are none', 'Er gaat geen zwembad dicht.'],
    ['something else is closed', 'Wij houden het zwembad open en sluiten de kantine.'],
    ['something else is refused', 'Er komt geen parkeergarage, wel een fietsbrug over de haven.'],
    ['the word means something else', 'In het zwembad sluiten wij een nieuw contract voor de lessen.'],
    ['the word means something else', 'De fietsbrug over de haven sluit aan op het fietspad.'],
    ['it is held off', 'Wij willen voorkomen dat het zwembad sluit.'],
    ['it is looked into', 'Wij onderzoeken of het zwembad dicht kan.'],
    ['it looks back', 'Het zwembad was vorig jaar drie weken gesloten.'],
    ['it is for a day', 'Wij sluiten het zwembad op maandag.'],
    ['it is told who has none', 'Wij helpen wijken die geen jongerenwerkers hebben.'],
    ['the promise is to close it', 'Wij sluiten de stortplaats.'],
    ['the promise is to have less of it', 'Bij de jeugdhulp zijn er straks geen wachtlijsten meer.'],
  ])('%s: %s', (_, text) => {
    expect(states(`# Plannen\n\n${text}\n`).filter((state) => state.endsWith('anders'))).toEqual([]);
  });

  it('its subject without a choice raises it', () => {
    expect(states('# Plannen\n\nHet zwembad werd in 1974 gebouwd en trok vorig jaar veel bezoekers.\n')).toEqual([
      'zwembad ontbreekt',
    ]);
  });
});
