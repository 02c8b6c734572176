import { answeredBy } from './answers.js';
import type { BlockInContext } from './block-in-context.js';
import { CUES, DECIDING_CUES, type Labels } from './labels.js';
import { LAST_SENTENCE, type SignalCounts } from './signal-counts.js';
import { isIdle, sentencesOf } from './stance.js';

/** Names of what {@link combined} gives, in its order. */
export const COMBINED = [
  'bias', 'words', 'words5', 'words3', 'words1', 'related', 'related5', 'related3', 'rival', 'ahead', 'same', 'many',
  'first', 'first5', 'first3', 'first1', 'absent', 'both', 'theme', 'theme1', 'length', 'item', 'idle', 'idleSentence', 'asks', ...CUES,
]; // biome-ignore format: a list

/** What is known of a block before it is put together, in log-odds. */
export interface Apart {
  /** Whether words say anything of any label: nothing was learned of a study that a writer brings. */
  readonly hasWords: boolean;
  /** What words say, by label. */
  words(label: number): number;
  /** What signals say; undefined where they say nothing. */
  first(label: number): number | undefined;
}

const within = (z: number, low: number, high: number): number => Math.max(low, Math.min(high, z));

/** A log-odds in pieces, so that it may count otherwise where it is high: as it is, within bounds, and what it is above others. */
const held = (z: number): number => within(z, -8, 4);
const above = (z: number, least: number): number => Math.max(0, held(z) - least);

/** What signals alone say. */
export const bySignals = (first: number | undefined): number => (first === undefined ? 0 : held(first));

/** The highest of what is said of some labels, and of all but one of them; {@link UNSAID} where that is none. */
class Highest {
  most = UNSAID;
  private next = UNSAID;
  private label = -1;

  add(label: number, z: number): void {
    if (z > this.most) {
      this.next = this.most;
      this.most = z;
      this.label = label;
    } else if (z > this.next) this.next = z;
  }

  besides(label: number): number {
    return label === this.label ? this.next : this.most;
  }
}

const UNSAID = -9;

/** Numbers in the order of {@link COMBINED}: first those of a label, then those of the block, which are the same for all its labels. */
export interface Combined {
  of(label: number): readonly number[];
  readonly ofBlock: readonly number[];
}

/** What signals and words say of each label in a block, beside what they say of others. */
export function combined(labels: Labels, { own }: BlockInContext, apart: Apart): Combined {
  const { ofTheme, opgaven, theme } = labels;
  const [ofThemes, ofOpgaven] = [new Highest(), new Highest()];
  const byTheme = ofTheme.map(() => new Highest());
  let many = 0;
  if (apart.hasWords) {
    for (const label of ofTheme) ofThemes.add(label, apart.words(label));
    for (const label of opgaven) {
      const said = apart.words(label);
      if (said > -2) many++;
      ofOpgaven.add(label, said);
      byTheme[theme[label]!]!.add(label, said);
    }
  }
  const idle = isIdle(own.counts) ? 1 : 0;
  const ofBlock = [
    Math.log2(1 + own.words) - 5, own.kind === 'item' ? 1 : 0, idle, own.ending === 'sentence' ? idle : 0, own.asks ? 1 : 0, ...own.counts.cueIn.map((mask) => (mask === 0 ? 0 : 1)),
  ]; // biome-ignore format: in the order of the names
  const of = (label: number): number[] => {
    const isOpgave = labels.kind[label] === 'opgave';
    const ownTheme = ofTheme[theme[label]!]!;
    const sameTheme = byTheme[theme[label]!]!;
    const z = apart.words(label);
    const rival = (isOpgave ? ofOpgaven : ofThemes).besides(label);
    const related = isOpgave ? apart.words(ownTheme) : sameTheme.most;
    const first = apart.first(label);
    const ofTheme1 = isOpgave ? within(apart.first(ownTheme) ?? -6, -6, 4) : 0;
    const said = first ?? UNSAID;
    return [
      1, held(z), above(z, -5), above(z, -3), above(z, -1), held(related), above(related, -5), above(related, -3),
      Math.max(rival, -6), Math.max(rival - z, -3), isOpgave ? Math.max(sameTheme.besides(label), -6) : 0, isOpgave ? many : 0,
      first === undefined ? 0 : held(said), above(said, -5), above(said, -3), above(said, -1), first === undefined ? 1 : 0, first === undefined ? 0 : within(z, -6, 3),
      ofTheme1, isOpgave ? Math.max(0, ofTheme1 + 1) : 0,
    ]; // biome-ignore format: in the order of the names
  };
  return { of, ofBlock };
}

