import type { Block } from '../markdown/blocks.js';
import { FIRST_HIT, nextHit, signalOf, spansOf } from '../signals/packed-hits.js';
import type { SignalTable } from '../signals/signal-table.js';
import type { StudyIndex } from '../study/index.js';
import { contextsOf } from './context.js';
import { type Estimate, Estimates } from './estimate.js';
import { opgaveFeatures, themeFeatures } from './features.js';
import { type Labels, labelsOf } from './labels.js';
import { type Model, type ModelData, modelOf, type Scorer } from './model.js';
import type { BlockReading } from './reading.js';
import { opgavenIn, type Scene, scenesOf, themesIn } from './scene.js';
import { surroundings } from './surroundings.js';
import { type Tally, tallyOf } from './tally.js';

/** A block among others, by index: those around it, the headings above it from the nearest up, and what leads in or -1. */
export interface Place {
  readonly blocks: readonly { readonly kind: Block['kind'] }[];
  readonly headings: readonly number[];
  readonly leadIn: number;
  readonly block: number;
}

/** Turns readings into estimates. One is enough for a process. */
export class Recogniser {
  readonly labels: Labels;
  readonly model: Model;
  /** Label and number of the theme of each signal. */
  readonly labelOf: Uint16Array;
  readonly themeOf: Int16Array;
  private readonly voices: Voices;
  private readonly tallies = new WeakMap<BlockReading, Tally>();

  constructor(
    readonly study: StudyIndex,
    readonly table: SignalTable,
    data: ModelData,
  ) {
    this.labels = labelsOf(study, table);
    this.model = modelOf(table, data);
    this.voices = new Voices(this.model);
    this.labelOf = table.labelOf;
    this.themeOf = Int16Array.from(table.labelOf, (label) => this.labels.theme[label]!);
  }

  /** The hits of a reading by label; remembered as long as the reading. */
  tally(reading: BlockReading): Tally {
    let tally = this.tallies.get(reading);
    if (!tally) {
      tally = this.tallyOf(reading);
      this.tallies.set(reading, tally);
    }
    return tally;
  }

  tallyOf(reading: BlockReading): Tally {
    return tallyOf(this.table, this.labels, reading);
  }

  /** Estimates for every block of a document: themes and opgaven. */
  recognise(blocks: readonly Block[], readings: readonly BlockReading[]): Estimate[] {
    const first = this.firstEstimates(blocks, readings);
    const contexts = contextsOf(blocks);
    return first.map((estimate, block) => {
      const { headings, leadIn } = contexts[block]!;
      const place = { blocks, headings, leadIn, block };
      return this.secondEstimate(estimate, place, (at, label) => first[at]!.get(label) ?? 0);
    });
  }

  /** The estimate of one block, now that the blocks around it have been heard. */
  secondEstimate(estimate: Estimate, place: Place, first: (block: number, label: number) => number): Estimates {
    const { labels, model } = this;
    const second = new Estimates();
    const clearest = new Map<number, number>();
    for (const [label, p] of estimate) {
      if (labels.kind[label] !== 'opgave') continue;
      const theme = labels.theme[label]!;
      clearest.set(theme, Math.max(p, clearest.get(theme) ?? 0));
    }
    const judge = (label: number, scorer: Scorer, kin: number): void =>
      second.add(label, sigmoid(this.heardAround(scorer, place, (at) => first(at, label), kin)));
    for (const label of estimate.keys())
      if (labels.kind[label] === 'theme') judge(label, model.themes, clearest.get(labels.theme[label]!) ?? 0);
    for (const label of estimate.keys()) {
      if (labels.kind[label] === 'opgave')
        judge(label, model.opgaven, second.get(labels.ofTheme[labels.theme[label]!]!) ?? 0);
    }
    return second;
  }

  /** The second estimate of one label, in log-odds. @param kin see {@link surroundings} */
  heardAround(scorer: Scorer, place: Place, first: (block: number) => number, kin: number): number {
    const { blocks, headings, leadIn, block } = place;
    return sum(scorer.surroundings, surroundings(blocks, headings, leadIn, block, first, kin));
  }

