import { STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import { escapeMarkdown } from '../features/escape-markdown.js';
import { type Comparison, type ComparisonRow, highlights, rowsByTheme } from './comparison.js';
import { STATES } from './coverage.js';
import { besideStudies, linkTo } from './coverage-markdown.js';

const LEGEND = STATES.map((state) => `${STATE_SIGNS[state]} ${STATE_NAMES[state]}`).join(', ');

/** A comparison of programmes as Markdown: summary, matrix, then the evidence for each opgave. */
export function comparisonMarkdown(comparison: Comparison, made: string): string {
  const { programmes, rows } = comparison;
  const { shared, divided, open } = highlights(comparison);
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const names = programmes.map(({ name }) => escapeMarkdown(name));
  return `${[
    `# ${programmes.length} programma’s vergeleken`,
    besideStudies(comparison),
    [
      `- Verdeeld: ${divided.length}`,
      `- Door alle opgepakt: ${shared.length}`,
      `- Door geen opgepakt: ${open.length}`,
    ].join('\n'),
    [
      row(['Programma', ...STATES.map((state) => STATE_NAMES[state])]),
      row(['---', ...STATES.map(() => '--:')]),
      ...programmes.map(({ counts }, index) => row([names[index]!, ...STATES.map((state) => counts[state])])),
    ].join('\n'),
    '## Opgaven naast elkaar',
    `Per thema staat bovenaan waarover de programma’s het verst uiteenlopen. ${LEGEND}.`,
    [
      row(['Opgave', ...names]),
      row(['---', ...names.map(() => ':-:')]),
      ...rowsByTheme(comparison).flatMap(([theme, rows]) => [
        row([`**${escapeMarkdown(theme)}**`, ...names.map(() => '')]),
        ...rows.map(({ title, cells }) =>
          row([escapeMarkdown(title), ...cells.map(({ state }) => STATE_SIGNS[state])]),
        ),
      ]),
    ].join('\n'),
    '## Waar het staat',
    ...rows.flatMap((opgave) => evidenceOf(opgave, names)),
    `---\n\n${made}`,
  ].join('\n\n')}\n`;
}

function evidenceOf({ title, place, theme, cells }: ComparisonRow, names: readonly string[]): string[] {
  const lines = cells.flatMap(({ state, reason, evidence: [first] }, index) => {
    if (first === undefined && reason === undefined) return [];
    const why = reason === undefined ? '' : `. ${escapeMarkdown(reason)}`;
    const where = first ? `. ${linkTo(first)}: ‘${escapeMarkdown(first.words)}’` : '';
    return [`- **${names[index]}** ${STATE_SIGNS[state]} ${STATE_NAMES[state]}${why}${where}`];
  });
  const head = [`### ${escapeMarkdown(title)}`, `${escapeMarkdown(theme)} · ${place}`];
  return lines.length === 0 ? [] : [...head, lines.join('\n')];
}
