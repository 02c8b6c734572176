/** How many cases a property is tried on: as many as usual, or many times that in `npm run test:soak`. */
export const runs = (usual: number): { numRuns: number } => ({ numRuns: usual * Number(process.env.TIMES ?? 1) });
