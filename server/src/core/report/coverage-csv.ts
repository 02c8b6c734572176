import { type CoverageState, STATE_NAMES } from '../coverage/states.js';
import type { CoverageReport } from './coverage.js';
import { csv } from './csv.js';
import { changesOf, sinceWhen } from './since.js';

/** The coverage of a programme as a table: a row for each opgave, with its strongest evidence. */
export function coverageCsv({ themes, since }: CoverageReport): string {
  const before = since && new Map(changesOf(since).map((change) => [change.id, change.before]));
  const head = ['thema', 'opgave', 'sleutel', 'plaats in de studie', 'toestand', 'reden', 'plaatsen'];
  return csv([
    [...head, 'bestand', 'regel', 'woorden', ...(since ? [`${sinceWhen(since.date)}: was`] : [])],
    ...themes.flatMap(({ name, opgaven }) =>
      opgaven.map(({ title, id, place, state, reason, evidence, raisedBy }) => {
        const places = evidence.length > 0 ? evidence : raisedBy;
        const [first] = places;
        return [
          ...[name, title, id, place, STATE_NAMES[state], reason ?? '', places.length],
          ...(first ? [first.document, first.line ?? first.place, first.words] : ['', '', '']),
          ...(before ? [changed(before.get(id))] : []),
        ];
      }),
    ),
  ]);
}

/** Empty where nothing changed. */
const changed = (before: CoverageState | undefined): string => (before === undefined ? '' : STATE_NAMES[before]);
