/** Milliseconds that a piece of work takes. */
export function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The value below which a share of the samples lies. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (samples) => quantile(samples, 0.5);

/**
 * Times several pieces of work in turn, round after round, so that what the machine does besides weighs on all alike.
 * The first rounds count for nothing: they warm up.
 * @param {Record<string, () => void>} works
 * @returns {Record<string, number[]>} milliseconds by name
 */
export function interleaved(works, rounds, warming = 2) {
  const samples = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds + warming; round++) {
    for (const [name, work] of Object.entries(works)) {
      const took = timed(work);
      if (round >= warming) samples[name].push(took);
    }
  }
  return samples;
}
