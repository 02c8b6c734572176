import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, layered } from '../../server/src/core/configuration.js';
import { readConfiguration } from '../../server/src/project/configuration.js';

const known = {
  studies: ['proefstudie', 'woonvisie'],
  rules: ['opgave-ontbreekt', 'bron-onbekend', 'andere-taal', 'opgave-ontbreekt:woonvisie', 'bron-onbekend:woonvisie'],
  opgaven: ['nieuwbouw'],
  silences: ['opgave-ontbreekt:nieuwbouw'],
  municipalities: [
    { name: 'Waterdam', variants: ["'s-Waterdam"], former: ['Oud-Waterdam', 'Achterdijk'] },
    { name: 'Súdermar', variants: [], former: [] },
    { name: 'Horst (N.)', variants: ['Horst (Noord)'], former: [] },
    { name: 'Horst (Z.)', variants: [], former: [] },
    { name: 'Horst aan de Aa', variants: [], former: [] },
    { name: 'Horst en Hei', variants: [], former: [] },
  ],
};

/** Faults of a configuration, as a user reads them: one-based line, then the message. */
function faults(text: string): string[] {
  return readConfiguration(text, known).faults.map(
    ({ offset, message }) => `${text.slice(0, offset).split('\n').length}: ${message}`,
  );
}

test('everything that a configuration can say', () => {
  const text = `{
    // een toelichting mag
    "$schema": "./opgavenwijzer.schema.json",
    "gemeente": "Waterdam",
    "reikwijdte": "paragraaf",
    "regels": { "opgave-ontbreekt": "hint", "bron-onbekend": "uit" },
    "bewustNiet": { "nieuwbouw": "Te duur." },
    "nietMelden": ["opgave-ontbreekt:nieuwbouw"],
    "geenUitleg": ["woningnood"],
    "verwijzing": "pandoc",
    "controle": "opslaan",
  }`;
  expect(readConfiguration(text, known)).toMatchObject({
    configuration: {
      gemeente: 'Waterdam',
      reikwijdte: 'paragraaf',
      regels: { 'opgave-ontbreekt': 'hint', 'bron-onbekend': 'uit' },
      bewustNiet: { nieuwbouw: 'Te duur.' },
      nietMelden: ['opgave-ontbreekt:nieuwbouw'],
      geenUitleg: ['woningnood'],
      verwijzing: 'pandoc',
      controle: 'opslaan',
    },
    faults: [],
  });
});

test.each(['{}', '\uFEFF{}', '{\r\n}\r\n', '{ "regels": {}, "bewustNiet": {} }'])('%j leaves the defaults', (text) => {
  expect(readConfiguration(text, known)).toMatchObject({ configuration: DEFAULT_CONFIGURATION, faults: [] });
});

test.each([
  ["'s-Waterdam", 'Waterdam'],
  ['s-Waterdam', 'Waterdam'],
  ['waterdam', 'Waterdam'],
  [' WATERDAM ', 'Waterdam'],
  ['Achterdijk', 'Waterdam'],
  ['Oud Waterdam', 'Waterdam'],
  ['Sudermar', 'Súdermar'],
  ['Horst (N)', 'Horst (N.)'],
])('however a municipality is spelled, or called before a merger, it is the one of today: %j', (spelling, name) => {
  expect(readConfiguration(JSON.stringify({ gemeente: spelling }), known)).toMatchObject({
    configuration: { gemeente: name },
    faults: [],
  });
});

