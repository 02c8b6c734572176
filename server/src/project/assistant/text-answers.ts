import {
  type Configuration,
  type CoverageReport,
  countsAlone,
  countsText,
  type Finding,
  lineInFile,
  type Service,
  STATE_NAMES,
} from '../../core/index.js';
import { BIBLIOGRAPHY_FORMATS, reportOf } from '../reports.js';
import { nameOf, shownUri } from '../uris.js';
import type { MemberDocument } from '../workspace.js';
import type { AskedTexts } from './asked-texts.js';
import { Refusal } from './input.js';
import { lineFinder } from './lines.js';
import { onOneLine, QUOTATION, quoted } from './quotation.js';
import { inRoom } from './room.js';
import { citationOf, entryAsked } from './study-answers.js';

type OpgaveReport = CoverageReport['themes'][number]['opgaven'][number];

/** What a programme does with the opgaven, with the places that show it. @param theme only this one, by id or name */
export function coverageAnswer(service: Service, asked: AskedTexts, theme: string | undefined, room: number): string {
  const { configuration, documents, own } = asked;
  if (own.length > 1 && countsAlone(configuration))
    throw new Refusal(`${asked.name} heeft ${own.length} documenten, en elk telt voor zich. Vraag er één.`);
  const shown = documents.map((document) => {
    const lineOf = lineFinder(document.analysis.text);
    const placeOf = (offset: number) => lineInFile(lineOf(offset));
    return { ...document, uri: undefined, name: nameIn(asked, document), placeOf };
  });
  const report = reportOf(service, shown, configuration, { folder: undefined });
  const themes = theme === undefined ? report.themes : themesNamed(service, configuration, report, theme);
  const head = [
    `Dekking van ${asked.name} (${quoted(report.title)}): ${countsText(report.counts)}.`,
    QUOTATION,
    ...report.unread.map(onOneLine),
    ...notRead(asked),
  ];
  const written = (places: number): string[] => [
    ...head,
    ...themes.flatMap(({ name, place, opgaven }) => [
      `\n${name} (${place})`,
      ...opgaven
        .filter(({ state }) => state !== 'niet-genoemd')
        .map((opgave) => opgaveText(service, configuration, opgave, places)),
      ...untouched(service, configuration, opgaven),
    ]),
  ];
  const [most, ...fewer] = theme === undefined ? [3, 2, 1] : [12, 6, 3, 1];
  const fits = [most!, ...fewer].map(written).find((parts) => parts.join('\n').length <= room);
  return inRoom(fits ?? written(1), room, () => 'De rest past hier niet; vraag het per thema, met ‘thema’.');
}

function themesNamed(
  service: Service,
  configuration: Configuration,
  { themes }: CoverageReport,
  named: string,
): CoverageReport['themes'] {
  const same = themes.filter(({ id, name }) => [id, name.toLowerCase()].includes(named.trim().toLowerCase()));
  if (same.length > 0) return same;
  const { item } = entryAsked(service, configuration, named);
  const own = themes.filter(({ id }) => id === item.id || id.endsWith(`:${item.id}`));
  if (own.length > 0) return own;
  const names = themes.map(({ id, name }) => `${id} (‘${name}’)`).join(', ');
  throw new Refusal(`‘${onOneLine(named)}’ is geen thema met opgaven. Kies: ${names}.`);
}

function opgaveText(
  service: Service,
  configuration: Configuration,
  { id, title, state, reason, evidence, raisedBy }: OpgaveReport,
  most: number,
): string {
  const lines = [`- ${STATE_NAMES[state]}: ${title} ${citationOf(service.find(id, configuration)!)}`];
  if (reason !== undefined) lines.push(`  reden van de schrijver: ${quoted(reason)}`);
  const more = (places: readonly unknown[]): string[] =>
    places.length > most ? [`  en nog ${places.length - most}`] : [];
  if (evidence.length > 0)
    lines.push(
      ...evidence.slice(0, most).map(({ label, words }) => `  ${placeName(label)}: ${quoted(words)}`),
      ...more(evidence),
    );
  else if (state === 'ontbreekt')
    lines.push(
      ...raisedBy
        .slice(0, most)
        .map(({ trend, label, words }) => `  wel ter sprake (‘${trend}’), ${placeName(label)}: ${quoted(words)}`),
      ...more(raisedBy),
    );
  return lines.join('\n');
}

