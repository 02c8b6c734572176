import { describe, expect, it } from 'vitest';
import { directionNote } from '../../../server/src/core/features/directions.js';
import { pageOf, studyPage } from '../../../server/src/core/features/study-page.js';
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

describe('an entry on a page', () => {
  /** What stands under the heading of an entry. */
  const under = (id: string): string => {
    const item = study.find(id)!;
    const { markdown, places } = studyPage(study, pageOf(study, item))!;
    const lines = markdown.split('\n').slice(places.get(id)!.line + 1);
    return lines
      .slice(
        0,
        lines.findIndex((line) => /^#{1,3} /.test(line)),
      )
      .join('\n');
  };

  it('bears the study’s own heading where that differs, and the pages elsewhere', () => {
    expect(under('lokaal-bevolkingsbeleid')).toMatch(
      /^\n\*opgave\* · § 2\.2, p\. 26–27, ook p\. 5, 19 · `@.*` · in de studie: ‘Grote verschillen/,
    );
    const same = study.trends.find(({ title, heading }) => title === heading)!;
    expect(under(same.id)).not.toContain('in de studie: ‘');
  });

  it('has its ties with page, apart from what only stands to reason', () => {
    const [tied, inferred] = under('mobiliteitsgedrag').split('**Ligt ook voor de hand**');
    expect(tied).toMatch(/het verband dat de studie legt\n\n- \[Regionale investeringen[^\n]*\(p\. 68\)/);
    expect(inferred).toMatch(/^: dit verband legt de studie niet\n\n- \[De dominantie/);
    const tiedOnly = study.trends.find(({ opgaven }) => opgaven.every(({ page }) => page !== undefined))!;
    expect(under(tiedOnly.id)).not.toContain('voor de hand');
    expect(under('minder-dominantie-auto')).toMatch(/Ligt voor de hand bij: .*mobiliteitsgedrag/i);
  });

  it('has directions with page and who acts, and the choices', () => {
    const shown = under('lokaal-bevolkingsbeleid');
    expect(shown).toMatch(/\n- Vastleggen welke omvang .* \(p\. 27; Rijk\)\n/);
    expect(shown).toContain('\n- Wij kiezen arbeidsmigranten boven onbenut arbeidspotentieel, of andersom (p. 27)\n');
    const [direction] = study.opgave('lokaal-bevolkingsbeleid')!.directions;
    expect(directionNote({ ...direction!, example: true })).toBe('voorbeeld van Opgavenwijzer; gemeente, regio');
  });

  it('has notes, sources and slips, and sets apart what came later', () => {
    const shown = under('tekort-sociale-huurwoningen');
    expect(shown).toMatch(/\| 30 miljard euro te weinig \|[^\n]*\| p\. 57 \| noot 252, bron: Opgaven en middelen/);
    expect(shown).toMatch(/\n> \*Na de studie \(niet uit de studie zelf\):\* /);
    expect(under('lokaal-bevolkingsbeleid')).toMatch(/\nNoten van de studie: noot 74 \(p\. 27\): .* · noot 75/);
    expect(under('lokaal-bevolkingsbeleid')).toMatch(/\n> \*Vergissing in de studie:\* Tussen p\. 26/);
    expect(under('groter-denken-kleiner-doen')).toContain('Herman Tjeenk Willink (2018), *Groter denken');
    expect(under('minder-dominantie-auto')).not.toContain('Vergissing');
  });
});
