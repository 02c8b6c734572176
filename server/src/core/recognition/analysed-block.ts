import { isDutch } from '../dutch/language.js';
import type { Block } from '../markdown/blocks.js';
import { type Hits, NO_HITS } from '../signals/hits.js';
import type { Matcher } from '../signals/matcher.js';
import type { Labels } from './labels.js';
import { countSignals, type SignalCounts } from './signal-counts.js';
import { isUnfilled } from './unfilled.js';

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
  /** Dutch of the writer's own: else it mentions nothing, whatever its signals. */
  readonly isDutch: boolean;
  readonly ending: Ending;
  /** Offsets count from the start of the block. */
  readonly hits: Hits;
  readonly counts: SignalCounts;
}

/** Finds the signals in one block of `text`. */
export function analyseBlock(matcher: Matcher, labels: Labels, text: string, block: Block): AnalysedBlock {
  const { kind, depth, from, to } = block;
  const { words, hits: found, dutch, foreign, software } = matcher.read(text, from, to, block.skip);
  const content = text.slice(from, to);
  const hits = isEntry(content) || isSourceNote(content) ? NO_HITS : found;
  const running = words.count > 0 && words.sentence[words.count - 1] !== words.sentence[0];
  return {
    kind,
    depth,
    length: to - from,
    words: words.count,
    softwareWords: software,
    isDutch: isDutch(dutch, foreign) && !isUnfilled(content),
    ending: endingOf(text.slice(from, proseEnd(text, block)).slice(-8), running),
    hits,
    counts: countSignals(matcher.table, labels, hits),
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

/** A footnote that cites something: the title of a source says nothing of the writer's own. */
const isSourceNote = (content: string): boolean =>
  content.startsWith('[^') && /^\[\^[^\]\s]+\]:.*@[\w-]+:/s.test(content);

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
