import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import { placeAt } from '../../server/src/convert/converted.js';

const markdownOf = async (html: string): Promise<string> => (await convertHtml(html)).markdown;
const convertHtml = (html: string) => convert(new TextEncoder().encode(html), 'html');

test('headings, paragraphs and lists, with the place of each', async () => {
  const { markdown, places } = await convertHtml(
    '<h1>Waterdam</h1><p>Eerst.<p>Dan <b>dit</b>.<ul><li>Een<li>Twee</ul><h2>Wonen</h2><p>Wij bouwen.',
  );
  expect(markdown).toBe('# Waterdam\n\nEerst.\n\nDan **dit**.\n\n- Een\n- Twee\n\n## Wonen\n\nWij bouwen.\n');
  expect(placeAt(places, 4)).toEqual({ line: 4, heading: 'Waterdam', paragraph: 2 });
  expect(placeAt(places, 7)).toEqual({ line: 7, heading: 'Waterdam', paragraph: 4 });
  expect(placeAt(places, 11)).toEqual({ line: 11, heading: 'Wonen', paragraph: 1 });
});

test('a table with its cells', async () => {
  expect(await markdownOf('<table><tr><th>Wat<th>Wanneer<tr><td>Bouwen<td>2027</table>')).toBe(
    '| Wat | Wanneer |\n| - | - |\n| Bouwen | 2027 |\n',
  );
});

test('a page that says it is UTF-16 in single bytes is not', async () => {
  expect(await markdownOf('<meta charset="utf-16"><p>Wij bouwen één huis. ')).toBe('Wij bouwen één huis.\n');
  expect(await markdownOf('<meta charset="utf-16"><p>Wij bouwen één huis.')).toBe('Wij bouwen één huis.\n');
});

test('the main text of a page, without what stands around it, is hidden or runs', async () => {
  const page = `<!doctype html><head><title>Weg</title><style>p{}</style></head><body>
    <header><a href="/">Weg</a><h1>Programma</h1></header><nav><ul><li><a href="#a">Weg</a></ul></nav>
    <main><p>Wij bouwen.<script>weg()</script> <span style="display:none">Weg</span><p hidden>Weg<p><del>Weg</del> Wij planten.
    <ul class="inhoud"><li><a href="#a">Weg</a><li><a href="#b">Weg</a><li><a href="#c">Weg</a></ul>
    <h2 id="a">Wonen</h2><h2 id="b">Werk</h2><h2 id="c">Weer</h2>
    <p>Zie <a href="#b">werk</a>, <a href="javascript:weg()">dit</a>, <a href="plan.html">dat</a> en <a href="mailto:a@b.example">ons</a>.
    <img src="https://weg.example/spion.png" alt="Weg"><iframe src="https://weg.example"></iframe></main>
    <footer>Weg</footer>`;
  const { markdown, remarks } = await convertHtml(page);
  expect(markdown).toBe(
    'Wij bouwen.\n\nWij planten.\n\n## Wonen\n\n## Werk\n\n## Weer\n\nZie [werk](#werk), dit, dat en [ons](mailto:a@b.example).\n',
  );
  expect(remarks).toEqual(['1 afbeelding is weggelaten.']);
});

test('emphasis that Markdown can write, and letters of the setting that search can find', async () => {
  expect(
    await markdownOf(
      '<p>Wij<b> bouwen </b><b>nu</b>; her<b>bouw</b>en <i></i>in&nbsp;de wo&shy;ning&shy;bouw ef\uFB01ciënt.',
    ),
  ).toBe('Wij **bouwen nu**; herbouwen in de woningbouw efficiënt.\n');
});

