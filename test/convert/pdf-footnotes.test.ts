import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';
import { printer } from './pdf-files.js';

const print = printer();
const markdownOf = async (pdf: Uint8Array): Promise<string> => (await convert(pdf, 'pdf')).markdown;

const text =
  'Wij werken aan een stad waarin wie er woont kan blijven wonen, en waarin wie er werkt een huis kan vinden dat bij het loon past. ';

/** A page with notes at its foot. */
const page = (body: string, notes: string, style = 'font-size: 8pt'): string =>
  `<section style="height:165mm; break-after:page; display:flex; flex-direction:column">
    <div style="flex:1">${body}</div><div style="${style}">${notes}</div></section>`;

test('a file of LibreOffice has its notes as notes, also one in a table and one that goes on at the foot of the next page', async () => {
  const markdown = await markdownOf(new Uint8Array(readFileSync(new URL('files/noten.pdf', import.meta.url))));
  expect(markdown).toMatch(/driehonderd woningen\[\^1\] in het centrum, .* 60 m2 .* het 65e jaar/);
  expect(markdown).toMatch(/Zo groeit\[\^2\] Waterdam, met minder CO2, /);
  expect(markdown).toContain('| Fietspad langs het kanaal[^3] | 2027 |');
  const [, notes] = markdown.split(/(?=\[\^1\]:)/);
  expect(notes!.split('\n\n').map((note) => note.trim())).toEqual([
    '[^1]: Geteld zonder kamers.',
    `[^2]: ${'Dat is de prognose van de gemeente zelf, die daarbij uitgaat van het gemiddelde van de laatste tien jaar en van de plannen die er al lagen. '.repeat(6).trim()}`,
    '[^3]: Van de brug tot de sluis.',
    '[^4]: Zie de begroting.',
  ]);
});

test('a sentence runs on over the notes at the foot of its page, whose numbers may begin anew on each page', async () => {
  const note = (words: string): string => `<p><sup>1</sup> ${words}</p>`;
  const first = `<h1>Wonen</h1><p>Wij bouwen<sup>1</sup>. ${text}Daarom gaan de eerste woningen naar wie in de</p>`;
  const second = `<p>zorg werkt, en de volgende<sup>1</sup> naar starters.</p>`;
  const pdf = await print(page(first, note('Vanaf 2027.')) + page(second, note('Vanaf 2028, zie de begroting.')));
  expect(await markdownOf(pdf)).toBe(
    `# Wonen\n\nWij bouwen[^1]. ${text}Daarom gaan de eerste woningen naar wie in de zorg werkt, en de volgende[^2] naar starters.\n\n` +
      '[^1]: Vanaf 2027.\n\n[^2]: Vanaf 2028, zie de begroting.\n',
  );
});

test('notes may stand after the text, in its own size, with their numbers raised', async () => {
  const body = `<h1>Wonen</h1><p>${text}Wij bouwen<sup>[1]</sup>, en wij kopen<sup>[2]</sup>.</p>`;
  const notes = '<h1>Bronnen</h1><p><sup>[1]</sup>Uit het woonplan.</p><p><sup>[2]</sup>Uit de begroting.</p>';
  expect(await markdownOf(await print(page(body, '') + page(notes, '')))).toBe(
    `# Wonen\n\n${text}Wij bouwen[^1], en wij kopen[^2].\n\n# Bronnen\n\n[^1]: Uit het woonplan.\n\n[^2]: Uit de begroting.\n`,
  );
});

test('numbers may hang beside their notes', async () => {
  const note = (number: number, words: string): string =>
    `<div style="display:flex"><sup style="width:7mm">${number}</sup><span>${words}</span></div>`;
  const body = `<h1>Wonen</h1><p>${text}Wij bouwen<sup>1</sup>. ${text}Wij kopen<sup>2</sup>.</p>`;
  const pdf = await print(page(body, note(1, `Uit het woonplan. ${text}`) + note(2, 'Uit de begroting.')));
  expect(await markdownOf(pdf)).toBe(
    `# Wonen\n\n${text}Wij bouwen[^1]. ${text}Wij kopen[^2].\n\n[^1]: Uit het woonplan. ${text.trim()}\n\n[^2]: Uit de begroting.\n`,
  );
});

test('a raised number without a note is no reference, and a list in small type has no notes', async () => {
  const body = `<h1>Wonen</h1><p>${text}Wij bouwen 60 m<sup>2</sup> per woning op de 1<sup>e</sup> verdieping<sup>3</sup>.</p>`;
  const pdf = await print(page(body, '<p>1. Eerst de wijk.</p><p>2. Dan de stad.</p>'));
  expect(await markdownOf(pdf)).toBe(
    `# Wonen\n\n${text}Wij bouwen 60 m2 per woning op de 1e verdieping 3.\n\n1. Eerst de wijk.\n2. Dan de stad.\n`,
  );
});

