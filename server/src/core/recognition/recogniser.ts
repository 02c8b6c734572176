import type { SignalTable } from '../signals/signal-table.js';
import type { StudyIndex } from '../study/index.js';
import { type ModelData, STEP } from '../study/learned.js';
import { answeredBy, asSaid, composed, type Doing, namedBy, STANDS_AGAINST } from './answers.js';
import type { BlockInContext, Estimates } from './block-in-context.js';
import { allCandidates, candidatesOf } from './candidates.js';
import { type Apart, bySignals, combined, heldBack, mayOppose, mayRefuse, opposed, taken } from './combination.js';
import { contributionsTo, weightOf } from './contributions.js';
import { featuresOf } from './features.js';
import { shareOfHeading } from './headings-above.js';
import { type Labels, labelsOf } from './labels.js';
import { logit, type Model, modelOf, score, sigmoid, weigh } from './model.js';
import { neighbours } from './neighbours.js';
import { Refusals } from './refusals.js';
import { Stances } from './stance.js';
import { OF_LEAD_IN, shareOf, Words } from './words.js';

/** What nothing was learned of is as unlikely as this. */
const UNKNOWN = -9;

/**
 * Turns blocks in their context into estimates: how probable it is that a careful reader sees a theme raised or an opgave
 * taken up. What signals say and what words say is put together; for a theme the blocks around have a say as well, for an
 * opgave what the sentences do. Every door takes this way: open documents, the command line, explanations, learning and measuring.
 */
export class Recogniser {
  readonly labels: Labels;
  readonly model: Model;
  readonly words: Words;
  readonly stances: Stances;
  /** Of a study whose signals follow from its words. */
  readonly refusals: Refusals | undefined;

  constructor(
    readonly study: StudyIndex,
    readonly table: SignalTable,
    data: ModelData,
    stances = new Stances(data),
  ) {
    this.labels = labelsOf(study, table);
    this.model = modelOf(table, data);
    this.words = new Words(data.words, this.labels.ids);
    this.stances = stances;
    this.refusals = table.isObject && new Refusals(study, this.labels, table);
  }

  /** What words of a block, of the headings above it and of what introduces it say, in log-odds. */
  private saidBy({ own, headings, leadIn }: BlockInContext): number[] {
    const { bias } = this.words.model;
    const z = [...own.said.sums];
    let { size } = own.said;
    const add = (other: BlockInContext, part: number): void => {
      const { sums, size: more } = other.own.said;
      for (let i = 0; i < z.length; i++) z[i]! += part * sums[i]!;
      size += part * part * more;
    };
    for (const [i, heading] of headings.entries()) add(heading, shareOfHeading(heading, i));
    if (leadIn) add(leadIn, OF_LEAD_IN);
    const share = shareOf(size);
    for (let i = 0; i < z.length; i++) z[i] = bias[i]! * STEP + share * z[i]!;
    return z;
  }

  /** The labels that a block may raise or take up, themes first: by its signals, by its words, or as a stand against. */
  candidates(block: BlockInContext): readonly number[] {
    return this.estimatesOf(block).candidates;
  }

  /** What signals and words together say of a label, whatever stands around and whatever is done; 0 to 1. */
  alone(block: BlockInContext, label: number): number {
    const { candidates, alone } = this.estimatesOf(block);
    return alone[candidates.indexOf(label)] ?? 0;
  }

  /** How probable it is that an opgave is what a block is about, whatever it does with it. */
  named(block: BlockInContext, label: number): number {
    const { candidates, named } = this.estimatesOf(block);
    return named[candidates.indexOf(label)] ?? 0;
  }

  /** All of a block at once: what signals and words say each apart is then not kept, which would take several times the room. */
  private estimatesOf(block: BlockInContext): Estimates {
    block.estimates ??= this.findEstimates(block);
    return block.estimates;
  }

  /** Of an answer what its statement speaks of as well, whatever its own words are; what explains it speaks for itself. */
  private findEstimates(block: BlockInContext): Estimates {
    const own = this.findOwnEstimates(block);
    const answered = answeredBy(block);
    if (!answered) return own;
    const statement = asSaid(answered.heading);
    const [candidates, alone, named] = [[...own.candidates], [...own.alone], [...own.named]];
    for (const label of this.candidates(statement)) {
      if (this.labels.kind[label] !== 'opgave') continue;
      const at = candidates.indexOf(label);
      const found = namedBy(answered, this.doing(statement, label), named[at]);
      if (found === undefined) continue;
      if (at >= 0) named[at] = found;
      else {
        candidates.push(label);
        alone.push(0);
        named.push(found);
      }
    }
    return { candidates, alone, named };
  }

  private findOwnEstimates(block: BlockInContext): Estimates {
    const { labels, model } = this;
    const apart = this.apart(block);
    const candidates = allCandidates(labels, block, apart.bySignals, apart.words);
    // Where nothing was learned of words, signals are all that speaks.
    if (!apart.hasWords) {
      const alone = candidates.map((label) => sigmoid(bySignals(apart.first(label))));
      return { candidates, alone, named: alone };
    }
    const { of, ofBlock } = combined(labels, block, apart);
    const alone: number[] = [];
    const named: number[] = [];
    for (const label of candidates) {
      const values = of(label);
      alone.push(sigmoid(score(this.modelFor(label).combined, values, label, ofBlock)));
      const isOpgave = labels.kind[label] === 'opgave';
      named.push(isOpgave ? sigmoid(score(model.opgaven.named, values, label, ofBlock)) : 0);
    }
    // Copies take no more room than they need: a list that grew has some to spare.
    return { candidates, alone: alone.slice(), named: named.slice() };
  }

