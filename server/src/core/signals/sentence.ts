import type { WordList } from '../dutch/words.js';
import type { HitBuffer } from './hits.js';
import { ascending } from './lexicon.js';
import { countOf } from './lists.js';
import type { Meaning, SignalIndex } from './signal-index.js';
import type { SignalTable } from './signal-table.js';

/** "These words near each other": at most so many words apart, in one sentence. */
const NEAR = 12;
const LAST_ROUND = 255;

/** A signal found by phrases near each other. */
interface Joined {
  readonly signal: number;
  /** First and last word of each phrase, ascending. */
  readonly words: readonly number[];
}

/** What was met in one sentence. Reused from sentence to sentence. */
export class Sentence {
  number = 0;
  /** Counts sentences, from 1 to {@link LAST_ROUND} and again: small numbers keep the tables below small. */
  private round = 0;
  /** First word. */
  private from = 0;
  private words: WordList | undefined;
  private origin = 0;
  /**
   * Signals found by one phrase: triples of signal, first and last word. As the lists below it is never made shorter:
   * how much of it counts stands beside it.
   */
  private readonly signals: number[] = [];
  private signalCount = 0;
  /** Signals found by phrases near each other. */
  private joined: Joined[] = [];
  /** Groups at which forms are to be looked for. */
  private readonly anchors: number[] = [];
  private anchorCount = 0;
  /** Groups that a phrase of several words belongs to: triples of group, first and last word, in the order of last words. */
  private readonly phrases: number[] = [];
  private phraseCount = 0;
  /** Where each group of the form that is looked for was last met: first and last word. */
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  /** The round in which each group was last met, and so on. */
  private readonly groupRound: Uint8Array;
  private readonly foundIn: Uint8Array;
  private readonly deniedIn: Uint8Array;
  private readonly triedIn: Uint8Array;
  private readonly givenIn: Uint8Array;

  constructor(
    private readonly table: SignalTable,
    private readonly index: SignalIndex,
    private readonly met: readonly Meaning[],
  ) {
    this.groupRound = new Uint8Array(countOf(table.groups));
    this.foundIn = new Uint8Array(table.labelOf.length);
    this.deniedIn = new Uint8Array(countOf(table.phrases));
    this.triedIn = new Uint8Array(table.formSignal.length);
    this.givenIn = new Uint8Array(table.labelOf.length);
  }

  /** @param origin offset from which spans count */
  open(words: WordList, origin: number): void {
    this.words = words;
    this.origin = origin;
  }

  begin(number: number, from: number): void {
    this.number = number;
    this.from = from;
    if (this.round === LAST_ROUND) {
      for (const rounds of [this.groupRound, this.foundIn, this.deniedIn, this.triedIn, this.givenIn]) rounds.fill(0);
      this.round = 0;
    }
    this.round++;
    this.anchorCount = 0;
    this.phraseCount = 0;
  }

  /** A signal stands from word `first` to `last`. */
  hit(signal: number, first: number, last: number): void {
    if (this.foundIn[signal] === this.round) return;
    this.foundIn[signal] = this.round;
    this.signals[this.signalCount++] = signal;
    this.signals[this.signalCount++] = first;
    this.signals[this.signalCount++] = last;
  }

  /** A word belongs to groups that need others. */
  meet({ groups, anchors }: Meaning): void {
    const { groupRound, round } = this;
    for (let i = 0; i < groups.length; i++) groupRound[groups[i]!] = round;
    for (let i = 0; i < anchors.length; i++) this.anchors[this.anchorCount++] = anchors[i]!;
  }

  /** A phrase that belongs to such a group stands from word `first` to `last`. */
  meetPhrase(group: number, first: number, last: number): void {
    this.groupRound[group] = this.round;
    this.phrases[this.phraseCount++] = group;
    this.phrases[this.phraseCount++] = first;
    this.phrases[this.phraseCount++] = last;
    if (this.index.isAnchor(group)) this.anchors[this.anchorCount++] = group;
  }

  deny(phrase: number): void {
    this.deniedIn[phrase] = this.round;
  }

