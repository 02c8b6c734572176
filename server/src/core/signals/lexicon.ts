import { leastBeginning } from '../dutch/lookalikes.js';
import { Bases } from './bases.js';
import { inverted, type Lists } from './lists.js';
import type { SignalTable } from './signal-table.js';

const NOTHING: readonly number[] = [];

/**
 * From a word form to the items of phrases that it meets: by bases that it begins with (whole words and beginnings), and by
 * those that may begin at every letter (ends and middles of compounds).
 */
export class Lexicon {
  private readonly start: Bases;
  /** None where nothing is met inside a word. */
  private readonly inside: Bases | undefined;
  /** Classes that hold an atom. */
  private readonly classesOf: Lists;

  constructor(private readonly table: SignalTable) {
    const { atoms, shapeOf, shapes, classes } = table;
    const insideOf = shapes.map((own) => own.filter(({ inside }) => inside).length);
    let [all, inside] = [0, 0];
    for (let atom = 0; atom < atoms.length; atom++) {
      all += shapes[shapeOf[atom]!]!.length;
      inside += insideOf[shapeOf[atom]!]!;
    }
    this.start = new Bases(atoms, all - inside);
    this.inside = inside > 0 ? new Bases(atoms, inside) : undefined;
    for (let atom = 0; atom < atoms.length; atom++) {
      const own = shapeOf[atom]!;
      this.start.add(atom, shapes[own]!, false);
      if (insideOf[own]! > 0) this.inside!.add(atom, shapes[own]!, true);
    }
    this.classesOf = inverted(classes, atoms.length);
  }

  /** Items met by a folded word, ascending and each once. */
  itemsOf(word: string): readonly number[] {
    const found: number[] = [];
    this.start.find(word, 0, found, 0);
    // Most forms meet nothing: only of the others is it asked what they must meet at least.
    const least = found.length === 0 ? 0 : leastBeginning(word);
    if (least > 0) {
      found.length = 0;
      this.start.find(word, 0, found, least);
    }
    if (this.inside) for (let from = 0; from < word.length - 1; from++) this.inside.find(word, from, found, 0);
    return found.length === 0 ? NOTHING : this.withClasses(found);
  }

  /** Items met by `head + tail` through a match that crosses the seam: for elliptical compounds. */
  itemsAcross(head: string, tail: string): readonly number[] {
    const found: number[] = [];
    const word = head + tail;
    this.start.find(word, 0, found, head.length + 1);
    if (this.inside)
      for (let from = 0; from < head.length; from++) this.inside.find(word, from, found, head.length + 1);
    return this.withClasses(found);
  }

  private withClasses(atoms: number[]): readonly number[] {
    const { starts, items } = this.classesOf;
    const count = atoms.length;
    for (let i = 0; i < count; i++) {
      const atom = atoms[i]!;
      for (let k = starts[atom]!; k < starts[atom + 1]!; k++) atoms.push(this.table.atoms.length + items[k]!);
    }
    return ascending(atoms);
  }
}

/** Sorts and removes doubles, in place. Most lists are short: sorting them by hand makes nothing that is thrown away. */
export function ascending(numbers: number[]): number[] {
  if (numbers.length > 30) numbers.sort((a, b) => a - b);
  else {
    for (let i = 1; i < numbers.length; i++) {
      const moved = numbers[i]!;
      let at = i;
      for (; at > 0 && numbers[at - 1]! > moved; at--) numbers[at] = numbers[at - 1]!;
      numbers[at] = moved;
    }
  }
  let count = 0;
  for (let i = 0; i < numbers.length; i++)
    if (count === 0 || numbers[i] !== numbers[count - 1]) numbers[count++] = numbers[i]!;
  // Setting a shorter length costs more.
  while (numbers.length > count) numbers.pop();
  return numbers;
}
