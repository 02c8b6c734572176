import { describe, expect, test } from 'vitest';
import { answeredBy, asSaid } from '../../server/src/core/recognition/answers.js';
import { saidFirst } from '../../server/src/core/recognition/first-words.js';
import { analyse, createEngine } from '../../server/src/core/service.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);

describe('the first words of a block', () => {
  test.each([
    'Eens.',
    '**Eens.** Er is genoeg plaats.',
    'Mee eens, ook voor de dorpen.',
    'Volledig eens!',
    'Van harte eens. Dat helpt.',
    'Ja.',
    'Ja, en graag dit jaar nog.',
    'Volmondig ja.',
    '“Mee eens, met een uitzondering.”',
    'Lijst Vaartdijk: Eens, want het is nodig.',
    '- **Lijst Vaartdijk:** Ja, dat kan.',
    '**Lijst Vaartdijk** Eens. Dat helpt.',
    'Ons antwoord: mee eens.',
    'Ons Dorp zegt eens, omdat het nodig is.',
    'Ons Dorp is het hiermee eens.',
    'Daar zijn wij het mee eens, al duurt het lang.',
    'Wij zijn hiervoor, op een voorwaarde na.',
    'Daar zijn wij geen tegenstander van.',
  ])('agree: %s', (text) => expect(saidFirst(text)?.answer).toBe('agrees'));

  test.each([
    'Oneens. Dat helpt niet.',
    '**Oneens** Dat helpt niet.',
    'Helemaal oneens.',
    'Niet mee eens.',
    'Hier zijn wij het niet mee eens. Het is te duur.',
    'Ons antwoord: helemaal niet mee eens.',
    'Nee, de bus moet er langs.',
    'Nee hoor. Laat maar.',
    'Absoluut niet!',
    'Wij vinden van niet.',
    'Oneens, tenzij er geld is.',
    'Wij zijn daar tegen. Het is te duur.',
    'Het Dorpsverbond is tegen.',
    'Daar zijn wij geen voorstander van.',
    'Daar is Ons Dorp geen voorstander van.',
    'De partij zegt oneens, omdat het te duur is.',
    'Onze fractie is tegen.',
    'Hier zijn wij tegen: het is te duur.',
    '**Lijst Vaartdijk** Tegen.',
  ])('disagree: %s', (text) => expect(saidFirst(text)?.answer).toBe('disagrees'));

  test.each([
    'Neutraal.',
    'Geen mening.',
    'Weet niet.',
    'Weet ik niet, het is te vroeg.',
    '**Geen van beide.** Het hangt ervan af.',
    'Ons antwoord: neutraal.',
  ])('do neither: %s', (text) => expect(saidFirst(text)?.answer).toBe('neither'));

  test.each([
    'Ja, maar niet nu.',
    'Eens, maar. Er is geen geld.',
    'Eens? Dat hangt ervan af.',
    'Nee?',
    'Eens per jaar is er kermis.',
    'Eens was hier een dorp.',
    'Niet eens de helft is af.',
    'Nee zeggen tegen drugs leer je thuis.',
    'De raad zei nee. Wij ook.',
    'Deels eens.',
    'Oneens met een groot gebouw aan de rand.',
    'Wij zijn voor een levendig plein.',
    'De bewoners zijn tegen.',
    'Niemand is tegen.',
    'Daar zijn bewoners tegen.',
    'Daar zijn wij nog niet uit.',
    'Wij zijn tegen:',
    'Wij zijn voorstander van:',
    'De wind is tegen. Dat scheelt.',
    'Het college zegt nee. Wij vinden het een goed plan.',
    'Alles is tegen.',
    'Niet helemaal mee eens.',
    'Weet niet iedereen dat het te duur is.',
    'Wij zijn het niet helemaal eens.',
    '**Tegen** eenzaamheid zetten wij het buurthuis open.',
    '## Voor',
    '**Tegen**',
    '“Nee”, zei de wethouder.',
    'Nooit! Dat hoorden wij vaak.',
    'Oneens, er is te weinig.',
    'Oneens, wij willen er nog veel meer.',
    'Oneens omdat het te laat komt.',
    '',
  ])('say nothing plainly: %s', (text) => expect(saidFirst(text)).toBeUndefined());
});

describe('an answer', () => {
  /** What the last block of a text answers. */
  const answer = (text: string) => answeredBy(analyse(engine, text).contexts.at(-1)!)?.answer;
  const statement = '### De gemeente moet bomen planten.';

  test.each([
    ['stands below a statement', `${statement}\n\nEens.`],
    ['stands below a question that may be answered with yes', '### Moet de gemeente bomen planten?\n\nJa.'],
    ['stands behind a name, also below another', `${statement}\n\nOns Dorp: Nee.\n\nLijst Vaartdijk: Ja.`],
    ['stands below a name of its own', `${statement}\n\nOns Dorp: Nee.\n\n**Lijst Vaartdijk**\n\nJa.`],
    ['is a heading in between', `${statement}\n\n#### Eens\n\n**Ons Dorp**\n\nDat helpt.`],
    ['is a line in between', `${statement}\n\n**Eens**\n\nDat helpt.`],
  ])('%s', (_, text) => expect(answer(text)).toBe('agrees'));

  test.each([
    ['to no statement', 'Ja.'],
    ['to a title', '### Meer bomen in de stad\n\nJa.'],
    ['to a question that has no yes or no', '### Waarom wil de gemeente bomen planten?\n\nJa.'],
    ['further on', `${statement}\n\nDat kost geld.\n\nJa, dat kost geld.`],
    ['behind a line that says more', `${statement}\n\nEens. Dat helpt.\n\nZij geven schaduw.`],
    ['in a heading', `${statement}\n\n#### Eens`],
    ['in a table', `${statement}\n\n| Ons Dorp: nee |\n| --- |\n| Lijst Vaartdijk: ja |`],
    ['to a question of fact', '### Heeft de gemeente genoeg bomen in de wijken?\n\nNee.'],
    ['to a question how much is done', '### Doet de gemeente genoeg voor de bomen?\n\nNee.'],
    ['below arguments', `${statement}\n\n#### Voor\n\nDat geeft schaduw.`],
    ['in a line above arguments', `${statement}\n\n**Tegen**\n\nDat kost geld.`],
  ])('is none %s', (_, text) => expect(answer(text)).toBeUndefined());

  test('is no statement itself, which its own words tell', () => {
    const { contexts } = analyse(engine, `${statement}\n\n#### Nee, de gemeente moet bomen kappen.\n\nEens.`);
    expect(answeredBy(contexts[2]!)?.heading).toBe(contexts[1]);
    expect(answeredBy(asSaid(contexts[1]!))).toBeUndefined();
  });
});