  /** What signals and words say of a block, each apart. */
  apart(block: BlockInContext): Apart & { readonly bySignals: readonly number[] } {
    const { placeOf } = this.words;
    const words = this.saidBy(block);
    const labels = candidatesOf(this.labels, block);
    const firsts: (number | undefined)[] = [];
    return {
      hasWords: words.length > 0,
      words: (label) => (placeOf[label]! < 0 ? UNKNOWN : words[placeOf[label]!]!),
      bySignals: labels,
      first: (label) => {
        const at = labels.indexOf(label);
        if (at < 0) return undefined;
        firsts[at] ??= this.firstOf(block, label);
        return firsts[at];
      },
    };
  }

  private firstOf(block: BlockInContext, label: number): number {
    const { labels, model, table } = this;
    let z = score(this.modelFor(label).first, featuresOf(labels, block, label), label);
    for (const contribution of contributionsTo(labels, table.labelOf, block.own.counts, label))
      z += weightOf(model, labels, contribution, label);
    return z;
  }

  /** The estimate of a label for block `at` of a row; 0 where it is no candidate. */
  estimate(blocks: readonly BlockInContext[], at: number, label: number): number {
    const { labels, model } = this;
    const block = blocks[at]!;
    if (!this.candidates(block).includes(label)) return 0;
    if (labels.kind[label] === 'opgave') return this.taken(block, label);
    const { neighbours: weights } = model.themes;
    // A text of one block has nothing around it that could speak for it or against it.
    if (!weights || blocks.length === 1) return this.alone(block, label);
    let clearest = 0;
    for (const other of this.candidates(block))
      if (labels.kind[other] === 'opgave' && labels.theme[other] === labels.theme[label])
        clearest = Math.max(clearest, this.alone(block, other));
    const values = neighbours(blocks, at, (other) => this.alone(other, label), clearest);
    return sigmoid(weigh(weights, values));
  }

  /** How probable it is that a block makes a choice about an opgave, for it or against it. Rests on the block and what stands above it. */
  taken(block: BlockInContext, label: number): number {
    return this.answers(block, label)?.taken ?? sigmoid(this.choice(block, label));
  }

  /** What a block does with an opgave by answering a statement; undefined where it answers none, or none about it. */
  answers(block: BlockInContext, label: number): ReturnType<typeof composed> {
    const answered = answeredBy(block);
    if (!answered) return undefined;
    const statement = this.doing(asSaid(answered.heading), label);
    return composed(block, label, answered, statement, sigmoid(this.choice(block, label)));
  }

  private doing(statement: BlockInContext, label: number): Doing {
    return {
      taken: this.taken(statement, label),
      named: this.named(statement, label),
      against: this.opposes(statement, label, STANDS_AGAINST),
    };
  }

  private choice(block: BlockInContext, label: number): number {
    const { labels, model, stances } = this;
    const about = logit(this.alone(block, label));
    const stance = stances.of(labels, block.own, label, 'stance');
    const means = block.own.counts.against.includes(label);
    return heldBack(block, weigh(model.opgaven.taken, taken(about, stance, means)));
  }

  /** Whether what a block chooses about an opgave is a stand against it. @param from so probable it has to be */
  opposes(block: BlockInContext, label: number, from = this.model.opgaven.against): boolean {
    const answer = this.answers(block, label);
    if (answer) return answer.against;
    const plainly = block.own.refusals.get(label);
    if (plainly !== undefined) return plainly;
    if (!this.mayOppose(block, label)) return false;
    return block.own.counts.against.includes(label) || this.opposition(block, label) >= from;
  }

  /** Whether it is worth while to ask. Most blocks refuse nothing: of those nothing else is found out. */
  mayOppose(block: BlockInContext, label: number): boolean {
    if (!this.candidates(block).includes(label)) return false;
    const answer = this.answers(block, label);
    if (answer) return answer.against;
    if (!mayRefuse(block)) return false;
    if (block.own.refusals.has(label)) return true;
    return mayOppose(this.labels, block, label, () => this.stances.of(this.labels, block.own, label, 'direction'));
  }

  /** How probable it is that a block stands against an opgave. */
  opposition(block: BlockInContext, label: number): number {
    return sigmoid(score(this.model.opgaven.opposed, this.opposing(block, label), label));
  }

  /** What tells whether a block stands against an opgave; see {@link opposed}. */
  opposing(block: BlockInContext, label: number): number[] {
    const { labels, stances } = this;
    return opposed({
      named: logit(this.named(block, label)),
      direction: stances.of(labels, block.own, label, 'direction'),
      means: block.own.counts.against.includes(label),
      opposite: block.own.counts.opposite.includes(label),
      taken: this.choice(block, label),
      stance: stances.of(labels, block.own, label, 'stance'),
    });
  }

  /** The estimates of everything that block `at` of a row may raise or take up, by label: themes first. */
  estimates(blocks: readonly BlockInContext[], at: number): Map<number, number> {
    return new Map(this.candidates(blocks[at]!).map((label) => [label, this.estimate(blocks, at, label)]));
  }

  /** What was learned of labels of its kind. */
  modelFor(label: number): Model['themes'] | Model['opgaven'] {
    return this.labels.kind[label] === 'theme' ? this.model.themes : this.model.opgaven;
  }
}
