import { readFileSync } from 'node:fs';
import markdownit from 'markdown-it';
import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import { blocksIn, pagesIn, printer } from './pdf-files.js';

const print = printer();

/** Enough text for a paragraph of several lines. */
const filler = (about: string): string =>
  `Over ${about} zijn wij in Waterdam helder: het kan beter, het kan eerlijker en het kan samen met de mensen om wie het gaat. ` +
  `Daarom maken wij van ${about} werk in de eerste honderd dagen, en vragen wij de buurt wat er nodig is.`;

test('columns are read one after the other, and a heading across them parts what is above and below', async () => {
  const columns = (about: readonly string[]): string =>
    `<div style="columns:2; column-gap:16pt; text-align:justify">${about.map((one) => `<p>${filler(one)}</p>`).join('')}</div>`;
  const pdf = await print(`<h1>Wonen</h1>${columns(['huren', 'kopen'])}<h1>Groen</h1>${columns(['bomen', 'parken'])}`);
  expect(await blocksIn(pdf)).toEqual([
    'h1 Wonen',
    `p ${filler('huren')}`,
    `p ${filler('kopen')}`,
    'h1 Groen',
    `p ${filler('bomen')}`,
    `p ${filler('parken')}`,
  ]);
});

test('a small file of LibreOffice has its bold headings, and items that stand after each other', async () => {
  const pdf = new Uint8Array(readFileSync(new URL('files/puntenlijst-stad.pdf', import.meta.url)));
  const source = readFileSync(new URL('../corpus/puntenlijst-stad.md', import.meta.url), 'utf8');
  const expected = source
    .replace(/^\*\*(.*)\*\*$/gm, '# $1')
    .replace(/\n(?!\n|•)(?<!\n\n)/g, ' ')
    .replace(/^• /gm, '- ')
    .replace(/ {2,}/g, ' ');
  expect((await convert(pdf, 'pdf')).markdown.trim()).toBe(expected.trim());
});

test('a picture across the columns parts them, and what someone says in large letters is no heading', async () => {
  const columns = (about: readonly string[]): string =>
    `<div style="columns:2; column-gap:16pt">${about.map((one) => `<p>${filler(one)}</p>`).join('')}</div>`;
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAACgAAAAKCAIAAABJ+IsHAAAAGklEQVR4nGOYaWw8IIhh1OJRi0ctHrWYXAQAefyOgGA3NsEAAAAASUVORK5CYII=';
  const picture = `<img style="display:block; width:100%; height:20mm" src="data:image/png;base64,${dot}">`;
  const said = '<p style="font-size:16pt">‘Ieder verdient een huis.’</p>';
  const pdf = await print(
    `${columns(['huren', 'kopen'])}${picture}${columns(['bomen', 'parken'])}${said}<p>${filler('zorg')}</p>`,
  );
  expect(await blocksIn(pdf)).toEqual([
    `p ${filler('huren')}`,
    `p ${filler('kopen')}`,
    `p ${filler('bomen')}`,
    `p ${filler('parken')}`,
    'p ‘Ieder verdient een huis.’',
    `p ${filler('zorg')}`,
  ]);
});

test('a title in quotation marks is a title', async () => {
  const title = '<p style="font-size:28pt">‘Iedereen een huis!’</p>';
  expect(await blocksIn(await print(`${title}<p>${filler('wonen')}</p>`))).toEqual([
    'h1 ‘Iedereen een huis!’',
    `p ${filler('wonen')}`,
  ]);
});

test('a box beside the text does not run through it', async () => {
  const box = `<div style="float:right; width:36mm; margin-left:6mm; padding:2mm; background:#dde">${filler('de markt')}</div>`;
  const blocks = await blocksIn(await print(`<div>${box}<p>${filler('huren')}</p><p>${filler('kopen')}</p></div>`));
  expect([...blocks].sort()).toEqual(
    [filler('de markt'), filler('huren'), filler('kopen')].map((text) => `p ${text}`).sort(),
  );
});

test('a paragraph that runs over the page is one, with the page on which it begins', async () => {
  const pdf = await print(`<p>${filler('huren')}</p><p>${'Wij werken en werken en werken '.repeat(90)}door.</p>`);
  expect(await blocksIn(pdf)).toEqual([
    `p ${filler('huren')}`,
    `p ${'Wij werken en werken en werken '.repeat(90)}door.`,
  ]);
  expect(await pagesIn(pdf)).toEqual([1, 1]);
});

test('running heads, feet, page numbers and the table of contents are left out', async () => {
  const chapters = ['Wonen', 'Groen', 'Zorg', 'Verkeer'];
  const entry = (name: string, at: number): string =>
    `<div style="display:flex"><span style="flex:1">${name}</span><span>${at + 2}</span></div>`;
  const chapter = (name: string): string =>
    `<section style="break-before:page"><h1>${name}</h1><p>${filler(name.toLowerCase())}</p></section>`;
  const foot =
    '<div style="font-size:8pt; width:100%; text-align:center">Programma van Waterdam – <span class="pageNumber"></span></div>';
  const pdf = await print(`<h1>Inhoud</h1>${chapters.map(entry).join('')}${chapters.map(chapter).join('')}`, foot);
  expect(await blocksIn(pdf)).toEqual(chapters.flatMap((name) => [`h1 ${name}`, `p ${filler(name.toLowerCase())}`]));
});

