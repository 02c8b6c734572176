import pc from 'picocolors';

/** What is known of the terminals that look on. */
export interface Terminal {
  /** Paints text on standard output, or leaves it as it is where no terminal looks on. */
  readonly paint: ReturnType<typeof pc.createColors>;
  /** Characters on a line; undefined where no terminal looks on. */
  readonly width?: number | undefined;
  /** Shows how far long work is; on standard error, and only when a terminal looks on there. */
  progress(total: number): Progress;
}

export interface Progress {
  /** One more is done; says which is next. */
  step(next: string): void;
  /** The one that was next was known already: it says nothing of how long the others take. */
  known(): void;
  /** Takes the line away. */
  end(): void;
}

/** Milliseconds before the first line, and between lines: short work shows nothing. */
const PATIENCE = 400;
/** Milliseconds of work that say how long the rest takes. */
const MEASURED = 3000;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * @param environment `NO_COLOR` and `FORCE_COLOR` as their conventions say, and `TERM`
 * @param now clock in milliseconds
 */
export function createTerminal(
  stdout: Stream,
  stderr: Stream,
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number = Date.now,
): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const colour = NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== '0' : stdout.isTTY === true && TERM !== 'dumb';
  return {
    paint: pc.createColors(colour),
    width: stdout.isTTY ? (stdout.columns ?? 80) : undefined,
    progress: (total) => (stderr.isTTY && TERM !== 'dumb' ? lineOfProgress(stderr, total, now) : SILENT),
  };
}

/** Shows nothing. */
export const SILENT: Progress = { step: () => {}, known: () => {}, end: () => {} };

function lineOfProgress(stderr: Stream, total: number, now: () => number): Progress {
  const begin = now();
  let shown = begin;
  let done = -1;
  let known = 0;
  let visible = false;
  return {
    step(next) {
      done++;
      if (now() - shown < PATIENCE) return;
      shown = now();
      visible = true;
      const read = done - known;
      const left = read > 0 && shown - begin >= MEASURED ? ((shown - begin) / read) * (total - done) : undefined;
      const head = `${done} van ${total} · ${left === undefined ? '' : `nog ${durationText(left)} · `}`;
      // Of a long path the end says most.
      const room = Math.max(1, (stderr.columns ?? 80) - 1 - head.length);
      const name = printable(next);
      stderr.write(`\r\x1b[K${head}${name.length > room ? `…${name.slice(1 - room)}` : name}`);
    },
    known: () => void known++,
    end() {
      if (visible) stderr.write('\r\x1b[K');
      visible = false;
    },
  };
}

/** `40 seconden`, `3 minuten`: no finer than can be known. */
function durationText(milliseconds: number): string {
  const seconds = Math.max(5, 5 * Math.round(milliseconds / 5000));
  if (seconds < 60) return `${seconds} seconden`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}` : `${Math.round(minutes / 60)} uur`;
}

/** Text without characters that steer a terminal: what is shown comes from files of others. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\ufffd').replaceAll('\t', ' ');
}
