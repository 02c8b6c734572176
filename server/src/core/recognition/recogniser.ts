import type { SignalTable } from '../signals/signal-table.js';
import type { StudyIndex } from '../study/index.js';
import type { ModelData, Scorer } from '../study/learned.js';
import type { BlockInContext } from './block-in-context.js';
import { candidatesOf } from './candidates.js';
import { contributionsTo, weightOf } from './contributions.js';
import { featuresOf } from './features.js';
import { type Labels, labelsOf } from './labels.js';
import { type Model, modelOf, sigmoid, weigh } from './model.js';
import { neighbours } from './neighbours.js';

/**
 * Turns blocks in their context into estimates: how probable it is that a careful reader sees a theme raised or an opgave
 * taken up. The first estimate rests on the block and what stands above it, the second on the first ones of the blocks
 * around it too. Every door takes this way: open documents, the command line, explanations, learning and measuring.
 */
export class Recogniser {
  readonly labels: Labels;
  readonly model: Model;

  constructor(
    readonly study: StudyIndex,
    readonly table: SignalTable,
    data: ModelData,
  ) {
    this.labels = labelsOf(study, table);
    this.model = modelOf(table, data);
  }

  /** The labels that a block may raise or take up; found once. */
  candidates(block: BlockInContext): readonly number[] {
    block.candidates ??= candidatesOf(this.labels, block);
    return block.candidates;
  }

  /** The first estimate of a label for a block; 0 where it is no candidate. Found once. */
  first(block: BlockInContext, label: number): number {
    const at = this.candidates(block).indexOf(label);
    if (at < 0) return 0;
    const { firsts } = block;
    firsts[at] ??= this.firstOf(block, label);
    return firsts[at];
  }

  private firstOf(block: BlockInContext, label: number): number {
    const { labels, model, table } = this;
    const scorer = this.scorerOf(label);
    let z = weigh(scorer.features, featuresOf(labels, block, label)) + (scorer.labels[label] ?? 0);
    for (const contribution of contributionsTo(labels, table.labelOf, block.own.counts, label))
      z += weightOf(model, labels, contribution, label);
    return sigmoid(z);
  }

  /** The second estimate of a label for block `at` of a row; 0 where it is no candidate. */
  estimate(blocks: readonly BlockInContext[], at: number, label: number): number {
    const { labels } = this;
    const block = blocks[at]!;
    const theme = labels.theme[label]!;
    if (!this.candidates(block).includes(label)) return 0;
    if (labels.kind[label] === 'opgave')
      return this.second(blocks, at, label, this.estimate(blocks, at, labels.ofTheme[theme]!));
    let clearest = 0;
    for (const other of this.candidates(block))
      if (labels.kind[other] === 'opgave' && labels.theme[other] === theme)
        clearest = Math.max(clearest, this.first(block, other));
    return this.second(blocks, at, label, clearest);
  }

  /**
   * Between what the second estimate of an opgave lies, whatever its theme adds. Nearly always that is enough to judge by, and
   * it takes a twentieth of the first estimates.
   */
  bounds(blocks: readonly BlockInContext[], at: number, label: number): readonly [low: number, high: number] {
    if (!this.candidates(blocks[at]!).includes(label)) return [0, 0];
    const ends = [this.second(blocks, at, label, 0), this.second(blocks, at, label, 1)];
    return [Math.min(...ends), Math.max(...ends)];
  }

  /** The second estimates of everything that block `at` of a row may raise or take up, by label: themes first. */
  estimates(blocks: readonly BlockInContext[], at: number): Map<number, number> {
    const { labels } = this;
    const found = new Map<number, number>();
    for (const label of this.candidates(blocks[at]!)) {
      const ofTheme = found.get(labels.ofTheme[labels.theme[label]!]!) ?? 0;
      const isOpgave = labels.kind[label] === 'opgave';
      found.set(label, isOpgave ? this.second(blocks, at, label, ofTheme) : this.estimate(blocks, at, label));
    }
    return found;
  }

  private second(blocks: readonly BlockInContext[], at: number, label: number, related: number): number {
    const values = neighbours(blocks, at, (block) => this.first(block, label), related);
    return sigmoid(weigh(this.scorerOf(label).neighbours, values));
  }

  /** The weights for a label. */
  scorerOf(label: number): Scorer {
    return this.labels.kind[label] === 'theme' ? this.model.themes : this.model.opgaven;
  }
}
