import { isDutch } from '../dutch/language.js';
import type { Block } from '../markdown/blocks.js';
import { type Hits, NO_HITS } from '../signals/hits.js';
import type { Matcher } from '../signals/matcher.js';
import type { Recogniser } from './recogniser.js';
import { countSignals, type SignalCounts } from './signal-counts.js';
import { NO_STANCES, type SentenceStances } from './stance.js';
import type { WordSums } from './words.js';

/** How a block ends: as a sentence does, with the colon of an announcement, or on a word, as a title does. */
export type Ending = 'sentence' | 'colon' | 'word';

/** A block with what is found in it, apart from where it stands. Depends on the block's text only. */
export interface AnalysedBlock {
  readonly kind: Block['kind'];
  /** Level of a heading, nesting depth of a list item, else 0. */
  readonly depth: number;
  /** In characters. */
  readonly length: number;
  readonly words: number;
  /** Words of the software trade. */
  readonly softwareWords: number;
  /** Else it mentions nothing, whatever its signals. */
  readonly isDutch: boolean;
  readonly ending: Ending;
  /** It is one question. */
  readonly asks: boolean;
  /** Offsets count from the start of the block. */
  readonly hits: Hits;
  readonly counts: SignalCounts;
  readonly said: WordSums;
  readonly stances: SentenceStances;
  readonly directions: SentenceStances;
}

/** Finds the signals in one block of `text`. */
export function analyseBlock(matcher: Matcher, recogniser: Recogniser, text: string, block: Block): AnalysedBlock {
  const { kind, depth, from, to } = block;
  const { words, vocabulary, hits: found, dutch, foreign, software } = matcher.read(text, from, to, block.skip);
  const hits = isEntry(text.slice(from, to)) ? NO_HITS : found;
  const counts = countSignals(matcher.table, recogniser.labels, hits);
  const tail = text.slice(from, proseEnd(text, block)).slice(-8);
  const running = words.count > 0 && words.sentence[words.count - 1] !== words.sentence[0];
  return {
    kind,
    depth,
    length: to - from,
    words: words.count,
    softwareWords: software,
    isDutch: isDutch(dutch, foreign),
    ending: endingOf(tail, running),
    asks: !running && /\?[\s*_"'”’)\]]*$/.test(tail),
    hits,
    counts,
    said: recogniser.words.read(words, vocabulary, counts.labels),
    stances: recogniser.stances.read(words, vocabulary),
    directions: counts.against.length === 0 ? NO_STANCES : recogniser.directions.read(words, vocabulary),
  };
}

/** Where the prose of a block ends: a comment or tag that closes it says nothing of how it ends. */
function proseEnd(text: string, { to, skip }: Block): number {
  let end = to;
  for (let k = skip.length - 2; k >= 0 && text.slice(skip[k + 1]!, end).trim() === ''; k -= 2) end = skip[k]!;
  return end;
}

/** @param running the block has more than one sentence: the last one may still be being written */
const endingOf = (tail: string, running: boolean): Ending =>
  /:[\s*_]*$/.test(tail) ? 'colon' : running || /[.!?;…][\s*_"'”’)\]]*$/.test(tail) ? 'sentence' : 'word';

/** Longer lines are sentences, whatever they end on. */
const LONGEST_ENTRY = 120;

/** A line of a table of contents: a title with the number of its page, or with a link to its heading. It says nothing itself. */
function isEntry(content: string): boolean {
  if (content.length > LONGEST_ENTRY) return false;
  return (
    (/^[^.!?;:]{3,}?(?:[ \u00A0]?(?:\.{3,}|…+|\t)\s*|\s{1,3})\d{1,3}$/.test(content) &&
      !/\b(?:wij|we|van|voor|tot|naar|met|in|op|om|uit|artikel)\s+\S*\d{1,3}$/i.test(content)) ||
    /^(?:\d+(?:\.\d+)*\.?\s+)?\[[^\]]+\]\(#[^)]*\)$/.test(content)
  );
}
