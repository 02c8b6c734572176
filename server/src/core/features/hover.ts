import type { Analysis, Engine } from '../analysis.js';
import type { CoverageState } from '../coverage.js';
import type { ProgrammeCoverage } from '../programme.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable, Entry, Term } from '../study/model.js';
import { KIND_NAMES, placeText } from '../study/reference.js';

/** A hover: Markdown, and the exact range of the words it is about. */
export interface Hover {
  readonly markdown: string;
  readonly from: number;
  readonly to: number;
}

export interface HoverContext {
  readonly engine: Engine;
  readonly analysis: Analysis;
  readonly programme: ProgrammeCoverage;
  readonly municipality: string | undefined;
  /** Line of an offset, one-based, for "opgepakt (regel 41)". */
  lineOf(offset: number): number;
  readonly document: string;
}

/** Opgaven named in full; more of them fold into a count. */
const MOST_OPGAVEN = 4;

export const STATE_SIGNS: Readonly<Record<CoverageState, string>> = {
  opgepakt: '●',
  mogelijk: '◐',
  ontbreekt: '○',
  'niet-genoemd': '·',
  'bewust-niet': '–',
};

export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  opgepakt: 'opgepakt',
  mogelijk: 'mogelijk opgepakt',
  ontbreekt: 'ontbreekt',
  'niet-genoemd': 'niet genoemd',
  'bewust-niet': 'bewust niet',
};

/** What is to be told about the words at an offset: a citation first, then a trend, a term, and what else was recognised. */
export function hover(context: HoverContext, offset: number): Hover | undefined {
  const { engine, analysis } = context;
  const citation = analysis.citations.find(({ from, to }) => offset >= from && offset <= to);
  if (citation) {
    const item = engine.study.find(citation.id);
    return item && { markdown: describe(context, item), from: citation.from, to: citation.to };
  }
  const term = termAt(engine.study, analysis, offset);
  const mention = analysis.mentions
    .filter(({ kind, certain, spans }) => certain && within(spans, offset) && (kind === 'trend' || !term))
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.strength - a.strength)[0];
  if (mention) {
    const entry = describe(context, engine.study.find(mention.id)!, term?.term);
    return { markdown: entry, from: mention.from, to: mention.to };
  }
  return term && { markdown: describe(context, term.term), from: term.from, to: term.to };
}

const ORDER = { trend: 0, opgave: 1, theme: 2 } as const;

function within(spans: readonly number[], offset: number): boolean {
  for (let k = 0; k < spans.length; k += 2) if (offset >= spans[k]! && offset <= spans[k + 1]!) return true;
  return false;
}

/** The Markdown of a hover on an entry or term. @param term stands at the same words, and is explained as well */
export function describe(context: HoverContext, item: Citable, term?: Term): string {
  return item.kind === 'term' ? describeTerm(context.engine.study, item) : describeEntry(context, item, term);
}

function describeTerm(study: StudyIndex, term: Term): string {
  return [
    `**${escapeMarkdown(term.title)}** · begrip, ${placeText(term)}`,
    '',
    escapeMarkdown(term.definition),
    '',
    links(study, term),
  ].join('\n');
}

function describeEntry(context: HoverContext, entry: Entry, term: Term | undefined): string {
  const { study } = context.engine;
  const theme = study.themeOf(entry);
  const lines = [
    `**${escapeMarkdown(entry.title)}** · ${KIND_NAMES[entry.kind]}${entry.kind === 'theme' ? '' : `, *${escapeMarkdown(theme.name)}*`} ${placeText(entry)}`,
    '',
    `${escapeMarkdown(entry.short)}${localFigure(context, entry)}`,
  ];
  const opgaven =
    entry.kind === 'trend' ? entry.opgaven.map(({ id }) => id) : entry.kind === 'opgave' ? [entry.id] : [];
  if (opgaven.length > 0) {
    lines.push('', entry.kind === 'trend' ? 'Opgaven die hieruit volgen' : 'In dit programma', '');
    for (const id of opgaven.slice(0, MOST_OPGAVEN)) lines.push(`${stateLine(context, id)}  `);
    if (opgaven.length > MOST_OPGAVEN) lines.push(`en nog ${opgaven.length - MOST_OPGAVEN}`);
  }
  if (term) lines.push('', `*${escapeMarkdown(term.title)}*: ${escapeMarkdown(term.definition)}`);
  lines.push('', links(study, entry));
  return lines.join('\n');
}

function stateLine({ engine, programme, lineOf, document }: HoverContext, id: string): string {
  const { state, evidence } = programme.get(id) ?? { state: 'niet-genoemd' as const, evidence: [] };
  const first = evidence[0];
  const where = !first ? '' : first.document === document ? ` (regel ${lineOf(first.from)})` : ' (elders)';
  return `${STATE_SIGNS[state]} ${escapeMarkdown(engine.study.opgave(id)!.title)} — ${STATE_NAMES[state]}${state === 'opgepakt' || state === 'mogelijk' ? where : ''}`;
}

/** The figure of the writer's own municipality beside the national one; nothing where the study is silent. */
function localFigure({ municipality }: HoverContext, entry: Entry): string {
  const figure = municipality && entry.figures.find(({ area }) => area === municipality);
  return figure ? ` **${escapeMarkdown(`${figure.area}: ${figure.text} ${figure.unit}`)}.**` : '';
}

function links({ info }: StudyIndex, item: Citable): string {
  const argument = encodeURIComponent(JSON.stringify([`${info.key}:${item.id}`]));
  return `[Lees verder](command:opgavenwijzer.openStudie?${argument}) · [Bron invoegen](command:opgavenwijzer.bronInvoegen?${argument})`;
}

/** Escapes what Markdown or HTML would read as markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, '\\$&').replace(/&/g, '&amp;');
}

/** A term of the study that stands at an offset, longest first. */
function termAt(
  study: StudyIndex,
  { text }: Analysis,
  offset: number,
): { term: Term; from: number; to: number } | undefined {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineFrom, lineEnd < 0 ? text.length : lineEnd).toLowerCase();
  let best: { term: Term; from: number; to: number } | undefined;
  for (const term of study.terms) {
    for (const form of [term.title, ...term.variants]) {
      const needle = form.toLowerCase();
      for (let at = line.indexOf(needle); at >= 0; at = line.indexOf(needle, at + 1)) {
        const from = lineFrom + at;
        const to = from + needle.length;
        if (offset < from || offset > to || isLetter(line[at - 1]) || isLetter(line[at + needle.length])) continue;
        if (!best || to - from > best.to - best.from) best = { term, from, to };
      }
    }
  }
  return best;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
