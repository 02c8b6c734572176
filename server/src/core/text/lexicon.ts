import { ANYTHING, endingBit } from './inflection.js';
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

  constructor(private readonly table: SignalTable) {
    const { bases, refs, refInside, atomCount } = table;
    const where = (inside: 0 | 1): Uint8Array => {
      const holds = new Uint8Array(bases.length);
      for (let base = 0; base < bases.length; base++)
        for (let ref = refs.starts[base]!; ref < refs.starts[base + 1]!; ref++)
          if (refInside[ref] === inside) holds[base] = 1;
      return holds;
    };
    this.start = new Trie(bases, where(0));
    this.inside = new Trie(bases, where(1));
    this.classesOf = inverted(table.classes, atomCount);
  }

  /** Items met by a folded word, ascending and each once. */
  itemsOf(word: string): readonly number[] {
    const found: number[] = [];
    this.walk(word, 0, 0, found, leastBeginning(word));
    for (let from = 0; from < word.length - 1; from++) this.walk(word, from, 1, found, 0);
    return found.length === 0 ? NOTHING : this.withClasses(found);
  }

  /** Items met by `head + tail` through a match that crosses the seam: for elliptical compounds. */
  itemsAcross(head: string, tail: string): readonly number[] {
    const found: number[] = [];
    const word = head + tail;
    this.walk(word, 0, 0, found, head.length + 1);
    for (let from = 0; from < head.length; from++) this.walk(word, from, 1, found, head.length + 1);
    return this.withClasses(found);
  }

  /** Walks `word` from `from`; adds the atoms whose base and ending make up the rest, if the base reaches `least`. */
  private walk(word: string, from: number, inside: 0 | 1, found: number[], least: number): void {
    const trie = inside === 1 ? this.inside : this.start;
    const { refs, refEndings, refInside } = this.table;
    let node = trie.first(word, from);
    for (let end = from + 1; node >= 0; end++) {
      const base = trie.base[node]!;
      if (base >= 0 && end >= least) {
        const rest = word.length - end;
        const bit = rest === 0 ? 1 : rest > 5 ? 0 : endingBit(word.slice(end));
        for (let ref = refs.starts[base]!; ref < refs.starts[base + 1]!; ref++) {
          const endings = refEndings[ref]!;
          if (refInside[ref] === inside && (endings === ANYTHING || (endings & bit) !== 0))
            found.push(refs.items[ref]!);
        }
      }
      node = end === from + 1 ? trie.second(word, end) : trie.child(node, word, end);
    }
  }

  private withClasses(atoms: number[]): readonly number[] {
    const { starts, items } = this.classesOf;
    const count = atoms.length;
    for (let i = 0; i < count; i++) {
      const atom = atoms[i]!;
      for (let k = starts[atom]!; k < starts[atom + 1]!; k++) atoms.push(this.table.atomCount + items[k]!);
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
