import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../server/src/core/analysis.js';
import { DEFAULT_CONFIGURATION, type Scope } from '../../../server/src/core/configuration.js';
import { enumeration } from '../../../server/src/core/dutch/enumeration.js';
import type { Finding } from '../../../server/src/core/rules/finding.js';
import { analyse, checkProgramme, createEngine } from '../../../server/src/core/service.js';
import type { Study } from '../../../server/src/core/study/model.js';
import { proefstudie, smallEngine } from '../small-study.js';

/** The findings of the first of some documents, as one programme. */
function findings(texts: readonly string[], reikwijdte: Scope = 'programma'): Finding[] {
  const documents = texts.map((text, i) => ({ key: `${i}.md`, analysis: analyse(smallEngine, text) }));
  return checkProgramme([smallEngine], documents, { ...DEFAULT_CONFIGURATION, reikwijdte }).get('0.md')!.findings;
}

describe('what a writer reads', () => {
  test.each([
    [
      'In drie dorpen is een bushalte verdwenen.',
      'Bushalte verdwenen: wel genoemd, nog niet opgepakt: ‘Vervoer delen’ (p. 22–24).',
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

test('a tie that only stands to reason is no warning', () => {
  const derived = createEngine({ ...proefstudie, study: () => withoutPages(proefstudie.study()) });
  const text = 'In drie dorpen is een bushalte verdwenen.';
  const found = (engine: Engine) =>
    checkProgramme([engine], [{ key: 'a.md', analysis: analyse(engine, text) }], DEFAULT_CONFIGURATION).get('a.md')!;
  expect(found(smallEngine).findings).toHaveLength(1);
  expect(found(derived).findings).toEqual([]);
});

const withoutPages = (study: Study): Study => ({
  ...study,
  trends: study.trends.map((trend) => ({ ...trend, opgaven: trend.opgaven.map(({ id, why }) => ({ id, why })) })),
});

test.each([
  [['a'], 'a'],
  [['a', 'b'], 'a en b'],
  [['a', 'b', 'c'], 'a, b en c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c en nog 2'],
])('%j is named as: %s', (items, expected) => {
  expect(enumeration(items)).toBe(expected);
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

  test('a section that leaves it alone is told that another does not', () => {
    const [finding] = findings([`${raises}\n\n# Delen\n\n${takesUp}`], 'paragraaf');
    expect(finding!.message).toMatch(/: wel genoemd, in deze paragraaf nog niet opgepakt: /);
  });

  test('the finding stands in one document only', () => {
    const other = 'Ook elders is een bushalte verdwenen.';
    const documents = [raises, other].map((text, i) => ({ key: `${i}.md`, analysis: analyse(smallEngine, text) }));
    const found = checkProgramme([smallEngine], documents, DEFAULT_CONFIGURATION);
    expect([...found.values()].map(({ findings }) => findings.length)).toEqual([1, 0]);
  });
});
