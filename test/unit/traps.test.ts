import { describe, expect, test } from 'vitest';
import { analyse, createEngine } from '../../server/src/core/service.js';
import { builtinStudy } from '../../server/src/core/study/builtin.js';
import type { Entry } from '../../server/src/core/study/model.js';

const engine = createEngine(builtinStudy);

/** Words by which the built-in study recognises something in a text, by theme; whatever the strength. */
function themesIn(text: string): string[] {
  const { mentions } = analyse(engine, text);
  const themes = mentions
    .filter(({ certain }) => certain)
    .map(({ id }) => engine.study.themeOf(engine.study.find(id) as Entry).id);
  return [...new Set(themes)].sort();
}

describe('words that look like a theme', () => {
  test.each([
    ['zorgen voor', 'Wij zorgen ervoor dat de stukken op tijd klaar zijn, en dat zorgt voor rust.'],
    ['zich zorgen maken', 'Wij maken ons daar geen zorgen over.'],
    ['wethouder', 'De wethouder en de oud-wethouder hebben het stuk ondertekend.'],
    ['GroenLinks', 'Samen met GroenLinks en de PvdA dienden wij het voorstel in.'],
    ['Partij voor de Dieren', 'De Partij voor de Dieren stemde voor, de Partij van de Arbeid ook.'],
    ['gebouw', 'De vergadering is in het gebouw aan het plein.'],
    ['verkeerd', 'Dat is verkeerd gegaan en wij bieden excuses aan.'],
    ['minimaal', 'Dat duurt minimaal een week en tegelijk is het klaar.'],
    ['overigens, wegens', 'Overigens ging de avond wegens ziekte niet door.'],
    ['places', 'Ik kom uit Waalwijk, woonde in Huizen en zit nu in Kampen.'],
  ])('%s', (_, text) => {
    expect(themesIn(text)).toEqual([]);
  });
});

describe('one word, two themes', () => {
  test('doorstroming in traffic and in housing', () => {
    const traffic = themesIn(
      'Wij verbeteren de doorstroming van het verkeer op de rondweg met slimme verkeerslichten.',
    );
    const housing = themesIn(
      'Wij bevorderen de doorstroming op de woningmarkt: ouderen verhuizen naar een seniorenwoning.',
    );
    expect(traffic).toContain('mobiliteit');
    expect(traffic).not.toContain('ruimte-en-wonen');
    expect(housing).toContain('ruimte-en-wonen');
    expect(housing).not.toContain('mobiliteit');
  });

  test('zorg as care', () => {
    expect(
      themesIn('Wij houden de jeugdzorg en de ouderenzorg dichtbij, ook nu de kosten van de Wmo stijgen.'),
    ).toEqual(expect.arrayContaining(['inclusieve-gemeente']));
  });
});
