import type { Stance } from '../coverage/states.js';
import { nextHit, signalAt, spansAt } from '../signals/hits.js';
import type { BothThresholds } from '../study/learned.js';
import type { AnalysedBlock } from './analysed-block.js';
import type { BlockInContext } from './block-in-context.js';
import { isOwnSignal } from './contributions.js';
import type { LabelKind } from './labels.js';
import type { Recogniser } from './recogniser.js';
import { countsOf } from './signal-counts.js';

/** A place in a programme where a theme or trend is raised, or an opgave taken up. */
export interface Mention {
  readonly kind: Exclude<LabelKind, 'cue'>;
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
  /** Its {@link Clarity} is 'clear'; otherwise the opgave is 'mogelijk opgepakt'. */
  readonly certain: boolean;
  /** Of an opgave, what the place does with it; without one it takes it up. */
  readonly stance?: Stance;
}

/** How clearly a text raises a theme or trend, or takes up an opgave. Themes and trends are clear or are not raised. */
export type Clarity = 'clear' | 'possible' | 'no';

/** Where a strong signal of an opgave stands in the block itself, so little makes it possible: there is something after all. */
const HINTED = 0.01;

/** From where on an opgave is possibly taken up in a block. */
export const possibleFrom = (block: AnalysedBlock, label: number, { opgaven }: BothThresholds): number =>
  hasStrong(block, label) ? Math.min(opgaven.possible, HINTED) : opgaven.possible;

const hasStrong = ({ counts }: AnalysedBlock, label: number): boolean => (countsOf(counts, label)?.strong ?? 0) > 0;

/** What a block says of a label. @param estimate second estimates of themes and opgaven in the block */
export function clarityOf(
  { labels }: Recogniser,
  thresholds: BothThresholds,
  block: AnalysedBlock,
  label: number,
  estimate: (label: number) => number,
): Clarity {
  if (!block.isDutch) return 'no';
  const isClearTheme = (theme: number): boolean => estimate(theme) >= thresholds.themes.certain;
  switch (labels.kind[label]) {
    case 'theme':
      return isClearTheme(label) ? 'clear' : 'no';
    case 'trend':
      // Nobody has coded trends: a strong signal of one counts where its theme is clearly raised.
      return hasStrong(block, label) && isClearTheme(labels.ofTheme[labels.theme[label]!]!) ? 'clear' : 'no';
    case 'opgave': {
      const p = estimate(label);
      return p >= thresholds.opgaven.certain
        ? 'clear'
        : p >= possibleFrom(block, label, thresholds)
          ? 'possible'
          : 'no';
    }
    default:
      return 'no';
  }
}

/** What block `at` of a row says of a label. */
export function clarityIn(
  recogniser: Recogniser,
  blocks: readonly BlockInContext[],
  at: number,
  label: number,
): Clarity {
  const { own } = blocks[at]!;
  const judged = (estimate: (label: number) => number): Clarity =>
    clarityOf(recogniser, recogniser.model, own, label, estimate);
  if (recogniser.labels.kind[label] === 'opgave') {
    const [low, high] = recogniser.bounds(blocks, at, label);
    const clarity = judged(() => low);
    if (clarity === judged(() => high)) return clarity;
  }
  return judged((other) => recogniser.estimate(blocks, at, other));
}

/** Everything that block `at` of a row mentions; offsets count from the start of the block. */
export const mentionsIn = (recogniser: Recogniser, blocks: readonly BlockInContext[], at: number): Mention[] =>
  mentionsFrom(recogniser, recogniser.model, blocks[at]!.own, recogniser.estimates(blocks, at));

/**
 * The mentions in a block that follow from second estimates of it; offsets count from its start.
 * @param estimates by label, in the order in which the mentions are to come; trends come last
 */
export function mentionsFrom(
  recogniser: Recogniser,
  thresholds: BothThresholds,
  block: AnalysedBlock,
  estimates: ReadonlyMap<number, number>,
): Mention[] {
  const { labels } = recogniser;
  const estimate = (label: number): number => estimates.get(label) ?? 0;
  const trends = block.counts.labels.map(({ label }) => label).filter((label) => labels.kind[label] === 'trend');
  return [...estimates.keys(), ...trends].flatMap((label): Mention[] => {
    const clarity = clarityOf(recogniser, thresholds, block, label, estimate);
    if (clarity === 'no') return [];
    const kind = labels.kind[label] as Mention['kind'];
    const spans = clearestWords(recogniser, block, label);
    return [
      {
        kind,
        id: labels.ids[label]!,
        block: 0,
        from: spans[0] ?? 0,
        to: spans.at(-1) ?? block.length,
        spans,
        // Of a trend in halves: of mentions that are about as clear, a warning stands at the first.
        strength:
          kind === 'trend' ? Math.round(estimate(labels.ofTheme[labels.theme[label]!]!) * 2) / 2 : estimate(label),
        certain: clarity === 'clear',
      },
    ];
  });
}

/** The words of a block that speak most for a label, as flat pairs of offsets from its start; none where only its context does. */
function clearestWords({ labels, model, table }: Recogniser, { hits }: AnalysedBlock, target: number): number[] {
  const weights = labels.kind[target] === 'theme' ? model.forTheme : model.forOpgave;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < hits.length; at = nextHit(hits, at)) {
    const signal = signalAt(hits, at);
    if (!isOwnSignal(labels, table.labelOf[signal]!, target)) continue;
    const weight = (table.weak[signal] ? 0 : 1) + weights[signal]!;
    if (weight <= most) continue;
    most = weight;
    best = at;
  }
  return best < 0 ? [] : spansAt(hits, best);
}

/** The same mention in a document: those of a block count from its start. */
export function movedMention(mention: Mention, by: number, block: number): Mention {
  const { from, to, spans } = mention;
  return { ...mention, block, from: from + by, to: to + by, spans: spans.map((offset) => offset + by) };
}
