import { BlockInContext } from './block-in-context.js';
import { isTitle } from './candidates.js';
import type { Answer } from './first-words.js';
import { isStatement } from './headings-above.js';
import { CUES } from './labels.js';
import { countsOf } from './signal-counts.js';
import { doingIn } from './stance.js';

/** A statement with what a block below it answers. */
export interface Answered {
  readonly answer: Answer;
  /** As it is said; see {@link asSaid}. */
  readonly statement: BlockInContext;
}

const QUESTION = CUES.indexOf('question');
const REJECTION = CUES.indexOf('rejection');

/** Whether one may agree with a heading: ‘Wat vindt u van windmolens?’ has no yes or no. */
const mayBeAnswered = (heading: BlockInContext): boolean =>
  isStatement(heading) && !(heading.own.asks && heading.own.counts.cueIn[QUESTION] !== 0);

/** What a block answers to the statement above it, if it plainly does: in its first words, or in a line between them that says nothing else. */
export function answeredBy({ own, headings, previous }: BlockInContext): Answered | undefined {
  const [nearest, next] = headings;
  if (own.kind === 'heading' || !nearest) return undefined;
  if (!mayBeAnswered(nearest)) {
    const answer =
      nearest.own.saidFirst?.isAll && next && mayBeAnswered(next) ? nearest.own.saidFirst.answer : undefined;
    return answer && { answer, statement: asSaid(next!) };
  }
  const said = own.saidFirst;
  const begins = !previous || isTitle(previous) || said?.isLabelled;
  const answer = begins && said ? said.answer : previous?.saidFirst?.isAll ? previous.saidFirst.answer : undefined;
  return answer && { answer, statement: asSaid(nearest) };
}

/** A heading that is a statement, as if it were said below: a heading takes nothing up, and a question chooses nothing. */
export function asSaid(heading: BlockInContext): BlockInContext {
  heading.said ??= new BlockInContext(
    { ...heading.own, kind: 'paragraph', asks: false },
    heading.headings,
    undefined,
    undefined,
  );
  return heading.said;
}

/** What a block does with an opgave. */
export interface Doing {
  /** That it chooses something about it, and that it is what the block is about; 0 to 1. */
  readonly taken: number;
  readonly named: number;
  /** What it chooses is a stand against it. */
  readonly against: boolean;
}

/** From these probabilities on a statement speaks of an opgave and chooses something about it, and that is a stand against it. */
const SPEAKS = 0.5;
const CHOOSES = 0.4;
export const STANDS_AGAINST = 0.5;

/** Whether a statement does anything with an opgave that an answer may agree with. */
export const isUpForAnswer = ({ named, taken }: Doing): boolean => named >= SPEAKS && taken >= CHOOSES;

/**
 * What an answer does with an opgave: what its statement does, or the reverse of that. Undefined where the statement does
 * nothing with it, or the answer goes on to a choice of its own: then its own words tell.
 * @param own probability that by its own words it chooses something about it
 */
export function composed(
  { answer }: Answered,
  statement: Doing,
  own: number,
  goesOn: boolean,
): (Doing & { readonly answer: Answer }) | undefined {
  if (!isUpForAnswer(statement) || (answer !== 'agrees' && goesOn)) return undefined;
  if (answer === 'neither') return { ...statement, answer, taken: Math.min(own, OF_NO_CHOICE), against: false };
  return {
    ...statement,
    answer,
    taken: Math.max(own, statement.taken),
    against: statement.against === (answer === 'agrees'),
  };
}

/** What names an opgave only is as unlikely to choose. */
const OF_NO_CHOICE = 0.04;

/**
 * Whether an answer goes on to speak of an opgave itself: behind its first words where it does, wishes or demands something,
 * below a line that answers where it refuses nothing.
 */
export function goesOn({ own: { counts, saidFirst } }: BlockInContext, label: number): boolean {
  const own = countsOf(counts, label)?.anyIn ?? 0;
  return (own & (saidFirst ? doingIn(counts) & ~1 : ~counts.cueIn[REJECTION]!)) !== 0;
}
