import type { SignalTable } from '../text/signal-table.js';
import { CUES, type Labels } from './labels.js';
import type { BlockReading, SignalHit } from './reading.js';

/** What a block holds for one label. */
export interface LabelTally {
  /** Numbers of the signals, each once. */
  readonly strong: number[];
  readonly weak: number[];
  /** Hits in the order of the text. */
  readonly hits: SignalHit[];
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

export function tallyOf(table: SignalTable, labels: Labels, reading: BlockReading): Tally {
  const byLabel = new Map<number, LabelTally>();
  const themeStrong = new Array<number>(labels.ofTheme.length).fill(0);
  const themeWeak = new Array<number>(labels.ofTheme.length).fill(0);
  const cueIn = CUES.map(() => 0);
  let sentences = 1;
  const inSentence: number[][] = [];
  for (const hit of reading.hits) {
    const label = table.labelOf[hit.signal]!;
    const sentence = 1 << Math.min(hit.sentence, LAST);
    sentences = Math.max(sentences, hit.sentence + 1);
    const cue = labels.cue[label]!;
    if (cue > 0) {
      cueIn[31 - Math.clz32(cue)]! |= sentence;
      continue;
    }
    let tally = byLabel.get(label);
    if (!tally) {
      tally = { strong: [], weak: [], hits: [], strongIn: 0, anyIn: 0 };
      byLabel.set(label, tally);
    }
    tally.hits.push(hit);
    tally.anyIn |= sentence;
    const weak = table.weak[hit.signal] === 1;
    if (!weak) {
      tally.strongIn |= sentence;
      const place = Math.min(hit.sentence, LAST);
      const counts = inSentence[place] ?? themeStrong.map(() => 0);
      inSentence[place] = counts;
      counts[labels.theme[label]!]!++;
    }
    const list = weak ? tally.weak : tally.strong;
    if (list.includes(hit.signal)) continue;
    list.push(hit.signal);
    const theme = labels.theme[label]!;
    if (weak) themeWeak[theme]!++;
    else themeStrong[theme]!++;
  }
  const leading = themeStrong.map(() => 0);
  for (const counts of inSentence) {
    if (!counts) continue;
    const most = Math.max(...counts);
    for (let theme = 0; theme < counts.length; theme++) if (counts[theme] === most) leading[theme]! += 1 / sentences;
  }
  return { words: reading.words, labels: byLabel, themeStrong, themeWeak, cueIn, sentences, leading };
}
