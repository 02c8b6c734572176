import { isDutch } from '../dutch/language.js';
import { type Ending, endingOf } from '../dutch/sentence.js';
import type { Block } from '../markdown/blocks.js';
import { isContents } from '../markdown/contents.js';
import { type Hits, NO_HITS } from '../signals/hits.js';
import type { Matcher } from '../signals/matcher.js';
import type { Recogniser } from './recogniser.js';
import { countSignals, type SignalCounts } from './signal-counts.js';
import type { SentenceStances } from './stance.js';
import { isUnfilled } from './unfilled.js';
import type { WordSums } from './words.js';

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
  /** In another language. */
  readonly isForeign: boolean;
  /** Dutch of the writer's own: else it mentions nothing, whatever its signals. */
  readonly isDutch: boolean;
  readonly ending: Ending;
  /** It is one question. */
  readonly asks: boolean;
  /** Offsets count from the start of the block. */
  readonly hits: Hits;
  readonly counts: SignalCounts;
  readonly said: WordSums;
  readonly stances: SentenceStances;
}

/** Finds the signals in one block of `text`. */
export function analyseBlock(matcher: Matcher, recogniser: Recogniser, text: string, block: Block): AnalysedBlock {
  const { kind, depth, from, to } = block;
  const { words, vocabulary, hits: found, dutch, foreign, software } = matcher.read(text, from, to, block.skip);
  const content = text.slice(from, to);
  const hits = isContents(content) || isSourceNote(content) ? NO_HITS : found;
  const counts = countSignals(matcher.table, recogniser.labels, hits);
  const running = words.count > 0 && words.sentence[words.count - 1] !== words.sentence[0];
  const last = endingOf(text, from, to);
  const isForeign = !isDutch(dutch, foreign);
  return {
    kind,
    depth,
    length: to - from,
    words: words.count,
    softwareWords: software,
    isForeign,
    isDutch: !isForeign && !isUnfilled(content),
    // Of more than one sentence the last may still be being written.
    ending: running && last === 'word' ? 'sentence' : last,
    asks: !running && /\?[\s*_"'”’)\]]*(?:<!--.*-->\s*)?$/s.test(content),
    hits,
    counts,
    said: recogniser.words.read(words, vocabulary, counts.labels),
    stances: recogniser.stances.read(words, vocabulary),
  };
}

/** A footnote that cites something: the title of a source says nothing of the writer's own. */
const isSourceNote = (content: string): boolean =>
  content.startsWith('[^') && /^\[\^[^\]\s]+\]:.*@[\w-]+:/s.test(content);
