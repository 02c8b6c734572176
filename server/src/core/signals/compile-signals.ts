import { ANYTHING } from '../dutch/endings.js';
import { type BasesOf, basesOnce, changedPlurals } from '../dutch/inflection.js';
import { separate } from '../dutch/verbs.js';
import { listsOf } from './lists.js';
import type { Atom, Group, Signal } from './signal.js';
import type { Shape, SignalTable } from './signal-table.js';

/** A table before it is packed. */
export interface CompiledSignals extends SignalTable {
  /** Signals as written, for those who work on them; they do not travel with the table. */
  readonly sources: readonly string[];
}

/**
 * Compiles signals by label.
 * @param signalsOf labels with their signals, in a stable order: numbers of signals follow it
 * @param bases of a word, for who asked for some before
 */
export function compileSignals(
  signalsOf: Iterable<readonly [label: string, signals: readonly Signal[]]>,
  bases = basesOnce(),
): CompiledSignals {
  const atoms = new Numbering<Part>(keyOf);
  const classes = new Numbering<readonly number[]>((numbers) => [...numbers].sort((a, b) => a - b).join(' '));
  const phrases = new Numbering<readonly Item[]>(keyOfList);
  const groups = new Numbering<readonly number[]>(keyOfList);
  const forms: { signal: number; near: number[]; not: number[] }[] = [];
  const labels: string[] = [];
  const labelOf: number[] = [];
  const weak: number[] = [];
  const weights: number[] = [];
  const isObject: number[] = [];
  const sources: string[] = [];

  const item = (alternatives: readonly Part[]): Item => {
    if (alternatives.length === 1) return atoms.of(alternatives[0]!);
    const numbers = [...new Set(alternatives.map((part) => atoms.of(part)))];
    return numbers.length === 1 ? numbers[0]! : -1 - classes.of(numbers);
  };
  const phraseNumbers = (group: readonly (readonly Part[])[]): number[] =>
    factored(group).map((row) => phrases.of(row.map(item)));

  // Signals that follow from words share what was parsed of a word.
  const known = new Map<Signal['near'], number[][]>();
  const groupNumbers = (near: Signal['near']): number[][] => {
    const numbers =
      known.get(near) ?? separated(near).map((form) => form.map((group) => groups.of(phraseNumbers(group))));
    known.set(near, numbers);
    return numbers;
  };

  for (const [label, signals] of signalsOf) {
    labels.push(label);
    for (const signal of signals) {
      const number = weak.push(signal.weak ? 1 : 0) - 1;
      labelOf.push(labels.length - 1);
      weights.push(signal.weight ?? 0);
      isObject.push(signal.isObject ? 1 : 0);
      sources.push(signal.source);
      const not = signal.not.length === 0 ? [] : phraseNumbers(signal.not);
      for (const near of groupNumbers(signal.near)) forms.push({ signal: number, near, not });
    }
  }

  // Atoms are numbered anew in the order of the alphabet: that packs well.
  const sorted = atoms.inAlphabet();
  const order = new Int32Array(sorted.length);
  for (const [number, atom] of sorted.entries()) order[atom] = number;
  // Which of them are alike matters only to what is written: see signal-json.ts.
  const shapes = sorted.map((atom) => shapesOf(atoms.values[atom]!, bases));
  const itemNumber = (item: Item): number => (item >= 0 ? order[item]! : atoms.values.length - 1 - item);
  return {
    atoms: sorted.map((atom) => atoms.values[atom]!.text),
    shapeOf: Int32Array.from(shapes.keys()),
    shapes,
    classes: listsOf(classes.values.map((numbers) => numbers.map((atom) => order[atom]!).sort((a, b) => a - b))),
    phrases: listsOf(phrases.values.map((items) => items.map(itemNumber))),
    atClauseEnd: Uint8Array.from(phrases.values, ([first]) =>
      first !== undefined && first >= 0 && atoms.values[first]!.kind === 'particle' ? 1 : 0,
    ),
    groups: listsOf(groups.values),
    formSignal: Int32Array.from(forms, ({ signal }) => signal),
    near: listsOf(forms.map(({ near }) => near)),
    not: listsOf(forms.map(({ not }) => not)),
    labelOf: Uint16Array.from(labelOf),
    weak: Uint8Array.from(weak),
    ...(weights.some((weight) => weight !== 0) ? { weights } : {}),
    ...(isObject.includes(1) ? { isObject: Uint8Array.from(isObject) } : {}),
    labels,
    sources,
  };
}

/** A particle of a separable verb counts only at the end of a clause; it has an atom of its own. */
type Part = Atom | { readonly kind: 'particle'; readonly text: string };

/** The number of an atom; of a class it is -1 minus that. */
type Item = number;

/** Most lists hold one number: that is its own key. */
const keyOfList = (numbers: readonly number[]): string | number =>
  numbers.length === 1 ? numbers[0]! : numbers.join(' ');

