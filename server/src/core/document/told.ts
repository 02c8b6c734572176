import { type Mention, mentionsInBlock } from '../recognition/mentions.js';
import type { Recogniser } from '../recognition/recognise.js';
import { FAR } from '../recognition/surroundings.js';
import type { Tally } from '../recognition/tally.js';
import { Around, type Heard, hasSameHeadings, isSamePath, type Path, type Voice } from './heard.js';
import type { Passage } from './passage.js';

/** What stands before a place, as far as it matters there. */
interface Context {
  readonly path: Path;
  /** The paragraph that would introduce a list here. */
  readonly leadIn: Voice | undefined;
  /** The block right before, unless it is a heading. */
  readonly previous: Heard | undefined;
}

/** What a passage says where it stands: it hears the headings above it and the blocks around it. */
export interface Told {
  readonly entry: Context;
  readonly exit: Context;
  readonly voices: readonly Voice[];
  /** Per block the headings above it and what leads in. */
  readonly paths: readonly Path[];
  readonly leadIns: readonly (Voice | undefined)[];
  /** Per block; offsets count from the start of the block. */
  readonly mentions: readonly (readonly Mention[])[];
}

const TOP: Path = { voices: [] };
const START: Context = { path: TOP, leadIn: undefined, previous: undefined };
const NO_MENTIONS: readonly Mention[] = [];

/**
 * Tells what passages say, after some of them changed.
 * @param told what was told of the passages; that of `[from, to)` is asked for. The array is brought up to date
 * @returns the range of passages of which anything was told anew
 */
