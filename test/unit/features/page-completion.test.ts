import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/features/edit.js';
import { builtinStudy, createService, DEFAULT_CONFIGURATION, type Service } from '../../../server/src/core/index.js';
import { smallService } from '../small-study.js';
import { woonvisie } from '../woonvisie.js';

const CURSOR = '¦';

/** What is offered at the cursor. */
function offered(marked: string, service: Service = smallService) {
  const documents = [{ key: 'a.md', analysis: service.analyse(marked.replace(CURSOR, '')) }];
  return service.complete({ documents, configuration: DEFAULT_CONFIGURATION }, marked.indexOf(CURSOR));
}

const labels = (marked: string, service?: Service) => offered(marked, service)?.map(({ label }) => label);
const lines = (marked: string, service?: Service) =>
  offered(marked, service)?.map(({ label, detail }) => `${label} ${detail}`);

/** The text after the first answer, or the one with these words, is chosen. */
function completed(marked: string, words = ''): string {
  const { from, to, text, edits } = offered(marked)!.find(({ detail }) => detail.includes(words))!;
  return applyEdits(marked.replace(CURSOR, ''), [{ from, to, text }, ...edits]);
}

const KEY = '@proefstudie:woningtekort';

describe('a page that is being typed behind what is cited', () => {
  test('is one on which the study writes about it, with what stands there', () => {
    expect(lines(`Wij bouwen [${KEY}, p. ¦].`)).toEqual([
      'p. 11 100 woningen te weinig',
      'p. 12 17 maanden',
      'p. 10 Wonen',
    ]);
    expect(labels('Wij [@proefstudie:nieuwbouw, p. ¦].')).toEqual(['p. 13', 'p. 14', 'p. 15']);
    expect(labels('Een [@proefstudie:kangoeroewoning, p. ¦].')).toEqual(['p. 12', 'p. 16']);
    expect(lines('Wonen [@proefstudie:wonen, p. 1¦].')).toContain('p. 16 Ruimte delen');
  });

  test('begins with what was typed of it, and is the end of a range behind its beginning', () => {
    expect(labels(`Wij bouwen [${KEY}, p. 12¦].`)).toEqual(['p. 12']);
    expect(labels(`Wij bouwen [${KEY}, p. 9¦].`)).toEqual([]);
    expect(labels('Wij [@proefstudie:nieuwbouw, pp. 13-¦].')).toEqual(['p. 14', 'p. 15']);
  });

  test.each([
    ['in brackets', `Zie [${KEY}, p. ¦].`, `Zie [${KEY}, p. 11].`],
    ['in brackets that are open', `Zie [${KEY}, p. ¦`, `Zie [${KEY}, p. 11`],
    ['right behind the point', `Zie [${KEY}, p.¦].`, `Zie [${KEY}, p. 11].`],
    ['in the place of what is there', `Zie [${KEY}, p. 1¦4].`, `Zie [${KEY}, p. 11].`],
    ['in other words', `Zie [${KEY}, blz. ¦].`, `Zie [${KEY}, blz. 11].`],
    ['behind a section', `Zie [${KEY}, § 1.1, p. ¦].`, `Zie [${KEY}, § 1.1, p. 11].`],
    ['behind another source', `Zie [@jansen, p. 3; ${KEY}, p. ¦].`, `Zie [@jansen, p. 3; ${KEY}, p. 11].`],
    ['in the sentence', `Zo zegt ${KEY} [p. ¦] het.`, `Zo zegt ${KEY} [p. 11] het.`],
    ['on the next line', `Zie [${KEY},\np. ¦].`, `Zie [${KEY},\np. 11].`],
    ['in braces', `Zie [@{proefstudie:woningtekort}, p. ¦].`, `Zie [@{proefstudie:woningtekort}, p. 11].`],
  ])('%s', (_, before, after) => {
    expect(completed(before)).toBe(after);
  });

  test.each([
    ['of another work', 'Zie [@jansen, p. ¦].'],
    ['behind another work', `Zie [${KEY}, p. 11; @jansen, p. ¦].`],
    ['of something that the study does not have', 'Zie [@proefstudie:zandkasteel, p. ¦].'],
    ['where no page can be meant', `Zie [${KEY}, noot ¦].`],
    ['past the brackets', `Zie [${KEY}] p. ¦.`],
    ['in the sentence that follows', `Zo zegt ${KEY}. Zie p. ¦`],
    ['in code', `Zie \`[${KEY}, p. ¦]\`.`],
    ['among sources without a place', `---\nnocite: |\n  ${KEY}, p. ¦\n---\n\nTekst.`],
    ['behind a backslash', `Zie \\${KEY}, p. ¦`],
  ])('not %s', (_, text) => {
    expect(offered(text)).toBeUndefined();
  });
});

describe('a page that is being typed behind the study as a whole', () => {
  const whole = 'Zie [@proefstudie, p. ¦].';

  test('comes with what stands there, in the order of the pages', () => {
    const found = lines(whole)!;
    expect(found[0]).toBe('p. 4 Samenvatting · inleidend deel');
    expect(found).toContain('p. 22 Vervoer delen · opgave');
    const pages = labels(whole)!.map((label) => Number(label.slice(3)));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(lines('Zie [@proefstudie, p. 22¦].')).toEqual(['p. 22 Vervoer delen · opgave', 'p. 22 Vervoer · thema']);
  });

  test('begins with what fits the paragraph', () => {
    expect(lines('Wij gaan in alle dorpen deelauto’s neerzetten [@proefstudie, p. ¦].')![0]).toBe(
      'p. 22 Vervoer delen · opgave',
    );
  });

  test('cites what stands there, so that the source can be found', () => {
    expect(completed('Zie [@proefstudie, p. ¦].', 'Vervoer delen')).toBe('Zie [@proefstudie:deelvervoer, p. 22].');
    expect(completed('Zo zegt @proefstudie [p. 1¦] het.', 'Nieuwbouw')).toBe(
      'Zo zegt @proefstudie:nieuwbouw [p. 13] het.',
    );
    expect(completed('Zie [@{proefstudie}, p. ¦].', 'Vervoer delen')).toBe('Zie [@{proefstudie:deelvervoer}, p. 22].');
  });

  test('is of the study that is named, where two are at work', () => {
    const both = createService([builtinStudy, woonvisie]);
    expect(lines('Zie [@woonvisie, p. 5¦].', both)).toEqual([
      'p. 5 Panden splitsen · opgave · Woonvisie Waterdam',
      'p. 5 Bouwen en splitsen · thema · Woonvisie Waterdam',
    ]);
    expect(offered('Zie [@woonvisies, p. 5¦].', both)).toBeUndefined();
  });
});
