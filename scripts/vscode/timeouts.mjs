import { errors } from 'playwright-core';

/**
 * How long the workbench is waited for: far more than it needs. On a machine with ten times as much to do as it can, the
 * server of an extension has taken over half a minute to answer for the first time.
 */
export const PATIENCE = 90_000;

/**
 * Asks a question again while its answer is still growing (a list of files, commands of an extension that loads) or was
 * dropped (a menu): each time with more patience. Swallows time-outs only; any other error is thrown at once.
 * @template T
 * @param {(patience: number) => Promise<T>} ask
 * @returns {Promise<T>}
 */
export async function untilAnswered(ask) {
  for (const patience of [2_000, 5_000, 10_000]) {
    try {
      return await ask(patience);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
    }
  }
  return ask(PATIENCE);
}
