import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import { placeAt } from '../../server/src/convert/converted.js';

/** Files that LibreOffice made (files/make.sh). */
const fileOf = (extension: string, name = 'programma') =>
  readFileSync(join(import.meta.dirname, `files/${name}.${extension}`));

const PROGRAMME = `# Waterdam vooruit

## Wonen

Wij bouwen driehonderd woningen[^1] in het centrum.

### Wat wij doen

- Een **vast** deel sociale huur.
  - Dertig procent in elk plan.
- Een loket voor starters.

## Verkeer

Lees het [verkeersplan](https://waterdam.example/verkeer) en het concept.

1. Meer fietspaden.
2. Minder drempels.

| Wat | Wanneer | Kosten |
| - | - | - |
| Fietspad; langs het kanaal | Nog niet bekend | |

Na de tabel.

[^1]: Geteld zonder *kamers*.
`;

test.each(['docx', 'odt'] as const)(
  'a .%s in order, with changes accepted, without contents, running heads, comments and hidden text',
  async (format) => {
    const { markdown, places, remarks } = await convert(fileOf(format), format);
    expect(markdown).toBe(PROGRAMME);
    expect(remarks).toEqual([
      '1 opmerking in de kantlijn is weggelaten.',
      'Bijgehouden wijzigingen zijn gelezen alsof zij zijn aanvaard.',
    ]);
    const line = markdown.split('\n').indexOf('2. Minder drempels.');
    expect(placeAt(places, line)).toEqual({ line, heading: 'Verkeer', paragraph: 3 });
  },
);

test('a page that LibreOffice saved has its notes, and no running head, foot, contents or hidden text', async () => {
  const { markdown } = await convert(fileOf('html'), 'html');
  expect(markdown).toContain('woningen[^1] in het centrum.\n');
  expect(markdown).toContain('\n[^1]: Geteld zonder *kamers*.\n');
  expect(markdown).not.toMatch(/Lopende kop|Bladzijde|inhoudsopgave|verborgen|kantlijn/);
});

test.each(['docx', 'odt'] as const)(
  'a numbered list in a .%s goes on after what interrupts it, and begins anew where it does so there',
  async (format) => {
    expect((await convert(fileOf(format, 'lijsten'), format)).markdown).toBe(`1. Eerst de wijk.
2. Dan de stad.

Dat is niet alles.

3. Daarna het dorp.
   1. De kern.
   2. De haven.

Als er geld is.

4. En het buitengebied.

Dit komt erna:

1. Meer bomen.
2. Meer gras.

1) Minder steen.

- Alles
  - in een keer.
`);
  },
);

/** The programme with another body, and more said in other parts. */
function wordWith(body: string, more: Readonly<Record<string, (part: string) => string>> = {}): Uint8Array {
  const parts = unzipSync(fileOf('docx'));
  const changes = {
    'word/document.xml': (part: string) => part.replace(/<w:body>.*<\/w:body>/s, `<w:body>${body}</w:body>`),
    ...more,
  };
  for (const [name, change] of Object.entries(changes)) parts[name] = strToU8(change(strFromU8(parts[name]!)));
  return zipSync(parts);
}
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
const wordMarkdown = async (body: string): Promise<string> => (await convert(wordWith(body), 'docx')).markdown;

const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>';

const itemOf = (list: number, text: string): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

