import { countOf, type Lists, type Numbers, narrowed } from './lists.js';
import type { Shape, SignalTable } from './signal-table.js';

/**
 * A signal table as text, small when zipped and quick to read. Numbers are written as digits of printable ASCII,
 * each as its distance from what was to be expected, so that most of them are one and the same character.
 */

/** Digits: the printable characters that need no escape in a string literal. */
const DIGITS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_'];
/** The upper half of the digits says that more follow. */
const BASE = DIGITS.length >> 1;
const VALUE = new Uint8Array(128);
for (const [value, digit] of DIGITS.entries()) VALUE[digit.charCodeAt(0)] = value;
/** Bits that one digit holds. */
const WIDTH = 6;

class Writer {
  private text = '';
  private readonly bits: number[] = [];

  /** Everything that was written; the bits come first. */
  get packed(): string {
    let packed = '';
    for (let i = 0; i < this.bits.length; i += WIDTH) {
      let digit = 0;
      for (let k = 0; k < WIDTH; k++) digit = digit * 2 + (this.bits[i + k] ?? 0);
      packed += DIGITS[digit];
    }
    return `${packed} ${this.text}`;
  }

  number(value: number): void {
    let rest = value;
    while (rest >= BASE) {
      this.text += DIGITS[BASE + (rest % BASE)];
      rest = Math.floor(rest / BASE);
    }
    this.text += DIGITS[rest];
  }

  /** Small numbers. */
  numbers(values: ArrayLike<number>): void {
    this.number(values.length);
    for (let i = 0; i < values.length; i++) this.number(values[i]!);
  }

  /** Numbers of any size, to both sides of zero: a digit for the size, and the bits that say which. */
  private wide(value: number): void {
    const positive = (value < 0 ? -2 * value - 1 : 2 * value) + 1;
    const size = 31 - Math.clz32(positive);
    this.text += DIGITS[size];
    for (let bit = size - 1; bit >= 0; bit--) this.bits.push((positive >> bit) & 1);
  }

  /** Numbers of things that are mostly met in the order of their numbers: 0 says "the next new one". */
  met(values: ArrayLike<number>): void {
    this.number(values.length);
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      this.wide(next - values[i]!);
      next = Math.max(next, values[i]! + 1);
    }
  }

  lengths({ starts }: Lists): void {
    this.numbers(starts.subarray(1).map((start, i) => start - starts[i]!));
  }

  /** Lists of which the first numbers mostly go up from list to list; and so do the others within a list, if `sorted`. */
  rows({ starts, items }: Lists, sorted: boolean): void {
    this.lengths({ starts, items });
    let before = 0;
    for (let list = 0; list < starts.length - 1; list++) {
      for (let k = starts[list]!; k < starts[list + 1]!; k++) {
        const expected = k === starts[list] ? before : sorted ? items[k - 1]! : 0;
        this.wide(items[k]! - expected);
      }
      before = items[starts[list]!] ?? before;
    }
  }

  /** Sorted words, each as what it shares with the one before and what comes after. */
  words(words: readonly string[]): void {
    const tails: string[] = [];
    const shared = words.map((word, i) => {
      const before = words[i - 1] ?? '';
      let length = 0;
      while (length < word.length && word[length] === before[length]) length++;
      tails.push(word.slice(length));
      return length;
    });
    this.numbers(shared);
    this.string(tails.join(' '));
  }

  string(text: string): void {
    this.number(text.length);
    this.text += text;
  }
}

/** Reads what a {@link Writer} wrote. It runs once, at start, so its loops hold everything in variables of their own. */
class Reader {
  private readonly text: Uint8Array;
  private at = 0;
  private bit = 0;

  constructor(packed: string) {
    this.text = new TextEncoder().encode(packed);
    this.at = packed.indexOf(' ') + 1;
  }

  number(): number {
    return this.numbersOf(1, new Int32Array(1))[0]!;
  }

  numbers<T extends Int32Array | Uint16Array | Uint8Array>(Kind: new (length: number) => T): T {
    const count = this.number();
    return this.numbersOf(count, new Kind(count));
  }

  private numbersOf<T extends Int32Array | Uint16Array | Uint8Array>(count: number, values: T): T {
    const { text } = this;
    let { at } = this;
    for (let i = 0; i < count; i++) {
      let digit = VALUE[text[at++]!]!;
      let value = 0;
      let scale = 1;
      while (digit >= BASE) {
        value += (digit - BASE) * scale;
        scale *= BASE;
        digit = VALUE[text[at++]!]!;
      }
      values[i] = value + digit * scale;
    }
    this.at = at;
    return values;
  }

