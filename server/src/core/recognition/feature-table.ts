/**
 * Names of features, each a kind of one letter and a text behind a space, by their numbers. They are looked up as stretches of other
 * texts: a word never seen before is asked for seven of them, and as many strings would take as long as all else that is done with it.
 */
export class FeatureTable {
  /** Numbers of features by hash, -1 for none. */
  private readonly table: Int32Array;
  /** Where the name of each begins. */
  private readonly starts: Int32Array;

  /** @param names a line each, `count` of them */
  constructor(
    private readonly names: string,
    count: number,
  ) {
    this.starts = new Int32Array(count + 1);
    let size = 1;
    while (size < 2 * count) size *= 2;
    this.table = new Int32Array(size).fill(-1);
    for (let number = 0, start = 0; start < names.length; number++) {
      let end = start;
      let hash = SEED;
      for (; end < names.length && names.charCodeAt(end) !== NEWLINE; end++)
        if (end !== start + 1) hash = Math.imul(hash ^ names.charCodeAt(end), PRIME);
      let at = hash & (size - 1);
      while (this.table[at]! >= 0) at = (at + 1) & (size - 1);
      this.table[at] = number;
      this.starts[number] = start;
      start = end + 1;
      this.starts[number + 1] = start;
    }
  }

  /** The number of the feature of a kind that `text[from, to)` is, or -1. */
  find(kind: string, text: string, from: number, to: number): number {
    const letter = kind.charCodeAt(0);
    let hash = Math.imul(SEED ^ letter, PRIME);
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
    const { table } = this;
    const mask = table.length - 1;
    for (let at = hash & mask; table[at]! >= 0; at = (at + 1) & mask)
      if (this.isAt(table[at]!, letter, text, from, to)) return table[at]!;
    return -1;
  }

  private isAt(number: number, letter: number, text: string, from: number, to: number): boolean {
    const { names } = this;
    const start = this.starts[number]!;
    if (names.charCodeAt(start) !== letter || this.starts[number + 1]! - start - 3 !== to - from) return false;
    for (let i = from, at = start + 2; i < to; i++, at++) if (names.charCodeAt(at) !== text.charCodeAt(i)) return false;
    return true;
  }
}

const NEWLINE = 10;
/** Of the hash of Fowler, Noll and Vo. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
