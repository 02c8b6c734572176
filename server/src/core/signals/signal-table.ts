import type { Lists, Numbers } from './lists.js';

/**
 * Signals of all entries, compiled at build time into tables of numbers that the matcher reads.
 *
 * An *atom* is a word of signals and is met by forms that begin with one of its *bases*. An *item* is an atom, or a *class* of
 * atoms of which one is enough; items past the atoms are classes. A *phrase* is a row of items, a
 * *group* is phrases of which one is enough, and a *form* of a signal is groups that stand near each other.
 */
export interface SignalTable {
  /** Words of signals, folded, in the order of the alphabet. Which forms they take stands in {@link shapes}. */
  readonly atoms: readonly string[];
  /** Per atom its inflection, by number. */
  readonly shapeOf: Numbers;
  readonly shapes: readonly Shapes[];
  readonly classes: Lists;
  readonly phrases: Lists;
  /** Per phrase: it counts only at the end of a clause (the particle of a separable verb). */
  readonly atClauseEnd: Uint8Array;
  readonly groups: Lists;
  /** Per form: its signal, groups that stand near each other, phrases that must be absent. */
  readonly formSignal: Numbers;
  readonly near: Lists;
  readonly not: Lists;
  /** Per signal the label (an id of the study, a stand against one; in the table of the language a cue) that it speaks for, as an index into `labels`. */
  readonly labelOf: Uint16Array;
  readonly weak: Uint8Array;
  /** Per signal what it says for its label, in log-odds; only of a study whose signals follow from its words. */
  readonly weights?: readonly number[];
  /** Per signal whether it is what the title of its label names first; of such a study as well. */
  readonly isObject?: Uint8Array;
  readonly labels: readonly string[];
}

/** The bases of a word, told from the word itself. */
export type Shapes = readonly Shape[];

/** A beginning of word forms: `ge` comes in at `at` (-1: nowhere), then `cut` letters go from the end, then `add` comes. */
export interface Shape {
  readonly at: number;
  readonly cut: number;
  readonly add: string;
  /** Mask of the endings that complete it. */
  readonly endings: number;
  /** It may start inside a word. */
  readonly inside: boolean;
}

/** The base that a shape makes of a word. */
export function baseOf(word: string, { at, cut, add }: Shape): string {
  const kept = word.length - cut;
  return at < 0 ? word.slice(0, kept) + add : `${word.slice(0, at)}ge${word.slice(at, kept)}${add}`;
}
