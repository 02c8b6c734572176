import { BlockInContext } from './block-in-context.js';
import { isTitle } from './candidates.js';
import type { Answer } from './first-words.js';
import { isStatement } from './headings-above.js';
import { CUES } from './labels.js';
import { countsOf } from './signal-counts.js';
import { doingIn, isIdle } from './stance.js';

/** A statement with what a block below it answers. */
export interface Answered {
  readonly answer: Answer;
  /** It says so itself, or is the first to stand below the line that does: what follows explains the answer. */
  readonly isFirst: boolean;
  /** The heading that is the statement; see {@link asSaid}. */
  readonly heading: BlockInContext;
}

const QUESTION = CUES.indexOf('question');
const REJECTION = CUES.indexOf('rejection');

/**
 * Whether one may agree with a heading. ‘Wat vindt u van windmolens?’ has no yes or no, and ‘Doet de gemeente genoeg?’ wants
 * nothing.
 */
const mayBeAnswered = (heading: BlockInContext): boolean => {
  const { asks, counts } = heading.own;
  return isStatement(heading) && !(asks && (counts.cueIn[QUESTION] !== 0 || isIdle(counts)));
};

/**
 * What a block answers to the statement above it, if it plainly does: in its first words, or in a line between them that says
 * nothing else.
 */
export function answeredBy(block: BlockInContext): Answered | undefined {
  const { own, headings, previous } = block;
  const [nearest, next] = headings;
  if (own.kind === 'heading' || own.kind === 'cell' || isAsSaid(block) || !nearest) return undefined;
  const said = own.saidFirst;
  const isFirst = said !== undefined || !previous || (isTitle(previous) && !previous.saidFirst);
  if (!mayBeAnswered(nearest)) {
    const answer =
      nearest.own.saidFirst?.isAll && next && mayBeAnswered(next) ? nearest.own.saidFirst.answer : undefined;
    return answer && { answer, isFirst, heading: next! };
  }
  const begins = !previous || isTitle(previous) || said?.isLabelled;
  const answer = begins && said ? said.answer : previous?.saidFirst?.isAll ? previous.saidFirst.answer : undefined;
  return answer && { answer, isFirst, heading: nearest };
}

/**
 * A heading that is a statement, as if it were said below: a heading takes nothing up, and a question chooses nothing. The
 * same one every time. It answers no other statement: its own words alone tell what one may agree with.
 */
export function asSaid(heading: BlockInContext): BlockInContext {
  if (!heading.said) {
    const own = { ...heading.own, kind: 'paragraph', asks: false } as const;
    heading.said = new BlockInContext(own, heading.headings, undefined, undefined);
    heading.said.said = heading.said;
  }
  return heading.said;
}

const isAsSaid = (block: BlockInContext): boolean => block.said === block;

/** What a block does with an opgave. */
export interface Doing {
  /** That it chooses something about it, and that it is what the block is about; 0 to 1. */
  readonly taken: number;
  readonly named: number;
  /** What it chooses is a stand against it. */
  readonly against: boolean;
}

/** From this probability on a statement speaks of an opgave. */
const SPEAKS = 0.5;
/** From this one on it chooses something about it. */
const CHOOSES = 0.4;
/** And from this one on what it chooses is a stand against it. */
export const STANDS_AGAINST = 0.5;
/** What names an opgave only chooses something about it with no higher probability. */
const ONLY_NAMES = 0.04;

/** Whether a statement does anything with an opgave that an answer may agree with. */
const isUpForAnswer = ({ named, taken }: Doing): boolean => named >= SPEAKS && taken >= CHOOSES;

/**
 * How probable it is that an opgave is what an answer is about: as its statement is. Undefined where neither speaks of it.
 * @param own the same by its own words, which alone tell of what explains an answer
 */
export const namedBy = ({ isFirst }: Answered, statement: Doing, own: number | undefined): number | undefined =>
  isFirst && isUpForAnswer(statement) ? Math.max(own ?? 0, statement.named) : own;

/**
 * What an answer does with an opgave: what its statement does, or the reverse of that. Undefined where the statement does
 * nothing with it, or the answer goes on to a choice of its own: then its own words tell.
 * @param own probability that by its own words it chooses something about it
 */
export function composed(
  block: BlockInContext,
  label: number,
  { answer, isFirst }: Answered,
  statement: Doing,
  own: number,
): (Doing & { readonly answer: Answer }) | undefined {
  const choosesItself = answer === 'agrees' ? refuses : goesOn;
  if (!isUpForAnswer(statement) || choosesItself(block, label)) return undefined;
  if (answer === 'neither') return { ...statement, answer, taken: Math.min(own, ONLY_NAMES), against: false };
  return {
    ...statement,
    answer,
    taken: isFirst ? Math.max(own, statement.taken) : own,
    against: statement.against === (answer === 'agrees'),
  };
}

/** Whether an answer plainly refuses an opgave itself: ‘Ja. Windmolens op land willen wij niet.’ */
const refuses = ({ own: { counts, refusals } }: BlockInContext, label: number): boolean =>
  counts.against.includes(label) || refusals.get(label) === true;

/**
 * Whether an answer goes on to speak of an opgave itself: behind its first words where it does, wishes or demands something,
 * below a line that answers where it refuses nothing.
 */
function goesOn({ own: { counts, saidFirst } }: BlockInContext, label: number): boolean {
  const own = countsOf(counts, label)?.anyIn ?? 0;
  return (own & (saidFirst ? doingIn(counts) & ~1 : ~counts.cueIn[REJECTION]!)) !== 0;
}
