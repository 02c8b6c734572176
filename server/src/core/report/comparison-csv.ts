import { STATE_NAMES } from '../coverage/states.js';
import type { Comparison } from './comparison.js';
import { csv } from './csv.js';

/** A comparison of programmes as a table: a row for each opgave, two columns for each programme. */
export function comparisonCsv({ programmes, rows }: Comparison): string {
  return csv([
    ['thema', 'opgave', 'sleutel', 'verschil', ...programmes.flatMap(({ name }) => [name, `${name}: waar`])],
    ...rows.map(({ theme, title, id, difference, cells }) => [
      ...[theme, title, id, Math.round(difference * 100) / 100],
      ...cells.flatMap(({ state, reason, evidence: [first] }) => [
        STATE_NAMES[state],
        reason ?? (first ? `${first.label}: ${first.words}` : ''),
      ]),
    ]),
  ]);
}
