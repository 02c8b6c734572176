import { describe, expect, it } from 'vitest';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { indexStudy } from '../../../server/src/core/study/index.js';
import { localFacts } from '../../../server/src/core/study/local-facts.js';
import type { Entry } from '../../../server/src/core/study/model.js';

const study = indexStudy(builtinStudy.study());
const wachttijd = study.find('tekort-sociale-huurwoningen') as Entry;

describe('what the study says about a municipality', () => {
  it('gives its figures under one entry, and leaves out those of others', () => {
    const { figures } = localFacts(study, 'Zaanstad', wachttijd);
    expect(figures.map(({ text, unit, page }) => `${text} ${unit}, p. ${page}`)).toEqual(['174 maanden, p. 57']);
  });

  it('gives what is said in words, and where', () => {
    const { notes } = localFacts(study, 'Heerlen');
    expect(notes.find(({ page }) => page === 41)).toMatchObject({ see: 'kansenongelijkheid' });
    expect(localFacts(study, 'Heerlen', wachttijd).notes).toEqual([]);
  });

  it('knows a municipality by another spelling', () => {
    expect(localFacts(study, "'s-Hertogenbosch")).toEqual(localFacts(study, 'Den Bosch'));
    expect(localFacts(study, 'Den Bosch').notes).not.toEqual([]);
  });

  it('stays silent where the study does', () => {
    expect(localFacts(study, 'Hoorn')).toEqual({ figures: [], notes: [] });
    expect(localFacts(study, 'Waterdam')).toEqual({ figures: [], notes: [] });
  });
});
