import type { Engine } from '../analysis.js';
import type { Fragment } from './fragment.js';
import { FragmentGroup } from './fragment-group.js';
import { blocksBefore, blocksFrom, type PlacedFragment, placeFragments } from './placement.js';
import { SaidTogether } from './said.js';

/** About how many fragments a group holds, and how many groups are put together before all are: a key goes through one of each. */
const SIZE = 16;

/** What one study recognises in a document. */
export class StudyRecognition {
  private constructor(
    readonly engine: Engine,
    private readonly placed: readonly PlacedFragment[],
    readonly groups: readonly FragmentGroup[],
    /** The same in their order, {@link SIZE} at a time. */
    private readonly said: readonly SaidTogether[],
  ) {}

  /** What all groups say together, for one state of the document. */
  together(): SaidTogether {
    const [first, ...others] = this.said;
    return first && others.length === 0 ? first : new SaidTogether(this.said);
  }

  /** Of a document that was read from scratch. */
  static of(engine: Engine, fragments: readonly Fragment[]): StudyRecognition {
    return new StudyRecognition(engine, [], [], []).replaced(fragments, 0, 0, fragments.length);
  }

  /**
   * The same after a change.
   * @param fragments all of them; those from `first` up to `end` are new
   * @param removed how many stood there before
   */
  replaced(fragments: readonly Fragment[], first: number, removed: number, end: number): StudyRecognition {
    const { engine } = this;
    const { placed, from, to } = placeFragments(engine, fragments, this.placed, first, end, removed);
    const groups = this.regrouped(fragments, placed, from, to, end - first - removed);
    return new StudyRecognition(engine, placed, groups, this.saidBy(groups));
  }

  /** The groups together; of those that a change left alone what is known stays. */
  private saidBy(groups: readonly FragmentGroup[]): SaidTogether[] {
    const known = new Map(this.said.map((said) => [said.parts[0], said]));
    return Array.from({ length: Math.ceil(groups.length / SIZE) }, (_, i) => {
      const parts = groups.slice(i * SIZE, (i + 1) * SIZE);
      const old = known.get(parts[0]);
      const isSame = old?.parts.length === parts.length && old.parts.every((part, k) => part === parts[k]);
      return isSame ? old : new SaidTogether(parts);
    });
  }

  /** The groups after `fragments[from, to)` have changed; there are `grown` more fragments than there were. */
  private regrouped(
    fragments: readonly Fragment[],
    placed: readonly PlacedFragment[],
    from: number,
    to: number,
    grown: number,
  ): FragmentGroup[] {
    const { groups } = this;
    let at = 0;
    let i = 0;
    while (i < groups.length && at + groups[i]!.fragments.length <= from) at += groups[i++]!.fragments.length;
    const before = groups.slice(0, i);
    let stop = at;
    while (i < groups.length && stop < to - grown) stop += groups[i++]!.fragments.length;
    const end = i < groups.length ? stop + grown : fragments.length;
    return [...before, ...this.grouped(fragments, placed, at, end), ...groups.slice(i)];
  }

  /** Groups `fragments[from, to)`. */
  private grouped(
    fragments: readonly Fragment[],
    placed: readonly PlacedFragment[],
    from: number,
    to: number,
  ): FragmentGroup[] {
    const { engine } = this;
    const groups: FragmentGroup[] = [];
    for (let k = from; k < to; k += SIZE) {
      const end = Math.min(to, k + SIZE);
      const [before, after] = [blocksBefore(placed, k), blocksFrom(placed, end)];
      const [own, places] = [fragments.slice(k, end), placed.slice(k, end)];
      groups.push(new FragmentGroup(engine, own, places, before, after));
    }
    return groups;
  }
}
