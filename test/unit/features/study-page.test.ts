import { describe, expect, it } from 'vitest';
import { studyPage } from '../../../server/src/core/features/study-page.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { indexStudy } from '../../../server/src/core/study/index.js';

const study = indexStudy(builtinStudy.study());

/** The line about the reader's municipality at the head of a page. */
function lineAbout(municipality: string, page: string): string | undefined {
  const { markdown } = studyPage(study, page, { municipality })!;
  return markdown.split('\n').find((line) => line.startsWith('Over **'));
}

describe('at the head of a chapter stands what the study says of the reader’s municipality', () => {
  it('in figures, words and charts, each with its entry and page', () => {
    const line = lineAbout('Zaanstad', 'ruimte-en-wonen')!;
    expect(line).toMatch(/^Over \*\*Zaanstad\*\* in dit thema: \*\*174 maanden\*\*: .*\(\[.*\]\(#.*\), p\. 57\)/);
    expect(lineAbout('Hoorn', 'demografie')).toMatch(/Hoorn staat in figuur 2\\?\.1: .*, p\. 21\)/);
  });

  it('by the name the study has for it, and for its region', () => {
    expect(lineAbout('Dijk en Waard', 'demografie')).toContain('Heerhugowaard staat in figuur');
    expect(lineAbout('Geldrop-Mierlo', 'economisch-herstel')).toMatch(/\*\*: Zuidoost-Brabant, /);
  });

  it('that it says nothing, once', () => {
    expect(lineAbout('Urk', 'veiligheid')).toBe('Over **Urk** zegt de studie in dit thema niets.');
    expect(studyPage(study, 'veiligheid', { municipality: 'Urk' })!.markdown.match(/Urk/g)).toHaveLength(1);
    expect(lineAbout('Urk', 'mobiliteit')).toMatch(/^Over \*\*Urk\*\* in dit thema: Urk staat in figuur 7/);
  });
});
