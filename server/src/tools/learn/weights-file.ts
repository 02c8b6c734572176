import { COMBINED, OPPOSED, TAKEN } from '../../core/recognition/combination.js';
import { NEIGHBOURS } from '../../core/recognition/neighbours.js';
import { STEP, type StanceModel } from '../../core/study/learned.js';
import type { Named, NamedScorer, Weights, WordsFile } from '../compile/compile-weights.js';
import type { Learned, Lesson } from './lesson.js';
import { POSSIBLE, type Thresholds } from './measure.js';
import type { Kind } from './places.js';

const steps = (weight: number): number => Math.round(weight / STEP) + 0;

/** What was learned as files: rounded, without what rounds to nothing, a line for each thing that has a weight. */
export function learnedFiles(
  lesson: Lesson,
  sources: readonly string[],
  learned: Learned,
  thresholds: Thresholds,
): [name: string, text: string][] {
  const { labels: ids } = lesson.recogniser.table;
  const words: WordsFile = {
    labels: lesson.labels.map((label) => lesson.recogniser.labels.ids[label]!),
    bias: learned.words.bias,
    features: sorted(learned.words.features),
  };
  const [stance, direction] = learned.stances.map(({ bias, features }) => ({ bias, features: sorted(features) }));
  const weights = weightsOf(lesson, sources, learned, thresholds, ids);
  return [
    ['weights.json', linesOf(weights)],
    ['words.json', linesOf(words)],
    ['stance.json', stancesText(stance!, direction!)],
  ];
}

function weightsOf(
  lesson: Lesson,
  sources: readonly string[],
  { opgaven, themes }: Learned,
  thresholds: Thresholds,
  ids: readonly string[],
): Weights {
  const { table, labels } = lesson.recogniser;
  const between = new Map<number, Map<number, [number, number]>>();
  const signals = new Map<number, [number, number]>();
  const first = (kind: Kind, weights: Float64Array): NamedScorer => {
    const { dense, keys } = lesson.signals[kind];
    const ofLabel = new Map<number, number>();
    for (const [i, key] of keys.entries()) {
      const weight = steps(weights[dense.length + i]!);
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
      features: named(dense, weights),
      labels: Object.fromEntries(ascending(ofLabel).map(([label, weight]) => [labels.ids[label]!, weight])),
    };
  };
  const scorer = (names: readonly string[], weights: Float64Array): NamedScorer => ({
    features: named(names, weights),
    labels: Object.fromEntries(
      lesson.labels.flatMap((label, at) => {
        const weight = steps(weights[names.length + at]!);
        return weight === 0 ? [] : [[labels.ids[label]!, weight]];
      }),
    ),
  });
  return {
    opgaven: {
      certain: thresholds.certain,
      possible: POSSIBLE,
      clear: thresholds.clear,
      about: thresholds.about,
      against: thresholds.against,
      taken: named(TAKEN, opgaven.taken),
      opposed: scorer(OPPOSED, opgaven.opposed),
      first: first('opgaven', opgaven.first),
      combined: scorer(COMBINED, opgaven.combined),
      named: scorer(COMBINED, opgaven.named),
    },
    themes: {
      certain: thresholds.themes,
      neighbours: named(NEIGHBOURS, themes.neighbours),
      first: first('themes', themes.first),
      combined: scorer(COMBINED, themes.combined),
    },
    between: Object.fromEntries(
      ascending(between).map(([label, targets]) => [
        ids[label]!,
        Object.fromEntries(ascending(targets).map(([target, pair]) => [labels.ids[target]!, pair])),
      ]),
    ),
    signals: Object.fromEntries(
      ids.flatMap((id, label) => {
        const own = ascending(signals).filter(([signal]) => table.labelOf[signal] === label);
        return own.length === 0
          ? []
          : [[id, Object.fromEntries(own.map(([signal, pair]) => [sources[signal]!, pair]))] as const];
      }),
    ),
  };
}

/** Weights of features a line each. */
function stancesText(stance: StanceModel, direction: StanceModel): string {
  const part = ({ bias, features }: StanceModel): string =>
    `{ "bias": ${bias}, "features": {\n${Object.entries(features)
      .map(([name, weight]) => `    ${JSON.stringify(name)}: ${weight}`)
      .join(',\n')}\n  } }`;
  return `{\n  "stance": ${part(stance)},\n  "direction": ${part(direction)}\n}\n`;
}

/** As text: what is nested twice has a line of its own, so that a change shows where it is. */
function linesOf(value: object): string {
  const inner = (part: unknown): string => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return JSON.stringify(part);
    const lines = Object.entries(part).map(([key, item]) => `    ${JSON.stringify(key)}: ${JSON.stringify(item)}`);
    return `{\n${lines.join(',\n')}\n  }`;
  };
  return `{\n${Object.entries(value)
    .map(([key, part]) => `  ${JSON.stringify(key)}: ${inner(part)}`)
    .join(',\n')}\n}\n`;
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

function pairOf(map: Map<number, [number, number]>, key: number): [number, number] {
  const found = map.get(key);
  if (found) return found;
  const pair: [number, number] = [0, 0];
  map.set(key, pair);
  return pair;
}

const ascending = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

const named = (names: readonly string[], weights: Float64Array): Named =>
  Object.fromEntries(names.map((name, i) => [name, steps(weights[i]!)]));
