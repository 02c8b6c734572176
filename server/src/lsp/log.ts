import type { Connection } from 'vscode-languageserver';

/** What the server says in the log of its editor: what was loaded, what was skipped and why. Nothing pops up. */
export class Log {
  private readonly said = new Set<string>();
  private readonly latest = new Map<string, string>();

  constructor(private readonly connection: Connection) {}

  info(message: string): void {
    this.connection.console.info(message);
  }

  /** Says what holds of something, when it is not what was said of it before. */
  state(about: string, message: string): void {
    if (this.latest.get(about) === message) return;
    this.latest.set(about, message);
    this.info(message);
  }

  /** Says it once: the same file is read again and again. */
  warnOnce(message: string): void {
    if (this.said.has(message)) return;
    // A log that grows without end helps nobody.
    if (this.said.size > 1000) this.said.clear();
    this.said.add(message);
    this.connection.console.warn(message);
  }

  /** A fault of our own. */
  error(what: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`${what}: ${detail}`);
  }

  /** Lets something go its way: where it fails, the log says so and nothing else happens. */
  attempt(what: string, task: Promise<unknown>): void {
    task.catch((error: unknown) => this.error(what, error));
  }
}
