/** How long the workbench is waited for: far more than it needs, as on a busy machine every step waits for its turn. */
export const PATIENCE = 30_000;

/** What a first page has to fetch and compile comes on top. */
export const FIRST_PATIENCE = 90_000;

/**
 * Tries a step again until it works, each time with more patience.
 * @param {(patience: number) => Promise<void>} step
 */
export async function retry(step) {
  for (const patience of [2_000, 5_000, 10_000]) {
    try {
      return await step(patience);
    } catch {
      // Once more; the last one tells.
    }
  }
  return step(PATIENCE);
}
