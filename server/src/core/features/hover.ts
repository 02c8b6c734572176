import type { Analysis } from '../analysis.js';
import { countStates, type ProgrammeCoverage } from '../coverage/programme.js';
import { countsText, STATE_NAMES, STATE_SIGNS } from '../coverage/states.js';
import type { StudyIndex } from '../study/index.js';
import { localFacts, tellsApart } from '../study/local-facts.js';
import type { Citable, Entry, Figure, Part, Term, Theme } from '../study/model.js';
import {
  bracketed,
  capitalised,
  isStated,
  kindName,
  kindNames,
  notesText,
  otherHeading,
  pageText,
  placeText,
  sourceText,
} from '../study/reference.js';
import { escapeMarkdown } from './escape-markdown.js';
import { lookup } from './lookup.js';
import { ERRATUM, LATER, publicationMarkdown } from './remarks.js';
import { type Forms, inRoom, onOneLine } from './room.js';

/** A hover: Markdown of as many lines as VS Code shows by itself, and the exact range of the words it is about. */
export interface Hover {
  readonly markdown: string;
  readonly from: number;
  readonly to: number;
}

export interface HoverContext {
  readonly study: StudyIndex;
  /** All that are at work: where there are several, each says which it is. */
  readonly studies: readonly StudyIndex[];
  readonly programme: ProgrammeCoverage;
  readonly municipality: string | undefined;
  /** Line of an offset into the document, one-based, for "opgepakt (regel 41)". */
  lineOf(offset: number): number;
  /** Key of the document within its programme. */
  readonly document: string;
  /** Words that nothing is told about. */
  readonly silentWords: readonly string[];
  /** Links below the text: words and target. The editor knows which commands it has. */
  links(item: Citable, words?: string): readonly (readonly [words: string, target: string])[];
}

/** What matters most comes first: it is served first where there is not room for all. */
const RANK = { opgaven: 0, title: 1, body: 2, term: 3, also: 4, end: 5 } as const;

/** What is left of a paragraph where there is no room for it. */
const NOTHING: readonly string[] = [];

type Ranked = readonly [rank: number, forms: Forms];

/** What is to be told about the words at an offset. */
export function hover(context: HoverContext, analysis: Analysis, offset: number): Hover | undefined {
  const found = lookup(context.study, analysis, offset);
  if (!found) return undefined;
  const { item, term, from, to } = found;
  const words = found.by === 'citation' ? undefined : analysis.slice(from, to).replace(/\s+/g, ' ');
  if (words !== undefined && context.silentWords.some((silent) => isSameWords(silent, words))) return undefined;
  return { markdown: describe(context, item, term, words), from, to };
}

const isSameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The Markdown of a hover on an entry or term.
 * @param term stands at the same words, and is explained as well
 * @param words of the text that it is about
 */
export function describe(context: HoverContext, item: Citable, term?: Term, words?: string): string {
  const links = context.links(item, words).map(([words, target]) => `[${words}](${target})`);
  const paragraphs = inRoom(
    item.kind === 'term' ? describeTerm(context, item, links) : describeEntry(context, item, term, links),
  );
  // Two spaces keep lines of one paragraph apart.
  return paragraphs.map((lines) => lines.join('  \n')).join('\n\n');
}

/** The title with what it is of, and with the study where others speak as well and there is room. */
function titleLines({ study, studies }: HoverContext, item: Citable): string[] {
  const hasTheme = item.kind !== 'term' && item.kind !== 'part' && item.kind !== 'theme';
  const theme = hasTheme ? `*${escapeMarkdown(study.themeOf(item).name)}*` : '';
  const place = [theme, escapeMarkdown(placeText(item))].filter(Boolean).join(' ');
  const what = [escapeMarkdown(kindName(study, item.kind)), place].filter(Boolean).join(', ');
  const line = `**${escapeMarkdown(item.title)}** · ${what}`;
  return studies.length > 1 ? [`${line} · ${escapeMarkdown(capitalised(study.info.key))}`, line] : [line];
}

function describeTerm(context: HoverContext, term: Term, links: readonly string[]): Ranked[] {
  const { definition, publication, later, erratum } = term;
  return [
    [RANK.title, titleLines(context, term).map((line) => [line])],
    [RANK.body, [[escapeMarkdown(definition)]]],
    [RANK.also, publication ? [[publicationMarkdown(publication)], NOTHING] : [NOTHING]],
    [RANK.end, end(links, later, erratum)],
  ];
}

