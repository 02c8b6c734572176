import type { Fragment } from './fragment.js';
import type { Front } from './front.js';

/** Where each fragment of a document begins, and past the last where that ends: by offset, by line, and by index of its first block. */
export class Starts {
  readonly offsets: Int32Array;
  readonly lines: Int32Array;
  readonly blocks: Int32Array;
  /** Where the line begins that each fragment begins on: a long paragraph is cut within its lines. */
  readonly lineOffsets: Int32Array;

  private constructor(fragments: number) {
    this.offsets = new Int32Array(fragments + 1);
    this.lines = new Int32Array(fragments + 1);
    this.blocks = new Int32Array(fragments + 1);
    this.lineOffsets = new Int32Array(fragments + 1);
  }

  static of(front: Front, fragments: readonly Fragment[]): Starts {
    const starts = new Starts(fragments.length);
    starts.offsets[0] = front.text.length;
    starts.lines[0] = front.lines.length;
    starts.lineOffsets[0] = front.text.length;
    starts.add(fragments, 0, fragments.length);
    return starts;
  }

  /** The same after `[first, end)` took the place of other fragments. What follows only moves: it is not looked at. */
  replaced(fragments: readonly Fragment[], first: number, end: number): Starts {
    const next = new Starts(fragments.length);
    // Where no line begins the place of the line before holds.
    let from = end;
    while (from < fragments.length && fragments[from]!.lines.length === 0) from++;
    for (const of of ['offsets', 'lines', 'blocks', 'lineOffsets'] as const)
      next[of].set(this[of].subarray(0, first + 1));
    next.add(fragments, first, from);
    const grown = next.offsets.length - this.offsets.length;
    const moved = (of: Int32Array, old: Int32Array, by: number): void => {
      for (let k = from + 1; k < of.length; k++) of[k] = old[k - grown]! + by;
    };
    const by = next.offsets[from]! - this.offsets[from - grown]!;
    moved(next.offsets, this.offsets, by);
    moved(next.lineOffsets, this.lineOffsets, by);
    moved(next.lines, this.lines, next.lines[from]! - this.lines[from - grown]!);
    moved(next.blocks, this.blocks, next.blocks[from]! - this.blocks[from - grown]!);
    return next;
  }

  /** Adds up `fragments[from, to)`. */
  private add(fragments: readonly Fragment[], from: number, to: number): void {
    for (let k = from; k < to; k++) {
      const { text, lines, blocks } = fragments[k]!;
      this.offsets[k + 1] = this.offsets[k]! + text.length;
      this.lines[k + 1] = this.lines[k]! + lines.length;
      this.lineOffsets[k + 1] = lines.length > 0 ? this.offsets[k]! + lines.at(-1)! : this.lineOffsets[k]!;
      this.blocks[k + 1] = this.blocks[k]! + blocks.length;
    }
  }
}
