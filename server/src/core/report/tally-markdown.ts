import { STATE_NAMES } from '../coverage/states.js';
import { escapeMarkdown } from '../features/escape-markdown.js';
import { capitalised } from '../study/reference.js';
import { namesIn, STATES } from './coverage.js';
import { besideStudies } from './coverage-markdown.js';
import { groupsOf, meanStands, oneDecimal } from './grouping.js';
import { STAND_LEGEND, STAND_NAMES, STANDS } from './stands.js';
import type { Tally } from './tally.js';

/** Many programmes counted, as Markdown: per opgave, per group, and a line for each programme. */
export function tallyMarkdown(counted: Tally, made: string): string {
  const { title, opgaven, programmes, groupings, unread } = counted;
  const { opgave } = namesIn(counted);
  const names = STANDS.map((stand) => STAND_NAMES[stand]);
  return `${[
    `# ${escapeMarkdown(title)}`,
    besideStudies(counted),
    `## Per ${opgave}`,
    STAND_LEGEND,
    table(
      [capitalised(opgave), 'Thema'],
      names,
      opgaven.map(({ title, theme, stands }) => [[title, theme], STANDS.map((stand) => stands[stand])]),
    ),
    ...groupings.flatMap((grouping) => [
      `## Per ${grouping}`,
      'Hoeveel opgaven een programma gemiddeld in elke toestand heeft.',
      table(
        [grouping, 'programma’s'],
        names,
        groupsOf(programmes, grouping).map(([name, members]) => {
          const mean = meanStands(members);
          return [[name, `${members.length}`], STANDS.map((stand) => oneDecimal(mean[stand]))];
        }),
      ),
    ]),
    '## Programma’s',
    table(
      ['Programma', 'Bestand', ...groupings],
      STATES.map((state) => STATE_NAMES[state]),
      programmes.map(({ name, file, groups, counts }) => [
        [name, file, ...groupings.map((grouping) => groups[grouping] ?? '')],
        STATES.map((state) => counts[state]),
      ]),
    ),
    ...(unread.length === 0
      ? []
      : ['## Niet of niet helemaal gelezen', unread.map((said) => `- ${escapeMarkdown(said)}`).join('\n')]),
    `---\n\n${made}`,
  ].join('\n\n')}\n`;
}

/** A table of words, then numbers. */
function table(
  words: readonly string[],
  numbers: readonly string[],
  rows: readonly (readonly [words: readonly string[], numbers: readonly (string | number)[]])[],
): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    row([...words, ...numbers]),
    row([...words.map(() => '---'), ...numbers.map(() => '--:')]),
    ...rows.map(([text, counts]) => row([...text.map(escapeMarkdown), ...counts])),
  ].join('\n');
}