test('notes as a word processor writes them; a link there and back that is no note stays', async () => {
  const note = '<p>Wij bouwen<sup><a id="r1" href="#n1">1</a></sup>.</p>';
  const end = '<hr><ol><li id="n1"><p>Vanaf 2027. <a href="#r1">↩</a></p></li></ol>';
  expect(await markdownOf(note + end)).toBe('Wij bouwen[^1].\n\n[^1]: Vanaf 2027.\n');
  expect(await markdownOf('<p><a id="a" href="#b">Naar beneden</a></p><p><a id="b" href="#a">Naar boven</a></p>')).toBe(
    'Naar beneden\n\nNaar boven\n',
  );
});

test('cells that span others leave these empty, and one with more lines is one line; a page laid out with a table is text', async () => {
  expect(await markdownOf('<table><tr><th>Wat<th>Waar<tr><td rowspan=2>Bouwen<td>Noord<tr><td>Zuid</table>')).toBe(
    '| Wat | Waar |\n| - | - |\n| Bouwen | Noord |\n| | Zuid |\n',
  );
  expect(
    await markdownOf('<table><tr><th>Wat<th>Waar<tr><td>Een <b>vast</b> deel<br>huur<td><p>Noord<p>Zuid.</table>'),
  ).toBe('| Wat | Waar |\n| - | - |\n| Een **vast** deel; huur | Noord; Zuid. |\n');
  expect(await markdownOf('<table><tr><td><h1>Wonen</h1><p>Wij bouwen.<td><p>Ernaast.</table>')).toBe(
    '# Wonen\n\nWij bouwen.\n\nErnaast.\n',
  );
});

test('a page that Word saved has its title and its lists, whose signs only its own fonts know', async () => {
  const item = (sign: string, text: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>` +
    `<span style='mso-list:Ignore'>${sign}<span style='font:7pt'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  const page = `<p class=MsoTitle>Waterdam<o:p></o:p></p><h1>Wonen</h1>${item('·', 'Meer huur.')}${item('§', 'Meer koop.')}
    ${item('3.', 'Eerst.')}${item('4.', 'Dan.')}<p class=MsoNormal>o zo mooi<br clear=all></p>`;
  expect(await markdownOf(page)).toBe(
    '# Waterdam\n\n## Wonen\n\n- Meer huur.\n- Meer koop.\n\n3. Eerst.\n4. Dan.\n\no zo mooi\n',
  );
});

test('a break that stands clear of pictures is one between words, and nothing where it is all there is', async () => {
  expect(await markdownOf('<p>Meer woningen<br clear="all">Wij planten.')).toBe('Meer woningen\\\nWij planten.\n');
  const alone = '<span><br clear=all style="page-break-before:always"></span>';
  expect(await markdownOf(`<p>Wonen.${alone}</p>${alone}<p>${alone}</p><p>${alone}&nbsp;</p><p>Zorg.</p>`)).toBe(
    'Wonen.\n\nZorg.\n',
  );
});

test('of an item with signs of items in it, the lists below it stay lists, below the last', async () => {
  expect(await markdownOf('<ul><li>Een • twee<ul><li>sub drie<li>sub vier</ul><li>vijf</ul>')).toBe(
    '- Een\n- twee\n  - sub drie\n  - sub vier\n- vijf\n',
  );
});

test('what a table is called stands above it, and who is quoted below what was said', async () => {
  expect(
    await markdownOf('<table><caption>Uitgaven</caption><tr><th>Wat<th>Hoeveel<tr><td>Brug<td>2 mln</table>'),
  ).toBe('Uitgaven\n\n| Wat | Hoeveel |\n| - | - |\n| Brug | 2 mln |\n');
  expect(
    await markdownOf(
      '<p>Tekst.</p><blockquote><p>Een huis!</p><footer>Jan</footer></blockquote><footer>© Wij</footer>',
    ),
  ).toBe('Tekst.\n\n> Een huis!\n>\n> Jan\n');
});

test('a name between two headings is one of the second', async () => {
  expect(await markdownOf('<h1>Programma</h1><a id="w"></a><h2>Wonen</h2><p>Zie <a href="#w">daar</a>.</p>')).toBe(
    '# Programma\n\n## Wonen\n\nZie [daar](#wonen).\n',
  );
});
