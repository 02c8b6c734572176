import type { Analysis, Engine } from '../analysis.js';
import { type Explained, explain, type FoundSignal, type Reason } from '../recognition/explain.js';
import { TOGETHER } from '../recognition/mentions.js';
import { KIND_NAMES } from '../study/reference.js';

/** So many signals and reasons are named for a label: the strongest. */
const MOST_SIGNALS = 4;
const MOST_REASONS = 6;
const MOST_WORDS = 6;
/** A signal with many alternatives is shown by its beginning. */
const MOST_LETTERS = 70;
/** A label that falls short of the threshold by more than this factor did not nearly make it. */
const NEARLY = 3;

/** Why a block counts for one entry of the study, as plain text to read. */
export interface Explanation {
  /** `Opgepakt: Nieuwbouw aanjagen (opgave; 0,79, zeker vanaf 0,28)` */
  readonly verdict: string;
  readonly grounds: readonly string[];
}

/**
 * Why a block counts for what it counts for: what is cited, what is certain, what is possible, and what nearly was.
 * Empty where nothing of the study came near, and in a block that is not Dutch: nothing counts there.
 * @param sources signals as they are written, by number; without them they are shown by their words
 */
export function explanations(
  engine: Engine,
  analysis: Analysis,
  block: number,
  sources?: readonly string[],
): Explanation[] {
  const { contexts, blocks, text } = analysis;
  const { recogniser, matcher } = engine;
  const explained = contexts[block]!.own.isDutch
    ? explain(recogniser, matcher, contexts, block, text, blocks[block]!)
    : [];
  const cited = citedIn(analysis, block);
  const near = explained.filter(
    ({ id, strength, certain, verdict, named }) =>
      verdict === 'certain' || (!cited.has(id) && (verdict === 'possible' || named || strength * NEARLY >= certain)),
  );
  const read = (explained: Explained): Explanation => estimated(engine, analysis, block, explained, sources);
  return [
    ...[...cited].flatMap((id) => citation(engine, id)),
    ...near.filter(({ verdict }) => verdict === 'certain').map(read),
    ...trendsIn(engine, analysis, block),
    ...near.filter(({ verdict }) => verdict !== 'certain').map(read),
  ];
}

function citedIn({ blocks, citations }: Analysis, block: number): Set<string> {
  const { from, to } = blocks[block]!;
  return new Set(citations.filter((one) => one.from >= from && one.to <= to && !one.unfilled).map(({ id }) => id));
}

/** A citation of an opgave takes it up, whatever the words around it say. */
function citation({ study }: Engine, id: string): Explanation[] {
  const opgave = study.opgave(id);
  return opgave ? [{ verdict: `Opgepakt: ${opgave.title} (opgave)`, grounds: ['aangehaald als bron'] }] : [];
}

/** A trend has no weights of its own. */
function trendsIn({ study }: Engine, analysis: Analysis, block: number): Explanation[] {
  return analysis.mentions
    .filter((mention) => mention.kind === 'trend' && mention.block === block)
    .map(({ id, spans }) => ({
      verdict: `Genoemd: ${study.find(id)!.title} (trend)`,
      grounds: [`${quoted(analysis, spans, 0)} (sterk, in een alinea over het thema)`],
    }));
}

