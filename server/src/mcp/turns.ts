import { Refusal } from '../project/assistant/input.js';

/** So many questions wait at most. */
const MOST_WAITING = 5_000;

/**
 * Answers questions one after the other. In between, what came in meanwhile is read: a question that was taken back is
 * not answered any more.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @param rested is called when nobody waits any more */
  constructor(private readonly rested: () => void) {}

  take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING)
      return Promise.reject(new Refusal(`Er wachten al ${this.waiting} vragen. Stel deze straks opnieuw.`));
    this.waiting++;
    const turn = this.last.then(async () => {
      await new Promise(setImmediate);
      if (signal.aborted) throw new Refusal('De vraag is ingetrokken.');
      return work();
    });
    this.last = turn
      .catch(() => undefined)
      .finally(() => {
        if (--this.waiting === 0) this.rested();
      });
    return turn;
  }
}
