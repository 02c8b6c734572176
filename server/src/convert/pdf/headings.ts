import type { Block } from './blocks.js';
import type { Style } from './words.js';

/** How the running text of a document is set. */
export function bodyOf(blocks: readonly Block[]): Style {
  const counts = new Map<string, { style: Style; letters: number }>();
  for (const { lines } of blocks) {
    for (const { style, text } of lines) {
      const key = `${Math.round(style.size * 2)} ${style.face.bold} ${style.colour}`;
      const entry = counts.get(key) ?? { style, letters: 0 };
      entry.letters += text.length;
      counts.set(key, entry);
    }
  }
  return [...counts.values()].reduce((most, entry) => (entry.letters > most.letters ? entry : most)).style;
}

/** The blocks that are headings, with their level. */
export function headingsOf(blocks: readonly Block[], body: Style): Map<Block, number> {
  const headings = blocks.filter((block, at) => isHeading(block, blocks[at + 1], body));
  const ranks = [...new Map(headings.map((block) => [keyOf(block, body), block])).entries()].sort(
    ([, a], [, b]) => weight(b, body) - weight(a, body),
  );
  const levels = new Map(ranks.map(([key], at) => [key, Math.min(at + 1, 6)]));
  return new Map(headings.map((block) => [block, levels.get(keyOf(block, body))!]));
}

export const textOf = (block: Block): string => block.lines.map(({ text }) => text).join(' ');

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

function isHeading(block: Block, next: Block | undefined, body: Style): boolean {
  if (block.rows || block.marker?.bullet) return false;
  const text = textOf(block);
  const ratio = block.style.size / body.size;
  if (!/\p{L}{2}/u.test(text) || ratio < 0.9 || /[,;]$/.test(text)) return false;
  if (ratio >= 1.5) return text.length <= 250;
  const sentence = /[.:!]["”’)]*$/.test(text);
  if (ratio >= 1.12) return text.length <= 160 && block.lines.length <= 4 && !(sentence && text.length > 80);
  // Of the size of the text itself, a heading is set apart in another way, and has something below it.
  const whole = block.lines.every(({ words }) => words.every((word) => word.raised || isMarked(word, body)));
  if (!whole && !isCapitals(text)) return false;
  if (text.length > 120 || block.lines.length > 2 || /:$/.test(text) || (sentence && text.length > 60)) return false;
  return next !== undefined && leads(next, body);
}

/** Whether text is set to stand out from the running text. */
function isMarked({ face, colour }: Style, body: Style): boolean {
  return (face.bold && !body.face.bold) || (face.italic && !body.face.italic) || colour !== body.colour;
}

/** Whether a block can stand below a heading: text of some length, a list, a lower heading. */
function leads(block: Block, body: Style): boolean {
  if (block.marker || block.rows || block.style.size > 1.12 * body.size) return true;
  const text = textOf(block);
  return text.length >= 60 || /[.!?:]["”’)]*$/.test(text) || isMarked(block.style, body);
}

function depthOf(block: Block): number {
  const [number] = /^\d+(?:\.\d+)*/.exec(textOf(block)) ?? [];
  return number === undefined ? 0 : number.split('.').length;
}

function weight(block: Block, body: Style): number {
  const { size, face, colour } = block.style;
  return (
    Math.round(size * 2) * 100 +
    (isCapitals(textOf(block)) ? 20 : 0) +
    (face.bold ? 30 : 0) +
    (colour !== body.colour ? 10 : 0) -
    (face.italic ? 5 : 0) -
    depthOf(block)
  );
}

/** What is set alike is of one level. */
function keyOf(block: Block, body: Style): string {
  return String(weight(block, body));
}
