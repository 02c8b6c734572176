import { describe, expect, it } from 'vitest';
import { builtinStudy, createService, layered, type StudyIndex } from '../../../server/src/core/index.js';
import { smallService } from '../small-study.js';

/** The hover at the mark `|` in a text, and the words it is about. */
function hoverAt(
  marked: string,
  municipality?: string,
  service = smallService,
): { markdown: string; words: string } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const documents = [{ key: 'a.md', analysis: service.analyse(text) }];
  const configuration = layered(municipality === undefined ? {} : { gemeente: municipality });
  const found = service.hover({ documents, configuration }, offset, {
    lineOf: (at) => text.slice(0, at).split('\n').length,
    links: (key) => [['Lees verder', `command:lees?${key.split(':')[1]}`]],
  });
  return found && { markdown: found.markdown, words: text.slice(found.from, found.to) };
}

const CITED = 'Er is te weinig [@proefstudie:woning|tekort, p. 11].';

describe('a hover', () => {
  it('stands on the words, says what and where, and leads on', () => {
    const { markdown, words } = hoverAt(CITED)!;
    expect(words).toBe('proefstudie:woningtekort');
    expect(markdown).toMatch(/^\*\*Te weinig woningen\*\* · trend, \*Wonen\* § 1\.1, p\. 11–12\n/);
    expect(markdown).toContain('Opgaven die hieruit volgen');
    expect(markdown).toMatch(/\n\n\[Lees verder\]\(command:lees\?woningtekort\)$/);
  });

  it('puts the writer’s own municipality beside the country, and invents nothing', () => {
    expect(hoverAt(CITED, 'Waterdam')!.markdown).toContain('**Waterdam: 17 maanden.**');
    expect(hoverAt(CITED, 'Rivierstad')!.markdown).toContain('. Over Rivierstad zegt de studie hier niets.\n');
    expect(hoverAt('Zie [@proefstudie:deel|vervoer].', 'Rivierstad')!.markdown).not.toContain('Rivierstad');
  });

  it('names a municipality that has merged into the writer’s own as the study does, and a chart by its number', () => {
    const hover = hoverAt('Zie [@proefstudie:halte-|weg].', 'Nieuwerdam')!;
    expect(hover.markdown).toContain('. Oudedam staat in figuur 2.1 (p. 21).\n');
  });

  it('tells of the region where nothing is said of the municipality', () => {
    expect(hoverAt('Zie [@proefstudie:halte-|weg].', 'Rivierstad')!.markdown).toContain('In het Rivierenland rijdt');
  });

  it('explains a part of the study before its chapters', () => {
    const { markdown } = hoverAt('Zie [@proefstudie:samen|vatting, p. 4].')!;
    expect(markdown).toMatch(/^\*\*Samenvatting\*\* · inleidend deel, p\. 4–6\n\nAlles in het kort/);
  });

  it('says in words what the study says of the municipality without a figure', () => {
    expect(hoverAt('Zie [@proefstudie:halte|-weg].', 'Waterdam')!.markdown).toContain('In Waterdam reden ooit trams.');
  });

  it('sets apart what came after the study', () => {
    const { markdown } = hoverAt('Daar gold een bouw|stop.')!;
    expect(markdown).toMatch(/niet gebouwd\. \*Na de studie \(niet uit de studie zelf\):\* Zij is opgeheven\./);
    expect(hoverAt('Een kangoeroe|woning.')!.markdown).not.toContain('Na de studie');
  });

  it('shows what the programme does with an opgave, and on which line', () => {
    const { markdown } = hoverAt('# Wonen\n\nZie [@proefstudie:nieuw|bouw].')!;
    expect(markdown).toMatch(/In dit programma: ● opgepakt \(regel 3\)/);
  });

  it('shows what the programme does with the opgaven of a theme, and with those that a way to act serves', () => {
    const taken = 'Wij bouwen door [@proefstudie:nieuwbouw].\n\n';
    expect(hoverAt(`${taken}Zie [@proefstudie:won|en].`)!.markdown).toContain(
      'In dit programma: 1 van 2 opgaven opgepakt',
    );
    expect(hoverAt(`${taken}Zie [@proefstudie:samen|-doen].`)!.markdown).toMatch(
      /Opgaven die hiermee gediend zijn {2}\n● Nieuwbouw — opgepakt \(regel 1\) {2}\n· Vervoer delen — niet genoemd\n/,
    );
    expect(hoverAt('Zie [@proefstudie:handel|en].')!.markdown).not.toContain('In dit programma');
  });

  const builtin = createService([builtinStudy]);
  const [study] = builtin.studies as [StudyIndex];
  const { key } = study.info;
  it.each(study.entries.map(({ id }) => id))('on %s has at most twelve lines', (id) => {
    const { markdown } = hoverAt(`Zie [@|${key}:${id}].`, study.municipalities[0]!.name, builtin)!;
    expect(markdown.split('\n').length).toBeLessThanOrEqual(12);
  });

  it('folds what has no room into a count', () => {
    const { id, serves } = [...study.perspectives].sort((a, b) => b.serves.length - a.serves.length)[0]!;
    expect(hoverAt(`Zie [@|${key}:${id}].`, undefined, builtin)!.markdown).toContain(`\nen nog ${serves.length - 4}\n`);
  });

  it.each(['Gewone woorden zonder| meer.', '`bouw|stop`', '[tekst](https://example.org/bouw|stop)'])(
    'is silent on %s',
    (text) => {
      expect(hoverAt(text)).toBeUndefined();
    },
  );
});