test('a note that ends with its page takes nothing of the next one, also when an address of the web ends it', async () => {
  const note = (number: number, words: string): string => `<p><sup>${number}</sup> ${words}</p>`;
  const address = 'https://waterdam.example/gemeenteraad/stukken/2026/verkiezingen/woonplan-van-de-gemeente-waterdam';
  const first = page(`<p>Wij bouwen<sup>1</sup>. ${text}</p>`, note(1, address), '');
  const items = `<h1>Zorg</h1><ul><li>${text}</li><li>Meer zorg<sup>2</sup>.</li></ul>`;
  const markdown = await markdownOf(await print(first + page(items, note(2, 'Uit de begroting.'), '')));
  expect(markdown).toContain(`# Zorg\n\n- ${text.trim()}\n- Meer zorg[^2].\n\n[^1]: `);
  expect(markdown).toMatch(/\/woonplan-van-de-gemeente-waterdam>?\n\n\[\^2\]: Uit de begroting\.\n$/);
});

test('a note whose number stands on a line of its own goes on at the foot of the next page', async () => {
  // As long addresses of the web are set: the number, and below it what is said, to the edge of the page.
  const note = (words: string): string => `<div style="line-height:1.1; text-align-last:justify">${words}</div>`;
  const [begins, ends] = [`${text}Dat is zo in elke wijk en in elk`, `dorp. ${text.trim()}`];
  const first = page(`<p>Wij bouwen<sup>1</sup>. ${text}</p>`, note(`<sup>1</sup><br>${begins}`));
  const second = page(`<p>Wij planten. ${text}${text}</p>`, note(ends));
  expect(await markdownOf(await print(first + second))).toBe(
    `Wij bouwen[^1]. ${text.trim()}\n\nWij planten. ${text}${text.trim()}\n\n[^1]: ${begins} ${ends}\n`,
  );
});

test('a sign behind a word and at the foot of the page in small type is a note, raised or not', async () => {
  const body = `<h1>Wonen</h1><p>${text}Wij bouwen woningen*, en wij kopen grond.** ${text}</p><p>Wij huren<sup>†</sup> ook.</p>`;
  const notes = `<p>*Geteld zonder kamers. ${text}</p><p>** Uit de begroting.</p><p><sup>†</sup> Tot 2030.</p>`;
  expect(await markdownOf(await print(page(body, notes)))).toBe(
    `# Wonen\n\n${text}Wij bouwen woningen[^1], en wij kopen grond.[^2] ${text.trim()}\n\nWij huren[^3] ook.\n\n` +
      `[^1]: Geteld zonder kamers. ${text.trim()}\n\n[^2]: Uit de begroting.\n\n[^3]: Tot 2030.\n`,
  );
});

test('each page has its own sign', async () => {
  const one = (words: string): string => page(`<p>${text}Wij bouwen*.</p>`, `<p>* ${words}</p>`);
  const markdown = await markdownOf(await print(one('Vanaf 2027.') + one('Vanaf 2028.')));
  expect(markdown).toContain(`Wij bouwen[^1].\n\n${text}Wij bouwen[^2].\n\n[^1]: Vanaf 2027.\n\n[^2]: Vanaf 2028.\n`);
});

test.each([
  ['a list in small type', 'Wij bouwen*.', '<p>* Eerst de wijk.</p><p>* Dan de stad.</p>'],
  ['a star that no text has', 'Wij bouwen.', '<p>* Eerst de wijk.</p>'],
  ['a star within a word', 'Alle bewoner*s.', '<p>* Eerst de wijk.</p>'],
])('%s is no note', async (_, words, notes) => {
  const markdown = await markdownOf(await print(page(`<h1>Wonen</h1><p>${text}${words}</p>`, notes)));
  expect(markdown).not.toContain('[^');
  expect(markdown).toContain('Eerst de wijk.');
});

test.each([
  ['between figures', 'De prijs is 3 * 4 meter. Een kavel is 30* 40 meter.', '* Prijspeil 2026.'],
  ['around a word', 'Dit is *belangrijk* voor ons.', '* Prijspeil 2026.'],
  ['around more words', 'Dit is *heel belangrijk* voor ons.', '* Prijspeil 2026.'],
  ['on its own', 'Wij bouwen * en wij kopen.', '* Prijspeil 2026.'],
])('a star %s is no note', async (_, words, note) => {
  const markdown = await markdownOf(await print(page(`<h1>Wonen</h1><p>${text}${words}</p>`, `<p>${note}</p>`)));
  expect(markdown).not.toContain('[^');
  expect(markdown.replaceAll('\\*', '*')).toContain(`${text}${words}`);
});

test('a star behind a figure is a note, also in a table where a figure stands in the cell beside it', async () => {
  const row = '<tr><td>Woningen*</td><td>300*</td><td>400</td></tr>';
  const table = `<style>td { border: 1px solid; padding: 4pt }</style><table>${row}${row.replaceAll('*', '')}</table>`;
  const pdf = await print(
    page(`<h1>Wonen</h1><p>${text}Het zijn er 30* in de wijk.</p>${table}`, '<p>* Prijspeil 2026.</p>'),
  );
  const markdown = await markdownOf(pdf);
  expect(markdown).toContain('Het zijn er 30[^1] in de wijk.');
  expect(markdown).toContain('| Woningen[^1] | 300[^1] | 400 |');
});
