import { expect, it } from 'vitest';
import { pledgeTitle } from '../../../server/src/core/draft/title.js';

it.each([
  // Short enough: the sentence itself, without its point.
  ['Er komt een jeugdwerker op elke school.', 'Er komt een jeugdwerker op elke school'],
  ['- meer bomen in de Bloemenbuurt'.slice(2), 'Meer bomen in de Bloemenbuurt'],
  // What joins it to the sentence before goes.
  ['Daarom komt er in elke wijk een inloop.', 'Er komt in elke wijk een inloop'],
  ['Ook breiden wij de voorschool uit naar zestien uur.', 'Wij breiden de voorschool uit naar zestien uur'],
  ['Ook voor sportparken geldt dat zij open zijn.', 'Ook voor sportparken geldt dat zij open zijn'],
  // A long one ends where its clause does.
  [
    'Het college stelt een bevolkingsagenda op die richting geeft aan de vraag hoe groot en hoe gemengd de stad wil zijn.',
    'Het college stelt een bevolkingsagenda op',
  ],
  [
    'In elk van de acht wijken wordt een ontmoetingsruimte aangewezen waar tachtigplussers overdag zonder indicatie terecht kunnen.',
    'In elk van de acht wijken wordt een ontmoetingsruimte aangewezen',
  ],
  [
    'Het college garandeert beide scholen tot 2034, ook indien het leerlingental onder de opheffingsnorm zakt, en helpt de winkel.',
    'Het college garandeert beide scholen tot 2034',
  ],
  // Behind a colon stands what it means.
  [
    'Twee derde van wat wij in de stad bouwen is betaalbaar: 30 procent sociale huur, en 35 procent middenhuur of goedkope koop.',
    'Twee derde van wat wij in de stad bouwen is betaalbaar: 30 procent sociale huur',
  ],
  // Without such a place as many words as fit; a name, an amount and its noun stay together.
  [
    'De verbinding tussen de binnenstad en het nieuwe Havenkwartier aan de noordkant van de Willem Alexanderbrug wordt gesloten voor vrachtverkeer.',
    'De verbinding tussen de binnenstad en het nieuwe Havenkwartier aan de noordkant …',
  ],
  [
    'Voor de verenigingen in de dorpen en de buurten buiten de ring is ieder jaar opnieuw een bedrag van € 120.000 te verdelen over activiteiten.',
    'Voor de verenigingen in de dorpen en de buurten buiten de ring is ieder jaar opnieuw …',
  ],
])('%s', (sentence, title) => {
  expect(pledgeTitle(sentence)).toBe(title);
});
