import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { lensesOf } from '../../../server/src/core/features/lenses.js';
import { analyse, coverageOfProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { smallEngine } from '../small-study.js';

const titles = (text: string, engine = smallEngine): string[] => {
  const analysis = analyse(engine, text);
  const programme = coverageOfProgramme([{ key: 'a.md', analysis }], DEFAULT_CONFIGURATION);
  return lensesOf(engine.study, analysis, programme).map(({ title }) => title);
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

test('of two lenses on one line the first says where it is about', () => {
  const text =
    '## Duurzaamheid en mobiliteit\n\nWij voeren geen milieuzones in en houden de auto in de binnenstad. Windmolens willen wij niet.\n\nHet wordt heter in de stad.\n\nDe energierekening is voor velen niet te betalen.\n\nDe bus rijdt nog maar eens per uur.\n';
  expect(titles(text, createEngine(builtinStudy))).toEqual([
    expect.stringMatching(/^\S+: in dit hoofdstuk nog niets opgepakt/),
    expect.stringMatching(/^\S+: nog niets opgepakt/),
  ]);
});

test('what is taken up and stood against below a heading is as in the programme: the clearer one names it', () => {
  const of = (text: string) => titles(`# Plan\n\n## Energie\n\n${text}\n`, createEngine(builtinStudy));
  const against = 'Wij willen geen windmolens in de polder.';
  expect(of(`${against}\n\nWij leggen een warmtenet aan in Noord.`)).toEqual([
    expect.stringMatching(/^0 van 39 opgaven opgepakt · 1 anders/),
    'Duurzaamheid: in dit hoofdstuk nog niets opgepakt · 1 anders',
  ]);
  expect(of(`${against}\n\nWij leggen zonnepanelen op alle daken [@trendstudie:energietransitie].`)).toEqual([
    expect.stringMatching(/^1 van 39 opgaven opgepakt · 38/),
    'Duurzaamheid: in dit hoofdstuk 1 opgave opgepakt',
  ]);
});

test('a lens above the title is about the whole programme', () => {
  expect(titles(`# Ons plan\n\n## Wonen\n\n${WOONT} ${BOUWT}\n`)).toEqual([
    expect.stringMatching(/^1 van 3 opgaven opgepakt/),
    'Wonen: in dit hoofdstuk 1 opgave opgepakt',
  ]);
});

test('a first chapter with the next numbers beside it is no title, however deep its marks make them', () => {
  expect(titles(`# 1. Wonen\n\n${WOONT} ${BOUWT}\n\n## 2. Groen\n\nDe boom.\n\n## 3. Zorg\n\nDe arts.\n`)).toEqual([
    'Wonen: in dit hoofdstuk 1 opgave opgepakt',
  ]);
});

test('there is none where nothing of the study is raised', () => {
  expect(titles('## Feest\n\nDe kat van de buren.\n')).toEqual([]);
});
