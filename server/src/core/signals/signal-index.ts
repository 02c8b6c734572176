import { countOf, grouped, inverted, type Lists, type Numbers } from './lists.js';
import type { SignalTable } from './signal-table.js';

/** What a word says by the items that it meets. */
export interface Meaning {
  /** Signals of which it is all. */
  readonly signals: readonly number[];
  /** Groups that it belongs to by itself, and that need others near them or none that denies. */
  readonly groups: readonly number[];
  /** Those of them at which forms are looked for. */
  readonly anchors: readonly number[];
  /** Phrases of this one word that count only at the end of a clause. */
  readonly closing: readonly number[];
  /** Phrases of this one word that deny a signal. */
  readonly denying: readonly number[];
  /** Phrases of more words that end on it, by the item before the last. */
  readonly ending: ReadonlyMap<number, readonly number[]> | undefined;
  /** Items by which a phrase goes on past this word, ascending. */
  readonly inner: readonly number[];
}

const NONE: readonly number[] = [];
export const NO_MEANING: Meaning = {
  signals: NONE,
  groups: NONE,
  anchors: NONE,
  closing: NONE,
  denying: NONE,
  ending: undefined,
  inner: NONE,
};

/** Meanings are kept for each word: those lists of them that are empty are one. */
const kept = (numbers: readonly number[]): readonly number[] => (numbers.length === 0 ? NONE : numbers);

/** The signal table as the matcher asks for it: from items to phrases, groups and signals. */
export class SignalIndex {
  readonly groupsWith: Lists;
  /** Per group the signals that it makes by itself. */
  readonly signalsOf: Lists;
  /**
   * Per group the forms that are looked for where it stands. A form with several groups is looked for at the rarest
   * of them: most places of common words then cost nothing.
   */
  readonly formsAt: Lists;
  /** Beside each form at its anchor another group of it, to be looked for first; its only one where there is no other. */
  readonly partners: Numbers;
  /** Per group: some form asks for it beside others. */
  private readonly isJoined: Uint8Array;
  /** Per phrase: it denies some signal. */
  private readonly denies: Uint8Array;
  /** Per item: some phrase goes on past it. */
  private readonly isInner: Uint8Array;
  private readonly phrasesEndingOn: Lists;

  constructor(private readonly table: SignalTable) {
    const { phrases, groups, near, not, formSignal, atoms } = table;
    const itemCount = atoms.length + countOf(table.classes);
    const groupCount = countOf(groups);
    const phraseCount = countOf(phrases);
    const lastItems = new Int32Array(phraseCount);
    const oneEach = new Int32Array(phraseCount + 1);
    this.isInner = new Uint8Array(itemCount);
    for (let phrase = 0; phrase < phraseCount; phrase++) {
      const last = phrases.starts[phrase + 1]! - 1;
      lastItems[phrase] = phrases.items[last]!;
      oneEach[phrase + 1] = phrase + 1;
      for (let k = phrases.starts[phrase]!; k < last; k++) this.isInner[phrases.items[k]!] = 1;
    }
    this.phrasesEndingOn = inverted({ starts: oneEach, items: lastItems }, itemCount);
    this.groupsWith = inverted(groups, phraseCount);
    this.denies = new Uint8Array(phraseCount);
    for (let k = 0; k < not.items.length; k++) this.denies[not.items[k]!] = 1;
    this.isJoined = new Uint8Array(groupCount);
    const widths = this.widthsOfGroups();
    /** Pairs of group and signal, and of group and form. */
    const signals: number[] = [];
    const forms: number[] = [];
    const partnerOf = new Int32Array(formSignal.length);
    for (let form = 0; form < formSignal.length; form++) {
      const start = near.starts[form]!;
      const end = near.starts[form + 1]!;
      if (end - start === 1 && not.starts[form] === not.starts[form + 1]) {
        signals.push(near.items[start]!, formSignal[form]!);
        continue;
      }
      let rarest = near.items[start]!;
      for (let k = start; k < end; k++) {
        const group = near.items[k]!;
        this.isJoined[group] = 1;
        if (widths[group]! < widths[rarest]!) rarest = group;
      }
      forms.push(rarest, form);
      partnerOf[form] = rarest;
      for (let k = start; k < end; k++) if (near.items[k] !== rarest) partnerOf[form] = near.items[k]!;
    }
    this.signalsOf = grouped(signals, groupCount, table.labelOf.length);
    this.formsAt = grouped(forms, groupCount, formSignal.length);
    this.partners = this.formsAt.items.map((form) => partnerOf[form]!);
  }