  /** What each block says with its own words and those above it, before the blocks around it are heard. */
  firstEstimates(blocks: readonly Block[], readings: readonly BlockReading[]): Estimate[] {
    const scenes = scenesOf(
      blocks,
      readings.map((reading) => this.tally(reading)),
    );
    return scenes.map((scene) => this.firstEstimate(scene));
  }

  /** The first estimate of one block. */
  firstEstimate(scene: Scene): Estimates {
    const estimate = new Estimates();
    for (const theme of themesIn(this.labels, scene)) {
      const label = this.labels.ofTheme[theme]!;
      estimate.add(label, this.firstOf(scene, label));
    }
    for (const label of opgavenIn(this.labels, scene)) estimate.add(label, this.firstOf(scene, label));
    return estimate;
  }

  /** The first estimate of one theme or opgave that a block may raise or take up. */
  firstOf(scene: Scene, label: number): number {
    const { labels, model } = this;
    return sigmoid(
      labels.kind[label] === 'theme'
        ? this.score(model.themes, themeFeatures(labels, scene, labels.theme[label]!), scene, label)
        : this.score(model.opgaven, opgaveFeatures(labels, scene, label), scene, label),
    );
  }

  /** The words of a block that speak most for a label, as flat pairs of offsets from its start; none where only its surroundings do. */
  evidence({ packed }: BlockReading, target: number): readonly number[] {
    const { labels, model, table } = this;
    const ofTheme = labels.kind[target] === 'theme';
    const weights = ofTheme ? model.forTheme : model.forOpgave;
    const numbers = ofTheme ? this.themeOf : this.labelOf;
    const wanted = ofTheme ? labels.theme[target] : target;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = FIRST_HIT; at < packed.length; at = nextHit(packed, at)) {
      const signal = signalOf(packed, at);
      if (numbers[signal] !== wanted) continue;
      const weight = (table.weak[signal] ? 0 : 1) + weights[signal]!;
      if (weight <= most) continue;
      most = weight;
      best = at;
    }
    return best < 0 ? [] : spansOf(packed, best);
  }

  private score(scorer: Scorer, features: readonly number[], scene: Scene, target: number): number {
    const { voices } = this;
    voices.begin(
      target,
      this.labels.kind[target] === 'theme',
      sum(scorer.features, features) + (scorer.labels[target] ?? 0),
    );
    eachVoice(this, scene.own, target, voices);
    return voices.sum;
  }
}

/** Who hears what speaks for a label. */
export interface Listener {
  /** A hit of another label. */
  label(label: number, strong: boolean): void;
  /** A signal of its own; for a theme: of all its labels. */
  signal(signal: number): void;
}

/** Adds up what a block says for a label. One is enough: it is asked for so often that a new one each time would cost more. */
class Voices implements Listener {
  sum = 0;
  private target = 0;
  private ofSignal: Float64Array;

  constructor(private readonly model: Model) {
    this.ofSignal = model.forOpgave;
  }

  begin(target: number, isTheme: boolean, sum: number): void {
    this.target = target;
    this.ofSignal = isTheme ? this.model.forTheme : this.model.forOpgave;
    this.sum = sum;
  }

  label(label: number, strong: boolean): void {
    const { model } = this;
    this.sum += (strong ? model.strong : model.weak)[label]!.get(this.target) ?? 0;
  }

  signal(signal: number): void {
    this.sum += this.ofSignal[signal]!;
  }
}

/** Hears everything in a block that may speak for `target`. */
export function eachVoice(
  { labels, labelOf, themeOf }: Pick<Recogniser, 'labels' | 'labelOf' | 'themeOf'>,
  { labels: tallies, signals }: Tally,
  target: number,
  listener: Listener,
): void {
  for (let i = 0; i < tallies.size; i++)
    if (tallies.numbers[i] !== target) listener.label(tallies.numbers[i]!, tallies.tallies[i]!.strong > 0);
  const isTheme = labels.kind[target] === 'theme';
  const numbers = isTheme ? themeOf : labelOf;
  const wanted = isTheme ? labels.theme[target] : target;
  for (let i = 0; i < signals.length; i++) if (numbers[signals[i]!] === wanted) listener.signal(signals[i]!);
}

/** From log-odds to a probability. */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

function sum(weights: readonly number[], values: readonly number[]): number {
  let z = 0;
  for (let i = 0; i < values.length; i++) z += weights[i]! * values[i]!;
  return z;
}
