import { leastBeginning } from '../dutch/lookalikes.js';
import { inverted, type Lists } from './lists.js';
import { baseOf, type Shape, type SignalTable } from './signal-table.js';
import { TRIPLES, Trie, tripleOf } from './trie.js';

const NOTHING: readonly number[] = [];

/**
 * From a word form to the items of phrases that it meets. Two tries: one is walked from the first letter (whole words
 * and beginnings), one from every letter (ends and middles of compounds). The first is filled as words come: what begins
 * with the same three letters at once.
 */
export class Lexicon {
  private readonly start: Trie;
  /** None where nothing is met inside a word. */
  private readonly inside: Trie | undefined;
  /** Classes that hold an atom. */
  private readonly classesOf: Lists;
  /** Per three letters, past the last of those atoms that begin with them and are not in the trie yet; 0 for none. */
  private readonly waiting = new Uint16Array(TRIPLES);
  /** Atoms of which some base begins with three other letters than the word, by those letters. */
  private readonly strays = new Map<number, number[]>();

  constructor(private readonly table: SignalTable) {
    const { atoms, shapeOf, shapes, classes } = table;
    this.start = new Trie(atoms.length * 4);
    const inside = new Trie(1024);
    const strays = shapes.map((own) => own.some(({ at, cut }) => (at >= 0 && at < 3) || cut > 3));
    const hasInside = shapes.map((own) => own.some(({ inside }) => inside));
    this.inside = hasInside.includes(true) ? inside : undefined;
    for (let atom = 0; atom < atoms.length; atom++) {
      const word = atoms[atom]!;
      const own = shapeOf[atom]!;
      const triple = tripleOf(word);
      // Atoms that begin alike stand together, but for letters that the trie takes for the same.
      if (triple >= 0 && (this.waiting[triple] === 0 || this.waiting[triple] === atom)) this.waiting[triple] = atom + 1;
      else if (triple >= 0) this.addStray(triple, atom);
      if (hasInside[own]) this.insert(atom, inside, (shape) => shape.inside);
      if (triple < 0 || strays[own] || word.length < 6) this.findStrays(atom, triple);
    }
    this.classesOf = inverted(classes, atoms.length);
  }

  private insert(atom: number, trie: Trie, chosen: (shape: Shape) => boolean): void {
    const { atoms, shapeOf, shapes } = this.table;
    const own = shapes[shapeOf[atom]!]!;
    trie.choose(atoms[atom]!);
    for (let i = 0; i < own.length; i++) if (chosen(own[i]!)) trie.insert(own[i]!, atom);
  }

  /** Remembers under which other letters an atom is to be found; bases of less than three letters go in at once. */
  private findStrays(atom: number, triple: number): void {
    const { atoms, shapeOf, shapes } = this.table;
    const word = atoms[atom]!;
    for (const shape of shapes[shapeOf[atom]!]!) {
      if (shape.inside) continue;
      const other = tripleOfBase(word, shape);
      if (other === triple && other >= 0) continue;
      if (other < 0) this.insert(atom, this.start, (candidate) => candidate === shape);
      else this.addStray(other, atom);
    }
  }

  private addStray(triple: number, atom: number): void {
    const strays = this.strays.get(triple);
    if (!strays) this.strays.set(triple, [atom]);
    else if (strays.at(-1) !== atom) strays.push(atom);
  }

  /** Fills the trie with what begins as `word` does. */
  private prepare(word: string): void {
    const triple = tripleOf(word);
    if (triple < 0) return;
    const end = this.waiting[triple]!;
    const strays = this.strays.get(triple);
    if (end === 0 && !strays) return;
    const { atoms } = this.table;
    const here = (atom: number) => (shape: Shape) => !shape.inside && tripleOfBase(atoms[atom]!, shape) === triple;
    for (let atom = end - 1; atom >= 0 && tripleOf(atoms[atom]!) === triple; atom--)
      this.insert(atom, this.start, here(atom));
    if (strays) for (const atom of strays) this.insert(atom, this.start, here(atom));
    this.waiting[triple] = 0;
    this.strays.delete(triple);
  }

  /** Items met by a folded word, ascending and each once. */
  itemsOf(word: string): readonly number[] {
    const found: number[] = [];
    this.prepare(word);
    this.start.walk(word, 0, found, 0);
    // Most forms meet nothing: only of the others is it asked what they must meet at least.
    const least = found.length === 0 ? 0 : leastBeginning(word);
    if (least > 0) {
      found.length = 0;
      this.start.walk(word, 0, found, least);
    }
    if (this.inside) for (let from = 0; from < word.length - 1; from++) this.inside.walk(word, from, found, 0);
    return found.length === 0 ? NOTHING : this.withClasses(found);
  }

  /** Items met by `head + tail` through a match that crosses the seam: for elliptical compounds. */
  itemsAcross(head: string, tail: string): readonly number[] {
    const found: number[] = [];
    const word = head + tail;
    this.prepare(word);
    this.start.walk(word, 0, found, head.length + 1);
    if (this.inside)
      for (let from = 0; from < head.length; from++) this.inside.walk(word, from, found, head.length + 1);
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

/** The first three letters of the base that a shape makes of a word: mostly those of the word, and then no base is made. */
const tripleOfBase = (word: string, shape: Shape): number =>
  (shape.at < 0 || shape.at > 2) && word.length - shape.cut > 2 ? tripleOf(word) : tripleOf(baseOf(word, shape));

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
