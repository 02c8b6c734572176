import { ANYTHING, endingBit } from '../dutch/endings.js';
import type { Shape } from './signal-table.js';

/** Letters of the bases as small numbers: a–z, 0–9 and one for all others. */
const LETTERS = 38;
const letterOf = new Uint8Array(128).fill(LETTERS - 1);
for (let code = 97; code <= 122; code++) letterOf[code] = code - 97;
for (let code = 48; code <= 57; code++) letterOf[code] = code - 48 + 26;
const G = letterOf[103]!;
const E = letterOf[101]!;
const letterAt = (word: string, at: number): number => letterOf[word.charCodeAt(at) & 127]!;

/** Two words at least begin with the same two letters: this many nodes hold the second letters. */
const PAIRS = LETTERS * LETTERS;
export const TRIPLES = PAIRS * LETTERS;

/**
 * From beginnings of words to atoms, in flat arrays. The first two letters have a table; further down a node names its
 * first child and its next sibling, for there are few.
 */
export class Trie {
  /** Nodes; those of one letter come first, then those of two. 0 stands for none. */
  private nodes = LETTERS + PAIRS + 1;
  private letter: Uint8Array;
  private child: Int32Array;
  private sibling: Int32Array;
  /** The first of the atoms that a node leads to; 0 for none. */
  private ref: Int32Array;
  private refs = 1;
  private nextRef: Int32Array;
  private endings: Int32Array;
  private atom: Int32Array;

  /** The word whose bases are inserted, and the nodes on the way to its letters. */
  private word = '';
  private readonly path = new Int32Array(256);

  /** @param expected about how many nodes there will be */
  constructor(expected: number) {
    const size = this.nodes + expected;
    this.letter = new Uint8Array(size);
    this.child = new Int32Array(size);
    this.sibling = new Int32Array(size);
    this.ref = new Int32Array(size);
    this.nextRef = new Int32Array(1024);
    this.endings = new Int32Array(1024);
    this.atom = new Int32Array(1024);
  }

  /** Chooses the word of which bases are inserted next. Words come in about the order of the alphabet: most of the way is known. */
  choose(word: string): void {
    const { path, word: before } = this;
    const length = Math.min(word.length, path.length);
    const shorter = Math.min(length, before.length);
    let at = 0;
    while (at < shorter && word.charCodeAt(at) === before.charCodeAt(at)) at++;
    for (; at < length; at++) path[at] = this.step(at === 0 ? 0 : path[at - 1]!, at, letterAt(word, at));
    this.word = word;
  }

  /** Inserts a base of the chosen word for an atom. */
  insert({ at, cut, add, endings }: Shape, atom: number): void {
    const { word, path } = this;
    const kept = word.length - cut;
    let depth = at < 0 ? kept : at;
    let node = depth === 0 ? 0 : path[depth - 1]!;
    if (at >= 0) {
      node = this.step(this.step(node, depth, G), depth + 1, E);
      depth += 2;
      for (let i = at; i < kept; i++) node = this.step(node, depth++, letterAt(word, i));
    }
    for (let i = 0; i < add.length; i++) node = this.step(node, depth++, letterAt(add, i));
    if (this.refs === this.atom.length) {
      this.nextRef = larger(this.nextRef);
      this.endings = larger(this.endings);
      this.atom = larger(this.atom);
    }
    this.nextRef[this.refs] = this.ref[node]!;
    this.endings[this.refs] = endings;
    this.atom[this.refs] = atom;
    this.ref[node] = this.refs++;
  }

  /** The node that a letter leads to, made if there is none. */
  private step(node: number, depth: number, letter: number): number {
    if (depth === 0) return 1 + letter;
    if (depth === 1) return 1 + LETTERS + (node - 1) * LETTERS + letter;
    return this.childOf(node, letter) || this.add(node, letter);
  }

  /** Walks `word` from `from`; adds the atoms whose base and ending make up the rest, if the base reaches `least`. */
  walk(word: string, from: number, found: number[], least: number): void {
    const { length } = word;
    if (from >= length) return;
    if (from + 1 >= least) this.give(1 + letterAt(word, from), word, from + 1, found);
    if (from + 1 >= length) return;
    let node = pairAt(word, from);
    for (let end = from + 2; ; end++) {
      if (end >= least) this.give(node, word, end, found);
      if (end >= length) return;
      node = this.childOf(node, letterAt(word, end));
      if (node === 0) return;
    }
  }

  private give(node: number, word: string, end: number, found: number[]): void {
    let ref = this.ref[node]!;
    if (ref === 0) return;
    const rest = word.length - end;
    const bit = rest === 0 ? 1 : rest > 5 ? 0 : endingBit(word.slice(end));
    for (; ref !== 0; ref = this.nextRef[ref]!) {
      const endings = this.endings[ref]!;
      if (endings === ANYTHING || (endings & bit) !== 0) found.push(this.atom[ref]!);
    }
  }

  private childOf(node: number, letter: number): number {
    let child = this.child[node]!;
    while (child !== 0 && this.letter[child] !== letter) child = this.sibling[child]!;
    return child;
  }

  private add(node: number, letter: number): number {
    if (this.nodes === this.letter.length) {
      const letters = new Uint8Array(this.nodes * 2);
      letters.set(this.letter);
      this.letter = letters;
      this.child = larger(this.child);
      this.sibling = larger(this.sibling);
      this.ref = larger(this.ref);
    }
    const added = this.nodes++;
    this.letter[added] = letter;
    this.sibling[added] = this.child[node]!;
    this.child[node] = added;
    return added;
  }
}

/** The first three letters of a word as a number below {@link TRIPLES}; -1 where it has not as many. */
export function tripleOf(word: string): number {
  if (word.length < 3) return -1;
  return (letterAt(word, 0) * LETTERS + letterAt(word, 1)) * LETTERS + letterAt(word, 2);
}

const pairAt = (word: string, at: number): number =>
  1 + LETTERS + letterAt(word, at) * LETTERS + letterAt(word, at + 1);

function larger(old: Int32Array): Int32Array {
  const array = new Int32Array(old.length * 2);
  array.set(old);
  return array;
}
