import type { SignalTable } from '../text/signal-table.js';
import type { BlockReading, SignalHit } from './reading.js';

/** A label (theme, trend or opgave) that a block raises or takes up. */
export interface Recognised {
  /** Index into the labels of the signal table. */
  readonly label: number;
  /** Probability, 0 to 1. */
  readonly strength: number;
  /** The hits of the block itself that carry it, strongest first. */
  readonly hits: readonly SignalHit[];
}

const STRONG = 1.6;
const WEAK = -0.8;

/** First estimate, without learned weights. */
export function recognise(
  table: SignalTable,
  own: BlockReading,
  headings: readonly BlockReading[],
  leadIn: BlockReading | undefined,
): Recognised[] {
  const byLabel = new Map<number, SignalHit[]>();
  for (const hit of own.hits) {
    const label = table.labelOf[hit.signal]!;
    const list = byLabel.get(label);
    if (list) list.push(hit);
    else byLabel.set(label, [hit]);
  }
  const context = new Set<number>();
  for (const reading of [...headings, ...(leadIn ? [leadIn] : [])])
    for (const hit of reading.hits) context.add(table.labelOf[hit.signal]!);
  const recognised: Recognised[] = [];
  for (const [label, hits] of byLabel) {
    const weights = hits.map((hit) => (table.weak[hit.signal] ? WEAK : STRONG)).sort((a, b) => b - a);
    let z =
      weights[0]! + (hits.length > 1 ? 0.8 : 0) + (hits.length > 2 ? 0.5 : 0) + (context.has(label) ? 0.6 : 0) - 1;
    if (own.words < 5) z -= 1;
    recognised.push({
      label,
      strength: 1 / (1 + Math.exp(-z)),
      hits: [...hits].sort((a, b) => table.weak[a.signal]! - table.weak[b.signal]!),
    });
  }
  return recognised;
}
