import type { Block } from '../text/blocks.js';
import type { Matcher } from '../text/matcher.js';

/** A signal in a block, with the words that carry it. */
export interface SignalHit {
  readonly signal: number;
  /** Flat pairs of offsets, relative to the start of the block, ascending. */
  readonly spans: readonly number[];
  /** Number of the sentence within the block. */
  readonly sentence: number;
}

/** What a block says by itself, apart from its place in the document. Depends on the block's text only. */
export interface BlockReading {
  readonly words: number;
  readonly dutch: number;
  readonly foreign: number;
  readonly software: number;
  readonly hits: readonly SignalHit[];
}

/** Reads one block of `text`. */
export function readBlock(matcher: Matcher, text: string, block: Block): BlockReading {
  const { words, hits, dutch, foreign, software } = matcher.read(text, block.from, block.to, block.skip);
  return {
    words: words.count,
    dutch,
    foreign,
    software,
    hits: hits.map((hit) => ({
      signal: hit.signal,
      sentence: hit.sentence,
      spans: hit.words.flatMap((w) => [words.start[w]! - block.from, words.end[w]! - block.from]),
    })),
  };
}
