const shown = (value, unit) =>
  `${value.toLocaleString('nl-NL', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;

/** What was measured, what it may be at most, and whether it is. */
const cells = ({ what, value, unit, limit, note = '' }) => [
  what.trim(),
  shown(value, unit),
  limit === undefined ? '' : shown(limit, unit),
  limit === undefined ? '' : value <= limit ? 'ja' : '**nee**',
  note,
];

/** A row of the benchmark for a terminal. */
export function shownRow(row) {
  const [what, value, most, holds, note] = cells(row);
  return `${what.padEnd(62)} ${value.padStart(14)} ${most.padStart(12)} ${holds.padEnd(8)} ${note}`;
}

/** The rows as a Markdown table. */
export const markdownTable = (rows) =>
  [
    '| wat | gemeten | ten hoogste | gehaald | daarbij |',
    '|---|--:|--:|---|---|',
    ...rows.map((row) => `| ${cells(row).join(' | ')} |`),
  ].join('\n');
