import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

export const CLI = join(import.meta.dirname, '../../dist/cli.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Another copy of the command, or another user to run it. */
  readonly cli?: string;
  readonly uid?: number;
  /** A program of one line that runs first, in the same process. */
  readonly before?: string;
}

/** The command as it is built, in a process of its own. */
export function opgavenwijzer(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { PATH, HOME, SystemRoot } = process.env;
  // Only after the start: Node itself may stand where the other user cannot go.
  const become = options.uid && `process.setgid(${options.uid}); process.setuid(${options.uid})`;
  const before = options.before ?? become;
  const first = before ? ['--import', `data:text/javascript,${encodeURIComponent(before)}`] : [];
  const child = spawn(process.execPath, [...first, options.cli ?? CLI, ...args], {
    cwd: options.cwd,
    // A bare environment: no CI, NO_COLOR or FORCE_COLOR of whoever runs the tests.
    env: { PATH, HOME, SystemRoot, ...options.env },
  });
  child.stdin.end(options.stdin ?? '');
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (data) => (text.out += data));
  child.stderr.setEncoding('utf8').on('data', (data) => (text.err += data));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...text }));
  });
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opgavenwijzer-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** A text with one error (a source that does not exist) and at least one warning (an opgave that is missing). */
export const FAULTY = `# Wonen

In onze stad is het woningtekort groter dan ooit.

Wij kiezen voor de wijken [@trendstudie:wijkenaanpakk, p. 62].
`;
/** A text with nothing to say about. */
export const CLEAN = '# Over ons\n\nWij zijn een vereniging met leden en een bestuur.\n';
