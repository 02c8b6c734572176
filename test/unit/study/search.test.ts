import { expect, test } from 'vitest';
import { StudySearch } from '../../../server/src/core/features/search.js';
import { createService } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const search = new StudySearch(createService([builtinStudy]).studies[0]!);
const found = (query: string): string[] => search.choices(query).map(({ item }) => item.title);

test('what has the letters that are typed hides what only resembles them', () => {
  expect(found('splits')[0]).toBe('Meer woonruimte zonder bij te bouwen');
  expect(found('splits')).toContain('woningsplitsing');
  for (const vague of ['VUE', 'LISA', 'Corona en mobiliteit']) {
    expect(found('splits')).not.toContain(vague);
    expect(found('woonr')).not.toContain(vague);
  }
});

test('a slip of the pen still finds it', () => {
  expect(found('nieubouw')[0]).toBe('Nieuwbouw aanjagen');
  expect(found('jeugzorg')).toContain('jeugdzorg');
});

test('a title that begins with what is typed comes before one that only has it', () => {
  expect(found('tekort').slice(0, 2)).toEqual([
    'Tekort sociale huurwoningen',
    'Tekorten op de woningmarkt: insiders en outsiders',
  ]);
  expect(found('splits')[0]).toBe('Meer woonruimte zonder bij te bouwen');
});
