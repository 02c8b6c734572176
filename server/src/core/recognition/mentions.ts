import { isDutch } from '../dutch/language.js';
import type { Block } from '../markdown/blocks.js';
import type { Estimate } from './estimate.js';
import { possibleFrom, type Thresholds } from './model.js';
import type { BlockReading } from './reading.js';
import type { Recogniser } from './recognise.js';
import type { Tally } from './tally.js';

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

/** What is certain, and what is possible, of each kind of label. */
export interface BothThresholds {
  readonly themes: Thresholds;
  readonly opgaven: Thresholds;
}

/** The mentions that follow from estimates of every block. */
export function mentionsFrom(
  recogniser: Recogniser,
  thresholds: BothThresholds,
  blocks: readonly Block[],
  readings: readonly BlockReading[],
  estimates: readonly Estimate[],
): Mention[] {
  return estimates.flatMap((estimate, index) => {
    const { from, to } = blocks[index]!;
    const reading = readings[index]!;
    const block = { reading, tally: recogniser.tally(reading), length: to - from };
    const found = mentionsInBlock(recogniser, thresholds, block, estimate);
    return found.map((mention) => movedMention(mention, from, index));
  });
}

/** The same mention in a document: those of a block count from its start. */
export function movedMention(mention: Mention, by: number, block: number): Mention {
  const { from, to, spans } = mention;
  return { ...mention, block, from: from + by, to: to + by, spans: spans.map((offset) => offset + by) };
}

/** The mentions in one block; offsets count from its start. A block that is not Dutch mentions nothing. */
export function mentionsInBlock(
  recogniser: Recogniser,
  thresholds: BothThresholds,
  { reading, tally, length }: { readonly reading: BlockReading; readonly tally: Tally; readonly length: number },
  estimate: Estimate,
): Mention[] {
  const { labels } = recogniser;
  const mentions: Mention[] = [];
  if (!isDutch(reading.dutch, reading.foreign)) return mentions;
  const add = (label: number, strength: number, certain: boolean): void => {
    const spans = recogniser.evidence(reading, label);
    mentions.push({
      kind: labels.kind[label] as Mention['kind'],
      id: labels.ids[label]!,
      block: 0,
      from: spans[0] ?? 0,
      to: spans.at(-1) ?? length,
      spans,
      strength,
      certain,
    });
  };
  for (const [label, strength] of estimate) {
    if (labels.kind[label] === 'theme') {
      if (strength >= thresholds.themes.certain) add(label, strength, true);
    } else if (strength >= possibleFrom((tally.labels.get(label)?.strong ?? 0) > 0, thresholds.opgaven)) {
      add(label, strength, strength >= thresholds.opgaven.certain);
    }
  }
  // Nobody has coded trends: a strong signal of one counts where its theme is clearly raised.
  for (const [i, label] of tally.labels.numbers.entries()) {
    if (labels.kind[label] !== 'trend' || tally.labels.tallies[i]!.strong === 0) continue;
    const strength = estimate.get(labels.ofTheme[labels.theme[label]!]!) ?? 0;
    // In halves: of mentions that are about as clear, a warning stands at the first.
    if (strength >= thresholds.themes.certain) add(label, Math.round(strength * 2) / 2, true);
  }
  return mentions;
}
