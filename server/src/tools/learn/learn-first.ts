import { candidatesOf } from '../../core/recognition/candidates.js';
import { contributionsTo } from '../../core/recognition/contributions.js';
import { featuresOf, OPGAVE_FEATURES, THEME_FEATURES } from '../../core/recognition/features.js';
import type { Recogniser } from '../../core/recognition/recogniser.js';
import { fit, Matrix, type SparseRow } from './logistic.js';
import { codesOf, type Kind, type Place, type Places } from './places.js';

/** How firmly weights are held to 0: the fewer examples a weight rests on, the firmer. */
const SHRINK = {
  opgaven: { dense: 0.05, L: 0.5, S: 4, W: 4, H: 1.5 },
  themes: { dense: 0.05, L: 1, S: 4, W: 4, H: 5 },
} as const;
/** What was seen less often than this has no weight of its own. */
const LEAST = 3;

/** A label that the signals in a place speak of. */
export interface Example {
  readonly place: Place;
  readonly label: number;
}

/** What signals say of the labels that they speak of, as rows of numbers. */
export class SignalLesson {
  readonly examples: readonly Example[];
  readonly dense: readonly string[];
  /** Everything else with a weight of its own: `L` a label, `S` and `W` a hit of one label for another, `H` a signal. */
  readonly keys: readonly string[];
  private readonly matrix: Matrix;
  readonly y: Float32Array;
  readonly weight: Float32Array;

  constructor(
    recogniser: Recogniser,
    places: Places,
    private readonly kind: Kind,
  ) {
    const { labels, table } = recogniser;
    const codes = codesOf(recogniser, kind);
    this.dense = kind === 'opgaven' ? OPGAVE_FEATURES : THEME_FEATURES;
    this.examples = [...places.all, ...places.statements].flatMap((place) =>
      candidatesOf(labels, place.context)
        .filter((label) => codes.has(label))
        .map((label) => ({ place, label })),
    );
    this.y = Float32Array.from(this.examples, ({ place, label }) => places.taken.get(label)!.y[place.number]!);
    this.weight = Float32Array.from(
      this.examples,
      ({ place, label }) => places.taken.get(label)!.weight[place.number]!,
    );
    const keysOf = ({ place, label }: Example): string[] => [
      `L ${label}`,
      ...contributionsTo(labels, table.labelOf, place.context.own.counts, label).map((found) =>
        found.by === 'label' ? `${found.strong ? 'S' : 'W'} ${found.label} ${label}` : `H ${found.signal}`,
      ),
    ];
    const seen = new Map<string, number>();
    for (const [i, example] of this.examples.entries())
      if (this.weight[i]! > 0) for (const key of keysOf(example)) seen.set(key, (seen.get(key) ?? 0) + 1);
    this.keys = [...seen.keys()].filter((key) => seen.get(key)! >= LEAST);
    const columns = new Map(this.keys.map((key, i) => [key, this.dense.length + i]));
    const rows = this.examples.map((example): SparseRow => {
      const dense = featuresOf(labels, example.place.context, example.label);
      return [
        ...dense.flatMap((value, i): [number, number][] => (value === 0 ? [] : [[i, value]])),
        ...keysOf(example).flatMap((key): [number, number][] => (columns.has(key) ? [[columns.get(key)!, 1]] : [])),
      ];
    });
    this.matrix = new Matrix(rows, this.dense.length + this.keys.length);
  }

  learn(use: (place: Place) => boolean): Float64Array {
    const held = SHRINK[this.kind];
    const shrink = new Float64Array(this.matrix.width).fill(held.dense);
    for (const [i, key] of this.keys.entries()) shrink[this.dense.length + i] = held[key[0] as 'L' | 'S' | 'W' | 'H'];
    const rows = this.examples.flatMap(({ place }, i) => (use(place) ? i : []));
    return fit(this.matrix, this, rows, shrink);
  }

  /** What the weights say of example `i`, in log-odds. */
  said(i: number, weights: Float64Array): number {
    return this.matrix.row(i, weights);
  }
}