/** By its text and then its kind: a space comes before all that a text has. */
const keyOf = ({ kind, text }: Part): string => `${text} ${kind}`;

/** How a base is told from its word, in the fewest letters. */
function shapeOfBase(word: string, base: string, endings: number, inside: boolean): Shape {
  // Most begin with the whole word.
  if (base.startsWith(word)) return { at: -1, cut: 0, add: base.slice(word.length), endings, inside };
  let best: Shape = { at: -1, cut: word.length, add: base, endings, inside };
  const consider = (at: number, whole: string): void => {
    let same = 0;
    while (same < whole.length && same < base.length && whole.charCodeAt(same) === base.charCodeAt(same)) same++;
    const shape = { at, cut: whole.length - same, add: base.slice(same), endings, inside };
    if (shape.cut + 2 * shape.add.length < best.cut + 2 * best.add.length) best = shape;
  };
  consider(-1, word);
  for (let at = base.indexOf('ge'); at >= 0 && at < word.length; at = base.indexOf('ge', at + 1))
    if (base.startsWith(word.slice(0, at))) consider(at, `${word.slice(0, at)}ge${word.slice(at)}`);
  return best;
}

/**
 * Phrases with their alternatives brought together word by word: `a c`, `a d`, `b c`, `b d` are one row, (a|b) (c|d).
 */
function factored(group: readonly (readonly Part[])[]): (readonly Part[])[][] {
  // Mostly all are single words: alternatives of each other.
  if (group.every(({ length }) => length === 1)) return group.length === 0 ? [] : [[group.map(([part]) => part!)]];
  let rows = group.map((phrase) => phrase.map((part) => [part] as readonly Part[]));
  if (rows.length < 2) return rows;
  for (let at = 0; at < Math.max(...rows.map((row) => row.length)); at++) {
    const merged = new Map<string, (readonly Part[])[]>();
    for (const row of rows) {
      const others = row.map((parts, i) => (i === at ? '' : parts.map(keyOf).join('|'))).join(' ');
      const same = at < row.length ? merged.get(others) : undefined;
      if (!same) {
        merged.set(at < row.length ? others : `${others} -`, [...row]);
        continue;
      }
      const known = new Set(same[at]!.map(keyOf));
      same[at] = [...same[at]!, ...row[at]!.filter((part) => !known.has(keyOf(part)))];
    }
    rows = [...merged.values()];
  }
  return rows;
}

/** The groups as they are, and with each separable verb that stands alone taken apart. */
function separated(near: readonly Group[]): (readonly (readonly (readonly Part[])[])[])[] {
  const forms: (readonly (readonly (readonly Part[])[])[])[] = [near];
  for (const [i, group] of near.entries()) {
    for (const phrase of group) {
      const taken = phrase.length === 1 && phrase[0]!.kind === 'word' ? separate(phrase[0]!.text) : undefined;
      if (!taken) continue;
      const others = near.filter((_, k) => k !== i);
      const [particle, verb] = taken;
      forms.push(
        [[[{ kind: 'word', text: verb }]], [[{ kind: 'particle', text: particle }]], ...others],
        [
          [
            [
              { kind: 'form', text: particle },
              { kind: 'form', text: 'te' },
              { kind: 'word', text: verb },
            ],
          ],
          ...others,
        ],
      );
    }
  }
  return forms;
}

/** The beginnings of word forms by which an atom is found, with the endings that complete them. */
function shapesOf({ kind, text }: Part, bases: BasesOf): Shape[] {
  const shapes: Shape[] = [];
  const add = (base: string, endings: number, inside = false): void =>
    void shapes.push(shapeOfBase(text, base, endings, inside));
  switch (kind) {
    case 'form':
    case 'particle':
      add(text, 1);
      break;
    case 'word':
      for (const base of bases(text)) add(base.text, base.endings);
      break;
    case 'prefix':
      add(text, ANYTHING);
      // The plural may be spelled otherwise, and a compound may begin with it: scholen, huizenprijzen, stedenbouw.
      for (const base of bases(text)) if (!base.text.startsWith(text)) add(base.text, base.endings);
      for (const plural of changedPlurals(text)) add(plural, ANYTHING);
      break;
    case 'suffix':
      for (const base of bases(text)) add(base.text, base.endings, true);
      break;
    case 'infix':
      add(text, ANYTHING, true);
      break;
  }
  return shapes;
}

/** Numbers values in the order in which they are met, each once. */
class Numbering<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<string | number, number>();

  constructor(private readonly keyOf: (value: T) => string | number) {}

  of(value: T): number {
    const key = this.keyOf(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.values.length);
    return this.values.push(value) - 1;
  }

  /** The numbers in the order of the alphabet of their keys. */
  inAlphabet(): number[] {
    return [...this.numbers.keys()].sort().map((key) => this.numbers.get(key)!);
  }
}
