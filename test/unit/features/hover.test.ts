import { describe, expect, it } from 'vitest';
import { analyse } from '../../../server/src/core/analysis.js';
import { layered } from '../../../server/src/core/configuration.js';
import { type HoverContext, hover } from '../../../server/src/core/features/hover.js';
import { coverageOfProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';

const engine = createEngine(builtinStudy);

/** The hover at the mark `|` in a text, and the words it is about. */
function hoverAt(marked: string, municipality?: string): { markdown: string; words: string } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const analysis = analyse(engine, text);
  const context: HoverContext = {
    engine,
    programme: coverageOfProgramme([{ key: 'a.md', analysis }], layered()),
    municipality,
    lineOf: (at) => text.slice(0, at).split('\n').length,
    document: 'a.md',
    links: (item) => [['Lees verder', `command:lees?${item.id}`]],
  };
  const found = hover(context, analysis, offset);
  return found && { markdown: found.markdown, words: text.slice(found.from, found.to) };
}

const CITED = 'Zo lang wacht men [@trendstudie:tekort-|sociale-huurwoningen, p. 57].';

describe('a hover', () => {
  it('stands on the words, says what and where, and leads on', () => {
    const { markdown, words } = hoverAt(CITED)!;
    expect(words).toBe('trendstudie:tekort-sociale-huurwoningen');
    expect(markdown).toMatch(/^\*\*Tekort sociale huurwoningen\*\* · trend, \*Ruimte en wonen\* § 6\.1, p\. 57\n/);
    expect(markdown).toContain('Opgaven die hieruit volgen');
    expect(markdown).toMatch(/\n\n\[Lees verder\]\(command:lees\?tekort-sociale-huurwoningen\)$/);
  });

  it('puts the writer’s own municipality beside the country, and invents nothing', () => {
    expect(hoverAt(CITED, 'Zaanstad')!.markdown).toContain('**Zaanstad: 174 maanden.**');
    expect(hoverAt(CITED, 'Emmen')!.markdown).toContain('. Over Emmen zegt de studie hier niets.\n');
    expect(hoverAt('Zie [@trendstudie:robots-en|-automatisering].', 'Emmen')!.markdown).not.toContain('Emmen');
  });

  it('names a municipality that has merged into the writer’s own as the study does, and a chart by its number', () => {
    const hover = hoverAt('Zie [@trendstudie:krimp-|beroepsbevolking].', 'Dijk en Waard')!;
    expect(hover.markdown).toContain('. Heerhugowaard staat in figuur 2.5 (p. 25).\n');
  });

  it('tells of the region where nothing is said of the municipality', () => {
    expect(hoverAt('Zie [@trendstudie:arbeids|productiviteit].', 'Vaals')!.markdown).toContain('In Zuid-Limburg is');
  });

  it('explains a part of the study before its chapters', () => {
    const { markdown } = hoverAt('Zie [@trendstudie:management|samenvatting, p. 4].')!;
    expect(markdown).toMatch(/^\*\*Managementsamenvatting\*\* · inleidend deel, p\. 4–8\n\nPer thema /);
  });

  it('says in words what the study says of the municipality without a figure', () => {
    expect(hoverAt('Zie [@trendstudie:kansen|ongelijkheid].', 'Heerlen')!.markdown).toMatch(/Van alle .* in Heerlen/);
  });

  it('sets apart what came after the study', () => {
    const { markdown } = hoverAt('Dat regelt de Omgevings|wet.')!;
    expect(markdown).toMatch(
      /natuur en ruimte bundelt\..* \*Na de studie \(niet uit de studie zelf\):\* De wet geldt sinds/,
    );
    expect(hoverAt('Een knarren|hof.')!.markdown).not.toContain('Na de studie');
  });

  it('shows what the programme does with an opgave, and on which line', () => {
    const { markdown } = hoverAt(
      '# Wonen\n\nWij splitsen grote woningen.\n\nZie [@trendstudie:woonruimte|-zonder-bijbouwen].',
    )!;
    expect(markdown).toMatch(/In dit programma: ● opgepakt \(regel \d\)/);
  });

  it('shows what the programme does with the opgaven of a theme, and with those that a way to act serves', () => {
    const taken = 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen].\n\n';
    expect(hoverAt(`${taken}Zie [@trendstudie:ruimte-en|-wonen].`)!.markdown).toContain(
      'In dit programma: 1 van 8 opgaven opgepakt',
    );
    expect(hoverAt(`${taken}Zie [@trendstudie:handelen-in-de|-wijk].`)!.markdown).toMatch(
      /Opgaven die hiermee gediend zijn {2}\n.* — .*\n(?:.*\n)*en nog \d/,
    );
    expect(hoverAt('Zie [@trendstudie:handelings|perspectieven].')!.markdown).not.toContain('In dit programma');
  });

  it.each(engine.study.entries.map(({ id }) => id))('on %s has at most twelve lines', (id) => {
    expect(hoverAt(`Zie [@|trendstudie:${id}].`, 'Almere')!.markdown.split('\n').length).toBeLessThanOrEqual(12);
  });

  it.each(['Gewone woorden zonder| meer.', '`kostendelers|norm`', '[tekst](https://example.org/kosten|delersnorm)'])(
    'is silent on %s',
    (text) => {
      expect(hoverAt(text)).toBeUndefined();
    },
  );
});
