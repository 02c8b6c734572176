import type { Block } from './blocks.js';
import { type Line, sameColour } from './line.js';
import type { Style } from './words.js';

/** How the running text of a document is set. */
export function bodyOf(lines: readonly Line[]): Style {
  const counts = new Map<string, { style: Style; letters: number }>();
  for (const { style, text } of lines) {
    const key = `${Math.round(style.size * 2)} ${style.face.bold} ${style.face.italic} ${style.colour}`;
    const entry = counts.get(key) ?? { style, letters: 0 };
    entry.letters += text.length;
    counts.set(key, entry);
  }
  return [...counts.values()].reduce((most, entry) => (entry.letters > most.letters ? entry : most)).style;
}

/** The blocks that are headings, with their level. */
export function headingsOf(blocks: readonly Block[], body: Style): Map<Block, number> {
  const headings = new Set<Block>();
  // From the end: whether a line leads something in depends on what is below it.
  for (let at = blocks.length - 1; at >= 0; at--) {
    if (isHeading(blocks[at]!, blocks[at + 1], headings, body)) headings.add(blocks[at]!);
  }
  return levelsOf(
    blocks.filter((block) => headings.has(block)),
    body,
  );
}

export const textOf = (block: Block): string => block.lines.map(({ text }) => text).join(' ');

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

function isHeading(block: Block, next: Block | undefined, headings: ReadonlySet<Block>, body: Style): boolean {
  if (block.rows || block.marker?.bullet) return false;
  const text = textOf(block);
  const ratio = block.style.size / body.size;
  if (isAmount(block) || (ratio < 1.5 && QUOTED.test(text))) return false;
  if (!/\p{L}{2}/u.test(text) || ratio < 0.9 || /[,;]$|https?:|www\./.test(text)) return false;
  if (ratio >= 1.5) return text.length <= 250;
  const sentence = /[.:!]["”’)]*$/.test(text);
  if (ratio >= 1.12) return text.length <= 160 && block.lines.length <= 4 && !(sentence && text.length > 80);
  // Of the size of the text itself, a heading is set apart in another way, and has something below it.
  const whole = block.lines.every(({ words }) => words.every((word) => word.raised || isMarked(word, body)));
  if (!whole && !isCapitals(text)) return false;
  if (text.length > 120 || block.lines.length > 2 || (/:$/.test(text) && !block.style.face.bold)) return false;
  if (sentence && text.length > 60 && !block.marker) return false;
  return next !== undefined && leads(block, next, headings);
}

/** What someone says, set larger beside the text; larger still it is a title. */
const QUOTED = /^[‘“"„].*[.!…][’”"]$/s;

/** A row that stands by itself: 'Totaal 883,6'. */
function isAmount({ lines }: Block): boolean {
  const cells = lines.length === 1 ? lines[0]!.cells : [];
  return (
    cells.length > 1 &&
    /^[-–€\d.,% ]*\d$/.test(
      cells
        .at(-1)!
        .map(({ text }) => text)
        .join(' '),
    )
  );
}

/** Whether text is set to stand out from the running text. */
function isMarked({ face, colour }: Style, body: Style): boolean {
  return (face.bold && !body.face.bold) || (face.italic && !body.face.italic) || !sameColour(colour, body.colour);
}

/** Whether a block can stand below a heading: text of some length, a list, a heading that is no higher. */
function leads(block: Block, next: Block, headings: ReadonlySet<Block>): boolean {
  if (headings.has(next)) return next.style.size <= 1.07 * block.style.size;
  const text = textOf(next);
  if (block.marker && !next.marker) return true;
  return next.marker !== undefined || next.rows !== undefined || text.length >= 60 || /[.!?:]["”’)]*$/.test(text);
}

/** Of headings that are set alike, 2 stands above 2.1, and both above what has no number. */
function depthOf(block: Block): number {
  const [number] = /^\d+(?:\.\d+)*/.exec(textOf(block)) ?? [];
  return number === undefined ? 5 : Math.min(number.split('.').length, 4);
}

/** A level for each heading: below the nearest one before it that stands out more, however much more. */
function levelsOf(headings: readonly Block[], body: Style): Map<Block, number> {
  const levels = new Map<Block, number>();
  const open: number[] = [];
  for (const block of headings) {
    const own = weight(block, body);
    while (open.length > 0 && open.at(-1)! <= own) open.pop();
    open.push(own);
    levels.set(block, Math.min(open.length, 6));
  }
  return levels;
}

/** How much a heading stands out: by its size first, then by how it is set. */
function weight(block: Block, body: Style): number {
  const { size, face, colour } = block.style;
  // Sizes a tenth apart are one to the eye.
  const step = Math.round(Math.log(size / body.size) / Math.log(1.1));
  const marks = (face.bold ? 3 : 0) + (isCapitals(textOf(block)) ? 2 : 0) + (sameColour(colour, body.colour) ? 0 : 1);
  return step * 100 + marks * 10 - depthOf(block);
}
