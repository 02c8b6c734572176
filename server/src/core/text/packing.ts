import type { Lists } from './lists.js';
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

class Reader {
  private at: number;
  private bit = 0;

  constructor(private readonly text: string) {
    this.at = text.indexOf(' ') + 1;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= BASE) {
      const digit = VALUE[this.text.charCodeAt(this.at++)]!;
      if (digit < BASE) return value + digit * scale;
      value += (digit - BASE) * scale;
    }
  }

  numbers<T extends Int32Array | Uint16Array | Uint8Array>(Kind: new (length: number) => T): T {
    const values = new Kind(this.number());
    for (let i = 0; i < values.length; i++) values[i] = this.number();
    return values;
  }

  private wide(): number {
    const size = VALUE[this.text.charCodeAt(this.at++)]!;
    let positive = 1;
    for (let left = size; left > 0; ) {
      const used = this.bit % WIDTH;
      const take = Math.min(left, WIDTH - used);
      const digit = VALUE[this.text.charCodeAt((this.bit - used) / WIDTH)]!;
      positive = (positive << take) | ((digit >> (WIDTH - used - take)) & ((1 << take) - 1));
      this.bit += take;
      left -= take;
    }
    const value = positive - 1;
    return (value & 1) === 1 ? -(value + 1) / 2 : value / 2;
  }

  met(): Int32Array {
    const values = new Int32Array(this.number());
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      const value = next - this.wide();
      values[i] = value;
      if (value >= next) next = value + 1;
    }
    return values;
  }

  starts(): Int32Array {
    const starts = new Int32Array(this.number() + 1);
    for (let i = 1; i < starts.length; i++) starts[i] = starts[i - 1]! + this.number();
    return starts;
  }

  rows(sorted: boolean): Lists {
    const starts = this.starts();
    const items = new Int32Array(starts.at(-1)!);
    let before = 0;
    for (let list = 0; list < starts.length - 1; list++) {
      const first = starts[list]!;
      for (let k = first; k < starts[list + 1]!; k++)
        items[k] = this.wide() + (k === first ? before : sorted ? items[k - 1]! : 0);
      before = items[first] ?? before;
    }
    return { starts, items };
  }

  words(): string[] {
    const shared = this.numbers(Uint8Array);
    let before = '';
    return this.string()
      .split(' ')
      .map((tail, i) => {
        before = before.slice(0, shared[i]!) + tail;
        return before;
      });
  }

  string(): string {
    const length = this.number();
    this.at += length;
    return this.text.slice(this.at - length, this.at);
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
  return {
    atoms: reader.words(),
    shapeOf: reader.numbers(Uint16Array),
    shapes: reader
      .string()
      .split(' ')
      .map((shapes) => shapes.split(';').map(shapeIn)),
    classes: reader.rows(true),
    phrases: reader.rows(false),
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
