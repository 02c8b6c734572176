/** A signal that was found, with the words that carry it. */
export interface Hit {
  readonly signal: number;
  /** Number of the sentence. */
  readonly sentence: number;
  /** First and last word of each phrase, ascending, each as flat pairs of offsets from the start of what was read. */
  readonly spans: readonly number[];
}

/**
 * Hits in a row: signal, sentence, number of offsets, the offsets, and so on. A megabyte of programme holds 80,000 of them:
 * as plain arrays they make a first
 * check of it a tenth slower, as objects they take 10 MB; so they are objects only where they are looked at.
 */
export type Hits = Int32Array;

export const NO_HITS: Hits = new Int32Array(0);

/** What stands at `at`, where a hit begins, and where the next one does. */
export const signalAt = (hits: Hits, at: number): number => hits[at]!;
export const sentenceAt = (hits: Hits, at: number): number => hits[at + 1]!;
export const nextHit = (hits: Hits, at: number): number => at + 3 + hits[at + 2]!;
/** Where its first words begin. */
export const firstOf = (hits: Hits, at: number): number => hits[at + 3]!;
export const spansAt = (hits: Hits, at: number): number[] => [...hits.subarray(at + 3, nextHit(hits, at))];

export function hitsOf(hits: Hits): Hit[] {
  const found: Hit[] = [];
  for (let at = 0; at < hits.length; at = nextHit(hits, at))
    found.push({ signal: signalAt(hits, at), sentence: sentenceAt(hits, at), spans: spansAt(hits, at) });
  return found;
}

/** Gathers the hits of a block; used again for the next. */
export class HitBuffer {
  private readonly numbers: number[] = [];
  private length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Begins a hit with so many offsets; they are to be given with {@link span}. */
  add(signal: number, sentence: number, offsets: number): void {
    this.push(signal);
    this.push(sentence);
    this.push(offsets);
  }

  span(from: number, to: number): void {
    this.push(from);
    this.push(to);
  }

  /** Gives the signal of each hit and its sentence: for those who keep neither, nothing is copied. */
  each(give: (signal: number, sentence: number) => void): void {
    const { numbers, length } = this;
    for (let at = 0; at < length; at += 3 + numbers[at + 2]!) give(numbers[at]!, numbers[at + 1]!);
  }

  hits(): Hits {
    if (this.length === 0) return NO_HITS;
    const hits = new Int32Array(this.length);
    for (let i = 0; i < this.length; i++) hits[i] = this.numbers[i]!;
    return hits;
  }

  // The array is never made shorter: growing again would cost more than it saves.
  private push(number: number): void {
    this.numbers[this.length++] = number;
  }
}
