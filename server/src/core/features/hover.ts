import type { Analysis } from '../analysis.js';
import type { ProgrammeCoverage } from '../coverage/programme.js';
import { STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import type { StudyIndex } from '../study/index.js';
import { localFacts, tellsApart } from '../study/local-facts.js';
import type { Citable, Entry, Part, Term, Theme } from '../study/model.js';
import { KIND_NAMES, placeText } from '../study/reference.js';
import { definitionMarkdown } from './definition.js';
import { escapeMarkdown } from './escape-markdown.js';
import { lookup } from './lookup.js';

/** A hover: Markdown of at most twelve lines, and the exact range of the words it is about. */
export interface Hover {
  readonly markdown: string;
  readonly from: number;
  readonly to: number;
}

export interface HoverContext {
  readonly study: StudyIndex;
  readonly programme: ProgrammeCoverage;
  readonly municipality: string | undefined;
  /** Line of an offset into the document, one-based, for "opgepakt (regel 41)". */
  lineOf(offset: number): number;
  /** Key of the document within its programme. */
  readonly document: string;
  /** Links below the text: words and target. The editor knows which commands it has. */
  links(item: Citable): readonly (readonly [words: string, target: string])[];
}

/** Lines on opgaven, so that a hover has at most twelve: with a term beside the entry there is room for fewer. */
const ROOM = 5;
const ROOM_BESIDE_TERM = 3;

/** What is to be told about the words at an offset. */
export function hover(context: HoverContext, analysis: Analysis, offset: number): Hover | undefined {
  const found = lookup(context.study, analysis, offset);
  return found && { markdown: describe(context, found.item, found.term), from: found.from, to: found.to };
}

/** The Markdown of a hover on an entry or term. @param term stands at the same words, and is explained as well */
export function describe(context: HoverContext, item: Citable, term?: Term): string {
  const paragraphs =
    item.kind === 'term'
      ? describeTerm(item)
      : item.kind === 'part'
        ? describePart(item)
        : describeEntry(context, item, term);
  const links = context.links(item).map(([words, target]) => `[${words}](${target})`);
  if (links.length > 0) paragraphs.push([links.join(' · ')]);
  // Two spaces keep lines of one paragraph apart.
  return paragraphs.map((lines) => lines.join('  \n')).join('\n\n');
}

function describeTerm(term: Term): string[][] {
  return [[`**${escapeMarkdown(term.title)}** · begrip, ${placeText(term)}`], [definitionMarkdown(term)]];
}

function describePart(part: Part): string[][] {
  return [[`**${escapeMarkdown(part.title)}** · ${KIND_NAMES.part}, ${placeText(part)}`], [escapeMarkdown(part.short)]];
}

function describeEntry(context: HoverContext, entry: Entry, term: Term | undefined): string[][] {
  const theme = entry.kind === 'theme' ? ',' : `, *${escapeMarkdown(context.study.themeOf(entry).name)}*`;
  const paragraphs = [
    [`**${escapeMarkdown(entry.title)}** · ${KIND_NAMES[entry.kind]}${theme} ${placeText(entry)}`],
    [`${escapeMarkdown(entry.short)}${ownMunicipality(context, entry)}`],
  ];
  const room = term ? ROOM_BESIDE_TERM : ROOM;
  if (entry.kind === 'theme') paragraphs.push(...themeLines(context, entry));
  if (entry.kind === 'opgave') paragraphs.push([`In dit programma: ${stateText(context, entry.id)}`]);
  if (entry.kind === 'trend') {
    const leadsTo = entry.opgaven.map(({ id }) => id);
    paragraphs.push(['Opgaven die hieruit volgen', ...opgavenLines(context, leadsTo, room)]);
  }
  if (entry.kind === 'perspective')
    paragraphs.push(['Opgaven die hiermee gediend zijn', ...opgavenLines(context, entry.serves, room)]);
  if (term) paragraphs.push([`*${escapeMarkdown(term.title)}*: ${definitionMarkdown(term)}`]);
  return paragraphs;
}

/** How many of the opgaven of a theme are taken up; the last chapter has none of its own. */
function themeLines({ study, programme }: HoverContext, { id }: Theme): string[][] {
  const opgaven = study.opgaven.filter(({ theme }) => theme === id);
  const taken = opgaven.filter((opgave) => programme.get(opgave.id)?.state === 'opgepakt').length;
  return opgaven.length === 0 ? [] : [[`In dit programma: ${taken} van ${opgaven.length} opgaven opgepakt`]];
}

/** A line each; what does not fit folds into a count. */
function opgavenLines(context: HoverContext, opgaven: readonly string[], room: number): string[] {
  const shown = opgaven.length <= room ? opgaven : opgaven.slice(0, room - 1);
  const more = opgaven.length - shown.length;
  return [
    ...shown.map((id) => {
      const { state } = context.programme.get(id) ?? UNTOUCHED;
      return `${STATE_SIGNS[state]} ${escapeMarkdown(context.study.opgave(id)!.title)} — ${stateText(context, id, false)}`;
    }),
    ...(more > 0 ? [`en nog ${more}`] : []),
  ];
}

const UNTOUCHED = { state: 'niet-genoemd' as const, clearest: undefined };

/** `● opgepakt (regel 41)` */
function stateText({ programme, document, lineOf }: HoverContext, id: string, sign = true): string {
  const { state, clearest } = programme.get(id) ?? UNTOUCHED;
  const isShown = clearest && (state === 'opgepakt' || state === 'mogelijk');
  const where = !isShown ? '' : clearest.document === document ? ` (regel ${lineOf(clearest.from)})` : ' (elders)';
  return `${sign ? `${STATE_SIGNS[state]} ` : ''}${STATE_NAMES[state]}${where}`;
}

/**
 * The writer's own municipality beside the country: its figure, what the study says of it, or the chart in which it
 * stands. Where the study tells others apart and not this one, that is said as well.
 */
function ownMunicipality({ study, municipality }: HoverContext, entry: Entry): string {
  if (!municipality) return '';
  const {
    figures: [figure],
    notes: [note],
    charts: [chart],
  } = localFacts(study, municipality, entry);
  if (figure) return ` **${escapeMarkdown(`${figure.area}: ${figure.text} ${figure.unit}`)}.**`;
  if (note) return ` ${escapeMarkdown(note.text)}`;
  if (chart) return ` ${escapeMarkdown(`${chart.area} staat in figuur ${chart.figure} (p. ${chart.page}).`)}`;
  return tellsApart(study, entry) ? ` ${escapeMarkdown(`Over ${municipality} zegt de studie hier niets.`)}` : '';
}
