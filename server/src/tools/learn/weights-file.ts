import { OPGAVE_FEATURES, THEME_FEATURES } from '../../core/recognition/features.js';
import { NEIGHBOURS } from '../../core/recognition/neighbours.js';
import { STEP, type Thresholds } from '../../core/study/learned.js';
import type { KindWeights, Weights } from '../compile/compile-weights.js';
import type { Kind } from './examples.js';
import type { Lesson } from './learn.js';

const steps = (weight: number): number => Math.round(weight / STEP) + 0;

/** Weights as they are kept: rounded, without what rounds to nothing, in the order of the study and its signals. */
export function weightsFile(
  lesson: Lesson,
  sources: readonly string[],
  learned: Record<
    Kind,
    { readonly first: Float64Array; readonly second: Float64Array; readonly thresholds: Thresholds }
  >,
): Weights {
  const { table, labels } = lesson.recogniser;
  const between = new Map<number, Map<number, [number, number]>>();
  const signals = new Map<number, [number, number]>();
  const kindWeights = (kind: Kind): KindWeights => {
    const { first, second, thresholds } = learned[kind];
    const names = kind === 'opgaven' ? OPGAVE_FEATURES : THEME_FEATURES;
    const ofLabel = new Map<number, number>();
    for (const [i, key] of lesson.sparse[kind].keys.entries()) {
      const weight = steps(first[names.length + i]!);
      if (weight === 0) continue;
      const [sort, a, b] = key.split(' ') as [string, string, string];
      if (sort === 'L') ofLabel.set(Number(a), weight);
      else if (sort === 'H') pairOf(signals, Number(a))[kind === 'opgaven' ? 0 : 1] = weight;
      else {
        const targets = between.get(Number(a)) ?? new Map<number, [number, number]>();
        between.set(Number(a), targets);
        pairOf(targets, Number(b))[sort === 'S' ? 0 : 1] = weight;
      }
    }
    return {
      ...thresholds,
      features: named(names, first),
      neighbours: named(NEIGHBOURS, second),
      labels: Object.fromEntries(ascending(ofLabel).map(([label, weight]) => [table.labels[label]!, weight])),
    };
  };
  const opgaven = kindWeights('opgaven');
  const themes = kindWeights('themes');
  return {
    opgaven,
    themes,
    between: Object.fromEntries(
      ascending(between).map(([label, targets]) => [
        table.labels[label]!,
        Object.fromEntries(ascending(targets).map(([target, pair]) => [table.labels[target]!, pair])),
      ]),
    ),
    signals: Object.fromEntries(
      table.labels.flatMap((id, label) => {
        if (labels.kind[label] === 'cue') return [];
        const own = ascending(signals).filter(([signal]) => table.labelOf[signal] === label);
        return [[id, Object.fromEntries(own.map(([signal, pair]) => [sources[signal]!, pair]))] as const];
      }),
    ),
  };
}

/** As text: a line for each label, so that a change shows where it is. */
export function weightsText(weights: Weights): string {
  const block = (record: object): string =>
    `{\n${Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')}\n  }`;
  const parts = Object.entries(weights).map(([key, value]) => `  ${JSON.stringify(key)}: ${block(value as object)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}

function pairOf(map: Map<number, [number, number]>, key: number): [number, number] {
  const found = map.get(key);
  if (found) return found;
  const pair: [number, number] = [0, 0];
  map.set(key, pair);
  return pair;
}

const ascending = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

const named = (names: readonly string[], weights: Float64Array): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, steps(weights[i]!)]));
