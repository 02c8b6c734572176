import { spawnSync } from 'node:child_process';

/** Milliseconds that a piece of work takes. */
export function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds that a Node process takes from start to end. */
export const timedRun = (...args) => timed(() => spawnSync(process.execPath, args, { stdio: 'ignore' }));

/** The value below which a share of the samples lies. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (samples) => quantile(samples, 0.5);
export const p95 = (samples) => quantile(samples, 0.95);

/**
 * Does several pieces of work in turn, round after round, so that what the machine does besides weighs on all alike.
 * @param {Record<string, () => number | Promise<number>>} works each gives what it measured
 * @returns {Promise<Record<string, number[]>>} what each measured, by name
 */
export async function inTurn(works, rounds) {
  const samples = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(works)) samples[name].push(await work());
  return samples;
}
