import type { Analysis } from '../analysis.js';
import type { AnalysedBlock } from '../recognition/analysed-block.js';

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

/** Foreign blocks in a row, with short ones between them. */
interface Stretch {
  readonly first: number;
  last: number;
  words: number;
}

/** What of a document is not read; undefined where all of it is. Asked after each key: only what stands around a foreign block is looked at. */
export function unreadOf(analysis: Analysis): Unread | undefined {
  const stretches: Stretch[] = [];
  for (const { block, words } of analysis.foreign) {
    const stretch = stretches.at(-1);
    const between = stretch && wordsOfShort(analysis, stretch.last + 1, block);
    if (stretch && between !== undefined) {
      stretch.last = block;
      stretch.words += between + words;
    } else stretches.push({ first: block, last: block, words });
  }
  const long = stretches.filter(({ words }) => words >= LEAST_WORDS);
  if (long.length === 0) return undefined;
  const lines = long.map(({ first, last }) => {
    const [from, to] = [analysis.lineOf(analysis.block(first).from), analysis.lineOf(analysis.block(last).to - 1)];
    return from === to ? `${from}` : `${from}–${to}`;
  });
  const { from, to } = analysis.block(long[0]!.first);
  const dutch = stretches.reduce((left, { words }) => left - words, analysis.wordCount) - wordsAtEnd(analysis);
  const isWhole = dutch < LEAST_WORDS;
  const subject = isWhole ? 'De tekst' : `Regel ${lines.join(', ')}`;
  return { sentence: `${subject} is niet in het Nederlands en is niet gelezen.`, isWhole, from, to };
}

const isShort = ({ words }: AnalysedBlock): boolean => words <= FEW_WORDS;

/** How many words the blocks in `[from, to)` have, where all are short. */
function wordsOfShort(analysis: Analysis, from: number, to: number): number | undefined {
  let words = 0;
  for (let block = from; block < to; block++) {
    const { own } = analysis.context(block);
    if (!isShort(own)) return undefined;
    words += own.words;
  }
  return words;
}

/** Of the short blocks that end a text, which show no language, how many words they have. */
function wordsAtEnd(analysis: Analysis): number {
  let words = 0;
  for (let block = analysis.blockCount - 1; block >= 0; block--) {
    const { own } = analysis.context(block);
    if (own.isForeign || !isShort(own)) break;
    words += own.words;
  }
  return words;
}
