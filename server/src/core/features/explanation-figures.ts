import type { Analysis } from '../analysis.js';
import type { Explained, FoundSignal, Reason } from '../recognition/explain.js';
import { answerInWords, quoted } from './explanation-words.js';

/** So many signals, reasons and words are named for a label: the strongest. */
const MOST_SIGNALS = 4;
const MOST_REASONS = 6;
const MOST_WORDS = 6;
/** A signal with many alternatives is shown by its beginning. */
const MOST_LETTERS = 70;

/**
 * How a block came to its estimate for a label, in figures: the estimate first, then signals, words and reasons with their weights.
 * @param sources signals as they are written, by number; without them they are shown by their words
 */
export function figuresOf(
  analysis: Analysis,
  block: number,
  explained: Explained,
  sources: readonly string[] | undefined,
): string[] {
  const { kind, strength, alone, signals, words, reasons, answer, against } = explained;
  const start = analysis.blocks[block]!.from;
  const lines = sources
    ? signals.map((signal) => `${quoted(analysis, signal.spans, start)} door het signaal  ${written(signal, sources)}`)
    : wordsOf(analysis, signals, start);
  const figures = [measure(explained), ...lines.slice(0, MOST_SIGNALS)];
  const more = lines.length - MOST_SIGNALS;
  if (more > 0) figures.push(more === 1 ? 'en 1 ander signaal' : `en ${more} andere signalen`);
  if (words.length > 0) {
    const named = words
      .slice(0, MOST_WORDS)
      .map(({ from, to, weight }) => `${quoted(analysis, [from, to], start)} ${signed(weight)}`);
    figures.push(`woorden: ${named.join(' · ')}`);
  }
  figures.push(weighed(reasons));
  if (answer) figures.push(answerInWords(answer, against !== undefined));
  else if (against)
    figures.push(
      `een standpunt ertegen ${number(against.strength)}: ${weighed(against.reasons) || 'de zin wijst het met zoveel woorden af'}`,
    );
  if (kind === 'theme' && Math.abs(strength - alone) >= 0.05)
    figures.push(`op zichzelf ${number(alone)}; de tekst eromheen maakt er ${number(strength)} van`);
  return figures;
}

const weighed = (reasons: readonly Reason[]): string =>
  reasons
    .slice(0, MOST_REASONS)
    .map(({ what, weight }) => `${what} ${signed(weight)}`)
    .join(' · ');

/** `0,53; mogelijk opgepakt vanaf 0,28, opgepakt vanaf 0,60` */
function measure({ kind, strength, enough, possible }: Explained): string {
  const from =
    kind === 'theme'
      ? `genoemd vanaf ${number(enough)}`
      : `mogelijk opgepakt vanaf ${number(possible)}, opgepakt vanaf ${number(enough)}`;
  return `${number(strength)}; ${from}`;
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

const number = (value: number): string => value.toFixed(2).replace('.', ',');
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`;
