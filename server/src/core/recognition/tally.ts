import { FIRST_HIT, nextHit, sentenceOf, signalOf } from '../text/hits.js';
import type { SignalTable } from '../text/signal-table.js';
import { CUES, type Labels } from './labels.js';
import type { BlockReading } from './reading.js';

/** What a block holds for one label. */
export interface LabelTally {
  /** Numbers of the signals, each once. */
  readonly strong: number[];
  readonly weak: number[];
  /** Mask of the sentences with a strong hit, and with any hit. */
  strongIn: number;
  anyIn: number;
}

/** The hits of a block, counted by label and by theme. */
export interface Tally {
  readonly words: number;
  readonly labels: ReadonlyMap<number, LabelTally>;
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

export function tallyOf(table: SignalTable, labels: Labels, { words, packed }: BlockReading): Tally {
  const themes = labels.ofTheme.length;
  const byLabel = new Map<number, LabelTally>();
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
    let tally = byLabel.get(label);
    if (!tally) {
      tally = { strong: [], weak: [], strongIn: 0, anyIn: 0 };
      byLabel.set(label, tally);
    }
    tally.anyIn |= sentence;
    const theme = labels.theme[label]!;
    const weak = table.weak[signal] === 1;
    if (!weak) {
      tally.strongIn |= sentence;
      strongHits.push(Math.min(place, LAST) * themes + theme);
    }
    const list = weak ? tally.weak : tally.strong;
    if (list.includes(signal)) continue;
    list.push(signal);
    if (weak) themeWeak[theme]!++;
    else themeStrong[theme]!++;
  }
  const leading = leadingThemes(strongHits, themes, sentences);
  return { words, labels: byLabel, themeStrong, themeWeak, cueIn, sentences, leading };
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
