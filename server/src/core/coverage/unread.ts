import type { Analysis } from '../analysis.js';

/** What of a document is in another language, and so is not read. */
export interface Unread {
  /** In words: `Regel 40–95 is niet in het Nederlands en is niet gelezen.` */
  readonly sentence: string;
  /** Nothing else is there. */
  readonly isWhole: boolean;
  /** Where the first of it stands. */
  readonly from: number;
  readonly to: number;
}

/** A quotation is shorter: so many words make a stretch. */
const LEAST_WORDS = 20;
/** A block of so few words shows no language of its own: between two foreign ones it is foreign too. */
const FEW_WORDS = 8;

/** What of a document is not read; undefined where all of it is. */
export function unreadOf(analysis: Analysis): Unread | undefined {
  const [first, ...others] = analysis.foreignWords;
  // Asked after each key: no block is looked at for one foreign phrase.
  if (first === undefined || (others.length === 0 && first < LEAST_WORDS)) return undefined;
  const { contexts } = analysis;
  const stretches: { first: number; last: number; words: number }[] = [];
  let dutch = 0;
  let between = 0;
  let isNear = false;
  for (const [block, { own }] of contexts.entries()) {
    const stretch = stretches.at(-1);
    if (own.isForeign && isNear && stretch) {
      stretch.last = block;
      stretch.words += between + own.words;
    } else if (own.isForeign) {
      dutch += between;
      stretches.push({ first: block, last: block, words: own.words });
    } else if (own.words <= FEW_WORDS) {
      between += own.words;
      continue;
    } else dutch += between + own.words;
    isNear = own.isForeign;
    between = 0;
  }
  const long = stretches.filter(({ words }) => words >= LEAST_WORDS);
  if (long.length === 0) return undefined;
  const { text, blocks } = analysis;
  const isWhole = dutch < LEAST_WORDS;
  const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;
  const lines = long.map(({ first, last }) => {
    const [from, to] = [lineOf(blocks[first]!.from), lineOf(blocks[last]!.to - 1)];
    return from === to ? `${from}` : `${from}–${to}`;
  });
  const { from, to } = blocks[long[0]!.first]!;
  const subject = isWhole ? 'De tekst' : `Regel ${lines.join(', ')}`;
  return { sentence: `${subject} is niet in het Nederlands en is niet gelezen.`, isWhole, from, to };
}
