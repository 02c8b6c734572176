import { expect, test } from 'vitest';
import { blocksIn, drawn, line } from './pdf-files.js';

const first = line('Wij bouwen honderd woningen bij het station van Waterdam,', 40, 300);
const second = line('en de helft daarvan is sociale huur.', 40, 285);
const paragraph = 'p Wij bouwen honderd woningen bij het station van Waterdam, en de helft daarvan is sociale huur.';

test('lines are read from top to bottom, whatever the order in which they are drawn', async () => {
  expect(await blocksIn(drawn([`${second}\n${first}`]))).toEqual([paragraph]);
});

test('text that is drawn twice for weight stands there once', async () => {
  const twice = `${first}\n${line('Wij bouwen honderd woningen bij het station van Waterdam,', 40.4, 300)}\n${second}`;
  expect(await blocksIn(drawn([twice]))).toEqual([paragraph]);
});

test('the same word twice in a line is two words', async () => {
  expect(await blocksIn(drawn([line('Heel heel veel bomen, heel heel veel gras.', 40, 300)]))).toEqual([
    'p Heel heel veel bomen, heel heel veel gras.',
  ]);
});

test('what is drawn without ink, in white on white or beside the sheet is not there', async () => {
  const hidden = [
    line('Zonder inkt.', 40, 200, '3 Tr'),
    '0 Tr',
    `1 1 1 rg ${line('Wit op wit.', 40, 180)} 0 0 0 rg`,
    line('Naast het vel.', 500, 160),
  ].join('\n');
  expect(await blocksIn(drawn([`${first}\n${second}\n${hidden}`]))).toEqual([paragraph]);
});

test('white text on a coloured field is there', async () => {
  const field = `0 0.3 0.6 rg 30 180 340 40 re f 1 1 1 rg ${line('Wit op blauw.', 40, 195)} 0 0 0 rg`;
  expect(await blocksIn(drawn([`${first}\n${second}\n${field}`]))).toEqual([paragraph, 'p Wit op blauw.']);
});

test('the text that text recognition put over a scan is read', async () => {
  const scan = `3 Tr\n${first}\n${second}`;
  expect(await blocksIn(drawn([scan]))).toEqual([paragraph]);
});

test('letters that are set wide are one word, with and without spaces between them', async () => {
  const wide = line('INHOUD VAN BELEID', 40, 300, '4 Tc');
  const spaced = line('W A T E R D A M', 40, 200, '0 Tc');
  expect(await blocksIn(drawn([`${wide}\n${spaced}`]))).toEqual(['p INHOUD VAN BELEID', 'p WATERDAM']);
});

test('text that runs upwards along the edge comes after the page', async () => {
  const upwards = 'BT /F1 12 Tf 0 1 -1 0 380 40 Tm (Concept van juni) Tj ET';
  expect(await blocksIn(drawn([`${upwards}\n${first}\n${second}`]))).toEqual([paragraph, 'p Concept van juni']);
});

test('a large letter makes a heading, and so does a bold line above its text', async () => {
  const page = [
    line('Wonen', 40, 350, '', 'F2', 20),
    line('Huren', 40, 320, '', 'F2'),
    first,
    second,
    line('Kopen', 40, 255, '', 'F2'),
    line('Wie zijn eerste woning koopt, krijgt van de gemeente een lening', 40, 240),
    line('tegen een lage rente.', 40, 225),
  ].join('\n');
  expect(await blocksIn(drawn([page]))).toEqual([
    'h1 Wonen',
    'h2 Huren',
    paragraph,
    'h2 Kopen',
    'p Wie zijn eerste woning koopt, krijgt van de gemeente een lening tegen een lage rente.',
  ]);
});

test('a bold name below a text and bold words within one are no headings', async () => {
  const page = [first, second, line('Anna de Vries', 40, 240, '', 'F2'), line('Lijsttrekker', 40, 225)].join('\n');
  expect(await blocksIn(drawn([page]))).toEqual([paragraph, 'p Anna de Vries', 'p Lijsttrekker']);
});
