import type { Finding } from '../../core/index.js';
import { printable, type Terminal } from '../terminal.js';
import { wrap } from '../wrap.js';
import { labelAt, type PlacedText } from './place.js';
import { type CheckedFile, type Format, summary } from './result.js';

type Paint = Terminal['paint'];

/** Characters on a line where no terminal says how many. */
const WIDTH = 110;
/** Characters for a place: a line and a column, or a page. */
const PLACE = 5;
/** What stands before the excerpt: the number of its line. */
const GUTTER = 8;

/** For a reader: findings of each file with the line they stand on and the words underlined, then the summary. */
export const pretty: Format = (result, terminal) => {
  const { files, programmes } = result;
  const parts = files.filter(({ findings }) => findings.length > 0).map((file) => fileText(file, terminal));
  if (programmes.length > 0) {
    const line = summary(result);
    parts.push(terminal.paint.bold(terminal.width ? wrap(line, '', terminal.width) : line));
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
};

function fileText({ findings, ...read }: CheckedFile, { paint, width }: Terminal): string {
  const { file, document } = read;
  const lines = [paint.underline(printable(file.name))];
  for (const [index, finding] of findings.entries()) {
    const start = document.positionAt(finding.from);
    const label = labelAt(read, finding.from);
    const place = printable(label ?? `${start.line + 1}:${start.character + 1}`).padStart(PLACE);
    // A heading and a paragraph are too long to write beside on a terminal.
    const isApart = width !== undefined && place.length > 12;
    const column = isApart ? PLACE : place.length;
    const indent = ' '.repeat(2 + column + 2 + finding.level.length + 2);
    const said = `${printable(finding.message)}  ${finding.code}`;
    // In a pipe a finding is one line, for whoever searches in them.
    const message = width ? wrap(said, indent, width) : said;
    const level = painter(paint, finding.level)(finding.level);
    const body = message.slice(0, -finding.code.length) + paint.dim(finding.code);
    const after = isApart ? `\n${' '.repeat(2 + PLACE + 2)}` : '  ';
    lines.push(`  ${paint.dim(place)}${after}${level}  ${body}`);
    // Several findings at the same words share one excerpt.
    const next = findings[index + 1];
    if (next?.from !== finding.from || next.to !== finding.to)
      lines.push(...excerpt(read, finding, start.line, paint, (width ?? WIDTH) - GUTTER - 2));
  }
  return lines.join('\n');
}

/** @param room for the text of the line */
function excerpt(
  { document, places }: PlacedText,
  { from, to, level }: Finding,
  line: number,
  paint: Paint,
  room: number,
): string[] {
  const lineFrom = document.offsetAt({ line, character: 0 });
  const text = document
    .getText()
    .slice(lineFrom, document.offsetAt({ line: line + 1, character: 0 }))
    .replace(/\s+$/, '');
  const begin = from - lineFrom;
  const end = Math.min(to - lineFrom, text.length);
  const [cut, stop] = stretch(text, begin, end, room);
  const number = (places ? '' : String(line + 1)).padStart(PLACE);
  const before = cut > 0 ? '…' : '';
  const after = stop < text.length ? '…' : '';
  const under = '─'.repeat(Math.max(1, cellsOf(text.slice(begin, Math.min(end, stop)))));
  return [
    `${paint.dim(`${number} │`)} ${before}${printable(text.slice(cut, stop))}${after}`,
    `${paint.dim('      │')} ${' '.repeat(before.length + cellsOf(text.slice(cut, begin)))}${painter(paint, level)(under)}`,
  ];
}

/** Places that a text takes on a terminal: marks on a letter, soft hyphens and joiners take none. */
const cellsOf = (text: string): number => text.replace(/[\p{M}\u00ad\u200b-\u200d]/gu, '').length;

/** What is shown of a line, with the words from `begin` to `end` in it: cut between words, and in one only where it is too long. */
function stretch(text: string, begin: number, end: number, room: number): [from: number, to: number] {
  if (text.length <= room) return [0, text.length];
  let from = Math.max(0, Math.min(begin - 30, text.length - room));
  if (from > 0) {
    const gap = text.indexOf(' ', from - 1);
    from = gap >= 0 && gap < begin ? gap + 1 : begin;
  }
  let to = Math.min(text.length, from + room);
  if (to < text.length) {
    const gap = text.lastIndexOf(' ', to);
    if (gap >= Math.min(end, to)) to = gap;
  }
  return [from, to];
}

function painter(paint: Paint, level: Finding['level']): (text: string) => string {
  switch (level) {
    case 'fout':
      return paint.red;
    case 'waarschuwing':
      return paint.yellow;
    case 'informatie':
      return paint.blue;
    case 'hint':
      return paint.dim;
  }
}
