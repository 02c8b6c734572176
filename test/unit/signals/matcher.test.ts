import { describe, expect, test } from 'vitest';
import { found } from './finding.js';

describe('compounds', () => {
  test.each([
    ['woning*', 'De woningbouwopgave.', 'woningbouwopgave'],
    ['*opgave', 'De woningbouwopgaven.', 'woningbouwopgaven'],
    ['*zorg*', 'De jeugdzorgkosten.', 'jeugdzorgkosten'],
    ['jeugdzorg*', 'De jeugdzorgkosten.', 'jeugdzorgkosten'],
    ['huis*', 'De huizenprijzen.', 'huizenprijzen'],
    ['stad*', 'De stedenbouw.', 'stedenbouw'],
    ['school*', 'Een scholengemeenschap.', 'scholengemeenschap'],
    ['*school', 'De basisscholen.', 'basisscholen'],
    ['*huis', 'Alle buurthuizen.', 'buurthuizen'],
    ['verkeer*', 'De verkeersdrempel.', 'verkeersdrempel'],
  ])('%s in: %s', (signal, text, word) => {
    expect(found(signal, text)).toEqual([word]);
  });

  test.each([
    ['woning', 'De woningbouwopgave.'],
    ['opgave', 'De woningbouwopgave.'],
    ['taal*', 'Jong talent.'],
    ['groen', 'Stem GroenLinks.'],
    ['*woning', 'De woningbouw.'],
  ])('%s stays silent in: %s', (signal, text) => {
    expect(found(signal, text)).toEqual([]);
  });
});

describe('hyphenated compounds are met closed up and by their parts', () => {
  test.each([
    ['"ov"', 'Een ov-knooppunt.', 1],
    ['wmo', 'De Wmo-voorziening.', 1],
    ['ggz', 'De jeugd-ggz.', 1],
    ['leerling', 'Voor vmbo-leerlingen.', 1],
    ['burgerberaad', 'Een burger-beraad.', 1],
    ['"niet"', 'Voor niet-westerse inwoners.', 0],
    ['dak', 'Een daklozenopvang.', 0],
  ])('%s in: %s', (signal, text, times) => {
    expect(found(signal, text)).toHaveLength(times);
  });
});

describe('elliptical compounds', () => {
  test.each([
    ['jeugdzorg', 'De jeugd- en ouderenzorg.', 'jeugd'],
    ['ouderenzorg', 'De jeugd- en ouderenzorg.', 'ouderenzorg'],
    ['splitsingsregels', 'Soepele splitsings- en optopregels.', 'splitsings'],
    ['splitsingsregel', 'Soepele splitsings- of optopregels.', 'splitsings'],
    ['jeugdzorg', 'De jeugd-, ouderen- en gehandicaptenzorg.', 'jeugd'],
    ['ouderenzorg', 'De jeugd-, ouderen- en gehandicaptenzorg.', 'ouderen'],
    ['cybercriminaliteit', 'Tegen cyberincidenten en -criminaliteit.', '-criminaliteit'],
    ['jeugdzorg', 'De jeugd-\nen ouderenzorg.', 'jeugd'],
    ['jeugdzorg', 'De jeugd-/ouderenzorg.', 'jeugd'],
    ['jeugdzorg', 'De jeugd- en de ouderenzorg.', 'jeugd'],
    ['*zorg', 'De jeugd- en ouderenzorg.', 'ouderenzorg'],
    ['woningbouw', 'Meer woning- bouw.', 'woning'],
    ['binnenhalen', 'Wij willen binnen- en buitenhalen.', 'binnen'],
  ])('%s in: %s', (signal, text, word) => {
    expect(found(signal, text)[0]?.replace(/^-/, '')).toBe(word.replace(/^-/, ''));
  });

  test.each([
    ['jeugdzorg', 'De jeugd en de ouderenzorg.'],
    ['jeugdzorg', 'De jeugd- en sportvisie.'],
    ['jeugdzorg', 'De jeugd- . De ouderenzorg.'],
    ['woningbouw', 'Een woning - bouw.'],
  ])('%s stays silent in: %s', (signal, text) => {
    expect(found(signal, text)).toEqual([]);
  });
});

