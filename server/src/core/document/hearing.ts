import { isDutch } from '../dutch/language.js';
import { Estimates } from '../recognition/estimate.js';
import { type Mention, mentionsInBlock } from '../recognition/mentions.js';
import { possibleFrom, type Scorer } from '../recognition/model.js';
import { type Place, type Recogniser, sigmoid } from '../recognition/recognise.js';
import { FAR, SURROUNDINGS } from '../recognition/surroundings.js';
import type { Voice } from './heard.js';
import type { InBlock, Told } from './told.js';

/** How clearly words speak for a label. */
export const SOME = 1;
export const CLEAR = 2;

const KIN = SURROUNDINGS.indexOf('kin');
const NONE: readonly Mention[] = [];
const NONE_IN_BLOCKS: readonly InBlock[] = [];

/**
 * First estimates by voice and label, as far as they were asked for. There is one such table, and who needs it takes it
 * over: what passages say is found out for one hearing after the other, and is remembered elsewhere.
 */
let firsts = new Float64Array(0);
let owner: Hearing | undefined;
/** The first voice in it, and how many voices it has room for: what is asked moves through the text. */
let firstVoice = 0;
const SPAN = 256;

/**
 * What passages in a row say, now that each of their blocks hears those around it. Whether something is said at all is
 * asked far more often than where: that is concluded label by label, and no further than the answer needs.
 */
export class Hearing {
  /** Where the voices of each passage begin. */
  private readonly starts: number[] = [];
  /** The voices of the passages, between those before and after them that are heard in them. */
  private readonly voices: readonly Voice[];

  constructor(
    private readonly recogniser: Recogniser,
    private readonly told: readonly Told[],
    before: readonly Voice[],
    after: readonly Voice[],
  ) {
    const voices = [...before];
    for (const passage of told) {
      this.starts.push(voices.length);
      for (const voice of passage.voices) voices.push(voice);
    }
    for (const voice of after) voices.push(voice);
    this.voices = voices;
  }

  /** The most that a passage says of a label: 0, {@link SOME} or {@link CLEAR}. */
  says(passage: number, label: number): number {
    const told = this.told[passage]!;
    told.says ??= new Uint8Array(this.recogniser.labels.ids.length);
    if (told.says[label] === 0) told.says[label] = 1 + this.most(passage, label);
    return told.says[label]! - 1;
  }

  private most(passage: number, label: number): number {
    const start = this.starts[passage]!;
    const count = this.told[passage]!.voices.length;
    let most = 0;
    for (let i = start; i < start + count && most < CLEAR; i++) most = Math.max(most, this.blockSays(i, label));
    return most;
  }

  /** What block `i` says of a label. */
  private blockSays(i: number, label: number): number {
    const { recogniser } = this;
    const { labels, model } = recogniser;
    const { reading } = this.voices[i]!.heard;
    if (!isDutch(reading.dutch, reading.foreign)) return 0;
    const theme = labels.ofTheme[labels.theme[label]!]!;
    switch (labels.kind[label]) {
      case 'theme':
        return this.themeIn(i, label) >= model.themes.certain ? CLEAR : 0;
      case 'trend':
        return this.raises(i, label) && this.themeIn(i, theme) >= model.themes.certain ? CLEAR : 0;
      case 'opgave':
        return this.opgaveIn(i, label, theme);
      default:
        return 0;
    }
  }

  /** Whether a strong signal of a trend or opgave stands in block `i`. */
  private raises(i: number, label: number): boolean {
    const { labelOf, table } = this.recogniser;
    return this.voices[i]!.heard.reading.hasStrongSignal(labelOf, label, table.weak);
  }

  private opgaveIn(i: number, label: number, theme: number): number {
    const { recogniser } = this;
    const { opgaven } = recogniser.model;
    if (this.first(i, label) === 0) return 0;
    const possible = possibleFrom(this.raises(i, label), opgaven);
    const state = (z: number): number => {
      const p = sigmoid(z);
      return p >= opgaven.certain ? CLEAR : p >= possible ? SOME : 0;
    };
    // What the theme adds is asked for only where it decides.
    const alone = this.second(i, opgaven, label, 0);
    const kin = opgaven.surroundings[KIN]!;
    const [without, withAll] = [state(alone), state(alone + kin)];
    return without === withAll ? without : state(alone + kin * this.themeIn(i, theme));
  }

