import type { Estimates } from '../recognition/estimate.js';
import type { Mention } from '../recognition/mentions.js';
import type { BlockReading } from '../recognition/reading.js';
import type { Tally } from '../recognition/tally.js';
import type { Block } from '../text/blocks.js';

/**
 * A block as it is remembered: its reading, and the conclusions that were last drawn about it with what they rested on.
 * As long as that is the same, they are not drawn again.
 */
export class Heard {
  /** Forgotten when it is not likely to be asked for soon: it is quickly made again. */
  tally: Tally | undefined;
  voice: Voice | undefined;
  around: Around | undefined;
  mentions: readonly Mention[] | undefined;

  constructor(
    readonly kind: Block['kind'],
    /** Level of a heading. */
    readonly depth: number,
    readonly length: number,
    readonly reading: BlockReading,
  ) {}
}

/** A block with its first estimate. A new one is made only when the estimate is drawn anew: sameness says "as before". */
export interface Voice {
  readonly heard: Heard;
  readonly estimate: Estimates;
  /** What it rests on besides the block itself. */
  readonly path: Path;
  readonly leadIn: Heard | undefined;
  readonly previous: Heard | undefined;
}

/** The headings above a place, from the nearest up. */
export interface Path {
  readonly voices: readonly Voice[];
}

export function isSamePath(a: Path, b: Path): boolean {
  if (a === b) return true;
  return a.voices.length === b.voices.length && a.voices.every((voice, i) => voice === b.voices[i]);
}

/** Whether two paths lead through the same headings, whatever is estimated of these. */
export function hasSameHeadings(a: Path, b: Path): boolean {
  if (a === b) return true;
  return a.voices.length === b.voices.length && a.voices.every(({ heard }, i) => heard === b.voices[i]!.heard);
}

/** What the conclusions about a block rested on: the blocks around it, its headings, what leads in. */
export class Around {
  constructor(
    private readonly voices: readonly Voice[],
    private readonly block: number,
    private readonly path: Path,
    private readonly leadIn: Voice | undefined,
  ) {}

  /** Whether it is the same as what stands around `voices[block]`, from `from` up to `to`. */
  isSame(
    voices: readonly Voice[],
    from: number,
    to: number,
    block: number,
    path: Path,
    leadIn: Voice | undefined,
  ): boolean {
    if (this.block !== block - from || this.voices.length !== to - from || this.leadIn !== leadIn) return false;
    for (let i = from; i < to; i++) if (voices[i] !== this.voices[i - from]) return false;
    return isSamePath(this.path, path);
  }
}
