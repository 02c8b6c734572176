import type { Converted } from './converted.js';
import { Refusal, TOO_LARGE } from './refusal.js';
import type { SourceFormat } from './source-format.js';
import type { ConversionAnswer, ConversionRequest } from './worker-protocol.js';

/** A worker, as a host starts it from its file in `dist`. */
export interface ConversionWorker {
  ask(request: ConversionRequest): void;
  /** @param answered gets what comes back @param ended is called when the worker stops by itself, as without memory */
  listen(answered: (answer: ConversionAnswer) => void, ended: () => void): void;
  end(): void;
}

/** A busy machine may take long over a programme of a hundred pages; what is known to swell is refused long before. */
const LONGEST = 60_000;

/** Converts files in a worker that is started when it is first needed, one at a time. */
export class Converter {
  #worker: ConversionWorker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly start: () => ConversionWorker) {}

  /**
   * A source file as Markdown.
   * @throws Refusal when the file cannot be read, or takes more time or memory than any programme
   */
  convert(bytes: Uint8Array, format: SourceFormat): Promise<Converted> {
    const conversion = this.#last.then(() => this.#ask({ bytes, format }));
    this.#last = conversion.catch(() => {});
    return conversion;
  }

  /** Stops the worker; another is started when it is needed again. */
  end(): void {
    this.#worker?.end();
    this.#worker = undefined;
  }

  #ask(request: ConversionRequest): Promise<Converted> {
    this.#worker ??= this.start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const swollen = (): void => {
        clearTimeout(timer);
        this.end();
        reject(new Refusal(TOO_LARGE));
      };
      const timer = setTimeout(swollen, LONGEST);
      worker.listen((answer) => {
        clearTimeout(timer);
        if ('converted' in answer) resolve(answer.converted);
        else reject('refusal' in answer ? new Refusal(answer.refusal) : new Error(answer.fault));
      }, swollen);
      worker.ask(request);
    });
  }
}
