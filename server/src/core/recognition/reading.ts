import type { Block } from '../text/blocks.js';
import { type Hit, type PackedHits, unpackHits } from '../text/hits.js';
import type { Matcher } from '../text/matcher.js';

/** A signal in a block, with the words that carry it. */
export type SignalHit = Hit;

/** What a block says by itself, apart from its place in the document. Depends on the block's text only. */
export class BlockReading {
  constructor(
    readonly words: number,
    readonly dutch: number,
    readonly foreign: number,
    /** Words of the software trade. */
    readonly software: number,
    private readonly packed: PackedHits,
  ) {}

  /** Unpacked each time they are asked for. */
  get hits(): readonly SignalHit[] {
    return unpackHits(this.packed);
  }
}

/** Reads one block of `text`. */
export function readBlock(matcher: Matcher, text: string, block: Block): BlockReading {
  const { words, hits, dutch, foreign, software } = matcher.read(text, block.from, block.to, block.skip);
  return new BlockReading(words.count, dutch, foreign, software, hits);
}