  /** About how many different words each group can be met by. */
  private widthsOfGroups(): Float64Array {
    const { phrases, groups, classes, atoms } = this.table;
    const atomCount = atoms.length;
    const widths = new Float64Array(countOf(groups));
    for (let group = 0; group < widths.length; group++) {
      for (let g = groups.starts[group]!; g < groups.starts[group + 1]!; g++) {
        const phrase = groups.items[g]!;
        const start = phrases.starts[phrase]!;
        const end = phrases.starts[phrase + 1]!;
        let least = Number.POSITIVE_INFINITY;
        for (let k = start; k < end; k++) {
          const list = phrases.items[k]! - atomCount;
          least = Math.min(least, list < 0 ? 1 : classes.starts[list + 1]! - classes.starts[list]!);
        }
        // Of two words that follow each other, few places have both.
        widths[group]! += least / ((end - start) * (end - start));
      }
    }
    return widths;
  }

  /** What a word says that meets these items (ascending). */
  meaningOf(items: readonly number[]): Meaning {
    if (items.length === 0) return NO_MEANING;
    const { phrases, atClauseEnd } = this.table;
    const signals = new Set<number>();
    const groups = new Set<number>();
    const closing: number[] = [];
    const denying: number[] = [];
    let ending: Map<number, number[]> | undefined;
    for (const item of items) {
      for (let p = this.phrasesEndingOn.starts[item]!; p < this.phrasesEndingOn.starts[item + 1]!; p++) {
        const phrase = this.phrasesEndingOn.items[p]!;
        const length = phrases.starts[phrase + 1]! - phrases.starts[phrase]!;
        if (length > 1) {
          const before = phrases.items[phrases.starts[phrase]! + length - 2]!;
          ending ??= new Map();
          const others = ending.get(before);
          if (others) others.push(phrase);
          else ending.set(before, [phrase]);
          continue;
        }
        if (this.denies[phrase] === 1) denying.push(phrase);
        if (atClauseEnd[phrase] === 1) closing.push(phrase);
        else this.addGroups(phrase, signals, groups);
      }
    }
    const own = kept([...groups]);
    return {
      signals: kept([...signals]),
      groups: own,
      anchors: kept(own.filter((group) => this.isAnchor(group))),
      closing: kept(closing),
      denying: kept(denying),
      ending,
      inner: kept(items.filter((item) => this.isInner[item] === 1)),
    };
  }

  /** The groups that a phrase belongs to: signals that they make alone, and those that need others. */
  private addGroups(phrase: number, signals: Set<number>, groups: Set<number>): void {
    const { groupsWith, signalsOf } = this;
    for (let g = groupsWith.starts[phrase]!; g < groupsWith.starts[phrase + 1]!; g++) {
      const group = groupsWith.items[g]!;
      for (let s = signalsOf.starts[group]!; s < signalsOf.starts[group + 1]!; s++) signals.add(signalsOf.items[s]!);
      if (this.isJoined[group] === 1) groups.add(group);
    }
  }

  isAnchor(group: number): boolean {
    return this.formsAt.starts[group] !== this.formsAt.starts[group + 1];
  }

  joins(group: number): boolean {
    return this.isJoined[group] === 1;
  }

  denial(phrase: number): boolean {
    return this.denies[phrase] === 1;
  }
}
