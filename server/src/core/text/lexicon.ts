import { ANYTHING, endingBit } from './inflection.js';

/**
 * From a word form to the atoms of signals that it meets. Two tries: one is walked from the first letter (whole words
 * and beginnings), one from every letter (ends and middles of compounds). Letters are folded character codes.
 */
export interface LexiconData {
  /** Beginnings of word forms. */
  readonly bases: readonly string[];
  /** For each base: triples of `endings` mask, atom and whether it may start inside a word (1) or not (0). */
  readonly refs: readonly (readonly number[])[];
}

const NOTHING: readonly number[] = [];

export class Lexicon {
  private readonly start: Trie;
  private readonly inside: Trie;

  constructor(data: LexiconData) {
    this.start = new Trie(data.bases.length * 8);
    this.inside = new Trie(data.bases.length);
    for (const [i, base] of data.bases.entries()) {
      const refs = data.refs[i]!;
      for (let k = 0; k < refs.length; k += 3) {
        const trie = refs[k + 2] === 1 ? this.inside : this.start;
        trie.insert(base, refs[k]!, refs[k + 1]!);
      }
    }
  }

  /** Atoms met by a folded word, ascending and each once. */
  atomsOf(word: string): readonly number[] {
    const found: number[] = [];
    this.start.walk(word, 0, found, 0);
    for (let from = 0; from < word.length - 1; from++) this.inside.walk(word, from, found, 0);
    return found.length === 0 ? NOTHING : ascending(found);
  }

  /** Atoms met by `head + tail` through a match that crosses the seam: for elliptical compounds. */
  atomsAcross(head: string, tail: string): readonly number[] {
    const found: number[] = [];
    const word = head + tail;
    this.start.walk(word, 0, found, head.length + 1);
    for (let from = 0; from < head.length; from++) this.inside.walk(word, from, found, head.length + 1);
    return found;
  }
}

/** Sorts and removes doubles. */
export function ascending(numbers: number[]): number[] {
  if (numbers.length < 2) return numbers;
  numbers.sort((a, b) => a - b);
  return numbers.filter((n, i) => i === 0 || n !== numbers[i - 1]);
}

/** A trie over character codes below 128, its edges in one open-addressed table. */
class Trie {
  private keys: Int32Array;
  private targets: Int32Array;
  private mask: number;
  private edges = 0;
  private nodes = 1;
  /** Pairs of endings mask and atom for each node that ends a base. */
  private readonly outputs: (number[] | undefined)[] = [];

  constructor(expected: number) {
    let size = 1024;
    while (size < expected * 2) size *= 2;
    this.keys = new Int32Array(size).fill(-1);
    this.targets = new Int32Array(size);
    this.mask = size - 1;
  }

  insert(text: string, endings: number, atom: number): void {
    let node = 0;
    for (let i = 0; i < text.length; i++)
      node = this.child(node, text.charCodeAt(i)) || this.addChild(node, text.charCodeAt(i));
    const outputs = this.outputs[node];
    if (outputs) outputs.push(endings, atom);
    else this.outputs[node] = [endings, atom];
  }

  /** Walks `word` from `from`; adds the atoms whose base and ending make up the rest, if the base reaches `least`. */
  walk(word: string, from: number, found: number[], least: number): void {
    let node = 0;
    for (let i = from; i < word.length; i++) {
      node = this.child(node, word.charCodeAt(i));
      if (node === 0) return;
      const outputs = this.outputs[node];
      if (!outputs || i + 1 < least) continue;
      const rest = word.length - i - 1;
      const bit = rest === 0 ? 1 : rest > 5 ? 0 : endingBit(word.slice(i + 1));
      for (let k = 0; k < outputs.length; k += 2) {
        const endings = outputs[k]!;
        if (endings === ANYTHING || (endings & bit) !== 0) found.push(outputs[k + 1]!);
      }
    }
  }

  private child(node: number, code: number): number {
    const key = node * 128 + (code & 127);
    for (let slot = Math.imul(key, 0x9e3779b1) >>> 7; ; slot++) {
      const at = slot & this.mask;
      const found = this.keys[at]!;
      if (found === key) return this.targets[at]!;
      if (found === -1) return 0;
    }
  }

  private addChild(node: number, code: number): number {
    if (this.edges * 2 > this.mask) this.grow();
    this.edges++;
    const target = this.nodes++;
    this.place(node * 128 + (code & 127), target);
    return target;
  }

  private place(key: number, target: number): void {
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.keys[at] !== -1) at = (at + 1) & this.mask;
    this.keys[at] = key;
    this.targets[at] = target;
  }

  private grow(): void {
    const { keys, targets } = this;
    this.keys = new Int32Array(keys.length * 2).fill(-1);
    this.targets = new Int32Array(keys.length * 2);
    this.mask = keys.length * 2 - 1;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== -1) this.place(keys[i]!, targets[i]!);
  }
}
