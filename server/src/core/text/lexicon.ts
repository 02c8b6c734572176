import { inverted, type Lists } from './lists.js';
import { leastBeginning } from './lookalikes.js';
import type { SignalTable } from './signal-table.js';
import { Trie } from './trie.js';

const NOTHING: readonly number[] = [];

/**
 * From a word form to the items of phrases that it meets. Two tries: one is walked from the first letter (whole words
 * and beginnings), one from every letter (ends and middles of compounds).
 */
export class Lexicon {
  private readonly start: Trie;
  private readonly inside: Trie;
  /** Classes that hold an atom. */
  private readonly classesOf: Lists;
  private readonly atomCount: number;

  constructor({ atoms, shapeOf, shapes, classes }: SignalTable) {
    this.start = new Trie(atoms.length * 8);
    this.inside = new Trie(1024);
    for (let atom = 0; atom < atoms.length; atom++) {
      const own = shapes[shapeOf[atom]!]!;
      this.start.choose(atoms[atom]!);
      for (let i = 0; i < own.length; i++) if (!own[i]!.inside) this.start.insert(own[i]!, atom);
      if (!own.some(({ inside }) => inside)) continue;
      this.inside.choose(atoms[atom]!);
      for (let i = 0; i < own.length; i++) if (own[i]!.inside) this.inside.insert(own[i]!, atom);
    }
    this.classesOf = inverted(classes, atoms.length);
    this.atomCount = atoms.length;
  }

  /** Items met by a folded word, ascending and each once. */
  itemsOf(word: string): readonly number[] {
    const found: number[] = [];
    this.start.walk(word, 0, found, leastBeginning(word));
    for (let from = 0; from < word.length - 1; from++) this.inside.walk(word, from, found, 0);
    return found.length === 0 ? NOTHING : this.withClasses(found);
  }

  /** Items met by `head + tail` through a match that crosses the seam: for elliptical compounds. */
  itemsAcross(head: string, tail: string): readonly number[] {
    const found: number[] = [];
    const word = head + tail;
    this.start.walk(word, 0, found, head.length + 1);
    for (let from = 0; from < head.length; from++) this.inside.walk(word, from, found, head.length + 1);
    return this.withClasses(found);
  }

  private withClasses(atoms: number[]): readonly number[] {
    const { starts, items } = this.classesOf;
    const count = atoms.length;
    for (let i = 0; i < count; i++) {
      const atom = atoms[i]!;
      for (let k = starts[atom]!; k < starts[atom + 1]!; k++) atoms.push(this.atomCount + items[k]!);
    }
    return ascending(atoms);
  }
}

/** Sorts and removes doubles. */
export function ascending(numbers: number[]): number[] {
  if (numbers.length < 2) return numbers;
  numbers.sort((a, b) => a - b);
  return numbers.filter((n, i) => i === 0 || n !== numbers[i - 1]);
}
