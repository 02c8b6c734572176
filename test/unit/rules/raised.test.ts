import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { analyse, checkProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);

/** The opgaven that are reported as left. */
function left(text: string): string[] {
  const documents = [{ key: 'a.md', analysis: analyse(engine, text) }];
  const { findings } = checkProgramme([engine], documents, DEFAULT_CONFIGURATION).get('a.md')!;
  return findings.filter(({ code }) => code === 'opgave-ontbreekt').flatMap(({ opgaven = [] }) => opgaven);
}

test('a trend that is told of is reported with the opgaven that answer it, not with those it only touches', () => {
  expect(left('In Waterdam is het woningtekort groter dan ooit.')).toEqual([
    'nieuwbouw-aanjagen',
    'woonruimte-zonder-bijbouwen',
  ]);
});

test('words of a trend in a measure do not raise it', () => {
  expect(left('In Waterdam rijden steeds meer elektrische deelscooters.')).not.toEqual([]);
  expect(left('Wij willen meer elektrische deelscooters bij het station.')).toEqual([]);
});

test('an opgave of which only the subject is named is reported at those words', () => {
  expect(left('De wachtlijsten in de jeugdzorg zijn lang.')).toEqual(['transformatie-sociaal-domein']);
  expect(left('In de zomer kruipt de hitte de huizen in.')).toEqual(['klimaatadaptatie']);
  expect(left('Wij planten bomen tegen de hitte. In de zomer kruipt de hitte de huizen in.')).toEqual([]);
});

test('the words that are pointed at end behind the house that is waited for', () => {
  const text = 'Wie zoekt, staat jaren op de wachtlijst voor een sociale\nhuurwoning in de eigen wijk.';
  const documents = [{ key: 'a.md', analysis: analyse(engine, text) }];
  const { findings } = checkProgramme([engine], documents, DEFAULT_CONFIGURATION).get('a.md')!;
  expect(findings.map(({ from, to }) => text.slice(from, to))).toEqual(['wachtlijst voor een sociale\nhuurwoning']);
});
