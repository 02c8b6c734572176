import { sigmoid } from '../../core/recognition/model.js';

/** One example: dense features, and sparse ones that are 1 where they stand. */
export interface Row {
  readonly dense: readonly number[];
  /** Indices of parameters past the dense ones. */
  readonly sparse: readonly number[];
  readonly y: 0 | 1;
  /** How much it counts. */
  readonly weight: number;
}

/**
 * Logistic regression with its own shrinkage for each parameter, by L-BFGS. Deterministic.
 * @param shrink per parameter the precision of the normal around 0 that it is held to
 * @returns the parameters: dense first, then sparse
 */
export function fit(rows: readonly Row[], dense: number, shrink: Float64Array, rounds = 120): Float64Array {
  // Rows end to end, and only parameters that stand in some row: the rounds run over few flat numbers.
  const values = new Float64Array(rows.length * dense);
  const ends = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) {
    values.set(row.dense, i * dense);
    ends[i + 1] = ends[i]! + row.sparse.length;
  }
  const columns = new Int32Array(ends[rows.length]!);
  const used = Array.from({ length: dense }, (_, i) => i);
  const column = new Int32Array(shrink.length).fill(-1);
  for (const [i, row] of rows.entries()) {
    for (const [k, at] of row.sparse.entries()) {
      if (column[at]! < 0) column[at] = used.push(at) - 1;
      columns[ends[i]! + k] = column[at]!;
    }
  }
  const held = Float64Array.from(used, (at) => shrink[at]!);
  const n = used.length;
  const gradient = (w: Float64Array, into: Float64Array): number => {
    let loss = 0;
    for (let i = 0; i < n; i++) {
      loss += 0.5 * held[i]! * w[i]! * w[i]!;
      into[i] = held[i]! * w[i]!;
    }
    for (let r = 0; r < rows.length; r++) {
      const { y, weight } = rows[r]!;
      const from = r * dense;
      let z = 0;
      for (let i = 0; i < dense; i++) z += w[i]! * values[from + i]!;
      for (let at = ends[r]!; at < ends[r + 1]!; at++) z += w[columns[at]!]!;
      const p = sigmoid(z);
      loss -= weight * Math.log(Math.max(1e-12, y === 1 ? p : 1 - p));
      const error = weight * (p - y);
      for (let i = 0; i < dense; i++) into[i]! += error * values[from + i]!;
      for (let at = ends[r]!; at < ends[r + 1]!; at++) into[columns[at]!]! += error;
    }
    return loss;
  };
  const weights = new Float64Array(shrink.length);
  for (const [i, weight] of minimise(gradient, n, rounds).entries()) weights[used[i]!] = weight;
  return weights;
}

/** L-BFGS with a memory of eight steps and halving of steps that are too long. */
function minimise(gradient: (w: Float64Array, into: Float64Array) => number, n: number, rounds: number): Float64Array {
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
    if (gain < 1e-5 * Math.max(1, loss)) break;
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