function describeEntry(
  context: HoverContext,
  entry: Entry | Part,
  term: Term | undefined,
  links: readonly string[],
): Ranked[] {
  const own: OwnMunicipality = entry.kind === 'part' ? {} : ownMunicipality(context, entry);
  const { text, figures } = withSources(entry);
  const short = escapeMarkdown(text);
  const [erratum] = [entry.erratum, own.erratum, ...figures.map((figure) => figure.erratum)].filter(Boolean);
  return [
    [RANK.title, title(context, entry)],
    [RANK.body, [[`${short}${own.full ?? ''}`], [`${short}${own.brief ?? own.full ?? ''}`]]],
    ...opgavenOf(context, entry),
    [RANK.term, term ? [[`*${escapeMarkdown(term.title)}*: ${escapeMarkdown(term.definition)}`], NOTHING] : [NOTHING]],
    [RANK.also, [...inferred(context, entry), NOTHING]],
    [RANK.end, end(links, entry.later, erratum)],
  ];
}

/** The title, and below it what it is called in the study, where that differs, with the notes there. */
function title(context: HoverContext, entry: Entry | Part): Forms {
  const lines = titleLines(context, entry);
  const heading = otherHeading(entry);
  const notes = notesText(entry.notes);
  const named = heading === undefined ? [] : [onOneLine('in de studie: ‘', heading, '’')];
  const both = [...(named.length > 0 ? named : ['in de studie']), notes].join(named.length > 0 ? ' · ' : ': ');
  const below = notes !== '' && onOneLine('', both) === both ? [both, ...named] : named;
  return [...below.map((words) => [lines[0]!, escapeMarkdown(words)]), ...lines.map((line) => [line])];
}

/**
 * The links; above them what has been overtaken since the study, and a slip of its own. If there is no room, there is at
 * the first link that there is something to read.
 */
function end(links: readonly string[], later: string | undefined, erratum: string | undefined): Forms {
  const full = [
    ...(later === undefined ? [] : [`*${LATER}:* ${escapeMarkdown(later)}`]),
    ...(erratum === undefined ? [] : [`*${ERRATUM}:* ${escapeMarkdown(erratum)}`]),
  ];
  const brief = [
    ...(later === undefined ? [] : ['na de studie is iets veranderd']),
    ...(erratum === undefined ? [] : ['de studie vergist zich']),
  ].join(', en ');
  const bare = links.length > 0 ? [links.join(' · ')] : NOTHING;
  if (brief === '') return [bare];
  const [first = 'Lees verder', ...others] = links;
  return [[...full, ...bare], [[`${first} *(${brief})*`, ...others].join(' · ')]];
}

/** The short text with, behind a sentence, where the study has the figures in it from; and those figures. */
function withSources({ short, figures }: Entry | Part): { text: string; figures: readonly Figure[] } {
  const found = new Set<Figure>();
  const sentences = short.split(/(?<=[.!?])\s+/).map((sentence) => {
    const here = figures.filter((figure) => prints(sentence, figure));
    for (const figure of here) found.add(figure);
    const sources = [...new Set(here.map(shortSource))].filter((source) => source !== '');
    return sources.length === 0 ? sentence : sentence.replace(/[.!?]?$/, (end) => ` (${sources.join('; ')})${end}`);
  });
  return { text: sentences.join(' '), figures: [...found] };
}