describe('a fault leaves the rest standing and says where it is', () => {
  test.each([
    [
      '{\n"reikwijdte": "alles"\n}',
      '2: ‘reikwijdte’ mag ‘programma’, ‘document’ of ‘paragraaf’ zijn, niet ‘alles’. Standaard ‘programma’ wordt gebruikt.',
    ],
    [
      '{ "reikwijdte": null }',
      '1: ‘reikwijdte’ mag ‘programma’, ‘document’ of ‘paragraaf’ zijn, niet ‘null’. Standaard ‘programma’ wordt gebruikt.',
    ],
    [
      '{ "reikwijdte": ["document"] }',
      '1: ‘reikwijdte’ mag ‘programma’, ‘document’ of ‘paragraaf’ zijn, niet een lijst of object. Standaard ‘programma’ wordt gebruikt.',
    ],
    [
      '{ "controle": "soms" }',
      '1: ‘controle’ mag ‘typen’, ‘opslaan’ of ‘handmatig’ zijn, niet ‘soms’. Standaard ‘typen’ wordt gebruikt.',
    ],
    [
      '{ "gemeente": "Atlantis" }',
      '1: ‘gemeente’ is de naam van een Nederlandse gemeente, niet ‘Atlantis’. Landelijke cijfers worden getoond.',
    ],
    [
      '{ "gemeente": "Wasterdam" }',
      '1: ‘gemeente’ is de naam van een Nederlandse gemeente, niet ‘Wasterdam’. Bedoelt u ‘Waterdam’? Landelijke cijfers worden getoond.',
    ],
    [
      '{ "gemeente": "Horst" }',
      '1: ‘gemeente’ is de naam van een Nederlandse gemeente, niet ‘Horst’. Bedoelt u ‘Horst (N.)’, ‘Horst (Z.)’ of ‘Horst aan de Aa’? Landelijke cijfers worden getoond.',
    ],
    [
      '{ "gemeente": "Gemeente Waterdam" }',
      '1: ‘gemeente’ is de naam van een Nederlandse gemeente, niet ‘Gemeente Waterdam’. Bedoelt u ‘Waterdam’? Landelijke cijfers worden getoond.',
    ],
    [
      '{ "gemeente": ["Waterdam"] }',
      '1: ‘gemeente’ is de naam van een Nederlandse gemeente, niet een lijst of object. Landelijke cijfers worden getoond.',
    ],
    ['{ "regels": { "opgave-weg": "uit" } }', '1: de melding ‘opgave-weg’ bestaat niet.'],
    [
      '{ "regels": { "bron-onbekent": "uit" } }',
      '1: de melding ‘bron-onbekent’ bestaat niet. Bedoelt u ‘bron-onbekend’?',
    ],
    [
      '{ "regels": { "bron-onbekend": "erg" } }',
      '1: ‘bron-onbekend’ mag ‘fout’, ‘waarschuwing’, ‘informatie’, ‘hint’ of ‘uit’ zijn, niet ‘erg’. Het gewone niveau wordt gebruikt.',
    ],
    [
      '{ "regels": { "opgave-ontbreekt:woonvise": "uit" } }',
      '1: achter ‘opgave-ontbreekt:’ hoort de sleutel van een studie die meedoet, niet ‘woonvise’. Bedoelt u ‘opgave-ontbreekt:woonvisie’?',
    ],
    [
      '{ "regels": { "opgave-ontbrekt:woonvisie": "uit" } }',
      '1: de melding ‘opgave-ontbrekt:woonvisie’ bestaat niet. Bedoelt u ‘opgave-ontbreekt:woonvisie’?',
    ],
    [
      '{ "regels": { "andere-taal:woonvisie": "uit" } }',
      '1: ‘andere-taal’ gaat over het document zelf en heeft geen niveau per studie.',
    ],
    [
      '{ "regels": { "opgave-ontbreekt:woonvisie": "streng" } }',
      '1: ‘opgave-ontbreekt:woonvisie’ mag ‘fout’, ‘waarschuwing’, ‘informatie’, ‘hint’ of ‘uit’ zijn, niet ‘streng’. Het gewone niveau wordt gebruikt.',
    ],
    ['{ "regels": "uit" }', '1: ‘regels’ hoort een object te zijn: { … }.'],
    ['{ "bewustNiet": { "zwembad": "Te duur." } }', '1: de studie heeft geen opgave ‘zwembad’.'],
    [
      '{ "bewustNiet": { "nieuwbow": "Te duur." } }',
      '1: de studie heeft geen opgave ‘nieuwbow’. Bedoelt u ‘nieuwbouw’?',
    ],
    [
      '{ "bewustNiet": { "nieuwbouw": " " } }',
      '1: bij ‘nieuwbouw’ hoort een reden, als tekst tussen aanhalingstekens.',
    ],
    [
      '{ "bewustNiet": { "nieuwbouw": true } }',
      '1: bij ‘nieuwbouw’ hoort een reden, als tekst tussen aanhalingstekens.',
    ],
    ['{ "nietMelden": "alles" }', '1: ‘nietMelden’ hoort een lijst te zijn: [ … ].'],
    [
      '{ "nietMelden": ["opgave-ontbreekt:nieuwbow"] }',
      '1: er is geen melding ‘opgave-ontbreekt:nieuwbow’. Bedoelt u ‘opgave-ontbreekt:nieuwbouw’?',
    ],
    ['{ "geenUitleg": [" "] }', '1: in ‘geenUitleg’ hoort een woord, tussen aanhalingstekens.'],
    ['{ "bewust-niet": {} }', '1: de instelling ‘bewust-niet’ bestaat niet. Bedoelt u ‘bewustNiet’?'],
    [
      '{ "__proto__": {} }',
      '1: de instelling ‘__proto__’ bestaat niet. Bekend zijn: studies, gemeente, reikwijdte, regels, bewustNiet, nietMelden, geenUitleg, verwijzing, controle.',
    ],
    ['[]', '1: hier hoort een object: { … }. De standaardinstellingen worden gebruikt.'],
    ['', '1: geen geldige JSON: hier hoort een waarde. De standaardinstellingen worden gebruikt.'],
    [
      '{\n"gemeente" "Waterdam" }',
      '2: geen geldige JSON: hier hoort een dubbele punt. De standaardinstellingen worden gebruikt.',
    ],
    [
      '{\n"regels": {\n}',
      '3: geen geldige JSON: een accolade is niet gesloten. De standaardinstellingen worden gebruikt.',
    ],
    [
      '{ "gemeente": "Waterdam }',
      '1: geen geldige JSON: een aanhalingsteken is niet gesloten. De standaardinstellingen worden gebruikt.',
    ],
    [
      '{ gemeente: "Waterdam" }',
      '1: geen geldige JSON: hier staat een teken dat er niet hoort. De standaardinstellingen worden gebruikt.',
    ],
  ])('%j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  test('what is right beside it counts', () => {
    const { configuration } = readConfiguration('{ "reikwijdte": "alles", "gemeente": "Waterdam" }', known);
    expect(configuration).toMatchObject({ reikwijdte: 'programma', gemeente: 'Waterdam' });
  });
});

test('the file of a programme goes before personal settings, rule by rule', () => {
  const personal = { reikwijdte: 'document', regels: { a: 'uit', b: 'hint' }, geenUitleg: ['a', 'b'] } as const;
  const file = { regels: { b: 'fout' }, geenUitleg: ['b', 'c'] } as const;
  expect(layered(personal, file)).toMatchObject({
    reikwijdte: 'document',
    regels: { a: 'uit', b: 'fout' },
    // What is silent in one of them is silent.
    geenUitleg: ['a', 'b', 'c'],
  });
});
