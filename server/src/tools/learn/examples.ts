import { contextsOf } from '../../core/recognition/context.js';
import { opgaveFeatures, themeFeatures } from '../../core/recognition/features.js';
import { eachVoice, type Recogniser } from '../../core/recognition/recognise.js';
import { opgavenIn, scenesOf, themesIn } from '../../core/recognition/scene.js';
import { surroundings } from '../../core/recognition/surroundings.js';
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
  /** Names of what else speaks for the label; see {@link Voices}. */
  readonly sparse: readonly number[];
}

/** Numbers for everything with a weight of its own: labels, pairs of labels, signals. */
export class Voices {
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
  into: Voices,
): Example[] {
  const { labels } = recogniser;
  const codes = codesOf(recogniser, kind);
  return documents.flatMap(({ blocks, readings, units }, document) => {
    const unitOf = new Map(units.flatMap((unit) => unit.blocks.map((block) => [block, unit] as const)));
    const scenes = scenesOf(
      blocks,
      readings.map((reading) => recogniser.tally(reading)),
    );
    return scenes.flatMap((scene, block) => {
      const unit = unitOf.get(block);
      const targets =
        kind === 'opgaven' ? opgavenIn(labels, scene) : themesIn(labels, scene).map((theme) => labels.ofTheme[theme]!);
      return targets.map((label): Example => {
        const sparse = [into.number(`L ${label}`)];
        eachVoice(recogniser, scene.own, label, {
          label: (other, strong) => sparse.push(into.number(`${strong ? 'S' : 'W'} ${other} ${label}`)),
          signal: (signal) => sparse.push(into.number(`H ${signal}`)),
        });
        const dense =
          kind === 'opgaven'
            ? opgaveFeatures(labels, scene, label)
            : themeFeatures(labels, scene, labels.theme[label]!);
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
export function withSurroundings(
  documents: readonly CodedDocument[],
  examples: readonly Example[],
  first: Float64Array,
  kin: (example: Example) => number,
): Example[] {
  const estimates = new Map<string, number>();
  for (const [i, { document, block, label }] of examples.entries())
    estimates.set(`${document} ${block} ${label}`, first[i]!);
  const contexts = documents.map(({ blocks }) => contextsOf(blocks));
  return examples.map((example) => {
    const { document, block, label } = example;
    const { headings, leadIn } = contexts[document]![block]!;
    const at = (other: number): number => estimates.get(`${document} ${other} ${label}`) ?? 0;
    return {
      ...example,
      dense: surroundings(documents[document]!.blocks, headings, leadIn, block, at, kin(example)),
      sparse: [],
    };
  });
}
