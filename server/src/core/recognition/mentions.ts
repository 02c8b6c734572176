import type { Stance } from '../coverage/states.js';
import { nextHit, sentenceAt, signalAt, spansAt } from '../signals/hits.js';
import type { AnalysedBlock } from './analysed-block.js';
import type { BlockInContext } from './block-in-context.js';
import { isOwnSignal } from './contributions.js';
import type { LabelKind } from './labels.js';
import type { Model } from './model.js';
import type { Recogniser } from './recogniser.js';
import { countsOf } from './signal-counts.js';
import { doingIn } from './stance.js';

/** A place in a programme where a theme or trend is raised, or an opgave taken up. */
export interface Mention {
  readonly kind: Exclude<LabelKind, 'against'>;
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
  /**
   * A choice is made about the opgave; otherwise it is named, or possibly taken up. Of a trend: it is told of; otherwise its
   * words stand in a measure. Themes are certain or not mentioned.
   */
  readonly certain: boolean;
  /** It is at least possible that one is. */
  readonly possible: boolean;
  /** Shown as evidence: at least 88 of 100 such places hold. */
  readonly clear: boolean;
  /** What is done with an opgave. */
  readonly stance: Stance | undefined;
}

/** How clearly a text raises a theme or trend, or takes up an opgave. Themes and trends are clear or are not raised. */
export type Clarity = 'clear' | 'possible' | 'no';

const hasStrong = ({ counts }: AnalysedBlock, label: number): boolean => (countsOf(counts, label)?.strong ?? 0) > 0;

/** Whether a sentence tells of a trend: one in which something is done, wanted or demanded tells of a measure. */
const isTold = ({ counts }: AnalysedBlock, label: number): boolean =>
  ((countsOf(counts, label)?.strongIn ?? 0) & ~doingIn(counts)) !== 0;

/**
 * Minus the logarithm of the probability that none of some blocks takes an opgave up, or raises a theme or trend: a sum over the
 * blocks. One that says so clearly is enough, and weighs without end: then the rest is not looked at.
 */
export type Evidence = number;

export const CLEAR: Evidence = Number.POSITIVE_INFINITY;

/** Blocks together take up an opgave from this probability on that one of them does. */
export const TOGETHER = 0.6;

/** What blocks say together. */
export const clarityOf = (evidence: Evidence): Clarity =>
  1 - Math.exp(-evidence) >= TOGETHER ? 'clear' : evidence > 0 ? 'possible' : 'no';

/** Evidence added up. No further one is asked for once one is clear. */
export function together<T>(of: Iterable<T>, evidence: (one: T) => Evidence): Evidence {
  let sum = 0;
  for (const one of of) {
    sum += evidence(one);
    if (sum === CLEAR) break;
  }
  return sum;
}

/** Whether a mention raises a theme or trend, or takes an opgave up. */
export const takesUp = ({ stance = 'opgepakt' }: Mention): boolean => stance === 'opgepakt';

/** What a mention says for what it is of. */
export const evidenceOf = ({ possible, stance, clear, strength }: Mention): Evidence =>
  !possible || stance === 'anders' ? 0 : clear ? CLEAR : -Math.log(1 - strength);

/** What block `at` of a row says for a label: that it takes an opgave up, or raises a theme or trend. */
export function evidenceIn(
  recogniser: Recogniser,
  blocks: readonly BlockInContext[],
  at: number,
  label: number,
): Evidence {
  const { labels, model } = recogniser;
  const { own } = blocks[at]!;
  if (!own.isDutch) return 0;
  if (labels.kind[label] === 'theme') return isRaised(recogniser, blocks, at, label) ? CLEAR : 0;
  if (labels.kind[label] === 'trend') return isTold(own, label) && isRaised(recogniser, blocks, at, label) ? CLEAR : 0;
  const p = recogniser.estimate(blocks, at, label);
  if (p < model.opgaven.possible || recogniser.opposes(blocks[at]!, label)) return 0;
  if (p < NAMING && onlyNames(model.opgaven, recogniser.named(blocks[at]!, label), p)) return 0;
  return p >= model.opgaven.clear ? CLEAR : -Math.log(1 - p);
}

/** How strong the mention is by which block `at` of a row raises a label or takes it up for certain; 0 where none does. */
export function supportIn(
  recogniser: Recogniser,
  blocks: readonly BlockInContext[],
  at: number,
  label: number,
): number {
  const { labels, model } = recogniser;
  const block = blocks[at]!;
  if (!mayMention(recogniser, block, label)) return 0;
  if (labels.kind[label] === 'opgave') {
    const strength = recogniser.estimate(blocks, at, label);
    return strength < model.opgaven.certain || recogniser.opposes(block, label) ? 0 : strength;
  }
  const isTrend = labels.kind[label] === 'trend';
  if ((isTrend && !isTold(block.own, label)) || !isRaised(recogniser, blocks, at, label)) return 0;
  return strengthOfRaised(recogniser, blocks, at, label);
}

/** How strong a mention is that raises a theme or trend. */
function strengthOfRaised(
  recogniser: Recogniser,
  blocks: readonly BlockInContext[],
  at: number,
  label: number,
): number {
  const { labels } = recogniser;
  const p = recogniser.estimate(blocks, at, labels.ofTheme[labels.theme[label]!]!);
  // Of a trend in halves: of mentions that are about as clear, a warning stands at the first.
  return labels.kind[label] === 'trend' ? Math.round(p * 2) / 2 : p;
}

/** Of ten places that are about an opgave, three at most of those that say this little of a choice make one. */
const NAMING = 0.3;