test('a list has its numbers by way of a style of lists, without a kind of number, and in a note', async () => {
  const level = (format: string): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/>${format}<w:lvlText w:val="%1."/></w:lvl>`;
  // Kinds stand before lists: 91 leaves all to the style, which has 92.
  const kinds =
    '<w:abstractNum w:abstractNumId="91"><w:numStyleLink w:val="Punten"/></w:abstractNum>' +
    `<w:abstractNum w:abstractNumId="92">${level('<w:numFmt w:val="decimal"/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="93">${level('')}</w:abstractNum>`;
  const lists = [91, 92, 93]
    .map((kind) => `<w:num w:numId="${kind}"><w:abstractNumId w:val="${kind}"/></w:num>`)
    .join('');
  const style =
    '<w:style w:type="numbering" w:styleId="Punten"><w:name w:val="Punten"/><w:pPr><w:numPr><w:numId w:val="92"/></w:numPr></w:pPr></w:style>';
  const note = `<w:footnote w:id="9">${itemOf(92, 'Eerst geteld.')}${itemOf(92, 'Dan gewogen.')}</w:footnote>`;
  const body =
    itemOf(91, 'Eerst de wijk.') +
    itemOf(91, 'Dan de stad.') +
    paragraph(`${run('Dat is niet alles.')}<w:r><w:footnoteReference w:id="9"/></w:r>`) +
    itemOf(91, 'Daarna het dorp.') +
    paragraph(run('Dit komt erna:')) +
    itemOf(93, 'Meer bomen.') +
    itemOf(93, 'Meer gras.');
  const bytes = wordWith(body, {
    'word/numbering.xml': (part) => part.replace(/(?=<w:abstractNum )/, kinds).replace(/(?=<w:num )/, lists),
    'word/styles.xml': (part) => part.replace('</w:styles>', `${style}</w:styles>`),
    'word/footnotes.xml': (part) => part.replace('</w:footnotes>', `${note}</w:footnotes>`),
  });
  expect((await convert(bytes, 'docx')).markdown).toBe(`1. Eerst de wijk.
2. Dan de stad.

Dat is niet alles.[^1]

3. Daarna het dorp.

Dit komt erna:

1. Meer bomen.
2. Meer gras.

[^1]: 1) Eerst geteld.
    2) Dan gewogen.
`);
});

test('a break within a line is one, whatever pictures it stands clear of', async () => {
  const clear = '<w:r><w:br w:type="textWrapping" w:clear="all"/></w:r>';
  expect(await wordMarkdown(paragraph(run('Wij bouwen.') + clear + run('Wij planten.')))).toBe(
    'Wij bouwen.\\\nWij planten.\n',
  );
});

test('a short line in bold is a heading, with a number too; a bold sentence among others is not', async () => {
  const bold = (text: string, properties?: string) => paragraph(run(text, '<w:b/>'), properties);
  const body =
    bold('Wonen', NUMBERED) +
    paragraph(run('Wij bouwen.')) +
    bold('2. Verkeer') +
    paragraph(run('Wij ', '<w:b/>') + run('leggen aan.')) +
    paragraph(run('Slot met meer woorden dan alles hiervoor bij elkaar.'));
  expect(await wordMarkdown(body)).toBe(
    '# Wonen\n\nWij bouwen.\n\n## 2. Verkeer\n\n**Wij** leggen aan.\n\nSlot met meer woorden dan alles hiervoor bij elkaar.\n',
  );
});

test('slogans below each other and an address at the end are no headings', async () => {
  const slogans = ['Samen', 'Sterk', 'Veilig', 'Groen'].map((slogan) => paragraph(run(slogan, '<w:b/>'))).join('');
  const text = paragraph(run('Dit is de gewone tekst van het programma.'));
  expect(await wordMarkdown(text + slogans + text + paragraph(run('Dorpsstraat 1', '<w:b/>')))).not.toContain('#');
});

test('a paragraph whose end was deleted goes on in the next; what moved stands where it went', async () => {
  const body =
    paragraph(run('Wij bouwen '), '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') +
    paragraph(run('en planten.')) +
    paragraph(`<w:moveFrom w:id="2" w:author="A">${run('Weg.')}</w:moveFrom>`) +
    paragraph(`<w:moveTo w:id="3" w:author="A">${run('Hier.')}</w:moveTo>`);
  expect(await wordMarkdown(body)).toBe('Wij bouwen en planten.\n\nHier.\n');
});

test('a frame around text is that text, and Word on the web numbers its document', async () => {
  const cell = `<w:tbl><w:tr><w:tc>${paragraph(run('In een kader.'))}</w:tc></w:tr></w:tbl>`;
  const parts = unzipSync(wordWith(cell));
  const { 'word/document.xml': document, 'word/_rels/document.xml.rels': links, ...others } = parts;
  const renamed = Object.fromEntries(
    Object.entries(others).map(([name, content]) => [
      name,
      /rels$|Types/.test(name)
        ? strToU8(strFromU8(content).replace('word/document.xml', 'word/document2.xml'))
        : content,
    ]),
  );
  const bytes = zipSync({ ...renamed, 'word/document2.xml': document!, 'word/_rels/document2.xml.rels': links! });
  expect((await convert(bytes, 'docx')).markdown).toBe('In een kader.\n');
});

test('pictures are counted and not followed', async () => {
  const picture =
    '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing>';
  const { markdown, remarks } = await convert(
    wordWith(paragraph(`${run('Wij bouwen.')}<w:r>${picture}</w:r>`)),
    'docx',
  );
  expect(markdown).toBe('Wij bouwen.\n');
  expect(remarks).toEqual(['1 opmerking in de kantlijn is weggelaten.', '1 afbeelding is weggelaten.']);
});

test('a letter over more lines is of its word, a field has its words, and what asks for text is none', async () => {
  const letter = paragraph(run('W'), '<w:framePr w:dropCap="drop" w:lines="3"/>');
  const field = `<w:fldSimple w:instr=" AUTHOR ">${run('De fractie')}</w:fldSimple>`;
  const asks = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Klik hier.'))}</w:sdtContent></w:sdt>`;
  const filled = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run('Ingevuld.'))}</w:sdtContent></w:sdt>`;
  const parts = `${run('Hier')}<w:r><w:br w:type="column"/></w:r>${run('en daar.')}`;
  const body =
    letter + paragraph(run('ij bouwen.')) + paragraph(field + run(' ook.')) + asks + filled + paragraph(parts);
  expect(await wordMarkdown(body)).toBe('Wij bouwen.\n\nDe fractie ook.\n\nIngevuld.\n\nHier en daar.\n');
});

/** A text of LibreOffice with another body. */
function openTextWith(body: string): Uint8Array {
  const parts = unzipSync(fileOf('odt', 'lijsten'));
  const content = strFromU8(parts['content.xml']!).replace(/(<office:text[^>]*>).*(?=<\/office:text>)/s, `$1${body}`);
  return zipSync({ ...parts, 'content.xml': strToU8(content) });
}
const openMarkdown = async (body: string): Promise<string> => (await convert(openTextWith(body), 'odt')).markdown;

test('text in a shape that LibreOffice draws is text, after the paragraph that it hangs on', async () => {
  const shape = '<draw:custom-shape><text:p>In de vorm.</text:p><draw:enhanced-geometry/></draw:custom-shape>';
  expect(await openMarkdown(`<text:p>Ernaast.${shape}</text:p><text:p>Erna.</text:p>`)).toBe(
    'Ernaast.\n\nIn de vorm.\n\nErna.\n',
  );
});

test('what is chosen from a list in LibreOffice is text', async () => {
  const choice = '<loext:list-item loext:display-text="Ja"/><loext:list-item loext:display-text="Nee"/>Ja';
  const body = `<text:p>Keuze: <loext:content-control>${choice}</loext:content-control>.</text:p>`;
  expect(await openMarkdown(body)).toBe('Keuze: Ja.\n');
});

test('in a list of LibreOffice, what holds only a list and what heads one have no number', async () => {
  const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
  const list = (items: string, more = ''): string => `<text:list text:style-name="WWNum2" ${more}>${items}</text:list>`;
  const [one, two, below, three, four] = ['Een.', 'Twee.', 'Eronder.', 'Drie.', 'Vier.'].map((text) =>
    item(`<text:p>${text}</text:p>`),
  );
  const header = '<text:list-header><text:p>Kop van de lijst.</text:p></text:list-header>';
  const goesOn = 'text:continue-numbering="true"';
  expect(
    await openMarkdown(
      `${list(one! + two! + item(list(below!)))}<text:p>Tussen.</text:p>${list(header + three!, goesOn)}<text:p>Weer.</text:p>${list(four!, goesOn)}`,
    ),
  ).toBe('1. Een.\n2. Twee.\n   1. Eronder.\n\nTussen.\n\nKop van de lijst.\n\n3. Drie.\n\nWeer.\n\n4. Vier.\n');
});
