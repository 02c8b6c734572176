import { describe, expect, it } from 'vitest';
import { builtinStudy, createService, layered, type StudyIndex } from '../../../server/src/core/index.js';
import { smallService } from '../small-study.js';
import { woonvisie } from '../woonvisie.js';

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

/** Pixels of a hover in a window of 1400 by 900, between a finding of two lines and VS Code's own buttons. */
function heightOf(markdown: string): number {
  const seen = markdown.replace(/\]\([^)\s]*\)/g, ']').replace(/[*[\]\\]/g, '');
  const lines = seen.split('\n').filter((line) => line !== '');
  const count = lines.reduce((sum, line) => {
    let [lines, length] = [1, -1];
    for (const { length: word } of line.trim().split(/\s+/)) {
      if (length + 1 + word > 84) {
        lines++;
        length = -1;
      }
      length += 1 + word;
    }
    return sum + lines;
  }, 0);
  return count * 19 + (markdown.split('\n\n').length - 1) * 8;
}

const CITED = 'Er is te weinig [@proefstudie:woning|tekort, p. 11].';

describe('a hover', () => {
  it('stands on the words, says what and where, and leads on', () => {
    const { markdown, words } = hoverAt(CITED)!;
    expect(words).toBe('proefstudie:woningtekort');
    expect(markdown).toMatch(/^\*\*Te weinig woningen\*\* · trend, \*Wonen\* § 1\.1, p\. 11–12\n/);
    expect(markdown).toContain(
      '\n· Nieuwbouw — niet genoemd · studie p. 13  \n· Ruimte delen — niet genoemd · studie p. 16\n',
    );
    expect(markdown).toMatch(/\n\n\[Lees verder\]\(command:lees\?woningtekort\)$/);
  });

  it('puts the writer’s own municipality beside the country, and invents nothing', () => {
    expect(hoverAt(CITED, 'Waterdam')!.markdown).toContain('**Waterdam: 17 maanden**, de wachttijd (p. 12).');
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
    expect(markdown).toMatch(/niet gebouwd\.\n\n\*Na de studie \(niet uit de studie zelf\):\* Zij is opgeheven\./);
    expect(hoverAt('Een kangoeroe|woning.')!.markdown).not.toContain('Na de studie');
  });

  it('shows what the programme does with an opgave, and on which line', () => {
    const { markdown } = hoverAt('# Wonen\n\nZie [@proefstudie:nieuw|bouw].')!;
    expect(markdown).toMatch(/In dit programma: ● opgepakt \(regel 3\)/);
  });

  it('counts for a theme what is chosen otherwise as well, and says where', () => {
    const against = '# Natuur en energie\n\nWij willen geen windmolens bij het dorp.\n\n';
    const about = (id: string) => hoverAt(`${against}Wij zien [@|${key}:${id}].`, undefined, builtin)!.markdown;
    expect(about('duurzaamheid')).toContain('In dit programma: 0 van 4 opgaven opgepakt · 1 anders');
    // A citation takes it up: so the words themselves are pointed at.
    const { markdown } = hoverAt('# Energie\n\nWij willen geen wind|molens bij het dorp.', undefined, builtin)!;
    expect(markdown).toContain('In dit programma: ⊘ kiest anders (regel 3)');
  });

  it('shows what the programme does with the opgaven of a theme, and with those that a way to act serves', () => {
    const taken = 'Wij bouwen door [@proefstudie:nieuwbouw].\n\n';
    expect(hoverAt(`${taken}Zie [@proefstudie:won|en].`)!.markdown).toContain(
      'In dit programma: 1 van 2 opgaven opgepakt',
    );
    expect(hoverAt(`${taken}Zie [@proefstudie:samen|-doen].`)!.markdown).toMatch(
      /\n\n● Nieuwbouw — opgepakt \(regel 1\) {2}\n· Vervoer delen — niet genoemd\n/,
    );
    expect(hoverAt('Zie [@proefstudie:handel|en].')!.markdown).not.toContain('In dit programma');
  });

  const builtin = createService([builtinStudy]);
  const [study] = builtin.studies as [StudyIndex];
  const { key } = study.info;
  const citable = [...study.entries, ...study.parts, ...study.terms];
  /** What stands in the study of which the hover is too tall, or without its text or link. */
  const cut = (municipality?: string, service = builtin) =>
    citable.flatMap((item) => {
      const { markdown } = hoverAt(`Zie [@|${key}:${item.id}].`, municipality, service)!;
      const [words] = (item.kind === 'term' ? item.definition : item.short).split(/[.(]/);
      const fits = heightOf(markdown) <= 172 && markdown.includes(words!) && markdown.includes('Lees verder');
      return fits ? [] : [item.id];
    });

  it.each([undefined, 'Zaanstad', 'Amsterdam', 'Helmond', 'Urk'])(
    'fits with its text in what VS Code shows, on everything in the study, for a writer of %s',
    (municipality) => expect(cut(municipality)).toEqual([]),
  );

  it('fits as well where another study is at work, and says which one it is of', () => {
    const beside = createService([builtinStudy, woonvisie]);
    expect(cut('Zaanstad', beside)).toEqual([]);
    const { markdown } = hoverAt(`Zie [@|${key}:nieuwbouw-aanjagen].`, undefined, beside)!;
    expect(markdown).toMatch(/^\*\*Nieuwbouw aanjagen\*\* · opgave, .* p\. 61 · Trendstudie {2}\n/);
  });

  it('folds what has no room into the same count as that of a theme, of those that are not shown', () => {
    const { id, serves } = [...study.perspectives].sort((a, b) => b.serves.length - a.serves.length)[0]!;
    const text = `Wij gaan dit doen [@${key}:${serves.at(-1)}].\n\nZie [@|${key}:${id}].`;
    const { markdown } = hoverAt(text, undefined, builtin)!;
    const left = serves.filter((one) => !markdown.includes(study.opgave(one)!.title)).length;
    expect(left).toBeGreaterThan(1);
    expect(markdown).toContain(`\nEn verder: 1 van ${left} opgaven opgepakt · ${left - 1} niet genoemd\n`);
    expect(hoverAt('Zie [@proefstudie:samen|-doen].')!.markdown).not.toContain('En verder');
  });

  const on = (id: string, municipality?: string) => hoverAt(`Zie [@|${key}:${id}].`, municipality, builtin)!.markdown;

  it('says where the study makes the tie to an opgave, and keeps what only stands to reason apart', () => {
    const title = (id: string) => study.opgave(id)!.title;
    const markdown = on('bevolkingsgroei');
    expect(markdown).toContain(`\n· ${title('lokaal-bevolkingsbeleid')} — niet genoemd · studie p. 27`);
    const aside = (id: string) =>
      on(id)
        .split('\n')
        .find((line) => line.startsWith('Zie ook (ligt voor de hand): '));
    const withAside = study.trends.find(({ id }) => aside(id) !== undefined)!;
    const [likely] = withAside.opgaven.filter(({ page }) => page === undefined);
    expect(aside(withAside.id)).toContain(title(likely!.id).slice(0, 20));
    expect(on(withAside.id)).not.toContain(`${title(likely!.id)} — `);
    const tiedOnly = study.trends.find(({ opgaven }) => opgaven.every(({ page }) => page !== undefined))!;
    expect(on(tiedOnly.id)).not.toContain('Zie ook');
  });

  it('names the source beside a figure, and the figure of the writer’s own municipality in bold', () => {
    const markdown = on('tekort-sociale-huurwoningen', 'Zaanstad');
    expect(markdown).toMatch(/30 miljard euro.*\(noot 252\)/);
    expect(markdown).toMatch(/\*\*Zaanstad: 174 maanden\*\*/);
  });

  it('names the source of a figure that opens a sentence or is about an area, and none behind a sentence without one', () => {
    expect(on('onbenut-arbeidspotentieel')).toMatch(/Ruim 1,1 miljoen mensen [^.]*\(noot 143\)\./);
    expect(on('tekort-sociale-huurwoningen')).toMatch(/In de G40 en M50 [^.]*\(noot 253\)\./);
    expect(on('onbenut-arbeidspotentieel')).toMatch(/dicht bij werk staat\.$/m);
  });

  it('names the study’s own heading where it differs, and nothing where it does not', () => {
    const { trends } = study;
    const same = trends.find(({ title, heading }) => title === heading)!;
    const other = trends.find(({ id }) => id === 'tekort-sociale-huurwoningen')!;
    expect(on(other.id)).toContain(`in de studie: ‘${other.heading}’`);
    expect(on(same.id)).not.toContain('in de studie: ‘');
  });

  it('always says that something has changed since, or that the study slips', () => {
    for (const { id, later, erratum } of citable) {
      const markdown = on(id);
      if (later !== undefined) expect(markdown).toMatch(/\*Na de studie |Lees verder\S* \*\(na de studie/);
      if (erratum !== undefined) expect(markdown).toMatch(/Vergissing in de studie:|de studie vergist zich/);
    }
  });

  it.each(['Gewone woorden zonder| meer.', '`bouw|stop`', '[tekst](https://example.org/bouw|stop)'])(
    'is silent on %s',
    (text) => {
      expect(hoverAt(text)).toBeUndefined();
    },
  );
});
