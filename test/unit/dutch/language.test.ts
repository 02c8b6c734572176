import { describe, expect, test } from 'vitest';
import { isAboutSoftware, isDutch } from '../../../server/src/core/dutch/language.js';
import { matcherFor } from '../signals/finding.js';

function languageOf(text: string): boolean {
  const { dutch, foreign } = matcherFor('niets').read(text, 0, text.length, []);
  return isDutch(dutch, foreign);
}

describe('is it Dutch?', () => {
  test.each([
    'Wij willen dat er meer woningen komen voor starters en ouderen.',
    'Meer groen in de wijk',
    'Woningtekort',
    'De Green Deal en de smart city zijn in onze regio al in gebruik.',
    'Veilig wonen, werken en leven',
  ])('yes: %s', (text) => {
    expect(languageOf(text)).toBe(true);
  });

  test.each([
    'We want more homes for starters and the elderly in all of our neighbourhoods.',
    'Wir wollen mehr Wohnungen für die Menschen, die in der Stadt leben und arbeiten.',
    'Nous voulons plus de logements pour les gens qui vivent dans la ville.',
    'Soarch bliuwt tichtby, yn alle doarpen.',
    'De energietransitie mut veur iederene te doen wezen, en doar helpt wij bie.',
    'Wae wille neet oppe gaas blieve; det mót sjoon en eerlik zeen.',
    'Queremos más viviendas para las personas y los mayores de la ciudad.',
  ])('no: %s', (text) => {
    expect(languageOf(text)).toBe(false);
  });
});

test.each([
  [200, 12, true],
  [2000, 12, false],
  [50, 4, false],
])('%i words of which %i about software: %s', (words, software, about) => {
  expect(isAboutSoftware(words, software)).toBe(about);
});
