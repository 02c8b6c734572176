import { meanStands, oneDecimal, STANDS, type StandCounts, signed, type Tally } from '../../core/index.js';
import { printable, type Terminal } from '../terminal.js';

/** Names of programmes take no more room. */
const LONGEST_NAME = 40;

/** For a reader at a terminal: a line for each programme, and what they do on average. */
export function tallyText({ title, programmes }: Tally, { paint, width = 80 }: Terminal): string {
  const heads = STANDS.map(signed);
  const counts = heads.reduce((sum, { length }) => sum + length + 2, 0);
  const longest = Math.max(...programmes.map(({ name }) => name.length));
  const room = Math.max(10, Math.min(LONGEST_NAME, longest, width - counts));
  const line = (name: string, cells: readonly string[]): string => {
    const shown = printable(name);
    const cut = shown.length > room ? `${shown.slice(0, room - 1)}…` : shown.padEnd(room);
    return cut + cells.map((cell, at) => `  ${cell.padStart(heads[at]!.length)}`).join('');
  };
  const numbers = (stands: StandCounts, shown: (count: number) => string): string[] =>
    STANDS.map((stand) => shown(stands[stand]));
  return `${[
    paint.bold(printable(title)),
    '',
    line('', heads),
    ...programmes.map(({ name, stands }) => line(name, numbers(stands, String))),
    paint.bold(line('gemiddeld', numbers(meanStands(programmes), oneDecimal))),
  ].join('\n')}\n`;
}
