import type { Lists } from './lists.js';

/**
 * Signals of all entries, compiled at build time into tables of numbers that the matcher reads.
 *
 * A form of a word begins with a *base* and leads to *atoms*: the words of signals that it meets. An *item* is an atom,
 * or a *class* of atoms of which one is enough; items past the atoms are classes. A *phrase* is a row of items, a
 * *group* is phrases of which one is enough, and a *form* of a signal is groups that stand near each other.
 */
export interface SignalTable {
  /** Beginnings of word forms, folded and sorted. */
  readonly bases: readonly string[];
  /** Per base: atoms, with the endings that complete the base and whether it may start inside a word (1) or not (0). */
  readonly refs: Lists;
  readonly refEndings: Int32Array;
  readonly refInside: Uint8Array;
  readonly atomCount: number;
  readonly classes: Lists;
  readonly phrases: Lists;
  /** Per phrase: it counts only at the end of a clause (the particle of a separable verb). */
  readonly atClauseEnd: Uint8Array;
  readonly groups: Lists;
  /** Per form: its signal, groups that stand near each other, phrases that must be absent. */
  readonly formSignal: Int32Array;
  readonly near: Lists;
  readonly not: Lists;
  /** Per signal the label (an id of the study, or a cue) that it speaks for, as an index into `labels`. */
  readonly labelOf: Uint16Array;
  readonly weak: Uint8Array;
  readonly labels: readonly string[];
}
