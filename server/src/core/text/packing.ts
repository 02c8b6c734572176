import type { Lists } from './lists.js';
import type { SignalTable } from './signal-table.js';

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

class Writer {
  text = '';

  number(value: number): void {
    let rest = value;
    while (rest >= BASE) {
      this.text += DIGITS[BASE + (rest % BASE)];
      rest = Math.floor(rest / BASE);
    }
    this.text += DIGITS[rest];
  }

  /** Numbers that may lie to both sides of zero. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  numbers(values: ArrayLike<number>): void {
    this.number(values.length);
    for (let i = 0; i < values.length; i++) this.number(values[i]!);
  }

  /** Numbers of things that are mostly met in the order of their numbers: 0 says "the next new one". */
  met(values: ArrayLike<number>): void {
    this.number(values.length);
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      this.signed(next - values[i]!);
      next = Math.max(next, values[i]! + 1);
    }
  }

  lengths({ starts }: Lists): void {
    this.numbers(starts.subarray(1).map((start, i) => start - starts[i]!));
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
  private at = 0;
  constructor(private readonly text: string) {}

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= BASE) {
      const digit = VALUE[this.text.charCodeAt(this.at++)]!;
      if (digit < BASE) return value + digit * scale;
      value += (digit - BASE) * scale;
    }
  }

  signed(): number {
    const value = this.number();
    return (value & 1) === 1 ? -(value + 1) / 2 : value / 2;
  }

  numbers<T extends Int32Array | Uint16Array | Uint8Array>(Kind: new (length: number) => T): T {
    const values = new Kind(this.number());
    for (let i = 0; i < values.length; i++) values[i] = this.number();
    return values;
  }

  met(): Int32Array {
    const values = new Int32Array(this.number());
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      const value = next - this.signed();
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
  const masks = [...new Set(table.refEndings)];
  writer.words(table.bases);
  writer.lengths(table.refs);
  writer.met(table.refs.items);
  writer.number(masks.length);
  for (const mask of masks) writer.signed(mask);
  writer.numbers(table.refEndings.map((mask) => masks.indexOf(mask)));
  writer.numbers(table.refInside);
  writer.number(table.atomCount);
  for (const lists of [table.classes, table.phrases]) {
    writer.lengths(lists);
    // Signals stand in the order of the alphabet, and so do the numbers of their words.
    writer.number(lists.items.length);
    let before = 0;
    for (const item of lists.items) {
      writer.signed(item - before);
      before = item;
    }
  }
  writer.numbers(table.atClauseEnd);
  for (const lists of [table.groups, table.near, table.not]) {
    writer.lengths(lists);
    writer.met(lists.items);
  }
  writer.met(table.formSignal);
  writer.met(table.labelOf);
  writer.numbers(table.weak);
  writer.string(table.labels.join(' '));
  return writer.text;
}

export function unpackSignals(text: string): SignalTable {
  const reader = new Reader(text);
  const bases = reader.words();
  const refs = { starts: reader.starts(), items: reader.met() };
  const masks = Array.from({ length: reader.number() }, () => reader.signed());
  const refEndings = reader.numbers(Int32Array).map((mask) => masks[mask]!);
  const refInside = reader.numbers(Uint8Array);
  const atomCount = reader.number();
  const alphabetic = (): Lists => {
    const starts = reader.starts();
    const items = new Int32Array(reader.number());
    let before = 0;
    for (let i = 0; i < items.length; i++) {
      before += reader.signed();
      items[i] = before;
    }
    return { starts, items };
  };
  const classes = alphabetic();
  const phrases = alphabetic();
  const atClauseEnd = reader.numbers(Uint8Array);
  const met = (): Lists => ({ starts: reader.starts(), items: reader.met() });
  return {
    bases,
    refs,
    refEndings,
    refInside,
    atomCount,
    classes,
    phrases,
    atClauseEnd,
    groups: met(),
    near: met(),
    not: met(),
    formSignal: reader.met(),
    labelOf: Uint16Array.from(reader.met()),
    weak: reader.numbers(Uint8Array),
    labels: reader.string().split(' '),
  };
}