/** Names of what {@link opposed} gives, in its order. */
export const OPPOSED = [
  'bias', 'named', 'named1', 'direction', 'directionNamed', 'means', 'meansDirection', 'opposite', 'taken', 'stance',
] as const; // biome-ignore format: a list

/** What is known of an opgave in a block when it is asked whether the block stands against it, in log-odds but for `means`. */
export interface Opposing {
  /** That it is what the block is about. */
  readonly named: number;
  /** Which way the sentences that speak of it choose: above zero against something. */
  readonly direction: number;
  /** Its means stand beside a rejection, or its opposite is there. */
  readonly means: boolean;
  /** Right behind one, or its opposite is there. */
  readonly opposite: boolean;
  /** That something is chosen about it. */
  readonly taken: number;
  /** What the sentences do: above zero they choose. */
  readonly stance: number;
}

/** Words that say less than this of a stand against something, in log-odds, make it none: beside a refused means, and without. */
const LEAST_BESIDE_MEANS = 0;
const LEAST_AGAINST = -1.5;
const REJECTION = CUES.indexOf('rejection');
const STATES = DECIDING_CUES.indexOf('states');
const STATES_MORE = DECIDING_CUES.indexOf('statesMore');
const NEGATES_REJECTION = DECIDING_CUES.indexOf('negatesRejection');
const REJECTS_PROBLEM = DECIDING_CUES.indexOf('rejectsProblem');

/** Whether a block may stand against anything: it has a means of some opgave that is refused, refuses something itself, or answers. */
export const mayRefuse = (block: BlockInContext): boolean => {
  const { counts, refusals } = block.own;
  return (
    counts.against.length > 0 || counts.cueIn[REJECTION] !== 0 || refusals.size > 0 || answeredBy(block) !== undefined
  );
};

/**
 * Whether a block may stand against an opgave that it speaks of; seldom so, and little to find out. Never where the rejection
 * is negated. Where its opposite is wanted or a rejection stands right before one of its means it does, elsewhere beside such a
 * means mostly; without a means something has to be refused at least that is not itself a problem.
 */
export function mayOppose(
  labels: Labels,
  { own: { counts } }: BlockInContext,
  label: number,
  direction: () => number,
): boolean {
  const onlyIn = (cue: number): boolean => {
    const where = counts.decidingIn[cue]!;
    return where !== 0 && (sentencesOf(labels, counts, label) & ~where) === 0;
  };
  if (onlyIn(NEGATES_REJECTION)) return false;
  if (counts.opposite.includes(label)) return true;
  if (counts.against.includes(label)) return direction() >= LEAST_BESIDE_MEANS;
  if (onlyIn(REJECTS_PROBLEM)) return false;
  return counts.cueIn[REJECTION] !== 0 && direction() >= LEAST_AGAINST;
}

/** What tells whether a block stands against an opgave. */
export function opposed({ named, direction, means, opposite, taken, stance }: Opposing): number[] {
  const about = within(named, -6, 5);
  const against = within(direction, -6, 6);
  const flag = means ? 1 : 0;
  return [
    1, about, Math.max(0, about + 1), against, against / (1 + Math.exp(-about - 1)), flag, flag * against, opposite ? 1 : 0,
    within(taken, -6, 5), within(stance, -4, 6),
  ]; // biome-ignore format: in the order of the names
}

/** A question makes no choice, nor do sentences that state something: their estimate is no higher than this, in log-odds. */
const OF_NO_CHOICE = -3;
export const heldBack = ({ own }: BlockInContext, z: number): number =>
  own.asks || onlyStates(own.counts) ? Math.min(z, OF_NO_CHOICE) : z;

/**
 * Whether every sentence states something, and none does, wants or demands anything. What stands behind the last cue is
 * not counted: as often as not it is a source, or says the same in other words.
 */
const onlyStates = (counts: SignalCounts): boolean =>
  counts.decidingIn[STATES] === 2 ** Math.min(counts.sentences, LAST_SENTENCE + 1) - 1 &&
  counts.decidingIn[STATES_MORE] === 0 &&
  isIdle(counts);

/** Names of what {@link taken} gives, in its order. */
export const TAKEN = ['bias', 'combined', 'stance', 'naming', 'against'] as const;

/** What tells whether a block chooses about an opgave: how likely it is about it, and what its sentences do. */
export function taken(about: number, stance: number, against: boolean): number[] {
  const z = within(about, -6, 4);
  const does = within(stance, -4, 6) / (1 + Math.exp(-z - 1));
  return [1, z, does, Math.min(0, does), against ? 1 : 0];
}