describe('phrases', () => {
  test.each([
    ['druk op ruimte', 'De druk op de openbare ruimte.', 0],
    ['druk op ruimte', 'De druk op onze ruimte.', 1],
    ['sociale huur', 'Sociale, betaalbare huur.', 0],
    ['sociale huur', 'Dat is sociaal. Huur is duur.', 0],
    ['wonen is een recht', 'Wonen is een recht.', 1],
    ['huur huur', 'huur huur', 1],
  ])('%s in: %s', (signal, text, times) => {
    expect(found(signal, text)).toHaveLength(times);
  });
});

describe('near each other', () => {
  const filler = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');
  test.each([
    ['eleven words between', 11, 1],
    ['twelve words between', 12, 0],
  ])('%s', (_, between, times) => {
    expect(found('huur ~ wachtlijst', `huur ${filler(between)} wachtlijst`)).toHaveLength(times);
    expect(found('huur ~ wachtlijst', `wachtlijst ${filler(between)} huur`)).toHaveLength(times);
  });

  test('three at once, in any order', () => {
    expect(found('huur ~ wachtlijst ~ jaar', 'Na jaren op een wachtlijst is de huur hoog.')).toEqual([
      'jaren op een wachtlijst is de huur',
    ]);
  });

  test('one compound may be both', () => {
    expect(found('huur* ~ *woning', 'Een huurwoning.')).toEqual(['huurwoning']);
  });
});

describe('exclusions', () => {
  test.each([
    ['De doorstroming van het verkeer hapert.', 0],
    ['Het verkeer hapert. De doorstroming van senioren ook.', 1],
    ['De doorstroming hapert. Het verkeer ook.', 1],
    ['De doorstroming van het verkeer hapert. De doorstroming van senioren ook.', 1],
  ])('%s', (text, times) => {
    expect(found('doorstroming !verkeer*', text)).toHaveLength(times);
  });
});

describe('a beginning does not mean its lookalikes', () => {
  test.each([
    ['verkeer*', 'verkeersdrempel autoverkeer verkeer', 'verkeerd verkeerde', 2],
    ['minima*', 'minima minimabeleid', 'minimaal minimale', 2],
    ['natuur*', 'natuurgebied natuurlijke', 'natuurlijk', 2],
    ['geweld*', 'geweld geweldsdelict', 'geweldig geweldige', 2],
    ['politie*', 'politie politiebureau', 'politiek politieke', 2],
    ['groen*', 'groenstrook groene', 'groenten groenteboer', 2],
    ['zorg*', 'zorgkosten zorgen', 'zorgvuldig zorgeloos', 2],
    ['zon*', 'zonnepaneel zonnig', 'zonder zondag', 2],
    ['gas*', 'gasloos gasnet', 'gastvrij gasten', 2],
    ['hand*', 'handen', 'handel handig', 1],
    ['handel*', 'handelsmissie handelen', 'handig', 2],
    ['parke*', 'parkeren parkeerplaats parken', 'park', 3],
    ['verkeerd*', 'verkeerde', 'verkeer', 1],
  ])('%s', (signal, means, others, times) => {
    const texts = (words: string) => words.split(' ').flatMap((word) => found(signal, word));
    expect(texts(means)).toHaveLength(times);
    expect(texts(others)).toEqual([]);
  });
});

describe('traps', () => {
  test.each([
    ['zorg', 'Wij houden de zorg dichtbij.', 1],
    ['bouwen', 'Een gebouw en twee gebouwen.', 0],
    ['bouwen', 'Er wordt gebouwd.', 1],
    ['verkeer', 'Dat is verkeerd.', 0],
    ['ouder', 'De wethouder spreekt met ouderen.', 0],
    ['ouder', 'De ouders en de wethouder.', 1],
    ['groen', 'Stem GroenLinks of Groen-Links.', 0],
    ['minima', 'Minimaal een week.', 0],
    ['regelen', 'De regels.', 0],
    ['tegel', 'Tegelijk.', 0],
    ['wijk', 'Waalwijk en Rijswijk.', 0],
    ['leefbaar ~ wijk', 'Een leefbare wijk.', 1],
  ])('%s in: %s', (signal, text, times) => {
    expect(found(signal, text)).toHaveLength(times);
  });
});
