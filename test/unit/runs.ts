const times = process.env.TIMES;

/**
 * How many cases a property is tried on. `npm test` tries the same ones each time, so that what fails is the change;
 * `npm run test:soak` tries many times as many, and others each time.
 */
export const runs = (usual: number): { numRuns: number; seed?: number } =>
  times === undefined ? { numRuns: usual, seed: 1 } : { numRuns: usual * Number(times) };
