import type { Block } from '../text/blocks.js';
import type { Hit, Matcher } from '../text/matcher.js';

/** A signal in a block, with the words that carry it. */
export type SignalHit = Hit;

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
    hits,
  };
}
