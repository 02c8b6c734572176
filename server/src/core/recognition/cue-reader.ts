import { cues } from '../../generated/cues.js';
import { type Prose, ProseReader } from '../dutch/prose.js';
import { hitsOf } from '../signals/hits.js';
import { Matcher } from '../signals/matcher.js';
import { readSignals } from '../signals/signal-json.js';
import { CUES, DECIDING_CUES } from './labels.js';
import { LAST_SENTENCE } from './signal-counts.js';

const ALL_CUES: readonly string[] = [...CUES, ...DECIDING_CUES];

/** What a sentence does, whatever it is about; see data/cues.yaml. */
export type Cue = (typeof CUES)[number];

/** Words that tell what a sentence does, as flat pairs of offsets from the start of the block. */
export interface FoundCue {
  readonly cue: Cue;
  readonly sentence: number;
  readonly spans: readonly number[];
}

/** What the sentences of a block do, whatever they are about. */
export interface BlockCues {
  /** Per cue the sentences it stands in, as a mask. */
  readonly cueIn: readonly number[];
  /** Per {@link DECIDING_CUES} the same. */
  readonly decidingIn: readonly number[];
  /** Up to the last sentence with a cue. */
  readonly sentences: number;
}

/** Of a block that says nothing. */
export const NO_CUES: BlockCues = { cueIn: CUES.map(() => 0), decidingIn: DECIDING_CUES.map(() => 0), sentences: 1 };

/** Reads words, and in them the cues of the language: once for all studies that a text is held to. */
export class CueReader {
  readonly prose = new ProseReader();
  private readonly matcher = new Matcher(readSignals(cues), this.prose);
  /** Per signal its cue, by its place in {@link CUES}, or behind those in {@link DECIDING_CUES}. */
  private readonly cueOf: Uint8Array;

  constructor() {
    const { labels, labelOf } = this.matcher.table;
    const numbers = labels.map((label) => ALL_CUES.indexOf(label));
    this.cueOf = Uint8Array.from(labelOf, (label) => numbers[label]!);
  }

  /** The cues in what was read last. @param from where that began */
  read(prose: Prose, from: number): BlockCues {
    const cueIn = new Array<number>(CUES.length).fill(0);
    const decidingIn = new Array<number>(DECIDING_CUES.length).fill(0);
    let sentences = 1;
    this.matcher.find(prose, from).each((signal, sentence) => {
      const cue = this.cueOf[signal]!;
      const bit = 1 << Math.min(sentence, LAST_SENTENCE);
      if (cue < CUES.length) cueIn[cue]! |= bit;
      else decidingIn[cue - CUES.length]! |= bit;
      if (sentence >= sentences) sentences = sentence + 1;
    });
    return { cueIn, decidingIn, sentences };
  }

  /** The same with the words that carry them, in the order of the text. */
  found(prose: Prose, from: number): FoundCue[] {
    return hitsOf(this.matcher.match(prose, from)).flatMap(({ signal, sentence, spans }) => {
      const cue = CUES[this.cueOf[signal]!];
      return cue ? [{ cue, sentence: Math.min(sentence, LAST_SENTENCE), spans }] : [];
    });
  }
}
