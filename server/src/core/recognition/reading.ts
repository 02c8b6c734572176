import { endingOf } from '../dutch/sentence.js';
import type { Block } from '../markdown/blocks.js';
import { isContents } from '../markdown/contents.js';
import type { Matcher } from '../signals/matcher.js';
import {
  FIRST_HIT,
  type Hit,
  NO_HITS,
  nextHit,
  type PackedHits,
  signalOf,
  unpackHits,
} from '../signals/packed-hits.js';

/** A signal in a block, with the words that carry it. */
export type SignalHit = Hit;

/** See {@link endingOf}. */
export type Ending = ReturnType<typeof endingOf>;

/** What a block says by itself, apart from its place in the document. Depends on the block's text only. */
export class BlockReading {
  constructor(
    readonly words: number,
    readonly dutch: number,
    readonly foreign: number,
    /** Words of the software trade. */
    readonly software: number,
    readonly ending: Ending,
    readonly packed: PackedHits,
  ) {}

  /** Unpacked each time they are asked for. */
  get hits(): readonly SignalHit[] {
    return unpackHits(this.packed);
  }

  /** Whether a signal of it has this value among `numbers`, which are by signal. */
  hasSignal(numbers: ArrayLike<number>, value: number): boolean {
    const { packed } = this;
    for (let at = FIRST_HIT; at < packed.length; at = nextHit(packed, at))
      if (numbers[signalOf(packed, at)] === value) return true;
    return false;
  }

  /** Whether a strong signal has. @param weak 1 for each weak signal */
  hasStrongSignal(numbers: ArrayLike<number>, value: number, weak: ArrayLike<number>): boolean {
    const { packed } = this;
    for (let at = FIRST_HIT; at < packed.length; at = nextHit(packed, at)) {
      const signal = signalOf(packed, at);
      if (numbers[signal] === value && weak[signal] === 0) return true;
    }
    return false;
  }
}

/** Reads one block of `text`. */
export function readBlock(matcher: Matcher, text: string, block: Block): BlockReading {
  const { words, hits, dutch, foreign, software } = matcher.read(text, block.from, block.to, block.skip);
  const said = isContents(text.slice(block.from, block.to)) ? NO_HITS : hits;
  const running = words.count > 0 && words.sentence[words.count - 1] !== words.sentence[0];
  const last = endingOf(text, block.from, block.to);
  // Of more than one sentence the last may still be being written.
  const ending = running && last === 'word' ? 'sentence' : last;
  return new BlockReading(words.count, dutch, foreign, software, ending, said);
}