test('a table of figures is no table of contents', async () => {
  const row = ([name, amount]: readonly [string, string]): string =>
    `<tr><td style="width:70mm">${name}</td><td>${amount}</td></tr>`;
  const rows: [string, string][] = [
    ['Post', '2026'],
    ['Wonen', '300'],
    ['Groen', '25'],
    ['Zorg', '110'],
  ];
  const pdf = await print(`<p>${filler('geld')}</p><table>${rows.map(row).join('')}</table>`);
  expect(await blocksIn(pdf)).toEqual([`p ${filler('geld')}`, ...rows.map((cells) => `tr ${cells.join(' | ')}`)]);
});

test('a table over more pages is one, with its head once, also where that stands in the middle of its columns', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => [`Maatregel ${at + 1}`, `${2026 + (at % 4)}`, `${at * 10} euro`]);
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag} style="padding:2mm 5mm">${cell}</${tag}>`).join('')}</tr>`;
  const head = ['Wat', 'Wanneer', 'Kosten'];
  const body = rows.map((cells) => row(cells, 'td')).join('');
  const table = `<table><thead>${row(head, 'th')}</thead>${body}</table>`;
  const pdf = await print(`<p>${filler('geld')}</p>${table}<p>${filler('daarna')}</p>`);
  expect(await blocksIn(pdf)).toEqual([
    `p ${filler('geld')}`,
    ...[head, ...rows].map((cells) => `tr ${cells.join(' | ')}`),
    `p ${filler('daarna')}`,
  ]);
});

test('a letter over more lines is of the word that it begins, and large words of one letter are not', async () => {
  const style =
    '<style>p.letter::first-letter { font-size: 400%; float: left; line-height: .8; padding-right: 3pt }</style>';
  const pdf = await print(
    `${style}<h1>Wonen</h1><p class="letter">${filler('huren')}</p><h1>U</h1><p>${filler('kopen')}</p>`,
  );
  expect(await blocksIn(pdf)).toEqual(['h1 Wonen', `p ${filler('huren')}`, 'p U', `p ${filler('kopen')}`]);
});

test('lines of a sum stay lines, also where their parts do not stand below each other', async () => {
  const sums = ['vijfhonderd', 'duizend', 'tienduizend'].flatMap((worth) => [
    `Voorbeeld van wie ${worth} euro bezit:`,
    `Nu betaalt die dan aan belasting: | = ${worth.length} euro`,
    `Dat wordt ${worth} maal twee: | = ${worth.length * 2} euro`,
  ]);
  const set = (sum: string, at: number): string =>
    `<div>${sum.replace('| ', `<span style="padding-left:${7 + (at % 4)}mm"></span>`)}</div>`;
  const pdf = await print(`<p>${filler('geld')}</p>${sums.map(set).join('')}`);
  expect(await blocksIn(pdf)).toEqual([`p ${filler('geld')}`, ...sums.map((sum) => `p ${sum.replace('| ', '')}`)]);
});

test('words broken at the end of a line are whole again, and real hyphens stay', async () => {
  const text =
    'Wij zijn voor splitsings- en optopregels in de binnen&shy;stad, voor de oud-burgemeester, voor CO2-vrije bus&shy;lijnen, ' +
    'voor tijdelijke huis&shy;vesting van jonge gezinnen en voor een ruim&shy;hartige vergunning&shy;verlening in Waterdam-Noord.';
  for (const width of [40, 46, 52, 58, 64, 70]) {
    expect(await blocksIn(await print(`<p style="width:${width}mm">${text}</p>`))).toEqual([
      `p ${text.replaceAll('&shy;', '')}`,
    ]);
  }
});

test('lists keep their items, their order and what is within them', async () => {
  const pdf = await print(`<p>Wij willen:</p>
    <ul><li>${filler('huren')}</li><li>meer bomen:<ul><li>langs de singel;</li><li>op het plein.</li></ul></li></ul>
    <ol><li>eerst wonen:<ul><li>huur</li><li>koop</li></ul></li><li>dan groen.</li></ol>`);
  expect(await blocksIn(pdf)).toEqual([
    'p Wij willen:',
    `li ${filler('huren')}`,
    'li meer bomen:',
    '  li langs de singel;',
    '  li op het plein.',
    'li eerst wonen:',
    '  li huur',
    '  li koop',
    'li dan groen.',
  ]);
});

test.each(['columns:1', 'columns:2; column-gap:14pt; text-align:justify; font-size:9pt'])(
  'a whole programme set in %s has its headings, and every paragraph in one piece and in its place',
  async (style) => {
    const markdown = readFileSync(new URL('../corpus/lokaal-dorpen.md', import.meta.url), 'utf8');
    const html = markdownit().render(markdown);
    const blocks = await blocksIn(await print(`<div style="${style}">${html}</div>`, '<div></div>'));
    const expected = [...html.matchAll(/<(h\d|p|li)>([\s\S]*?)<\/\1>/g)].map(([, tag, text]) => {
      const plain = text!
        .replace(/<[^>]*>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      return `${tag} ${plain.replace(/\s+/g, ' ').trim()}`;
    });
    const kind = (lines: readonly string[], pattern: RegExp): string[] =>
      lines.map((one) => one.trim()).filter((one) => pattern.test(one));
    expect(kind(blocks, /^h/)).toEqual(kind(expected, /^h/));
    expect(kind(blocks, /^(?:p|li)/)).toEqual(kind(expected, /^(?:p|li)/));
  },
);
