import type { Analysis, Engine } from '../analysis.js';
import { type Explained, explain, type SignalHeard } from '../recognition/explain.js';
import { KIND_NAMES } from '../study/reference.js';

/** So many signals and reasons are named for a label: the strongest. */
const MOST_SIGNALS = 4;
const MOST_REASONS = 6;
/** A signal with many alternatives is shown by its beginning. */
const MOST_LETTERS = 70;
/** A label that falls short of the threshold by more than this factor did not nearly make it. */
const NEARLY = 3;

/**
 * Why a block counts for what it counts for, as lines to read: what is certain, what is possible, and what nearly was.
 * Empty where nothing of the study came near.
 * @param sources signals as they are written, by number; without them only their words are shown
 */
export function explanationLines(
  engine: Engine,
  analysis: Analysis,
  block: number,
  sources: readonly string[] = [],
): string[] {
  const { blocks, readings } = analysis;
  const base = blocks[block]!.from;
  const words = ({ spans }: SignalHeard): string => {
    const parts: string[] = [];
    for (let k = 0; k < spans.length; k += 2) {
      const part = analysis.slice(base + spans[k]!, base + spans[k + 1]!).replace(/\s+/g, ' ');
      if (part !== parts.at(-1)) parts.push(part);
    }
    return `‘${parts.join(' … ')}’`;
  };
  return explain(engine, blocks, readings, block)
    .filter(({ strength, certain, state }) => state !== 'niet' || strength * NEARLY >= certain)
    .flatMap((explained) => {
      const { id, kind, strength, alone, signals, reasons } = explained;
      const entry = engine.study.find(id)!;
      const lines = [
        `${verdict(explained)}: ${entry.title} (${KIND_NAMES[kind]}; ${number(strength)}, ${needed(explained)})`,
      ];
      for (const signal of signals.slice(0, MOST_SIGNALS))
        lines.push(`  ${words(signal)}${signalled(signal, sources)}`);
      if (signals.length > MOST_SIGNALS) lines.push(`  en ${signals.length - MOST_SIGNALS} andere signalen`);
      const shown = reasons.slice(0, MOST_REASONS).map(({ what, weight }) => `${what} ${signed(weight)}`);
      lines.push(`  ${shown.join(' · ')}`);
      if (Math.abs(strength - alone) >= 0.05)
        lines.push(`  op zichzelf ${number(alone)}; de tekst eromheen maakt er ${number(strength)} van`);
      return lines;
    });
}

function signalled({ signal, weak, weight }: SignalHeard, sources: readonly string[]): string {
  const source = sources[signal];
  const written = source === undefined ? '' : ` door het signaal  ${shortened(source)}`;
  const learned = weight === 0 ? '' : `, geleerd ${signed(weight)}`;
  return `${written}  (${weak ? 'zwak' : 'sterk'}${learned})`;
}

const shortened = (source: string): string =>
  source.length <= MOST_LETTERS ? source : `${source.slice(0, MOST_LETTERS)}…`;

function verdict({ kind, state }: Explained): string {
  if (state === 'zeker') return kind === 'theme' ? 'Genoemd' : 'Opgepakt';
  return state === 'mogelijk' ? 'Mogelijk opgepakt' : 'Net niet';
}

function needed({ state, kind, certain, possible }: Explained): string {
  if (state === 'zeker') return `zeker vanaf ${number(certain)}`;
  return state === 'mogelijk' || kind === 'theme'
    ? `zeker pas vanaf ${number(certain)}`
    : `mogelijk vanaf ${number(possible)}`;
}

const number = (value: number): string => value.toFixed(2).replace('.', ',');
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`;
