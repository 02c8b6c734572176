import type { Block } from '../markdown/blocks.js';
import type { Estimates } from '../recognition/estimate.js';
import type { BlockReading } from '../recognition/reading.js';
import type { Recogniser } from '../recognition/recognise.js';
import { LEAST_WORDS, type Scene } from '../recognition/scene.js';
import type { Tally } from '../recognition/tally.js';

/** A block as it is remembered, and how it last stood in its place. */
export class Heard {
  voice: Voice | undefined;
  private tally: Tally | undefined;

  constructor(
    readonly kind: Block['kind'],
    /** Level of a heading. */
    readonly depth: number,
    readonly length: number,
    readonly reading: BlockReading,
  ) {}

  tallyOf(recogniser: Recogniser): Tally {
    if (!this.tally) {
      this.tally = recogniser.tallyOf(this.reading);
      remember(this);
    }
    return this.tally;
  }

  /** Lets go of what is quickly made again. */
  forget(): void {
    this.tally = undefined;
  }
}

/** Tallies that are remembered at most: those nearby are asked for again and again. */
const MOST_TALLIES = 200;
let tallied: Heard[] = [];

function remember(heard: Heard): void {
  if (tallied.length === MOST_TALLIES) {
    for (const old of tallied) old.forget();
    tallied = [];
  }
  tallied.push(heard);
}

/** The headings above a place, from the nearest up. */
export interface Path {
  readonly voices: readonly Voice[];
}

export function isSamePath(a: Path, b: Path): boolean {
  if (a === b) return true;
  return a.voices.length === b.voices.length && a.voices.every((voice, i) => voice === b.voices[i]);
}

const NO_FIRSTS: readonly number[] = [];

/**
 * A block in its place: below headings, behind what introduces it. A new one is made only when something of that is new,
 * so sameness says "as before".
 */
export class Voice {
  /**
   * First estimates that were asked for: a label, what it was, the next label. Each time one is added the list is made anew, at
   * its exact size: there are many voices, and most are asked for one or two labels.
   */
  private firsts: readonly number[] = NO_FIRSTS;

  constructor(
    readonly heard: Heard,
    readonly path: Path,
    /** The paragraph that introduces the list. */
    readonly leadIn: Voice | undefined,
    /** The block right before, unless it is a heading. */
    readonly previous: Heard | undefined,
  ) {}

  get kind(): Block['kind'] {
    return this.heard.kind;
  }

  isSame(path: Path, leadIn: Voice | undefined, previous: Heard | undefined): boolean {
    return this.leadIn === leadIn && this.previous === previous && isSamePath(this.path, path);
  }

  /** The first estimate of everything that the block may raise or take up: what the block says with those above it. */
  first(recogniser: Recogniser): Estimates {
    return recogniser.firstEstimate(this.scene(recogniser));
  }

  /** The first estimate of one theme or opgave; 0 where it is none of those. */
  firstOf(recogniser: Recogniser, label: number): number {
    const { labels, labelOf, themeOf } = recogniser;
    const mayBe =
      labels.kind[label] === 'theme'
        ? this.mayConcern(recogniser, themeOf, labels.theme[label]!, 0)
        : this.kind !== 'heading' && this.mayConcern(recogniser, labelOf, label, LEAST_WORDS);
    return mayBe ? this.remembered(recogniser, label) : 0;
  }

  private remembered(recogniser: Recogniser, label: number): number {
    const { firsts } = this;
    for (let i = 0; i < firsts.length; i += 2) if (firsts[i] === label) return firsts[i + 1]!;
    const first = recogniser.firstOf(this.scene(recogniser), label);
    this.firsts = [...firsts, label, first];
    return first;
  }

  /**
   * Whether a signal with this value stands in the block, or a strong one above it if the block has so many words: what
   * scene.ts finds for all labels at once.
   */
  private mayConcern({ table }: Recogniser, numbers: ArrayLike<number>, value: number, least: number): boolean {
    const { heard, leadIn, path } = this;
    if (heard.reading.hasSignal(numbers, value)) return true;
    if (heard.reading.words < least) return false;
    const isAbove = ({ heard }: Voice): boolean => heard.reading.hasStrongSignal(numbers, value, table.weak);
    return path.voices.some(isAbove) || (leadIn !== undefined && isAbove(leadIn));
  }

  private scene(recogniser: Recogniser): Scene {
    const { heard, path, leadIn, previous } = this;
    return {
      kind: heard.kind,
      own: heard.tallyOf(recogniser),
      headings: path.voices.map((voice) => voice.heard.tallyOf(recogniser)),
      leadIn: leadIn?.heard.tallyOf(recogniser),
      previous: previous?.tallyOf(recogniser),
    };
  }
}
