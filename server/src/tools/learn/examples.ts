import type { BlockInContext } from '../../core/recognition/block-in-context.js';
import { contributionsTo } from '../../core/recognition/contributions.js';
import { featuresOf } from '../../core/recognition/features.js';
import { neighbours } from '../../core/recognition/neighbours.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import type { CodedDocument, Unit } from './corpus.js';

export type Kind = 'opgaven' | 'themes';

/** A label that a block may carry, and whether the readings say it does. */
export interface Example {
  readonly document: number;
  readonly block: number;
  readonly label: number;
  /** Undefined where the block is not coded or the readings disagree: nothing to learn from. */
  readonly y: 0 | 1 | undefined;
  readonly unit: Unit | undefined;
  readonly dense: readonly number[];
  /** Numbers of what else contributes to the label; see {@link Sparse}. */
  readonly sparse: readonly number[];
}

/** Numbers for everything with a weight of its own: labels, pairs of labels, signals. */
export class Sparse {
  readonly keys: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.push(key) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}

/** Every label that every block of every document may carry. */
export function examplesOf(
  recogniser: Recogniser,
  documents: readonly CodedDocument[],
  kind: Kind,
  into: Sparse,
): Example[] {
  const { labels, table } = recogniser;
  const codes = codesOf(recogniser, kind);
  return documents.flatMap(({ contexts, units }, document) => {
    const unitOf = new Map(units.flatMap((unit) => unit.blocks.map((block) => [block, unit] as const)));
    return contexts.flatMap((context, block) => {
      const unit = unitOf.get(block);
      const targets = recogniser.candidates(context).filter((label) => codes.has(label));
      return targets.map((label): Example => {
        const contributions = contributionsTo(labels, table.labelOf, context.own.counts, label);
        const sparse = [
          `L ${label}`,
          ...contributions.map((found) =>
            found.by === 'label' ? `${found.strong ? 'S' : 'W'} ${found.label} ${label}` : `H ${found.signal}`,
          ),
        ].map((key) => into.number(key));
        const dense = featuresOf(labels, context, label);
        const code = codes.get(label)!;
        const coded = unit && (kind === 'opgaven' ? unit.opgaven : unit.themes);
        const maybe = unit && (kind === 'opgaven' ? unit.opgavenMaybe : unit.themesMaybe);
        const has = (set: ReadonlySet<string>) => code.some((number) => set.has(number));
        const y = coded && maybe ? (has(coded) ? 1 : has(maybe) ? undefined : 0) : undefined;
        return { document, block, label, y, unit, dense, sparse };
      });
    });
  });
}

/** The numbers of the inventory that a label stands for. */
export function codesOf({ study, labels, table }: Recogniser, kind: Kind): Map<number, readonly string[]> {
  if (kind === 'themes') return new Map(study.themes.map((theme, i) => [labels.ofTheme[i]!, [theme.section]]));
  return new Map(labels.opgaven.map((label) => [label, study.opgave(table.labels[label]!)!.inventory]));
}

/** The same examples, seen with the estimates of the blocks around them. */
export function withNeighbours(
  documents: readonly CodedDocument[],
  examples: readonly Example[],
  first: Float64Array,
  related: (example: Example) => number,
): Example[] {
  const estimates = new Map<string, number>();
  for (const [i, { document, block, label }] of examples.entries())
    estimates.set(`${document} ${block} ${label}`, first[i]!);
  const indices = new Map<BlockInContext, number>();
  for (const { contexts } of documents) for (const [i, context] of contexts.entries()) indices.set(context, i);
  return examples.map((example) => {
    const { document, block, label } = example;
    const of = (context: BlockInContext): number => estimates.get(`${document} ${indices.get(context)!} ${label}`) ?? 0;
    return { ...example, dense: neighbours(documents[document]!.contexts, block, of, related(example)), sparse: [] };
  });
}
