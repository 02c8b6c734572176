import { describe, expect, it } from 'vitest';
import { builtinStudy, createService, DEFAULT_CONFIGURATION, type StudyIndex } from '../../../server/src/core/index.js';

const service = createService([builtinStudy]);
const [study] = service.studies as [StudyIndex];
const codesIn = (text: string): string[] => {
  const documents = [{ key: 'a.md', analysis: service.analyse(text) }];
  return service.check({ documents, configuration: DEFAULT_CONFIGURATION }).findings.map(({ code }) => code);
};

describe('a direction', () => {
  it('is found by its words, with the page on which it stands', () => {
    const [found] = service.directions('woonzorgvisie', DEFAULT_CONFIGURATION);
    expect(found!.direction.page).toBe(42);
    expect(found!.detail).toBe(`p. 42 · denkrichting · ${found!.item.title}`);
    expect(service.directions('zandkasteel', DEFAULT_CONFIGURATION)).toEqual([]);
  });

  it('is completed with that page, behind what can be cited by its title', () => {
    const text = 'Er komt een visie [@woonzorgvisie]';
    const completions = service.complete(
      { documents: [{ key: 'a.md', analysis: service.analyse(text) }], configuration: DEFAULT_CONFIGURATION },
      text.length - 1,
    )!;
    const found = completions.find(({ label }) => label.startsWith('Een woonzorgvisie opstellen'))!;
    expect(found.text).toMatch(/^@trendstudie:[a-z-]+, p\. 42$/);
    expect(completions.indexOf(found)).toBe(completions.findIndex(({ detail }) => detail.includes('denkrichting')));
  });

  it('can be cited on its own page, wherever that is', () => {
    const wrong = [...study.opgaven, ...study.perspectives].flatMap(({ id, directions }) =>
      directions.filter(({ page }) => codesIn(`Zie [@trendstudie:${id}, p. ${page}].`).includes('pagina-klopt-niet')),
    );
    expect(wrong).toEqual([]);
    expect(codesIn('Zie [@trendstudie:nieuwbouw-aanjagen, p. 33].')).toEqual(['pagina-klopt-niet']);
  });
});
