import { sigmoid } from '../../core/recognition/model.js';

/** One row of numbers: those that are not 0, and the columns in which they stand. */
export type SparseRow = readonly (readonly [column: number, value: number])[];

/** Rows of numbers, those that are 0 left out. */
export class Matrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;

  constructor(
    rows: readonly SparseRow[],
    /** Number of columns. */
    readonly width: number,
  ) {
    this.starts = new Int32Array(rows.length + 1);
    for (const [i, row] of rows.entries()) this.starts[i + 1] = this.starts[i]! + row.length;
    this.columns = new Int32Array(this.starts[rows.length]!);
    this.values = new Float32Array(this.columns.length);
    for (const [i, row] of rows.entries()) {
      let at = this.starts[i]!;
      for (const [column, value] of row) {
        this.columns[at] = column;
        this.values[at++] = value;
      }
    }
  }

  get height(): number {
    return this.starts.length - 1;
  }

  /** The weighted sum of one row. */
  row(i: number, weights: ArrayLike<number>): number {
    const { starts, columns, values } = this;
    let z = 0;
    for (let at = starts[i]!, end = starts[i + 1]!; at < end; at++) z += weights[columns[at]!]! * values[at]!;
    return z;
  }
}

/** What rows are to be: the truth between 0 and 1, and how much it counts. Rows of no weight teach nothing. */
export interface Truth {
  readonly y: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

/**
 * Logistic regression with its own shrinkage for each column, by L-BFGS. Deterministic.
 * @param rows those to learn from
 * @param shrink per column the precision of the normal around 0 that it is held to
 */
export function fit(
  matrix: Matrix,
  { y, weight }: Truth,
  rows: readonly number[],
  shrink: Float64Array,
  rounds = 120,
  enough = 1e-5,
): Float64Array {
  const { starts, columns, values, width } = matrix;
  const used = Int32Array.from(rows.filter((r) => weight[r]! > 0));
  const gradient = (w: Float64Array, into: Float64Array): number => {
    let loss = 0;
    for (let i = 0; i < width; i++) {
      const held = shrink[i]! * w[i]!;
      loss += 0.5 * held * w[i]!;
      into[i] = held;
    }
    for (let k = 0; k < used.length; k++) {
      const r = used[k]!;
      const from = starts[r]!;
      const end = starts[r + 1]!;
      let z = 0;
      for (let at = from; at < end; at++) z += w[columns[at]!]! * values[at]!;
      loss += weight[r]! * (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - y[r]! * z);
      const error = weight[r]! * (sigmoid(z) - y[r]!);
      if (Math.abs(error) < 1e-7) continue;
      for (let at = from; at < end; at++) into[columns[at]!]! += error * values[at]!;
    }
    return loss;
  };
  return minimise(gradient, width, rounds, enough);
}

/** L-BFGS with a memory of eight steps and halving of steps that are too long. */
function minimise(
  gradient: (w: Float64Array, into: Float64Array) => number,
  n: number,
  rounds: number,
  enough: number,
): Float64Array {
  let w = new Float64Array(n);
  let g = new Float64Array(n);
  let loss = gradient(w, g);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = g.map((x) => -x);
    const alphas: number[] = [];
    for (let k = steps.length - 1; k >= 0; k--) {
      const alpha = dot(steps[k]!, direction) / dot(steps[k]!, changes[k]!);
      alphas[k] = alpha;
      addTo(direction, changes[k]!, -alpha);
    }
    if (steps.length > 0) {
      const s = steps.at(-1)!;
      const y = changes.at(-1)!;
      const scale = dot(s, y) / dot(y, y);
      for (let i = 0; i < n; i++) direction[i]! *= scale;
    } else {
      const scale = 1 / Math.max(1, Math.sqrt(dot(g, g)));
      for (let i = 0; i < n; i++) direction[i]! *= scale;
    }
    for (let k = 0; k < steps.length; k++) {
      const beta = dot(changes[k]!, direction) / dot(steps[k]!, changes[k]!);
      addTo(direction, steps[k]!, alphas[k]! - beta);
    }
    const slope = dot(g, direction);
    let length = 1;
    const next = new Float64Array(n);
    const nextG = new Float64Array(n);
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < 30; halving++) {
      for (let i = 0; i < n; i++) next[i] = w[i]! + length * direction[i]!;
      nextLoss = gradient(next, nextG);
      if (nextLoss <= loss + 1e-4 * length * slope) break;
      length /= 2;
    }
    if (!(nextLoss < loss)) break;
    const s = next.map((x, i) => x - w[i]!);
    const y = nextG.map((x, i) => x - g[i]!);
    if (dot(s, y) > 1e-10) {
      steps.push(s);
      changes.push(y);
      if (steps.length > 8) {
        steps.shift();
        changes.shift();
      }
    }
    const gain = loss - nextLoss;
    w = next;
    g = nextG;
    loss = nextLoss;
    if (gain < enough * Math.max(1, loss)) break;
  }
  return w;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addTo(into: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += factor * other[i]!;
}
