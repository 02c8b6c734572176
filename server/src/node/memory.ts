import type { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After so many milliseconds without a message the writer is reading: there is time to clean up. */
const QUIET = 1000;
/** Less new memory than this, in bytes, is not worth it. */
const WORTH = 8 * 2 ** 20;

/**
 * Keeps a server small that lives for hours. What it reads at the start stays, so there the room for what is thrown away at
 * once does not grow with it. From the first quiet moment on it may, and what is thrown away later is cleared in quiet
 * moments, not while someone types: V8 by itself would wait until there is far more of it than of what lives.
 * @param messages where messages of the editor come in, and the event that tells so
 */
export function keepSmall(messages: EventEmitter, event: 'data' | 'message'): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  let collect: (() => void) | undefined;
  let lived = 0;
  const clean = (): void => {
    if (process.memoryUsage().heapUsed - lived < WORTH) return;
    if (!collect) {
      setFlagsFromString('--semi-space-growth-factor=2');
      setFlagsFromString('--heap-growing-percent=20');
      setFlagsFromString('--expose-gc');
      collect = runInNewContext('gc') as () => void;
    }
    // Only here: what it gathers together takes time that someone who types does not have.
    setFlagsFromString('--compact-on-every-full-gc');
    collect();
    setFlagsFromString('--no-compact-on-every-full-gc');
    lived = process.memoryUsage().heapUsed;
  };
  const quiet = setTimeout(clean, QUIET).unref();
  messages.on(event, () => quiet.refresh());
}
