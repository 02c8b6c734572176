import { type Hits, nextHit, sentenceAt, signalAt } from '../signals/hits.js';
import type { SignalTable } from '../signals/signal-table.js';
import type { BlockCues } from './cue-reader.js';
import type { Labels } from './labels.js';

/** What a block holds for one label. */
export interface LabelCounts {
  readonly label: number;
  /** How many different strong and weak signals. */
  strong: number;
  weak: number;
  /** Mask of the sentences with a strong hit, and with any hit. */
  strongIn: number;
  anyIn: number;
}

/** The hits of a block, counted by label and by theme. */
export interface SignalCounts {
  /** In the order of the text. */
  readonly labels: readonly LabelCounts[];
  /** Its signals, each once, in the order of the text. */
  readonly signals: readonly number[];
  /** Per theme the number of different strong and weak signals of its labels. */
  readonly themeStrong: readonly number[];
  readonly themeWeak: readonly number[];
  /** Opgaven of which a means stands near a rejection, by their labels. */
  readonly against: readonly number[];
  /** Those among them that it surely stands against: what is refused is named right behind, or the opposite is wanted. */
  readonly opposite: readonly number[];
  /** Per cue the sentences it stands in, as a mask. */
  readonly cueIn: readonly number[];
  /** The same of {@link DECIDING_CUES}. */
  readonly decidingIn: readonly number[];
  /** How many there are up to the last with a cue or hit: what stands behind says nothing. */
  readonly sentences: number;
  /** Per theme the sentences in which no other theme has more strong hits, as a share of all. */
  readonly leading: readonly number[];
}

/** Sentences past this one count as the last. */
export const LAST_SENTENCE = 29;

/** Counts the hits of a block, beside the cues in it. */
export function countSignals(table: SignalTable, labels: Labels, hits: Hits, cues: BlockCues): SignalCounts {
  const themes = labels.ofTheme.length;
  const byLabel: LabelCounts[] = [];
  const signals: number[] = [];
  const against: number[] = [];
  const opposite: number[] = [];
  const themeStrong = new Array<number>(themes).fill(0);
  const themeWeak = new Array<number>(themes).fill(0);
  /** Per sentence with strong hits, how many of each theme. */
  const strongHits: (number[] | undefined)[] = [];
  let { sentences } = cues;
  const light = table.weights ? lightLabels(table, labels, hits, table.weights) : undefined;
  for (let at = 0; at < hits.length; at = nextHit(hits, at)) {
    const signal = signalAt(hits, at);
    const place = sentenceAt(hits, at);
    const label = table.labelOf[signal]!;
    const sentence = 1 << Math.min(place, LAST_SENTENCE);
    if (place >= sentences) sentences = place + 1;
    if (labels.kind[label] === 'against') {
      const opgave = labels.against[label]!;
      if (!against.includes(opgave)) against.push(opgave);
      if (table.weak[signal] === 0 && !opposite.includes(opgave)) opposite.push(opgave);
      continue;
    }
    if (light?.has(label)) continue;
    let counts = byLabel.find((known) => known.label === label);
    if (!counts) {
      counts = { label, strong: 0, weak: 0, strongIn: 0, anyIn: 0 };
      byLabel.push(counts);
    }
    counts.anyIn |= sentence;
    const theme = labels.theme[label]!;
    const weak = table.weak[signal] === 1;
    if (!weak) {
      counts.strongIn |= sentence;
      const at = Math.min(place, LAST_SENTENCE);
      strongHits[at] ??= new Array<number>(themes).fill(0);
      strongHits[at][theme]!++;
    }
    if (signals.includes(signal)) continue;
    signals.push(signal);
    if (weak) {
      counts.weak++;
      themeWeak[theme]!++;
    } else {
      counts.strong++;
      themeStrong[theme]!++;
    }
  }
  const leading = new Array<number>(themes).fill(0);
  for (const byTheme of strongHits) {
    if (!byTheme) continue;
    const most = Math.max(...byTheme);
    for (let theme = 0; theme < themes; theme++) if (byTheme[theme] === most) leading[theme]! += 1 / sentences;
  }
  // Copies take no more room than they need: a list that grew has some to spare.
  const [own, met] = [byLabel.slice(), signals.slice()];
  return {
    labels: own,
    signals: met,
    against,
    opposite,
    themeStrong,
    themeWeak,
    cueIn: cues.cueIn,
    decidingIn: cues.decidingIn,
    sentences,
    leading,
  };
}

/** Signals that together weigh less than this, in log-odds, leave what they are of out of the question. */
const LEAST_WEIGHT = 1.8;

/** The opgaven that a block has too little of. Most words of a text are in the explanation of some opgave. */
function lightLabels(table: SignalTable, labels: Labels, hits: Hits, weights: readonly number[]): Set<number> {
  const sums = new Map<number, number>();
  const met = new Set<number>();
  for (let at = 0; at < hits.length; at = nextHit(hits, at)) {
    const signal = signalAt(hits, at);
    const label = table.labelOf[signal]!;
    if (weights[signal] === 0 || met.has(signal)) continue;
    met.add(signal);
    if (labels.kind[label] === 'opgave') sums.set(label, (sums.get(label) ?? 0) + weights[signal]!);
  }
  const light = new Set<number>();
  for (const [label, sum] of sums) if (sum < LEAST_WEIGHT) light.add(label);
  return light;
}

/** The counts of one label, where the block holds anything for it. */
export const countsOf = (counts: SignalCounts | undefined, label: number): LabelCounts | undefined =>
  counts?.labels.find((known) => known.label === label);
