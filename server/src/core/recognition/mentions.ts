import type { Block } from '../text/blocks.js';
import { isDutch } from '../text/language.js';
import type { Thresholds } from './model.js';
import type { BlockReading } from './reading.js';
import type { Estimate, Recogniser } from './recognise.js';

/** A place in a programme where a theme or trend is raised, or an opgave taken up. */
export interface Mention {
  readonly kind: 'theme' | 'trend' | 'opgave';
  readonly id: string;
  /** Index of the block. */
  readonly block: number;
  /** Range of the words that carry it, first to last; offsets into the text. Without such words: the block. */
  readonly from: number;
  readonly to: number;
  /** The words themselves, as flat pairs of offsets. */
  readonly spans: readonly number[];
  /** Probability that a careful reader sees it too, 0 to 1. */
  readonly strength: number;
  /** Clear evidence; otherwise the opgave is 'mogelijk opgepakt'. */
  readonly certain: boolean;
}

/** Recognises every block of a document. Blocks that are not Dutch mention nothing. */
export function mentionsOf(
  recogniser: Recogniser,
  blocks: readonly Block[],
  readings: readonly BlockReading[],
): Mention[] {
  return mentionsFrom(recogniser, recogniser.model, blocks, readings, recogniser.recognise(blocks, readings));
}

/** The mentions that follow from estimates of every block. */
export function mentionsFrom(
  recogniser: Recogniser,
  thresholds: { readonly themes: Thresholds; readonly opgaven: Thresholds },
  blocks: readonly Block[],
  readings: readonly BlockReading[],
  estimates: readonly Estimate[],
): Mention[] {
  const { labels } = recogniser;
  const mentions: Mention[] = [];
  for (const [index, estimate] of estimates.entries()) {
    const reading = readings[index]!;
    if (!isDutch(reading.dutch, reading.foreign)) continue;
    const add = (label: number, strength: number, certain: boolean): void => {
      const { from, to } = blocks[index]!;
      const spans = recogniser.evidence(reading, label).map((offset) => from + offset);
      mentions.push({
        kind: labels.kind[label] as Mention['kind'],
        id: labels.ids[label]!,
        block: index,
        from: spans[0] ?? from,
        to: spans.at(-1) ?? to,
        spans,
        strength,
        certain,
      });
    };
    for (const [label, strength] of estimate) {
      if (labels.kind[label] === 'theme') {
        if (strength >= thresholds.themes.certain) add(label, strength, true);
      } else if (strength >= thresholds.opgaven.possible) {
        add(label, strength, strength >= thresholds.opgaven.certain);
      }
    }
    // Nobody has coded trends: a strong signal of one counts where its theme is clearly raised.
    for (const [label, tally] of recogniser.tally(reading).labels) {
      if (labels.kind[label] !== 'trend' || tally.strong.length === 0) continue;
      const strength = estimate.get(labels.ofTheme[labels.theme[label]!]!) ?? 0;
      // In halves: of mentions that are about as clear, a warning stands at the first.
      if (strength >= thresholds.themes.certain) add(label, Math.round(strength * 2) / 2, true);
    }
  }
  return mentions;
}
