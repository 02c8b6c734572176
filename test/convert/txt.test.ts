import { expect, test } from 'vitest';
import { convert } from '../../server/src/convert/convert.js';

const markdownOf = async (text: string | Uint8Array): Promise<string> =>
  (await convert(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'txt')).markdown;

test('lines that were cut are joined, words too; signs are lists and short lines headings', async () => {
  const text = `Wonen

Wij bouwen in elke wijk van de gemeente woningen die mensen kunnen be-
talen, ook in de kernen. Woon- en werkgebieden liggen daarbij naast el-
kaar.

• Sociale huur
• Middenhuur

1. Eerst de wijk.
2. Dan de stad.
`;
  expect(await markdownOf(text)).toBe(`# Wonen

Wij bouwen in elke wijk van de gemeente woningen die mensen kunnen betalen, ook in de kernen. Woon- en werkgebieden liggen daarbij naast elkaar.

- Sociale huur
- Middenhuur

1. Eerst de wijk.
2. Dan de stad.
`);
});

test('in a text with long lines each line is a paragraph', async () => {
  const long =
    'Wij bouwen in elke wijk van de gemeente woningen die mensen kunnen betalen, ook in de kernen waar dat moeilijk is en lang geleden beloofd.';
  expect(await markdownOf(`${long}\n${long}\n`)).toBe(`${long}\n\n${long}\n`);
});

test.each([
  ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFCafé’s')],
  ['Windows-1252', Uint8Array.from([67, 97, 102, 0xe9, 0x92, 115])],
  ['UTF-16', new Uint8Array(new Uint16Array([0xfeff, ...[...'Café’s'].map((letter) => letter.charCodeAt(0))]).buffer)],
])('%s is read as what it is', async (_, bytes) => {
  expect(await markdownOf(bytes)).toBe('Café’s\n');
});

test('a row of signs is none of the text, and neither lines in columns nor a line that ends within a word are headings', async () => {
  const text = `Wonen

Wij bouwen in de wijk dui-

* * *

Naam      Bedrag
Brug      2 mln

Zo blijft er geld over.
`;
  expect(await markdownOf(text)).toBe(`# Wonen

Wij bouwen in de wijk dui-

Naam Bedrag

Brug 2 mln

Zo blijft er geld over.
`);
});
