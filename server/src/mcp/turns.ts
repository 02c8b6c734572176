import { Refusal } from '../project/assistant/input.js';

/** So many questions wait at most, and so many characters with them: they are kept until it is their turn. */
const MOST_WAITING = 5_000;
const MOST_CHARACTERS = 8_000_000;

/**
 * Answers questions one after the other. In between, what came in meanwhile is read: a question that was taken back is
 * not answered any more.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private characters = 0;

  /** @param rested is called when nobody waits any more */
  constructor(private readonly rested: () => void) {}

  /** @param characters that the question is long */
  take<T>(signal: AbortSignal, characters: number, work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING || this.characters + characters > MOST_CHARACTERS)
      return Promise.reject(new Refusal(`Er wachten al ${this.waiting} vragen. Stel deze straks opnieuw.`));
    this.waiting++;
    this.characters += characters;
    const turn = this.last.then(async () => {
      await new Promise(setImmediate);
      if (signal.aborted) throw new Refusal('De vraag is ingetrokken.');
      return work();
    });
    this.last = turn
      .catch(() => undefined)
      .finally(() => {
        this.characters -= characters;
        if (--this.waiting === 0) this.rested();
      });
    return turn;
  }
}
