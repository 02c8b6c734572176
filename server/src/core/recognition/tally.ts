import { FIRST_HIT, nextHit, sentenceOf, signalOf } from '../signals/packed-hits.js';
import type { SignalTable } from '../signals/signal-table.js';
import { CUES, type Labels } from './labels.js';
import type { BlockReading, Ending } from './reading.js';

/** What a block holds for one label. */
export interface LabelTally {
  /** How many different strong and weak signals. */
  strong: number;
  weak: number;
  /** Mask of the sentences with a strong hit, and with any hit. */
  strongIn: number;
  anyIn: number;
}

/** Tallies by label. There are few in a block: a list of them is smaller than a map, and as quick. */
export class LabelTallies {
  /** The labels, in the order of the text, and beside each its tally. */
  readonly numbers: number[] = [];
  readonly tallies: LabelTally[] = [];

  get size(): number {
    return this.numbers.length;
  }

  get(label: number): LabelTally | undefined {
    const at = this.numbers.indexOf(label);
    return at < 0 ? undefined : this.tallies[at];
  }

  has(label: number): boolean {
    return this.numbers.includes(label);
  }

  /** The tally of a label, made when it is not there yet. */
  of(label: number): LabelTally {
    const known = this.get(label);
    if (known) return known;
    const tally = { strong: 0, weak: 0, strongIn: 0, anyIn: 0 };
    this.numbers.push(label);
    this.tallies.push(tally);
    return tally;
  }
}

/** The hits of a block, counted by label and by theme. */
export interface Tally {
  readonly words: number;
  readonly ending: Ending;
  readonly labels: LabelTallies;
  /** Its signals but for cues, each once, in the order of the text. */
  readonly signals: readonly number[];
  /** Per theme the number of different strong and weak signals of its labels. */
  readonly themeStrong: readonly number[];
  readonly themeWeak: readonly number[];
  /** Per cue the sentences it stands in, as a mask. */
  readonly cueIn: readonly number[];
  readonly sentences: number;
  /** Per theme the sentences in which no other theme has more strong hits, as a share of all. */
  readonly leading: readonly number[];
}

/** Sentences past this one count as the last. */
const LAST = 29;

export function tallyOf(table: SignalTable, labels: Labels, { words, ending, packed }: BlockReading): Tally {
  const themes = labels.ofTheme.length;
  const byLabel = new LabelTallies();
  const signals: number[] = [];
  const themeStrong = new Array<number>(themes).fill(0);
  const themeWeak = new Array<number>(themes).fill(0);
  const cueIn = new Array<number>(CUES.length).fill(0);
  let sentences = 1;
  /** Strong hits by sentence and theme. */
  const strongHits: number[] = [];
  for (let at = FIRST_HIT; at < packed.length; at = nextHit(packed, at)) {
    const signal = signalOf(packed, at);
    const place = sentenceOf(packed, at);
    const label = table.labelOf[signal]!;
    const sentence = 1 << Math.min(place, LAST);
    if (place >= sentences) sentences = place + 1;
    const cue = labels.cue[label]!;
    if (cue > 0) {
      cueIn[31 - Math.clz32(cue)]! |= sentence;
      continue;
    }
    const tally = byLabel.of(label);
    tally.anyIn |= sentence;
    const theme = labels.theme[label]!;
    const weak = table.weak[signal] === 1;
    if (!weak) {
      tally.strongIn |= sentence;
      strongHits.push(Math.min(place, LAST) * themes + theme);
    }
    if (signals.includes(signal)) continue;
    signals.push(signal);
    if (weak) {
      tally.weak++;
      themeWeak[theme]!++;
    } else {
      tally.strong++;
      themeStrong[theme]!++;
    }
  }
  const leading = leadingThemes(strongHits, themes, sentences);
  return { words, ending, labels: byLabel, signals, themeStrong, themeWeak, cueIn, sentences, leading };
}

/** Hits of a block by sentence and theme; reused, and empty in between. */
let counts = new Uint16Array(0);

/** See {@link Tally.leading}. @param strongHits sentence × number of themes + theme, of each hit */
function leadingThemes(strongHits: readonly number[], themes: number, sentences: number): number[] {
  const leading = new Array<number>(themes).fill(0);
  if (strongHits.length === 0) return leading;
  if (counts.length < (LAST + 1) * themes) counts = new Uint16Array((LAST + 1) * themes);
  for (const cell of strongHits) counts[cell]!++;
  for (const cell of strongHits) {
    const first = cell - (cell % themes);
    let most = 0;
    for (let at = first; at < first + themes; at++) most = Math.max(most, counts[at]!);
    if (most === 0) continue; // this sentence was counted already
    for (let at = first; at < first + themes; at++) {
      if (counts[at] === most) leading[at - first]! += 1 / sentences;
      counts[at] = 0;
    }
  }
  return leading;
}
