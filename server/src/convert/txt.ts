import type { Element } from 'hast';
import { decode } from './decode.js';
import { elementOf } from './hast.js';
import { headingLevels } from './look.js';
import type { Read } from './read.js';
import { Refusal, TOO_LARGE } from './refusal.js';

/** Twenty times a programme of a hundred pages. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Reads plain text: paragraphs, with the lines joined that a mail program cut; headings are short lines on their own. */
export async function read(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > MOST_BYTES) throw new Refusal(TOO_LARGE);
  const paragraphs = paragraphsOf(decode(bytes));
  const levels = headingLevels(
    paragraphs.map((text) => ({ look: { text, size: 1, bold: isShort(text), item: NUMBERED.test(text) } })),
  );
  const children = paragraphs.map((text, index): Element => {
    const [, marks, words] = /^(#{1,6}) +(.+)/.exec(text) ?? [];
    const level = marks?.length ?? levels[index];
    return elementOf(level ? `h${level}` : 'p', [{ type: 'text', value: words ?? text }]);
  });
  return { tree: { type: 'root', children }, remarks: [] };
}

/** A line on its own that is no sentence is all the heading that such a text has. */
const isShort = (text: string): boolean =>
  text.length <= SHORT &&
  /^[^\p{L}]*\p{Lu}/u.test(text) &&
  !SIGNED.test(text) &&
  !COLUMNS.test(text) &&
  !/\p{L}-$/u.test(text) &&
  (NUMBERED.test(text) || !/[.!]$/.test(text));

const SHORT = 70;
/** Words below those of other lines, as in a table. */
const COLUMNS = /\S(?: {3,}|\t)\S/;
const SIGNED = /^\s*[-–•*‣▪●]\s/;
const NUMBERED = /^\s*\d{1,3}[.)]\s/;

/** In a text with longer lines than this, a line is a paragraph. */
const WIDEST = 110;

function paragraphsOf(text: string): string[] {
  const lines = text
    .replace(/\r\n?|\u2028/g, '\n')
    .split(/[\n\f\u2029]/)
    .map((line) => line.trimEnd())
    .filter((line) => !RULER.test(line));
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  const paragraphs: string[] = [];
  let above = '';
  for (const line of lines) {
    if (line !== '' && above !== '' && width <= WIDEST && goesOn(above, line, width)) {
      paragraphs.push(joined(paragraphs.pop() ?? '', line.trim()));
    } else if (line !== '') paragraphs.push(line.trim());
    above = line;
  }
  return paragraphs;
}

/** A line below a title, or between parts; the number of a page. */
const RULER = /^\s*(?:[=_*~-](?:\s*[=_*~-]){2,}|(?:pagina\s+)?\d{1,3}(?:\s+van\s+\d{1,3})?)$/i;

/** Whether a line goes on with the one above it. A number at its start may be one of a sentence. */
function goesOn(above: string, line: string, width: number): boolean {
  if (SIGNED.test(line) || (NUMBERED.test(line) && /[.:;!?]$/.test(above))) return false;
  return wasCut(above, line, width);
}

/** Whether the first word of the next line had no room on this one. */
function wasCut(line: string, next: string, width: number): boolean {
  const word = next.trim().split(/\s/)[0] ?? '';
  return line.length + 1 + word.length > width * 0.85;
}

/** A word that was cut at the end of a line is whole again; not ‘woon- en werkgebied’. */
function joined(above: string, below: string): string {
  const cut = /\p{Ll}-$/u.test(above) && /^\p{Ll}/u.test(below) && !/^(?:en|of)\b/.test(below);
  return cut ? above.slice(0, -1) + below : `${above} ${below}`;
}