  /** The second estimate of a theme in block `i`; 0 where it is not raised. */
  private themeIn(i: number, label: number): number {
    const { recogniser } = this;
    const { labels, model } = recogniser;
    if (this.first(i, label) === 0) return 0;
    let clearest = 0;
    for (const opgave of labels.opgaven)
      if (labels.theme[opgave] === labels.theme[label]) clearest = Math.max(clearest, this.first(i, opgave));
    return sigmoid(this.second(i, model.themes, label, clearest));
  }

  private second(i: number, scorer: Scorer, label: number, kin: number): number {
    const { place, above } = this.placeOf(i);
    return this.recogniser.heardAround(scorer, place, (at) => this.firstAt(at, label, above), kin);
  }

  private firstAt(at: number, label: number, above: readonly Voice[]): number {
    const { voices, recogniser } = this;
    return at < voices.length ? this.first(at, label) : above[at - voices.length]!.firstOf(recogniser, label);
  }

  /** The first estimate of a label in block `i`. */
  private first(i: number, label: number): number {
    if (owner !== this || i < firstVoice || i >= firstVoice + SPAN) this.takeTable(i);
    const at = label * SPAN + i - firstVoice;
    const known = firsts[at]!;
    if (known >= 0) return known;
    firsts[at] = this.voices[i]!.firstOf(this.recogniser, label);
    return firsts[at]!;
  }

  /** Takes the table for voices from a little before `i` on: far enough for what hears voice `i`. */
  private takeTable(i: number): void {
    const size = SPAN * this.recogniser.labels.ids.length;
    if (firsts.length < size) firsts = new Float64Array(size);
    firsts.fill(-1, 0, size);
    firstVoice = Math.max(0, i - 2 * FAR);
    owner = this;
  }

  /** Headings and what leads in come after the blocks around. */
  private placeOf(block: number): { readonly place: Place; readonly above: readonly Voice[] } {
    const { voices } = this;
    const { path, leadIn } = voices[block]!;
    const headings = path.voices.map((_, i) => voices.length + i);
    const place = { blocks: voices, headings, leadIn: leadIn ? voices.length + headings.length : -1, block };
    return { place, above: leadIn ? [...path.voices, leadIn] : path.voices };
  }

  /** Everything that the blocks of a passage mention; offsets count from the start of the block. */
  mentionsIn(passage: number): readonly (readonly Mention[])[] {
    const told = this.told[passage]!;
    told.mentions ??= told.voices.map((_, block) => this.findMentions(this.starts[passage]! + block));
    return told.mentions;
  }

  /** The same for one block. */
  mentionsInBlock(passage: number, block: number): readonly Mention[] {
    return this.told[passage]!.mentions?.[block] ?? this.findMentions(this.starts[passage]! + block);
  }

  private findMentions(i: number): readonly Mention[] {
    const { recogniser } = this;
    const voice = this.voices[i]!;
    const estimate = voice.first(recogniser);
    if (estimate.size === 0) return NONE;
    const { place, above } = this.placeOf(i);
    const second = recogniser.secondEstimate(estimate, place, (at, label) => this.firstAt(at, label, above));
    return this.mentionsBy(voice, second);
  }

  /** The mentions of one label in a passage, in the order of the text. */
  mentionsOf(passage: number, label: number): readonly InBlock[] {
    if (this.says(passage, label) === 0) return NONE_IN_BLOCKS;
    const { ofLabel, mentions, voices } = this.told[passage]!;
    let found = ofLabel.get(label);
    if (!found) {
      const id = this.recogniser.labels.ids[label]!;
      found = voices.flatMap((_, block) =>
        (mentions?.[block] ?? this.mentionIn(this.starts[passage]! + block, label))
          .filter((mention) => mention.id === id)
          .map((mention) => ({ block, mention })),
      );
      ofLabel.set(label, found);
    }
    return found;
  }

  private mentionIn(i: number, label: number): readonly Mention[] {
    const { labels, model } = this.recogniser;
    if (this.blockSays(i, label) === 0) return NONE;
    const theme = labels.ofTheme[labels.theme[label]!]!;
    const strength = this.themeIn(i, theme);
    const estimate = new Estimates();
    if (labels.kind[label] === 'opgave') estimate.add(label, sigmoid(this.second(i, model.opgaven, label, strength)));
    else estimate.add(theme, strength);
    return this.mentionsBy(this.voices[i]!, estimate);
  }

  private mentionsBy({ heard }: Voice, estimate: Estimates): Mention[] {
    const { recogniser } = this;
    const block = { reading: heard.reading, tally: heard.tallyOf(recogniser), length: heard.length };
    return mentionsInBlock(recogniser, recogniser.model, block, estimate);
  }
}
