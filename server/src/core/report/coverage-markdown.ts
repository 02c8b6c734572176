import { countsText, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import { enumeration } from '../dutch/enumeration.js';
import { escapeMarkdown } from '../features/escape-markdown.js';
import { bracketed, publishedIn } from '../study/reference.js';
import { type CoverageReport, namesIn, type OpgaveReport, opgavenName, STATES, studiesOf, total } from './coverage.js';
import { foldPlaces, type ReportPlace } from './places.js';
import { changesOf, type Since, sinceText } from './since.js';

/** The coverage of a programme as Markdown: summary, a table of themes and states, every opgave with its evidence. */
export function coverageMarkdown(report: CoverageReport, made: string): string {
  const { title, counts, themes, unread, since } = report;
  const names = namesIn(report);
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const countsOf = (of: typeof counts): (string | number)[] => [...STATES.map((state) => of[state]), total(of)];
  return `${[
    `# ${escapeMarkdown(title)}`,
    besideStudies(report),
    `**${countsText(counts, undefined, names.opgaven)}**`,
    ...unread.map(escapeMarkdown),
    ...(since ? changes(since) : []),
    [
      row([names.theme, ...STATES.map((state) => `${STATE_SIGNS[state]} ${STATE_NAMES[state]}`), 'samen']),
      row(['---', ...STATES.map(() => '--:'), '--:']),
      ...themes.map(({ name, counts: of }) => row([escapeMarkdown(name), ...countsOf(of)])),
      row([`**Alle ${names.themes}**`, ...countsOf(counts)]),
    ].join('\n'),
    ...themes.flatMap(({ id, name, place, counts: of, opgaven }) => [
      `## ${escapeMarkdown(name)}`,
      [escapeMarkdown(place), countsText(of, undefined, opgavenName(report, id))].filter(Boolean).join(' · '),
      opgaven.map(opgaveOf).join('\n'),
    ]),
    `---\n\n${made}`,
  ].join('\n\n')}\n`;
}

/** What came, went or changed since an earlier report. */
function changes(since: Since): string[] {
  const lines = changesOf(since).map(
    ({ title, state, before }) =>
      `- ${STATE_SIGNS[state]} **${escapeMarkdown(title)}**: ${STATE_NAMES[state]} (was ${STATE_NAMES[before]})`,
  );
  return [`**${sinceText(since)}**`, ...(lines.length === 0 ? [] : [lines.join('\n')])];
}

/** `Naast de studie *Titel* (Uitgever, 2024)`; several are named one after the other. @param written in Markdown, unless told otherwise */
export function besideStudies(
  report: Parameters<typeof studiesOf>[0],
  written = { text: escapeMarkdown, title: (title: string): string => `*${escapeMarkdown(title)}*` },
): string {
  const named = studiesOf(report).map(
    (study) => `${written.text(study.name)} ${written.title(study.title)}${written.text(publishedIn(study))}`,
  );
  return `Naast ${enumeration(named, named.length)}`;
}

function opgaveOf({ title, place, state, reason, evidence, raisedBy }: OpgaveReport): string {
  const head = `- ${STATE_SIGNS[state]} **${escapeMarkdown(title)}**${escapeMarkdown(bracketed(place))}: ${STATE_NAMES[state]}`;
  const why = reason === undefined ? '' : `. ${escapeMarkdown(reason)}`;
  return [`${head}${why}`, ...placesOf(evidence.length > 0 ? evidence : raisedBy)].join('\n');
}

/** Places as items of a nested list. */
export function placesOf(places: readonly ReportPlace[]): string[] {
  const { shown, more } = foldPlaces(places);
  return [
    ...shown.map((place) => `  - ${linkTo(place)}: ‘${escapeMarkdown(place.words)}’`),
    ...(more === '' ? [] : [`  - ${more}`]),
  ];
}

export function linkTo({ label, href }: ReportPlace): string {
  const text = escapeMarkdown(label);
  return href === '' ? text : `[${text}](<${href}>)`;
}
