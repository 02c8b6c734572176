import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { studyCitations } from '../../../client/src/preview/citations.js';
import type { SourceTable } from '../../../server/src/core/features/source-table.js';

const TABLE: SourceTable = {
  key: 'trendstudie',
  publisher: 'Platform31',
  year: 2021,
  title: 'De studie',
  url: '',
  themes: [['ruimte', 'Ruimte']],
  entries: {
    wijkenaanpak: ['Wijkenaanpak "nieuwe" stijl', '§ 6.2, p. 61–62', 'Wijkenaanpak van de studie'],
    omscholing: ['Om- en bijscholing', '§ 3.2, p. 38', 'Om- en bijscholing'],
    omscholen: ['omscholen', 'p. 38, 40', ''],
    'groter-denken': ['Groter denken', 'p. 15', 'H. Schrijver (2018), Groter denken'],
  },
};

const render = (text: string): string => new MarkdownIt({ html: true }).use(studyCitations, [TABLE]).render(text);
const body = (html: string): string => html.split('<section')[0]!.trim();

describe('Bronnen in de voorvertoning', () => {
  it('zet een verwijzing om in een leesbare, met de titel onder de muis', () => {
    const html = render('Wij renoveren Noord [@trendstudie:wijkenaanpak, p. 62].');
    expect(body(html)).toBe(
      '<p>Wij renoveren Noord (<a class="opgavenwijzer-bron" href="#bron-wijkenaanpak" title="Wijkenaanpak &quot;nieuwe&quot; stijl (§ 6.2, p. 61–62, in de studie: ‘Wijkenaanpak van de studie’)">Platform31 2021, p. 62</a>).</p>',
    );
  });

  it('geeft aan het eind een lijst van wat is aangehaald, in de volgorde van de studie', () => {
    const html = render('Een [@trendstudie:omscholing, p. 38] en twee [@trendstudie:wijkenaanpak].');
    expect(html).toContain('<h2>Bronnen</h2>');
    expect([...html.matchAll(/<li id="bron-([^"]+)">/g)].map(([, id]) => id)).toEqual(['wijkenaanpak', 'omscholing']);
    expect(html).toContain('In: Platform31 (2021), <cite>De studie</cite>, § 3.2, p. 38.');
  });

  it('noemt in de lijst alleen kopjes en titels die bestaan', () => {
    const html = render('[@trendstudie:wijkenaanpak; @trendstudie:omscholen; @trendstudie:groter-denken]');
    const items = [...html.matchAll(/<li [^>]*>(.*?)<\/li>/g)].map(([, item]) => item!.replace(/<[^>]+>/g, ''));
    expect(items).toEqual([
      'Wijkenaanpak van de studie. In: Platform31 (2021), De studie, § 6.2, p. 61–62.',
      'Platform31 (2021), De studie, p. 38, 40 (‘omscholen’).',
      'H. Schrijver (2018), Groter denken. In: Platform31 (2021), De studie, p. 15.',
    ]);
  });

  it('laat een eigen kop voor bronnen de enige', () => {
    expect(render('[@trendstudie:omscholing]\n\n## Bronnen\n')).not.toContain('<h2>Bronnen</h2>\n<ul');
  });

  it('zet de lijst waar Pandoc haar zet, als die plaats er is', () => {
    const html = render('Een [@trendstudie:omscholing].\n\n# Geraadpleegd\n\n::: {#refs}\n:::\n\n# Bijlage\n\nSlot.\n');
    expect(html).not.toContain(':::');
    expect(html).not.toContain('<h2>Bronnen</h2>');
    expect(html.replace(/<[^>]+>/g, '').split(/\n+/)).toEqual([
      'Een (Platform31 2021).',
      'Geraadpleegd',
      'Om- en bijscholing. In: Platform31 (2021), De studie, § 3.2, p. 38.',
      'Bijlage',
      'Slot.',
      '',
    ]);
  });

  it('leest meer bronnen tussen dezelfde haken, ook die van een ander werk', () => {
    const html = body(render('[zie @trendstudie:omscholing, p. 38; -@trendstudie:wijkenaanpak; @jansen2020, p. 3]'));
    expect(html.replace(/<[^>]+>/g, '')).toBe('(zie Platform31 2021, p. 38; 2021; @jansen2020, p. 3)');
  });

  it('leest een bron in de zin', () => {
    const html = body(render('Volgens @trendstudie:omscholing [p. 38] kan dat.'));
    expect(html.replace(/<[^>]+>/g, '')).toBe('Volgens Platform31 (2021, p. 38) kan dat.');
  });

  it('maakt van een voetnoot een noot met een nummer', () => {
    const html = render(
      'Wij scholen om.[^omscholing]\n\n[^omscholing]: Platform31, *De studie* (2021) [@trendstudie:omscholing, p. 38].\n',
    );
    expect(html).toContain(
      '<sup><a class="opgavenwijzer-noot" href="#noot-1" title="Om- en bijscholing, § 3.2, p. 38">1</a></sup>',
    );
    expect(html.replace(/<[^>]+>/g, '')).toContain('Platform31, De studie (2021) ‘Om- en bijscholing’, p. 38.');
    expect(html).not.toContain('[^omscholing]');
  });

  it('toont een noot die als bron leest zonder sleutel, en telt haar bij de bronnen', () => {
    const html = render(
      'Wij scholen om.[^1]\n\n[^1]: Platform31, ‘Om- en bijscholing’, § 3.2 in *De studie* (2021), p. 38. <!-- @trendstudie:omscholing -->\n',
    );
    expect(html).toContain('<li id="bron-omscholing">');
    expect(html).toContain('‘Om- en bijscholing’, § 3.2 in <em>De studie</em> (2021), p. 38.</li>');
    expect(html).not.toContain('@trendstudie');
  });

  it('leest wat om een sleutel heen staat als Markdown', () => {
    const html = body(
      render('Een [*zie ook* @trendstudie:wijkenaanpak, p. 62] en [@{trendstudie:omscholing}, {p. 38}].'),
    );
    expect(html).toContain('(<em>zie ook</em> <a');
    expect(html.replace(/<[^>]+>/g, '')).toBe('Een (zie ook Platform31 2021, p. 62) en (Platform31 2021, p. 38).');
  });

  it('leest de bladzijde ook op de volgende regel', () => {
    const html = body(render('Zoals @trendstudie:wijkenaanpak\n[p. 62] zegt.'));
    expect(html.replace(/<[^>]+>/g, '')).toBe('Zoals Platform31 (2021, p. 62) zegt.');
  });

  it('geeft een noot het nummer dat zij in het document heeft', () => {
    const html = render('A.[^1] B.[^2]\n\n[^1]: Eigen noot.\n[^2]: Zie [@trendstudie:wijkenaanpak, p. 62].\n');
    expect(html).toContain('href="#noot-2"');
    expect(html).toContain('<li id="noot-2" value="2">');
  });

  it('leest een noot tot haar eind', () => {
    const html = render('A.[^1]\n\n[^1]: Een noot.\n\n    Zie [@trendstudie:wijkenaanpak, p. 62].\n\nSlot.\n');
    expect(html).toContain('href="#noot-1"');
    expect(html).not.toContain('<pre>');
    expect(html).toContain('<p>Slot.</p>');
  });

  it.each([
    ['een opmerking in de tekst', 'Tekst. <!-- @trendstudie:omscholing -->'],
    ['een onbekende sleutel', '[@trendstudie:bestaat-niet, p. 1]'],
    ['een sleutel die elk object heeft', '[@trendstudie:constructor]'],
    ['het werk van een ander', '[@jansen2020]'],
    ['een mailadres', 'info@trendstudie:omscholing'],
    ['een gewone link', '[@trendstudie:omscholing](https://example.org)'],
    ['een voetnoot zonder bron', 'Tekst.[^1]\n\n[^1]: Zo is het.'],
    ['de plaats van een lijst die leeg zou zijn', 'Tekst.\n\n::: {#refs}\n:::'],
    ['code', '`[@trendstudie:omscholing]`'],
  ])('laat %s zoals het is', (_, text) => {
    expect(render(text)).toBe(new MarkdownIt({ html: true }).render(text));
  });

  it('noemt van elke studie de eigen uitgever, en zet ze samen in de lijst', () => {
    const other = { ...TABLE, key: 'woonvisie', publisher: 'Waterdam', year: 2025, title: 'Woonvisie' };
    const html = new MarkdownIt()
      .use(studyCitations, [TABLE, other])
      .render(`Zie [@${TABLE.key}:omscholing; @woonvisie:omscholing, p. 3] en @onbekend:omscholing.`);
    expect(body(html)).toContain(`>${TABLE.publisher} ${TABLE.year}</a>; `);
    expect(body(html)).toContain('href="#bron-woonvisie:omscholing"');
    expect(body(html)).toContain('>Waterdam 2025, p. 3</a>');
    expect(body(html)).toContain('@onbekend:omscholing');
    expect(html.match(/<li id="bron-/g)).toHaveLength(2);
    expect(html).toContain('In: Waterdam (2025), <cite>Woonvisie</cite>');
  });

  it('laat niets uit het document als HTML door', () => {
    const html = new MarkdownIt()
      .use(studyCitations, [TABLE])
      .render('[<img src=x> @trendstudie:omscholing, <b>38</b>]');
    expect(html).not.toMatch(/<img|<b>/);
  });
});
