/** A signal that was found, with the words that carry it. */
export interface Hit {
  readonly signal: number;
  /** Number of the sentence. */
  readonly sentence: number;
  /** First and last word of each phrase, ascending, each as flat pairs of offsets from the start of what was read. */
  readonly spans: readonly number[];
}

/**
 * Hits in a row: signal, sentence, number of offsets, offsets, and so on. A document holds many of them, and most are
 * never looked at again. So they are kept as a text, each number one character of it: nothing is smaller, or made
 * faster. Before them stands how many characters a number takes: two in a block of more than 65,535 characters.
 */
export type PackedHits = string;

export const NO_HITS: PackedHits = '';
/** Where the first hit begins. */
export const FIRST_HIT = 1;

function numberAt(packed: PackedHits, at: number): number {
  return packed.charCodeAt(0) === 1 ? packed.charCodeAt(at) : packed.charCodeAt(at) * 65536 + packed.charCodeAt(at + 1);
}

/** What stands at `at`, where a hit begins, and where the next one does. */
export const signalOf = (packed: PackedHits, at: number): number => numberAt(packed, at);
export const sentenceOf = (packed: PackedHits, at: number): number => numberAt(packed, at + packed.charCodeAt(0));
export function nextHit(packed: PackedHits, at: number): number {
  const width = packed.charCodeAt(0);
  return at + (3 + numberAt(packed, at + 2 * width)) * width;
}
export function spansOf(packed: PackedHits, at: number): number[] {
  const width = packed.charCodeAt(0);
  const end = nextHit(packed, at);
  const spans: number[] = [];
  for (let k = at + 3 * width; k < end; k += width) spans.push(numberAt(packed, k));
  return spans;
}

export function unpackHits(packed: PackedHits): Hit[] {
  const hits: Hit[] = [];
  for (let at = FIRST_HIT; at < packed.length; at = nextHit(packed, at))
    hits.push({ signal: signalOf(packed, at), sentence: sentenceOf(packed, at), spans: spansOf(packed, at) });
  return hits;
}

/** Characters are joined in stretches: a call takes no more arguments than these. */
const STRETCH = 4096;

/** Gathers the hits of a block; used again for the next. */
export class HitBuffer {
  /** First how many characters a number takes. Never made shorter: growing again would cost more than it saves. */
  private readonly numbers: number[] = [1];
  private length = 1;
  private largest = 0;

  clear(): void {
    this.length = 1;
    this.largest = 0;
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

  private push(number: number): void {
    this.numbers[this.length++] = number;
    if (number > this.largest) this.largest = number;
  }

  packed(): PackedHits {
    if (this.length === 1) return NO_HITS;
    const numbers = this.numbers.slice(0, this.length);
    const isWide = this.largest > 0xffff;
    const units = isWide ? [2, ...numbers.slice(1).flatMap((number) => [number >>> 16, number & 0xffff])] : numbers;
    if (units.length <= STRETCH) return String.fromCharCode(...units);
    let packed = '';
    for (let at = 0; at < units.length; at += STRETCH) packed += String.fromCharCode(...units.slice(at, at + STRETCH));
    return packed;
  }
}
