import type { StudyIndex } from '../study/index.js';
import type { Block } from '../text/blocks.js';
import type { SignalTable } from '../text/signal-table.js';
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
  private readonly tallies = new WeakMap<BlockReading, Tally>();

  constructor(
    readonly study: StudyIndex,
    readonly table: SignalTable,
    data: ModelData,
  ) {
    this.labels = labelsOf(study, table);
    this.model = modelOf(table, data);
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
    const judge = (label: number, scorer: Scorer, kin: number): void => {
      const at = (other: number): number => first(other, label);
      const around = surroundings(place.blocks, place.headings, place.leadIn, place.block, at, kin);
      second.add(label, sigmoid(sum(scorer.surroundings, around)));
    };
    for (const label of estimate.keys())
      if (labels.kind[label] === 'theme') judge(label, model.themes, clearest.get(labels.theme[label]!) ?? 0);
    for (const label of estimate.keys()) {
      if (labels.kind[label] === 'opgave')
        judge(label, model.opgaven, second.get(labels.ofTheme[labels.theme[label]!]!) ?? 0);
    }
    return second;
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
      const z = this.score(this.model.themes, themeFeatures(this.labels, scene, theme), scene, label);
      estimate.add(label, sigmoid(z));
    }
    for (const label of opgavenIn(this.labels, scene)) {
      const z = this.score(this.model.opgaven, opgaveFeatures(this.labels, scene, label), scene, label);
      estimate.add(label, sigmoid(z));
    }
    return estimate;
  }

  /** The words of a block that speak most for a label, as flat pairs of offsets from its start; none where only its surroundings do. */
  evidence(own: Tally, target: number): readonly number[] {
    const { labels, model, table } = this;
    const ofTheme = labels.kind[target] === 'theme';
    let best: readonly number[] = [];
    let most = Number.NEGATIVE_INFINITY;
    for (const [label, { hits }] of own.labels) {
      if (ofTheme ? labels.theme[label] !== labels.theme[target] : label !== target) continue;
      for (const { signal, spans } of hits) {
        const weight = (table.weak[signal] ? 0 : 1) + (ofTheme ? model.forTheme : model.forOpgave)[signal]!;
        if (weight <= most) continue;
        most = weight;
        best = spans;
      }
    }
    return best;
  }

  private score(scorer: Scorer, features: readonly number[], scene: Scene, target: number): number {
    let z = sum(scorer.features, features) + (scorer.labels[target] ?? 0);
    const { model } = this;
    const ofTheme = this.labels.kind[target] === 'theme';
    const ofSignal = ofTheme ? model.forTheme : model.forOpgave;
    voices(this.labels, scene.own, target, {
      label: (label, strong) => {
        z += (strong ? model.strong : model.weak)[label]!.get(target) ?? 0;
      },
      signal: (signal) => {
        z += ofSignal[signal]!;
      },
    });
    return z;
  }
}

/** Hears everything in a block that may speak for `target`: hits of other labels, and its own signals (for a theme: those of all its labels). */
export function voices(
  labels: Labels,
  own: Tally,
  target: number,
  heard: { label(label: number, strong: boolean): void; signal(signal: number): void },
): void {
  const ofTheme = labels.kind[target] === 'theme';
  for (const [label, tally] of own.labels) {
    if (label !== target) heard.label(label, tally.strong.length > 0);
    if (ofTheme ? labels.theme[label] !== labels.theme[target] : label !== target) continue;
    for (const signal of tally.strong) heard.signal(signal);
    for (const signal of tally.weak) heard.signal(signal);
  }
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

function sum(weights: readonly number[], values: readonly number[]): number {
  let z = 0;
  for (let i = 0; i < values.length; i++) z += weights[i]! * values[i]!;
  return z;
}
