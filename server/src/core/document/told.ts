import type { Mention } from '../recognition/mentions.js';
import { FAR } from '../recognition/surroundings.js';
import { type Heard, isSamePath, type Path, Voice } from './heard.js';
import type { Passage } from './passage.js';

/** What stands before a place, as far as it matters there. */
interface Context {
  readonly path: Path;
  /** The paragraph that would introduce a list here. */
  readonly leadIn: Voice | undefined;
  /** The block right before, unless it is a heading. */
  readonly previous: Heard | undefined;
}

/** A mention whose offsets count from the start of a block. */
export interface InBlock {
  readonly block: number;
  readonly mention: Mention;
}

/** A passage where it stands, with what was concluded about it so far. */
export class Told {
  /** Per label how clearly the passage speaks of it, plus one; 0 where that was not asked yet. */
  says: Uint8Array | undefined;
  /** Per block; offsets count from the start of the block. */
  mentions: readonly (readonly Mention[])[] | undefined;
  /** The mentions of labels that were asked for by themselves, with the index of the block of each. */
  readonly ofLabel = new Map<number, readonly InBlock[]>();

  constructor(
    readonly entry: Context,
    readonly exit: Context,
    readonly voices: readonly Voice[],
  ) {}

  /** The same passage, now that blocks near it have changed. */
  again(): Told {
    return new Told(this.entry, this.exit, this.voices);
  }
}

const TOP: Path = { voices: [] };
const START: Context = { path: TOP, leadIn: undefined, previous: undefined };

/**
 * Puts passages in their place, after some of them changed.
 * @param told what was told of the passages; that of `[from, to)` is asked for. The array is brought up to date
 * @returns the range of passages about which anything has to be concluded anew
 */
export function tell(
  passages: readonly Passage[],
  told: (Told | undefined)[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  let end = from;
  let context = from === 0 ? START : told[from - 1]!.exit;
  // Those that follow are told again as long as what stands before them differs.
  while (end < passages.length && (end < to || !isSame(told[end]!.entry, context))) {
    told[end] = placed(passages[end]!, context);
    context = told[end]!.exit;
    end++;
  }
  const first = back(passages, from);
  const last = forward(passages, end);
  for (let k = first; k < from; k++) told[k] = told[k]!.again();
  for (let k = end; k < last; k++) told[k] = told[k]!.again();
  return { from: first, to: last };
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

/** The voices right before passage `k`, as far as they are heard in it. */
export function voicesBefore(told: readonly Told[], k: number): Voice[] {
  const found: Voice[] = [];
  for (let at = k - 1; at >= 0 && found.length < FAR; at--) {
    const { voices } = told[at]!;
    for (let i = voices.length - 1; i >= 0 && found.length < FAR; i--) found.push(voices[i]!);
  }
  return found.reverse();
}

/** The first voices from passage `k` on, as far as they are heard before it. */
export function voicesFrom(told: readonly Told[], k: number): Voice[] {
  const found: Voice[] = [];
  for (let at = k; at < told.length && found.length < FAR; at++) {
    const { voices } = told[at]!;
    for (let i = 0; i < voices.length && found.length < FAR; i++) found.push(voices[i]!);
  }
  return found;
}

function isSame(a: Context, b: Context): boolean {
  return a.previous === b.previous && a.leadIn === b.leadIn && isSamePath(a.path, b.path);
}

function placed({ heard: blocks }: Passage, entry: Context): Told {
  let { path, leadIn, previous } = entry;
  const voices: Voice[] = [];
  for (const heard of blocks) {
    const { kind, depth } = heard;
    if (kind === 'heading') {
      const above = path.voices.filter((voice) => voice.heard.depth < depth);
      if (above.length < path.voices.length) path = { voices: above };
      leadIn = undefined;
    }
    const voice = voiceOf(heard, path, kind === 'item' ? leadIn : undefined, previous);
    voices.push(voice);
    if (kind === 'heading') path = { voices: [voice, ...path.voices] };
    else if (kind !== 'item') leadIn = voice;
    previous = kind === 'heading' ? undefined : heard;
  }
  return new Told(entry, { path, leadIn, previous }, voices);
}

/** The block in its place, or as it was if nothing that it hears is new. */
function voiceOf(heard: Heard, path: Path, leadIn: Voice | undefined, previous: Heard | undefined): Voice {
  if (!heard.voice?.isSame(path, leadIn, previous)) heard.voice = new Voice(heard, path, leadIn, previous);
  return heard.voice;
}