/**
 * Whether a block that is about an opgave most probably makes no choice.
 * @param named how probable it is that it is about it
 * @param p how probable it is that it makes a choice about it
 */
const onlyNames = ({ about, certain }: Model['opgaven'], named: number, p: number): boolean =>
  named >= about && p < Math.min(certain, NAMING * named);

/** Whether block `at` of a row raises a theme or trend. Nobody has coded trends: a strong signal of one counts where its theme is raised. */
function isRaised(recogniser: Recogniser, blocks: readonly BlockInContext[], at: number, label: number): boolean {
  const { labels, model } = recogniser;
  if (labels.kind[label] === 'trend' && !hasStrong(blocks[at]!.own, label)) return false;
  return recogniser.estimate(blocks, at, labels.ofTheme[labels.theme[label]!]!) >= model.themes.certain;
}

/** The labels that a block may mention, trends last. */
export function mentionable(recogniser: Recogniser, block: BlockInContext): readonly number[] {
  const { labels } = recogniser;
  const { own } = block;
  if (!own.isDutch) return [];
  const trends = own.counts.labels.filter(({ label }) => labels.kind[label] === 'trend').map(({ label }) => label);
  return trends.length === 0 ? recogniser.candidates(block) : [...recogniser.candidates(block), ...trends];
}

/** Whether a label is among them. */
function mayMention(recogniser: Recogniser, block: BlockInContext, label: number): boolean {
  if (!block.own.isDutch) return false;
  if (recogniser.labels.kind[label] === 'trend') return countsOf(block.own.counts, label) !== undefined;
  return recogniser.candidates(block).includes(label);
}

/**
 * What block `at` of a row mentions, trends last; offsets count from the start of the block.
 * @param only a label, where nothing else is asked
 */
export function mentionsIn(
  recogniser: Recogniser,
  blocks: readonly BlockInContext[],
  at: number,
  only?: number,
): Mention[] {
  const { labels, model } = recogniser;
  const block = blocks[at]!;
  const { own } = block;
  const { certain, possible, clear, about } = model.opgaven;
  const found: Mention[] = [];
  const add = (label: number, what: Pick<Mention, 'strength' | 'certain' | 'possible' | 'clear' | 'stance'>): void => {
    const spans = clearestWords(recogniser, own, label, what.stance === 'anders');
    found.push({
      kind: labels.kind[label] as Mention['kind'],
      id: labels.ids[label]!,
      block: 0,
      from: spans[0] ?? 0,
      to: spans.at(-1) ?? own.length,
      spans,
      ...what,
    });
  };
  const asked = only === undefined ? mentionable(recogniser, block) : mayMention(recogniser, block, only) ? [only] : [];
  for (const label of asked) {
    if (labels.kind[label] === 'opgave') {
      const strength = recogniser.estimate(blocks, at, label);
      const named = recogniser.named(block, label);
      const isNamed = named >= about;
      if (strength < possible && !isNamed) continue;
      // A stand against is told only where little doubt is left: whatever is possible may be one.
      const against = strength >= possible && recogniser.opposes(block, label);
      const isCertain = against || strength >= certain;
      add(label, {
        strength,
        certain: isCertain,
        possible: against || (strength >= possible && !onlyNames(model.opgaven, named, strength)),
        clear: strength >= clear,
        stance: against ? 'anders' : isCertain || !isNamed ? 'opgepakt' : 'genoemd',
      });
    } else if (isRaised(recogniser, blocks, at, label)) {
      const strength = strengthOfRaised(recogniser, blocks, at, label);
      const isClear = labels.kind[label] === 'theme' || isTold(own, label);
      add(label, { strength, certain: isClear, possible: isClear, clear: isClear, stance: undefined });
    }
  }
  return found;
}

/**
 * The words of a block that speak most for a label, as flat pairs of offsets from its start; none where only its context
 * does. Of those that speak alike, the ones in the sentence that says most.
 */
function clearestWords(
  { labels, model, table }: Recogniser,
  { hits }: AnalysedBlock,
  target: number,
  against: boolean,
): number[] {
  const weights = labels.kind[target] === 'theme' ? model.forTheme : model.forOpgave;
  const clearest = (carries: (label: number) => boolean): number[] => {
    const saidIn = new Map<number, number>();
    const carrying: { readonly at: number; readonly sentence: number; readonly weight: number }[] = [];
    for (let at = 0; at < hits.length; at = nextHit(hits, at)) {
      const signal = signalAt(hits, at);
      if (!carries(table.labelOf[signal]!)) continue;
      const weight = (table.weak[signal] ? 0 : 1) + weights[signal]!;
      const sentence = sentenceAt(hits, at);
      saidIn.set(sentence, (saidIn.get(sentence) ?? 0) + weight);
      carrying.push({ at, sentence, weight });
    }
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    let said = Number.NEGATIVE_INFINITY;
    for (const { at, sentence, weight } of carrying) {
      const around = saidIn.get(sentence)!;
      if (weight < most || (weight === most && around <= said)) continue;
      most = weight;
      said = around;
      best = at;
    }
    return best < 0 ? [] : spansAt(hits, best);
  };
  const stand = against ? clearest((label) => labels.against[label] === target) : [];
  return stand.length > 0 ? stand : clearest((label) => isOwnSignal(labels, label, target));
}

/** The same mention in a document: those of a block count from its start. */
export function movedMention(mention: Mention, by: number, block: number): Mention {
  const { from, to, spans } = mention;
  return {
    ...mention,
    block,
    from: from + by,
    to: to + by,
    spans: spans.length === 0 ? spans : spans.map((offset) => offset + by),
  };
}