/** Its note, which leads to the rest; without one, whom the study names. */
const shortSource = ({ note, source }: Figure): string =>
  note === undefined
    ? sourceText(source === undefined ? {} : { source: source.replace(/ \(.*/, '') })
    : sourceText({ note });

/** Whether a sentence has a figure: its number, with the word that says of what and the area that it is about. */
function prints(sentence: string, { text, unit, area = '' }: Figure): boolean {
  const words = `${text} ${unit.split(' ')[0]}`.toLowerCase();
  const at = sentence.toLowerCase().indexOf(words);
  return (
    sentence.includes(area) &&
    at >= 0 &&
    !/[\p{L}\d.,]/u.test(sentence[at - 1] ?? '') &&
    !/\p{L}/u.test(sentence[at + words.length] ?? '')
  );
}

function opgavenOf(context: HoverContext, entry: Entry | Part): Ranked[] {
  switch (entry.kind) {
    case 'theme':
      return [[RANK.opgaven, themeLines(context, entry)]];
    case 'opgave':
      return [[RANK.opgaven, [[`In dit programma: ${stateText(context, entry.id)}`]]]];
    case 'trend':
      return [[RANK.opgaven, opgavenLines(context, entry.opgaven.filter(isStated))]];
    case 'perspective':
      return [
        [
          RANK.opgaven,
          opgavenLines(
            context,
            entry.serves.map((id) => ({ id })),
          ),
        ],
      ];
    case 'part':
      return [];
  }
}

/** What the programme does with the opgaven of a theme; the last chapter has none of its own. */
function themeLines(context: HoverContext, { id }: Theme): Forms {
  const opgaven = context.study.opgaven.filter(({ theme }) => theme === id);
  return [opgaven.length === 0 ? NOTHING : [countsLine(context, opgaven)]];
}

/** `In dit programma: 1 van 8 opgaven opgepakt · 1 anders`: the same figures as in a finding and on the board. */
function countsLine(
  { study, programme }: HoverContext,
  opgaven: readonly { readonly id: string }[],
  what = 'In dit programma',
): string {
  const counts = countStates(opgaven.map(({ id }) => programme.get(id) ?? UNTOUCHED));
  return `${what}: ${escapeMarkdown(countsText(counts, undefined, kindNames(study, 'opgave')))}`;
}

interface Tied {
  readonly id: string;
  /** Page where the study makes the tie. */
  readonly page?: number | undefined;
}

/** A line each; what does not fit folds into a count by state, and where nothing fits there is only that. */
function opgavenLines(context: HoverContext, opgaven: readonly Tied[]): Forms {
  if (opgaven.length === 0) return [NOTHING];
  const lines = opgaven.map(({ id, page }) => {
    const { state } = context.programme.get(id) ?? UNTOUCHED;
    const { title } = context.study.opgave(id)!;
    const tie = page === undefined ? '' : ` · studie p. ${page}`;
    return `${STATE_SIGNS[state]} ${escapeMarkdown(title)} — ${stateText(context, id, false)}${tie}`;
  });
  return [
    ...lines.map((_, more) =>
      more === 0 ? lines : [...lines.slice(0, -more), countsLine(context, opgaven.slice(-more), 'En verder')],
    ),
    [countsLine(context, opgaven)],
  ];
}

/** What may follow from a trend although the study does not say so. */
function inferred({ study }: HoverContext, entry: Entry | Part): Forms {
  if (entry.kind !== 'trend') return [];
  const titles = entry.opgaven.filter((link) => !isStated(link)).map(({ id }) => study.opgave(id)!.title);
  return titles.length === 0 ? [] : [[escapeMarkdown(onOneLine('Zie ook (ligt voor de hand): ', titles.join(' · ')))]];
}

const UNTOUCHED = { state: 'niet-genoemd' as const, clearest: undefined };

/** `● opgepakt (regel 41)` */
function stateText({ programme, document, lineOf }: HoverContext, id: string, sign = true): string {
  const { state, clearest } = programme.get(id) ?? UNTOUCHED;
  const isShown = clearest && (state === 'opgepakt' || state === 'anders' || state === 'mogelijk');
  const where = !isShown ? '' : clearest.document === document ? ` (regel ${lineOf(clearest.from)})` : ' (elders)';
  return `${sign ? `${STATE_SIGNS[state]} ` : ''}${STATE_NAMES[state]}${where}`;
}

interface OwnMunicipality {
  readonly full?: string;
  readonly brief?: string;
  readonly erratum?: string | undefined;
}

/**
 * The writer's own municipality beside the country: its figure, what the study says of it, or the chart in which it
 * stands. Where the study tells others apart and not this one, that is said as well.
 */
function ownMunicipality({ study, municipality }: HoverContext, entry: Entry): OwnMunicipality {
  if (!municipality) return {};
  const {
    figures: [figure],
    notes: [note],
    charts: [chart],
  } = localFacts(study, municipality, entry);
  if (figure) {
    const { area, text, unit, about, erratum } = figure;
    const number = ` **${escapeMarkdown(`${area}: ${text} ${unit}`)}**`;
    const source = [pageText(figure.page), shortSource(figure)].filter(Boolean).join(', ');
    return { full: `${number}, ${escapeMarkdown(`${about}${bracketed(source)}`)}.`, brief: `${number}.`, erratum };
  }
  if (note)
    return {
      full: ` ${escapeMarkdown(note.text)}`,
      brief: ` Over ${escapeMarkdown(`${note.area}: zie ${pageText(note.page) || 'de studie'}.`)}`,
    };
  if (chart)
    return {
      full: ` ${escapeMarkdown(`${chart.area} staat in figuur ${chart.figure}${bracketed(pageText(chart.page))}.`)}`,
    };
  return tellsApart(study, entry)
    ? { full: ` ${escapeMarkdown(`Over ${municipality} zegt de studie hier niets.`)}` }
    : {};
}