export function tell(
  recogniser: Recogniser,
  passages: readonly Passage[],
  told: (Told | undefined)[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let end = from;
  let context = from === 0 ? START : told[from - 1]!.exit;
  const first = back(passages, from);
  const window = new Window(recogniser, passages, told);
  let next = first;
  const conclude = (): void => {
    const mentions = window.mentionsIn(next);
    const before = told[next]!;
    if (next >= from || mentions.some((list, i) => list !== before.mentions[i])) told[next] = { ...before, mentions };
    forget(passages[next]!);
    next++;
  };
  // Those that follow are told again as long as what stands before them differs.
  while (end < passages.length && (end < to || !isSame(told[end]!.entry, context))) {
    told[end] = hearFirst(recogniser, passages[end]!, context);
    context = told[end]!.exit;
    end++;
    // As soon as enough has been heard of what comes after a passage, its conclusions are drawn.
    if (end < to) while (forward(passages, next + 1) < end) conclude();
  }
  const last = forward(passages, end);
  while (next < last) conclude();
  return { from: first, to: last };
}

/** Lets go of what is quickly made again, but for the headings. */
function forget({ heard }: Passage): void {
  for (const block of heard) if (block.kind !== 'heading') block.tally = undefined;
}

function tallyOf(recogniser: Recogniser, heard: Heard): Tally {
  heard.tally ??= recogniser.tallyOf(heard.reading);
  return heard.tally;
}

/** The first passage that hears a block of passage `k`. */
function back(passages: readonly Passage[], k: number): number {
  let first = k;
  for (let blocks = 0; first > 0 && blocks < FAR; ) blocks += passages[--first]!.blocks.length;
  return first;
}

/** The end of the passages that hear a block before passage `k`. */
function forward(passages: readonly Passage[], k: number): number {
  let last = k;
  for (let blocks = 0; last < passages.length && blocks < FAR; ) blocks += passages[last++]!.blocks.length;
  return last;
}

function isSame(a: Context, b: Context): boolean {
  return a.previous === b.previous && a.leadIn === b.leadIn && isSamePath(a.path, b.path);
}

function hearFirst(recogniser: Recogniser, { heard: blocks }: Passage, entry: Context): Told {
  let { path, leadIn, previous } = entry;
  const voices: Voice[] = [];
  const paths: Path[] = [];
  const leadIns: (Voice | undefined)[] = [];
  for (const heard of blocks) {
    const { kind, depth } = heard;
    if (kind === 'heading') {
      const above = path.voices.filter((voice) => voice.heard.depth < depth);
      if (above.length < path.voices.length) path = pathOf(above);
      leadIn = undefined;
    }
    const introduced = kind === 'item' ? leadIn : undefined;
    const voice = voiceOf(recogniser, heard, path, introduced, previous);
    voices.push(voice);
    paths.push(path);
    leadIns.push(introduced);
    if (kind === 'heading') path = pathOf([voice, ...path.voices]);
    else if (kind !== 'item') leadIn = voice;
    previous = kind === 'heading' ? undefined : heard;
  }
  return { entry, exit: { path, leadIn, previous }, voices, paths, leadIns, mentions: [] };
}

const pathOf = (voices: readonly Voice[]): Path => ({ voices });

/** The first estimate of a block in its place, or the one it had if nothing that it hears is new. */
function voiceOf(
  recogniser: Recogniser,
  heard: Heard,
  path: Path,
  leadIn: Voice | undefined,
  previous: Heard | undefined,
): Voice {
  const known = heard.voice;
  if (known && known.leadIn === leadIn?.heard && known.previous === previous && hasSameHeadings(known.path, path))
    return known;
  const estimate = recogniser.firstEstimate({
    kind: heard.kind,
    own: tallyOf(recogniser, heard),
    headings: path.voices.map((voice) => tallyOf(recogniser, voice.heard)),
    leadIn: leadIn && tallyOf(recogniser, leadIn.heard),
    previous: previous && tallyOf(recogniser, previous),
  });
  heard.voice = { heard, estimate, path, leadIn: leadIn?.heard, previous };
  return heard.voice;
}

/** The voices of a passage and of as many blocks around it as are heard in it, in one table. */
class Window {
  private voices: Voice[] = [];
  private kinds: Heard[] = [];
  private values = new Float64Array(0);

  constructor(
    private readonly recogniser: Recogniser,
    private readonly passages: readonly Passage[],
    private readonly told: readonly (Told | undefined)[],
  ) {}

  mentionsIn(k: number): (readonly Mention[])[] {
    const { voices: own, paths, leadIns } = this.told[k]!;
    const start = this.open(k);
    return own.map((voice, i) => this.mentionsOf(voice, start + i, paths[i]!, leadIns[i]));
  }

  /** Gathers the voices around passage `k`; returns the index of its own first. */
  private open(k: number): number {
    const before: Voice[] = [];
    for (let at = k - 1; at >= 0 && before.length < FAR; at--) {
      const { voices } = this.told[at]!;
      for (let i = voices.length - 1; i >= 0 && before.length < FAR; i--) before.push(voices[i]!);
    }
    this.voices = [...before.reverse(), ...this.told[k]!.voices];
    const most = this.voices.length + FAR;
    for (let at = k + 1; at < this.passages.length && this.voices.length < most; at++) {
      const { voices } = this.told[at]!;
      for (let i = 0; i < voices.length && this.voices.length < most; i++) this.voices.push(voices[i]!);
    }
    this.kinds = this.voices.map(({ heard }) => heard);
    const labels = this.recogniser.labels.ids.length;
    if (this.values.length < this.voices.length * labels)
      this.values = new Float64Array(2 * this.voices.length * labels);
    else this.values.fill(0, 0, this.voices.length * labels);
    for (let row = 0; row < this.voices.length; row++) {
      const { estimate } = this.voices[row]!;
      for (let i = 0; i < estimate.labels.length; i++)
        this.values[row * labels + estimate.labels[i]!] = estimate.values[i]!;
    }
    return before.length;
  }

  private mentionsOf(voice: Voice, block: number, path: Path, leadIn: Voice | undefined): readonly Mention[] {
    const { heard } = voice;
    const { voices, recogniser } = this;
    const from = Math.max(0, block - FAR);
    const to = Math.min(voices.length, block + FAR + 1);
    const known = heard.around;
    if (known?.isSame(voices, from, to, block, path, leadIn)) return heard.mentions!;
    heard.around = new Around(voices.slice(from, to), block - from, path, leadIn);
    heard.mentions = NO_MENTIONS;
    if (voice.estimate.size === 0) return heard.mentions;
    // The headings and what leads in come after the blocks around.
    const above = leadIn ? [...path.voices, leadIn] : path.voices;
    const labels = recogniser.labels.ids.length;
    const { values } = this;
    const second = recogniser.secondEstimate(
      voice.estimate,
      {
        blocks: this.kinds,
        headings: path.voices.map((_, i) => voices.length + i),
        leadIn: leadIn ? voices.length + path.voices.length : -1,
        block,
      },
      (at, label) =>
        at < voices.length ? values[at * labels + label]! : (above[at - voices.length]!.estimate.get(label) ?? 0),
    );
    const mentions = mentionsInBlock(
      recogniser,
      recogniser.model,
      { reading: heard.reading, tally: tallyOf(recogniser, heard), length: heard.length },
      second,
    );
    if (mentions.length > 0) heard.mentions = mentions;
    return heard.mentions;
  }
}
