/** A signal that was found, with the words that carry it. */
export interface Hit {
  readonly signal: number;
  /** Number of the sentence. */
  readonly sentence: number;
  /** First and last word of each phrase, ascending, each as flat pairs of offsets from the start of what was read. */
  readonly spans: readonly number[];
}

/**
 * Hits in a flat array: signal, sentence, number of spans, spans, and so on. A document holds many of them, and most
 * are never looked at again.
 */
export type PackedHits = Int32Array;

/** What stands at `at`, where a hit begins, and where the next one does. */
export const signalOf = (packed: PackedHits, at: number): number => packed[at]!;
export const sentenceOf = (packed: PackedHits, at: number): number => packed[at + 1]!;
export const nextHit = (packed: PackedHits, at: number): number => at + 3 + packed[at + 2]!;
export const spansOf = (packed: PackedHits, at: number): number[] =>
  Array.from(packed.subarray(at + 3, nextHit(packed, at)));

export function unpackHits(packed: PackedHits): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < packed.length; at = nextHit(packed, at))
    hits.push({ signal: signalOf(packed, at), sentence: sentenceOf(packed, at), spans: spansOf(packed, at) });
  return hits;
}

/** A growing array of packed hits, reused from block to block. */
export class HitBuffer {
  length = 0;
  private numbers = new Int32Array(1024);

  /** Makes room for a hit with so many spans; they are to be set with {@link span}. */
  add(signal: number, sentence: number, spans: number): void {
    if (this.length + 3 + spans > this.numbers.length) {
      const larger = new Int32Array(2 * (this.length + 3 + spans));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length] = signal;
    this.numbers[this.length + 1] = sentence;
    this.numbers[this.length + 2] = spans;
    this.length += 3;
  }

  span(from: number, to: number): void {
    this.numbers[this.length++] = from;
    this.numbers[this.length++] = to;
  }

  packed(): PackedHits {
    return this.numbers.slice(0, this.length);
  }
}