function estimated(
  { study }: Engine,
  analysis: Analysis,
  block: number,
  explained: Explained,
  sources: readonly string[] | undefined,
): Explanation {
  const { id, kind, strength, alone, signals, words, reasons, against } = explained;
  const start = analysis.blocks[block]!.from;
  const lines = sources
    ? signals.map((signal) => `${quoted(analysis, signal.spans, start)} door het signaal  ${written(signal, sources)}`)
    : wordsOf(analysis, signals, start);
  const grounds = lines.slice(0, MOST_SIGNALS);
  const more = lines.length - MOST_SIGNALS;
  if (more > 0) grounds.push(more === 1 ? 'en 1 ander signaal' : `en ${more} andere signalen`);
  if (words.length > 0) {
    const named = words
      .slice(0, MOST_WORDS)
      .map(({ from, to, weight }) => `${quoted(analysis, [from, to], start)} ${signed(weight)}`);
    grounds.push(`woorden: ${named.join(' · ')}`);
  }
  grounds.push(weighed(reasons));
  if (against) grounds.push(`ertegen: ${weighed(against.reasons)}`);
  if (kind === 'theme' && Math.abs(strength - alone) >= 0.05)
    grounds.push(`op zichzelf ${number(alone)}; de tekst eromheen maakt er ${number(strength)} van`);
  const measure = `${number(against?.strength ?? strength)}, ${needed(explained)}`;
  return { verdict: `${judged(explained)}: ${study.find(id)!.title} (${KIND_NAMES[kind]}; ${measure})`, grounds };
}

const weighed = (reasons: readonly Reason[]): string =>
  reasons
    .slice(0, MOST_REASONS)
    .map(({ what, weight }) => `${what} ${signed(weight)}`)
    .join(' · ');

/** The words at pairs of offsets, in the order of the text. */
function quoted(analysis: Analysis, spans: readonly number[], start: number): string {
  const parts: string[] = [];
  for (let k = 0; k < spans.length; k += 2) {
    const part = analysis.slice(start + spans[k]!, start + spans[k + 1]!).replace(/\s+/g, ' ');
    if (part !== parts.at(-1)) parts.push(part);
  }
  return `‘${parts.join(' … ')}’`;
}

/** Without how signals are written, several by the same words are one: the strongest, with what was learned in all. */
function wordsOf(analysis: Analysis, signals: readonly FoundSignal[], start: number): string[] {
  const byWords = new Map<string, { weak: boolean; weight: number }>();
  for (const { spans, weak, weight } of signals) {
    const words = quoted(analysis, spans, start);
    const known = byWords.get(words);
    byWords.set(words, { weak: weak && (known?.weak ?? true), weight: weight + (known?.weight ?? 0) });
  }
  return [...byWords].map(([words, worth]) => `${words} ${worthOf(worth)}`);
}

function written(found: FoundSignal, sources: readonly string[]): string {
  const source = sources[found.signal] ?? '';
  return `${source.length <= MOST_LETTERS ? source : `${source.slice(0, MOST_LETTERS)}…`}  ${worthOf(found)}`;
}

const worthOf = ({ weak, weight }: Pick<FoundSignal, 'weak' | 'weight'>): string =>
  `(${weak ? 'zwak' : 'sterk'}${weight === 0 ? '' : `, geleerd ${signed(weight)}`})`;

/** A place counts, but the document takes the opgave up only with others beside it. */
const needsOthers = ({ kind, verdict, against, strength }: Explained): boolean =>
  kind === 'opgave' && verdict === 'certain' && !against && strength < TOGETHER;

function judged(explained: Explained): string {
  const { kind, verdict, against, named } = explained;
  if (needsOthers(explained)) return 'Waarschijnlijk opgepakt';
  if (verdict === 'certain') return kind === 'theme' ? 'Genoemd' : against ? 'Kiest anders' : 'Opgepakt';
  if (named) return 'Alleen genoemd';
  return verdict === 'possible' ? 'Mogelijk opgepakt' : 'Net niet';
}

function needed(explained: Explained): string {
  const { verdict, kind, certain, possible, against } = explained;
  if (against) return `ertegen vanaf ${number(against.from)}`;
  if (needsOthers(explained)) return `alleen genoeg vanaf ${number(TOGETHER)}`;
  if (verdict === 'certain') return `zeker vanaf ${number(certain)}`;
  return verdict === 'possible' || kind === 'theme'
    ? `zeker pas vanaf ${number(certain)}`
    : `mogelijk vanaf ${number(possible)}`;
}

const number = (value: number): string => value.toFixed(2).replace('.', ',');
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`;