  /** As many numbers of any size as `values` holds. */
  private wide(values: Int32Array): Int32Array {
    const { text } = this;
    let { at, bit } = this;
    for (let i = 0; i < values.length; i++) {
      let left = VALUE[text[at++]!]!;
      let positive = 1;
      while (left > 0) {
        const used = bit % WIDTH;
        const take = left < WIDTH - used ? left : WIDTH - used;
        const digit = VALUE[text[(bit - used) / WIDTH]!]!;
        positive = (positive << take) | ((digit >> (WIDTH - used - take)) & ((1 << take) - 1));
        bit += take;
        left -= take;
      }
      const value = positive - 1;
      values[i] = (value & 1) === 1 ? -((value + 1) >> 1) : value >> 1;
    }
    this.at = at;
    this.bit = bit;
    return values;
  }

  met(): Numbers {
    const values = this.wide(new Int32Array(this.number()));
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      const value = next - values[i]!;
      values[i] = value;
      if (value >= next) next = value + 1;
    }
    return narrowed(values, next);
  }

  starts(): Numbers {
    const lengths = this.numbers(Int32Array);
    const starts = new Int32Array(lengths.length + 1);
    for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!;
    return narrowed(starts, starts.at(-1)!);
  }

  /** @param most no item is above it */
  rows(sorted: boolean, most: number): Lists {
    const starts = this.starts();
    const items = this.wide(new Int32Array(starts.at(-1)!));
    let before = 0;
    for (let list = 0; list < starts.length - 1; list++) {
      const first = starts[list]!;
      const end = starts[list + 1]!;
      if (first === end) continue;
      items[first]! += before;
      before = items[first]!;
      if (sorted) for (let k = first + 1; k < end; k++) items[k]! += items[k - 1]!;
    }
    return { starts, items: narrowed(items, most) };
  }

  words(): string[] {
    const shared = this.numbers(Uint8Array);
    const words = this.string().split(' ');
    let before = '';
    for (let i = 0; i < words.length; i++) {
      const length = shared[i]!;
      before = length === 0 ? words[i]! : before.slice(0, length) + words[i]!;
      words[i] = before;
    }
    return words;
  }

  string(): string {
    const length = this.number();
    this.at += length;
    // A copy: a slice would keep all of `packed` in memory.
    return new TextDecoder().decode(this.text.subarray(this.at - length, this.at));
  }
}

export function packSignals(table: SignalTable): string {
  const writer = new Writer();
  writer.words(table.atoms);
  writer.numbers(table.shapeOf);
  writer.string(table.shapes.map((shapes) => shapes.map(shapeText).join(';')).join(' '));
  writer.rows(table.classes, true);
  writer.rows(table.phrases, false);
  writer.numbers(table.atClauseEnd);
  for (const lists of [table.groups, table.near, table.not]) {
    writer.lengths(lists);
    writer.met(lists.items);
  }
  writer.met(table.formSignal);
  writer.met(table.labelOf);
  writer.numbers(table.weak);
  writer.string(table.labels.join(' '));
  return writer.packed;
}

export function unpackSignals(text: string): SignalTable {
  const reader = new Reader(text);
  const met = (): Lists => ({ starts: reader.starts(), items: reader.met() });
  const atoms = reader.words();
  const shapeOf = reader.numbers(Uint16Array);
  const shapes = reader
    .string()
    .split(' ')
    .map((shapes) => shapes.split(';').map(shapeIn));
  const classes = reader.rows(true, atoms.length);
  return {
    atoms,
    shapeOf,
    shapes,
    classes,
    phrases: reader.rows(false, atoms.length + countOf(classes)),
    atClauseEnd: reader.numbers(Uint8Array),
    groups: met(),
    near: met(),
    not: met(),
    formSignal: reader.met(),
    labelOf: Uint16Array.from(reader.met()),
    weak: reader.numbers(Uint8Array),
    labels: reader.string().split(' '),
  };
}

const shapeText = ({ at, cut, add, endings, inside }: Shape): string =>
  [endings, inside ? 1 : '', cut || '', add, at < 0 ? '' : at].join(',').replace(/,+$/, '');

function shapeIn(text: string): Shape {
  const [endings, inside, cut, add = '', at] = text.split(',');
  return { at: at ? Number(at) : -1, cut: Number(cut ?? 0), add, endings: Number(endings), inside: inside === '1' };
}
