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
