import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { lensesOf } from '../../../server/src/core/features/lenses.js';
import { analyse, coverageOfProgramme } from '../../../server/src/core/service.js';
import { smallEngine } from '../small-study.js';

const titles = (text: string): string[] => {
  const analysis = analyse(smallEngine, text);
  const programme = coverageOfProgramme([{ key: 'a.md', analysis }], DEFAULT_CONFIGURATION);
  return lensesOf(smallEngine.study, analysis, programme).map(({ title }) => title);
};
const WOONT = 'Er is een woningtekort.';
const BOUWT = 'Wij bouwen nieuwe woningen [@proefstudie:nieuwbouw].';

test('a lens says what stands below its heading, and not what stands elsewhere', () => {
  const text = (first: string, second: string) => `## Wonen\n\n${first}\n\n## Woningen\n\n${second}\n`;
  expect(titles(text(`${WOONT} ${BOUWT}`, WOONT))).toEqual([
    'Wonen: in dit hoofdstuk 1 opgave opgepakt',
    'Wonen: in dit hoofdstuk nog niets opgepakt',
  ]);
});

test('a lens above the title is about the whole programme', () => {
  expect(titles(`# Ons plan\n\n## Wonen\n\n${WOONT} ${BOUWT}\n`)).toEqual([
    expect.stringMatching(/^1 van 3 opgaven opgepakt/),
    'Wonen: in dit hoofdstuk 1 opgave opgepakt',
  ]);
});

test('there is none where nothing of the study is raised', () => {
  expect(titles('## Feest\n\nDe kat van de buren.\n')).toEqual([]);
});