  /**
   * Adds what was found.
   * @param to past the last word
   * @returns the number of steps that it took to see what stands near what
   */
  end(to: number, hits: HitBuffer): number {
    const { round, triedIn, groupRound, index } = this;
    const { starts, items } = index.formsAt;
    const { partners } = index;
    let steps = 0;
    for (let a = 0; a < this.anchorCount; a++) {
      const anchor = this.anchors[a]!;
      const end = starts[anchor + 1]!;
      steps += end - starts[anchor]!;
      for (let f = starts[anchor]!; f < end; f++) {
        if (groupRound[partners[f]!] !== round) continue;
        const form = items[f]!;
        if (triedIn[form] === round) continue;
        triedIn[form] = round;
        if (!this.isComplete(form) || this.isDenied(form)) continue;
        steps += to - this.from;
        this.findNear(form, to);
      }
    }
    this.give(hits);
    return steps;
  }

  /** Gives what was found in the order of last words; each signal once, where it is complete first. */
  private give(hits: HitBuffer): void {
    const { signals, joined } = this;
    if (joined.length > 1) sortByLastWord(joined);
    let next = 0;
    for (let i = 0; i < this.signalCount; i += 3) {
      const signal = signals[i]!;
      const first = signals[i + 1]!;
      const last = signals[i + 2]!;
      for (; next < joined.length && joined[next]!.words.at(-1)! < last; next++) this.giveJoined(joined[next]!, hits);
      if (this.givenIn[signal] === this.round) continue;
      this.givenIn[signal] = this.round;
      hits.add(signal, this.number, first === last ? 2 : 4);
      if (first !== last) this.giveWord(first, hits);
      this.giveWord(last, hits);
    }
    for (; next < joined.length; next++) this.giveJoined(joined[next]!, hits);
    this.signalCount = 0;
    if (joined.length > 0) this.joined = [];
  }

  private giveJoined({ signal, words }: Joined, hits: HitBuffer): void {
    if (this.givenIn[signal] === this.round) return;
    this.givenIn[signal] = this.round;
    hits.add(signal, this.number, 2 * words.length);
    for (const word of words) this.giveWord(word, hits);
  }

  private giveWord(word: number, hits: HitBuffer): void {
    hits.span(this.words!.start[word]! - this.origin, this.words!.end[word]! - this.origin);
  }

  /** Whether every group of a form stands somewhere in the sentence. */
  private isComplete(form: number): boolean {
    const { groupRound, round } = this;
    const { starts, items } = this.table.near;
    const end = starts[form + 1]!;
    for (let k = starts[form]!; k < end; k++) if (groupRound[items[k]!] !== round) return false;
    return true;
  }

  private isDenied(form: number): boolean {
    const { starts, items } = this.table.not;
    for (let k = starts[form]!; k < starts[form + 1]!; k++) if (this.deniedIn[items[k]!] === this.round) return true;
    return false;
  }

  /** Whether the groups of a form were all met shortly before word `w`. */
  private isNear(count: number, w: number): boolean {
    for (let g = 0; g < count; g++) if (this.last[g]! < 0 || w - this.last[g]! > NEAR) return false;
    return true;
  }

  /** Adds a form at the first place where all of it stands near, if there is one. */
  private findNear(form: number, to: number): void {
    const { starts, items } = this.table.near;
    const firstGroup = starts[form]!;
    const count = starts[form + 1]! - firstGroup;
    const { first, last } = this;
    for (let g = 0; g < count; g++) {
      first[g] = -1;
      last[g] = -1;
    }
    const { phrases, phraseCount } = this;
    let p = 0;
    for (let w = this.from; w < to; w++) {
      let isNew = false;
      const { groups } = this.met[w]!;
      if (groups.length > 0) {
        for (let g = 0; g < count; g++) {
          if (!groups.includes(items[firstGroup + g]!)) continue;
          first[g] = w;
          last[g] = w;
          isNew = true;
        }
      }
      for (; p < phraseCount && phrases[p + 2]! <= w; p += 3) {
        for (let g = 0; g < count; g++) {
          if (phrases[p] !== items[firstGroup + g]) continue;
          first[g] = phrases[p + 1]!;
          last[g] = w;
          isNew = true;
        }
      }
      if (!isNew || !this.isNear(count, w)) continue;
      this.joined.push({
        signal: this.table.formSignal[form]!,
        words: ascending([...first.slice(0, count), ...last.slice(0, count)]),
      });
      return;
    }
  }
}

/** In place, and those that end together stay in their order. There are few, and mostly they are in order already. */
function sortByLastWord(joined: Joined[]): void {
  for (let i = 1; i < joined.length; i++) {
    const moved = joined[i]!;
    const last = moved.words.at(-1)!;
    let at = i;
    for (; at > 0 && joined[at - 1]!.words.at(-1)! > last; at--) joined[at] = joined[at - 1]!;
    joined[at] = moved;
  }
}
