import {
  besideStudies,
  type Comparison,
  countsText,
  highlights,
  rowsByTheme,
  SHORT_NAMES,
  STATE_SIGNS,
  STATES,
} from '../../core/index.js';
import { printable, type Terminal } from '../terminal.js';
import { wrap } from '../wrap.js';

/** Its dot is a sign itself: spaces stand between, and a sign stays with its name. */
const LEGEND = STATES.map((state) => `${STATE_SIGNS[state]} ${SHORT_NAMES[state]}`.replaceAll(' ', '\u00a0')).join(
  '  ',
);

/**
 * For a reader at a terminal: the programmes with a number each, what each does with every opgave in the column of its
 * number, and the clearest words where they are divided.
 */
export function comparisonText(comparison: Comparison, { paint, width = 80 }: Terminal): string {
  const { programmes } = comparison;
  const { shared, divided, open } = highlights(comparison);
  const numbers = programmes.map((_, index) => String(index + 1));
  const column = Math.max(...numbers.map(({ length }) => length));
  const inColumns = (all: readonly string[]): string => all.map((one) => `  ${one.padStart(column)}`).join('');
  const room = width - inColumns(numbers).length;
  /**
   * A title over as many lines as it needs, with what stands in the columns behind the first; behind one that is too wide
   * for that, on a line of its own.
   */
  const row = (indent: string, title: string, columns: readonly string[]): string => {
    const [first, ...more] = `${indent}${wrap(printable(title), `${indent}  `, room)}`.split('\n');
    const signs = inColumns(columns);
    const head = first!.length > room ? [first!, ' '.repeat(room) + signs] : [first!.padEnd(room) + signs];
    return [...head, ...more].join('\n');
  };
  const indent = ' '.repeat(column + 2);
  const lines = [
    paint.bold(`${programmes.length} programma’s vergeleken`),
    wrap(besideStudies(comparison, { text: printable, title: (title) => `‘${printable(title)}’` }), '', width),
    ...programmes.map(({ name, counts }, index) => {
      const said = `${name}: ${countsText(counts)}`;
      return `${numbers[index]!.padStart(column)}  ${wrap(printable(said), indent, width)}`;
    }),
    wrap(
      `Verdeeld: ${divided.length} · door alle opgepakt: ${shared.length} · door geen opgepakt: ${open.length}`,
      '',
      width,
    ),
    '',
    paint.dim(wrap(LEGEND, '', width)),
  ];
  for (const [theme, rows] of rowsByTheme(comparison)) {
    if (rows.length === 0) continue;
    lines.push('', paint.bold(row('', theme, numbers)));
    for (const { title, cells } of rows)
      lines.push(
        row(
          '  ',
          title,
          cells.map(({ state }) => STATE_SIGNS[state]),
        ),
      );
  }
  if (divided.length > 0) lines.push('', paint.bold('Waar zij verdeeld zijn'));
  for (const { title, cells } of divided) {
    lines.push('', wrap(printable(title), '', width));
    for (const [
      index,
      {
        state,
        reason,
        evidence: [place],
      },
    ] of cells.entries()) {
      const why = reason ?? (place && `${place.label}: ‘${place.words}’`) ?? SHORT_NAMES[state];
      const head = `${numbers[index]!.padStart(column)} ${STATE_SIGNS[state]} `;
      lines.push(head + wrap(printable(why), ' '.repeat(head.length), width));
    }
  }
  return `${lines.join('\n')}\n`;
}
