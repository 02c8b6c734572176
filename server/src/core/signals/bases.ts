import { ANYTHING, endingBit } from '../dutch/endings.js';
import { baseOf, type Shape } from './signal-table.js';

/** Of the hash of Fowler, Noll and Vo. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const hashed = (hash: number, letter: number): number => Math.imul(hash ^ letter, PRIME);

/**
 * From beginnings of words to atoms: the bases of all atoms by their hash, in flat arrays. A word is looked up by each of its
 * beginnings, and a base costs a few steps to bring in, for most of its letters are those of its atom.
 */
export class Bases {
  /** The first base of each hash; 0 for none. The next one stands beside it. */
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly hash: Int32Array;
  private readonly endings: Int32Array;
  private readonly atom: Int32Array;
  private readonly shape: Shape[];
  private count = 1;
  /** Pairs of letters that some base begins with: at most letters of a word none does. */
  private readonly begins = new Uint8Array(PAIRS);
  /** Of the beginnings of the atom that is brought in. */
  private readonly hashes = new Int32Array(256);

  /** @param most how many there will be */
  constructor(
    private readonly atoms: readonly string[],
    most: number,
  ) {
    let size = 1;
    while (size < 2 * most) size *= 2;
    this.first = new Int32Array(size);
    this.next = new Int32Array(most + 1);
    this.hash = new Int32Array(most + 1);
    this.endings = new Int32Array(most + 1);
    this.atom = new Int32Array(most + 1);
    this.shape = [];
  }

  /** Brings in those bases of an atom that stand inside a word, or those that do not. */
  add(atom: number, shapes: readonly Shape[], inside: boolean): void {
    const { hashes } = this;
    const word = this.atoms[atom]!;
    hashes[0] = SEED;
    for (let i = 0; i < word.length; i++) hashes[i + 1] = hashed(hashes[i]!, word.charCodeAt(i));
    for (let s = 0; s < shapes.length; s++) {
      const shape = shapes[s]!;
      if (shape.inside !== inside) continue;
      const { at, cut, add } = shape;
      const kept = word.length - cut;
      let hash = hashes[at < 0 ? kept : at]!;
      if (at >= 0) {
        hash = hashed(hashed(hash, G), E);
        for (let i = at; i < kept; i++) hash = hashed(hash, word.charCodeAt(i));
      }
      for (let i = 0; i < add.length; i++) hash = hashed(hash, add.charCodeAt(i));
      const base = this.count++;
      const place = hash & (this.first.length - 1);
      this.next[base] = this.first[place]!;
      this.first[place] = base;
      this.hash[base] = hash;
      this.endings[base] = shape.endings;
      this.atom[base] = atom;
      this.shape.push(shape);
      const text = (at < 0 || at > 1) && kept > 1 ? word : baseOf(word, shape);
      if (text.length > 1) this.begins[pairAt(text, 0)] = 1;
      else this.begins.fill(1);
    }
  }

  /** Adds the atoms whose base and ending make up `word` from `from` on, if the base reaches `least`. */
  find(word: string, from: number, found: number[], least: number): void {
    const { first, next, hash: hashes } = this;
    if (this.begins[pairAt(word, from)] === 0) return;
    const mask = first.length - 1;
    let hash = SEED;
    for (let end = from; end < word.length; ) {
      hash = hashed(hash, word.charCodeAt(end++));
      if (end < least) continue;
      for (let base = first[hash & mask]!; base !== 0; base = next[base]!)
        if (hashes[base] === hash && this.isMet(base, word, from, end)) found.push(this.atom[base]!);
    }
  }

  private isMet(base: number, word: string, from: number, end: number): boolean {
    const endings = this.endings[base]!;
    if (endings !== ANYTHING && (endings & endingBit(word.slice(end))) === 0) return false;
    const text = baseOf(this.atoms[this.atom[base]!]!, this.shape[base - 1]!);
    return text.length === end - from && word.startsWith(text, from);
  }
}

const PAIRS = 1 << 10;
const pairAt = (word: string, at: number): number => ((word.charCodeAt(at) & 31) << 5) | (word.charCodeAt(at + 1) & 31);

const G = 103;
const E = 101;