/** `regel 41`, or with the name of its document, which is the writer's: `«wonen.md», regel 41`. */
const placeName = (label: string): string => label.replace(/^(.+)(?=, regel \d+$)/s, quoted);

function untouched(service: Service, configuration: Configuration, opgaven: readonly OpgaveReport[]): string[] {
  const named = opgaven.filter(({ state }) => state === 'niet-genoemd');
  if (named.length === 0) return [];
  return [
    `- ${STATE_NAMES['niet-genoemd']}: ${named.map(({ id, title }) => `${title} ${citationOf(service.find(id, configuration)!)}`).join('; ')}`,
  ];
}

/** What the rules find in the texts that were asked for. */
export function findingsAnswer(service: Service, asked: AskedTexts, room: number): string {
  const { configuration, documents, own, folder } = asked;
  // Files of a folder without settings are programmes of their own, as on the command line.
  const alone = folder === undefined && own.length > 1;
  const checked = alone
    ? new Map(own.map((document) => [document.key, service.check({ configuration, documents: [document] })]))
    : service.checkAll({ configuration, documents });
  const all = own.flatMap((document) => {
    const text = findingText(document, own.length > 1 ? `${quoted(nameIn(asked, document))}, ` : '');
    return (checked.get(document.key)?.findings ?? []).map(text);
  });
  const count = all.length === 1 ? '1 melding' : `${all.length || 'geen'} meldingen`;
  const parts = [`Over ${asked.name}: ${count}.`, ...(all.length > 0 ? [QUOTATION] : []), ...notRead(asked), ...all];
  return inRoom(parts, room, (left) => `En nog ${left}; controleer een kleiner deel.`);
}

function findingText({ analysis }: MemberDocument, where: string): (finding: Finding) => string {
  const { text } = analysis;
  const lineOf = lineFinder(text);
  return ({ code, level, from, to, message }) =>
    `- ${where}regel ${lineOf(from)}, ${level} (${code}): ${onOneLine(message)} Bij: ${quoted(text.slice(from, Math.min(to, from + MOST_WORDS)))}`;
}

/** So much of the words that a finding is about is repeated. */
const MOST_WORDS = 200;

/** A document of the programme as its reader knows it. */
function nameIn({ folder }: AskedTexts, { uri }: MemberDocument): string {
  return onOneLine(folder === undefined ? nameOf(uri) : shownUri(uri, folder));
}

const notRead = ({ unread }: AskedTexts): string[] =>
  unread.length === 0 ? [] : [`Niet gelezen: ${unread.join(', ')}.`];

/**
 * The bibliography: of some entries, of what texts cite, or of all that can be cited.
 * @param ids of the entries, as a question spells them
 */
export function bibliographyAnswer(
  service: Service,
  configuration: Configuration,
  of: { readonly ids?: readonly string[]; readonly citing?: AskedTexts | undefined },
  format: keyof typeof BIBLIOGRAPHY_FORMATS,
  room: number,
): string {
  const keys = of.ids?.map((asked) => {
    const { study, item } = entryAsked(service, configuration, asked);
    return `${study.info.key}:${item.id}`;
  });
  const items = service.bibliography(of.citing).filter(({ id }) => keys?.includes(id) ?? true);
  if (items.length === 0) return 'Deze tekst haalt niets uit de studie aan.';
  const { write } = BIBLIOGRAPHY_FORMATS[format];
  const whole = write(items);
  if (whole.length <= room) return whole;
  // A list that is cut off in an item would be read by no processor.
  let [fits, tooMany] = [0, items.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (write(items.slice(0, middle)).length <= room) fits = middle;
    else tooMany = middle;
  }
  return `${write(items.slice(0, fits))}\nEn nog ${items.length - fits}; vraag ze met ‘onderdelen’.`;
}
