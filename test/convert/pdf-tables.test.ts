import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import { blocksIn, printer } from './pdf-files.js';

const print = printer();

const ROWS = [
  ['Maatregel', 'Toelichting', 'Bedrag', 'Jaar'],
  [
    'Woningen splitsen',
    'Wij maken het splitsen eenvoudiger en geven eigenaren één loket voor vragen.',
    '€ 250.000',
    '2027',
  ],
  ['Fietspad langs het kanaal tussen brug en sluis', 'Vier meter breed, met verlichting.', '€ 1.200.000', '2028'],
  ['Wijkteams', 'Meer mensen in de wijk.', '€ 400.000', '2027'],
] as const;
const text =
  '<p>Over wonen zijn wij in Waterdam helder: het kan beter, het kan eerlijker en het kan samen met de mensen om wie het gaat.</p>';

function table(style: string): string {
  const rows = ROWS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<style>table { width: 100%; border-collapse: collapse; font-size: 10pt } td { padding: 4pt; ${style} }</style><table>${rows.join('')}</table>`;
}

test.each([
  ['with lines', 'border: 1px solid; vertical-align: top'],
  ['with lines between its rows', 'border-bottom: 1px solid; vertical-align: top'],
  ['with fields', 'background: #dde; border: 3px solid white'],
  ['without lines', 'vertical-align: top'],
  ['without lines, set in the middle', 'vertical-align: middle'],
])('cells of more lines stay one in a table %s', async (_, style) => {
  const blocks = await blocksIn(await print(`${text}${table(style)}${text}`));
  expect(blocks.filter((block) => block.startsWith('tr'))).toEqual(ROWS.map((cells) => `tr ${cells.join(' | ')}`));
  expect(blocks).toHaveLength(ROWS.length + 2);
});

test('cells over rows and columns, and empty ones, leave the others in their place', async () => {
  const pdf =
    await print(`<style>table { width: 100%; border-collapse: collapse } td { border: 1px solid; padding: 4pt; vertical-align: middle }</style>
    <table><tr><td colspan="2">Wonen in Waterdam</td><td>Jaar</td></tr>
    <tr><td rowspan="2">Bouwen in de wijk en in de dorpen eromheen</td><td>Driehonderd woningen voor starters en ouderen</td><td></td></tr>
    <tr><td>Een school</td><td>2028</td></tr></table>${text}`);
  expect((await blocksIn(pdf)).slice(0, 3)).toEqual([
    'tr Wonen in Waterdam |  | Jaar',
    'tr Bouwen in de wijk en in de dorpen eromheen | Driehonderd woningen voor starters en ouderen | ',
    'tr  | Een school | 2028',
  ]);
});

test('a word that is broken in a cell is whole', async () => {
  const cells = ['wijkgezondheids-<br>centrum', 'Zorg dichtbij'];
  const row = `<tr>${cells.map((cell) => `<td style="border:1px solid; padding:4pt">${cell}</td>`).join('')}</tr>`;
  const pdf = await print(`<p>Een wijkgezondheidscentrum in elke wijk.</p><table>${row}${row}</table>`);
  expect((await blocksIn(pdf))[1]).toBe('tr wijkgezondheidscentrum | Zorg dichtbij');
});

test('a file of LibreOffice has its tables, with lines and without', async () => {
  const pdf = new Uint8Array(readFileSync(new URL('files/tabellen.pdf', import.meta.url)));
  const { markdown } = await convert(pdf, 'pdf');
  const table = ROWS.map((cells) => `| ${cells.join(' | ')} |`);
  table.splice(1, 0, '| - | - | - | - |');
  expect(
    markdown
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('|')),
  ).toEqual([table.join('\n'), table.join('\n')]);
});

test('paragraphs beside each other, a list with its marks and frames around text are no tables', async () => {
  const paragraph = (about: string): string =>
    `<p>Over ${about} zijn wij helder: het kan beter en het kan samen met de mensen om wie het gaat in de buurt.</p>`;
  const columns = `<div style="columns:2; column-gap:16pt">${['huren', 'kopen', 'bouwen', 'sloop', 'zorg', 'groen'].map(paragraph).join('')}</div>`;
  const list = `<dl style="display:grid; grid-template-columns:12mm 1fr">${['a', 'b', 'c'].map((mark) => `<dt>${mark}.</dt><dd style="margin:0">${paragraph('wonen')}</dd>`).join('')}</dl>`;
  const frames = `<div style="border:1px solid; padding:4pt">${paragraph('kaders')}</div>`.repeat(2);
  for (const html of [columns, list, frames]) {
    const blocks = await blocksIn(await print(html));
    expect(blocks.filter((block) => block.startsWith('tr'))).toEqual([]);
  }
});

test('columns of cards with a title each are no table', async () => {
  const card = (title: string): string =>
    `<div><h3 style="margin:0">${title}</h3><p>Het kan beter en het kan samen met de mensen om wie het gaat.</p></div>`;
  const cards = ['Wonen', 'Zorg', 'Groen', 'Verkeer', 'Sport', 'Kunst'].map(card).join('');
  const blocks = await blocksIn(
    await print(`<div style="display:grid; grid-template-columns:1fr 1fr; gap:16pt">${cards}</div>`),
  );
  expect(blocks.filter((block) => block.startsWith('tr'))).toEqual([]);
});

const grid = (cells: readonly string[]): string => {
  const td = cells.map(
    (cell) => `<td style="border:1px solid; padding:4pt; vertical-align:top; width:50%">${cell}</td>`,
  );
  return `<table style="border-collapse:collapse; width:100%"><tr>${td.slice(0, 2).join('')}</tr><tr>${td.slice(2).join('')}</tr></table>`;
};

test('framed cards with a title, a paragraph and a list are no table', async () => {
  const card = (title: string): string =>
    `<h3>${title}</h3><p>Wij werken samen aan wat in de buurt nodig is.</p><ul><li>Bouwen van ${title}</li><li>Splitsen van ${title}</li></ul>`;
  const titles = ['Wonen', 'Zorg', 'Groen', 'Verkeer'];
  const blocks = await blocksIn(await print(`${text}${grid(titles.map(card))}${text}`));
  expect(blocks.filter((block) => /^(?:tr|h\d)/.test(block)).sort()).toEqual(
    titles.map((title) => `h1 ${title}`).sort(),
  );
  expect(blocks.filter((block) => block.startsWith('li'))).toHaveLength(8);
});

test('framed cells with a bold head above paragraphs are no table, and one bold head or list does not end a table', async () => {
  const cell = (head: string): string =>
    `<b>${head}</b><p>Het kan beter en het kan samen.</p><p>Het kan ook eerlijker, met de mensen om wie het gaat.</p>`;
  const swot = grid(['Sterk', 'Zwak', 'Kansen', 'Gevaren'].map(cell));
  expect((await blocksIn(await print(text + swot))).filter((block) => block.startsWith('tr'))).toEqual([]);
  const budget = grid(['<b>Maatregel</b><br>voor wonen', 'Bedrag', 'Splitsen van woningen in de wijk', '€ 250.000']);
  expect((await blocksIn(await print(text + budget))).filter((block) => block.startsWith('tr'))).toEqual([
    'tr Maatregel voor wonen | Bedrag',
    'tr Splitsen van woningen in de wijk | € 250.000',
  ]);
});

test('tables with a line of text between them are two, as are those with other columns', async () => {
  const caption = '<div style="font-size:8pt; line-height:1">Tabel 2: verkeer</div>';
  const cells = (about: string): string[] => ['Maatregel', 'Jaar', `Meer ${about}`, '2027'];
  const two = await blocksIn(await print(text + grid(cells('wonen')) + caption + grid(cells('verkeer')) + text));
  expect(two.slice(1, -1)).toEqual([
    'tr Maatregel | Jaar',
    'tr Meer wonen | 2027',
    'p Tabel 2: verkeer',
    'tr Maatregel | Jaar',
    'tr Meer verkeer | 2027',
  ]);
  const row = `<tr>${['Bron', 'Rijk', 'Stad'].map((cell) => `<td style="border:1px solid; width:33%">${cell}</td>`).join('')}</tr>`;
  const other = `<table style="border-collapse:collapse; width:100%; margin-top:8pt">${row}${row}</table>`;
  expect((await blocksIn(await print(text + grid(cells('wonen')) + other))).slice(1)).toEqual([
    'tr Maatregel | Jaar',
    'tr Meer wonen | 2027',
    'tr Bron | Rijk | Stad',
    'tr Bron | Rijk | Stad',
  ]);
});

test.each([
  ['bare numbers', ['1', '2', '3', '4']],
  ['arrows', ['=&gt;', '=&gt;', '=&gt;', '=&gt;']],
])('a list with %s beside its sentences is no table', async (_, marks) => {
  const sentence =
    'Het kan beter en het kan samen met de mensen om wie het gaat in de buurt, en daar beginnen wij mee.';
  const items = marks.map((mark) => `<dt>${mark}</dt><dd style="margin:0 0 9pt">${sentence}</dd>`).join('');
  const list = `<dl style="display:grid; grid-template-columns:14mm 1fr">${items}</dl>`;
  const blocks = await blocksIn(await print(list));
  expect(blocks.filter((block) => block.startsWith('tr'))).toEqual([]);
});

test('numbers in a column of a table are no marks of a list', async () => {
  const rows = [
    ['1', 'Splitsen van woningen, zodat wie er woont kan blijven wonen', '20'],
    ['2', 'Een fietspad langs het kanaal tussen de brug en de sluis', '300'],
    ['3', 'Meer mensen in de wijk', '40'],
  ];
  const cells = rows.map(
    (row) => `<tr>${row.map((cell) => `<td style="padding:5pt 8pt; vertical-align:top">${cell}</td>`).join('')}</tr>`,
  );
  const blocks = await blocksIn(await print(`<table style="width:100mm">${cells.join('')}</table>`));
  expect(blocks).toEqual(rows.map((row) => `tr ${row.join(' | ')}`));
});
