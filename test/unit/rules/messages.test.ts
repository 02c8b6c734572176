import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION, type Scope } from '../../../server/src/core/configuration.js';
import type { Finding } from '../../../server/src/core/rules/finding.js';
import { analyse, checkProgramme } from '../../../server/src/core/service.js';
import { smallEngine } from '../small-study.js';

/** The findings of the first of some documents, as one programme. */
function findings(texts: readonly string[], reikwijdte: Scope = 'programma'): Finding[] {
  const documents = texts.map((text, i) => ({ key: `${i}.md`, analysis: analyse(smallEngine, text) }));
  return checkProgramme([smallEngine], documents, { ...DEFAULT_CONFIGURATION, reikwijdte }).get('0.md')!.findings;
}

describe('what a writer reads', () => {
  test.each([
    [
      'In drie dorpen is een bushalte verdwenen.',
      '‘bushalte verdwenen’ (proefstudie § 2.1, p. 21) komt aan de orde; de opgave ‘Vervoer delen’ (§ 2.2, p. 22–24) nog niet.',
    ],
    ['Zie [@proefstudie:nieuwbow].', 'De proefstudie heeft geen ‘nieuwbow’. Bedoelt u ‘nieuwbouw’?'],
    ['Zie [@proefstudie:zwembad].', 'De proefstudie heeft geen ‘zwembad’.'],
    ['Zie [@proefstudie:nieuwbouw, p. 99].', '‘Nieuwbouw’ staat in § 1.2, p. 13–15 van de proefstudie, niet op p. 99.'],
    ['Zie [@proefstudie:samenvatting, p. 9].', '‘Samenvatting’ staat op p. 4–6 van de proefstudie, niet op p. 9.'],
    ['Zie [@proefstudie:samenvatting, § 1.1].', '‘Samenvatting’ staat op p. 4–6 van de proefstudie, niet in § 1.1.'],
    [
      'Zie [@proefstudie:kangoeroewoning, pp. 17-18].',
      '‘kangoeroewoning’ staat op p. 12, 16 van de proefstudie, niet op p. 17–18.',
    ],
    [
      '<!-- opgavenwijzer-disable-line bron-onbekent -->',
      'De melding ‘bron-onbekent’ bestaat niet. Bedoelt u ‘bron-onbekend’?',
    ],
    ['<!-- opgavenwijzer-zwijg -->', '‘opgavenwijzer-zwijg’ bestaat niet.'],
    ['<!-- opgavenwijzer-disable-file -->', 'Deze opmerking onderdrukt niets meer.'],
    [
      '---\nopgavenwijzer:\n  bewust-niet:\n    zwembad: Te duur.\n---\n',
      'De proefstudie heeft geen opgave ‘zwembad’.',
    ],
    [
      '---\nopgavenwijzer:\n  bewust-niet:\n    nieuwbouw:\n---\n',
      'Waarom blijft ‘Nieuwbouw’ bewust buiten het programma? Een reden ontbreekt.',
    ],
  ])('%s', (text, message) => {
    expect(findings([text]).map((finding) => finding.message)).toEqual([message]);
  });
});

test('beside a warning stands why the study ties the two together, where it says so', () => {
  const [told] = findings(['In drie dorpen is een bushalte verdwenen.']);
  expect(told!.related.map(({ message }) => message)).toEqual([
    'Het verband dat de studie legt (p. 22): wie geen bus meer heeft, kan samen een auto delen.',
    expect.stringMatching(/^Wat de studie zegt: /),
  ]);
  const untold = findings(['Er is een woningtekort.']).flatMap(({ related }) => related);
  expect(untold.length).toBeGreaterThan(0);
  expect(untold.some(({ message }) => message.startsWith('Het verband'))).toBe(false);
});

describe('where an opgave may be taken up', () => {
  const raises = '# Vervoer\n\nIn drie dorpen is een bushalte verdwenen.';
  const takesUp = 'Wij willen in ieder dorp een deelauto, ook voor ouderen.';

  test.each<[Scope, string[], number]>([
    ['programma', [raises, takesUp], 0],
    ['document', [raises, takesUp], 1],
    ['document', [`${raises}\n\n# Delen\n\n${takesUp}`], 0],
    ['paragraaf', [`${raises}\n\n# Delen\n\n${takesUp}`], 1],
    ['paragraaf', [`${raises}\n\n## Delen\n\n${takesUp}`], 0],
    ['paragraaf', [`${raises}\n\n${takesUp}`], 0],
    ['paragraaf', [`In drie dorpen is een bushalte verdwenen.\n\n# Delen\n\n${takesUp}`], 0],
  ])('%s: %j', (scope, texts, times) => {
    expect(findings(texts, scope)).toHaveLength(times);
  });

  test('a section that leaves it alone is told where it is taken up', () => {
    const [finding] = findings([`${raises}\n\n# Delen\n\n${takesUp}`], 'paragraaf');
    expect(finding!.message).toMatch(/ in deze paragraaf nog niet\.$/);
    expect(finding!.related[0]).toMatchObject({ message: 'Elders opgepakt', document: '0.md' });
  });

  test('the finding stands in the document with the strongest mention; the others are named with it', () => {
    const other = 'Ook elders is een bushalte verdwenen.';
    const [finding] = findings([raises, other]);
    expect(finding!.related.map(({ message, document }) => [message, document])).toEqual([
      ['Ook genoemd', '1.md'],
      ['Het verband dat de studie legt (p. 22): wie geen bus meer heeft, kan samen een auto delen.', undefined],
      ['Wat de studie zegt: Vervoer delen.', undefined],
    ]);
    expect(findings([other, raises].reverse())).toHaveLength(1);
  });
});
