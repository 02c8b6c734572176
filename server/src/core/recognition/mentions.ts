import type { StudyIndex } from '../study/index.js';
import type { Block } from '../text/blocks.js';
import { isDutch } from '../text/language.js';
import type { SignalTable } from '../text/signal-table.js';
import { contextsOf } from './context.js';
import type { BlockReading } from './reading.js';
import { recognise } from './recognise.js';

/** A place in a programme where a theme or trend is raised, or an opgave taken up. */
export interface Mention {
  readonly kind: 'theme' | 'trend' | 'opgave';
  readonly id: string;
  /** Index of the block. */
  readonly block: number;
  /** Range of the words that carry it, first to last; offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** The words themselves, as flat pairs of offsets. */
  readonly spans: readonly number[];
  /** Probability that a careful reader sees it too, 0 to 1. */
  readonly strength: number;
  /** Clear evidence; otherwise the opgave is 'mogelijk opgepakt'. */
  readonly certain: boolean;
}

/** From this strength on, a careful reader more likely than not sees it too. */
export const CERTAIN = 0.5;
/** Below this strength nothing is said at all. */
export const POSSIBLE = 0.15;

/** Recognises every block of a document. Blocks that are not Dutch mention nothing. */
export function mentionsOf(
  study: StudyIndex,
  table: SignalTable,
  blocks: readonly Block[],
  readings: readonly BlockReading[],
): Mention[] {
  const mentions: Mention[] = [];
  const contexts = contextsOf(blocks);
  for (const [index, reading] of readings.entries()) {
    if (reading.hits.length === 0 || !isDutch(reading.dutch, reading.foreign)) continue;
    const { headings, leadIn } = contexts[index]!;
    const recognised = recognise(
      table,
      reading,
      headings.map((heading) => readings[heading]!),
      leadIn < 0 ? undefined : readings[leadIn],
    );
    for (const { label, strength, hits } of recognised) {
      if (strength < POSSIBLE) continue;
      const entry = study.find(table.labels[label]!);
      if (entry?.kind !== 'theme' && entry?.kind !== 'trend' && entry?.kind !== 'opgave') continue;
      const base = blocks[index]!.from;
      const spans = hits[0]!.spans.map((offset) => base + offset);
      mentions.push({
        kind: entry.kind,
        id: entry.id,
        block: index,
        from: spans[0]!,
        to: spans.at(-1)!,
        spans,
        strength,
        certain: strength >= CERTAIN,
      });
    }
  }
  return mentions;
}
