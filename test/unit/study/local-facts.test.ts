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

  it('gives what the study says of the region', () => {
    expect(localFacts(study, 'Vaals').notes).toContainEqual(
      expect.objectContaining({ area: 'Zuid-Limburg', page: 30, see: 'regionaal-economische-verschillen' }),
    );
    expect(localFacts(study, 'Geldrop-Mierlo').figures).toMatchObject([{ area: 'Zuidoost-Brabant' }]);
    expect(localFacts(study, 'Urk').notes).toEqual([]);
  });

  it('gives what is nearest first', () => {
    const areas = localFacts(study, 'Amsterdam').notes.map(({ area }) => area);
    expect([...new Set(areas)]).toEqual(['Amsterdam', 'Weesp', 'Groot-Amsterdam', 'Randstad']);
  });

  it('gives a municipality of today what is said of those that merged into it, by their names', () => {
    expect(localFacts(study, 'Voorne aan Zee').charts.map(({ area, figure }) => `${area} ${figure}`)).toEqual([
      'Hellevoetsluis 2.2',
      'Hellevoetsluis 2.5',
      'Hellevoetsluis 3.2',
      'Hellevoetsluis 4.1',
      'Voorne aan Zee 7.1',
    ]);
  });

  it('gives the charts in which a municipality stands where little or nothing is said of it', () => {
    const { figures, notes, charts } = localFacts(study, 'Hoorn');
    expect({ figures, notes }).toEqual({ figures: [], notes: [] });
    expect(charts.map(({ figure, page }) => `${figure}, p. ${page}`)).toEqual([
      '2.1, p. 21',
      '2.4, p. 24',
      '3.1, p. 32',
      '4.1, p. 41',
      '7.1, p. 70',
    ]);
  });

  it('stays silent where the study does', () => {
    expect(localFacts(study, 'Urk', wachttijd)).toEqual({ figures: [], notes: [], charts: [] });
    expect(localFacts(study, 'Waterdam')).toEqual({ figures: [], notes: [], charts: [] });
  });
});
