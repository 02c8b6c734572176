import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';

/** After so many milliseconds without a keystroke the writer is reading. */
export const PAUSE = 1000;
/** A keystroke inserts no more: a letter, or a pair of brackets that closes itself. */
const KEYSTROKE = 2;

/**
 * Which line is being typed. A server knows no cursor; what it knows is the last keystrokes: the line is free again
 * when another line changes, when something else than a keystroke comes in (a new line, a paste, a quick fix), or
 * after a pause.
 */
export class Typing {
  private readonly lines = new Map<string, { line: number; timer: ReturnType<typeof setTimeout> }>();

  /** @param onPause hears that a line is free again without a change to the document */
  constructor(private readonly onPause: (uri: string) => void) {}

  /** Takes note of a change to a document. */
  note(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.forget(uri);
    const line = keystrokeLine(changes);
    if (line === undefined) return;
    const timer = setTimeout(() => {
      this.lines.delete(uri);
      this.onPause(uri);
    }, PAUSE);
    this.lines.set(uri, { line, timer });
  }

  /** The line (zero-based) that is being typed, if any. */
  lineIn(uri: string): number | undefined {
    return this.lines.get(uri)?.line;
  }

  forget(uri: string): void {
    clearTimeout(this.lines.get(uri)?.timer);
    this.lines.delete(uri);
  }
}

function keystrokeLine(changes: readonly TextDocumentContentChangeEvent[]): number | undefined {
  const [change] = changes;
  if (changes.length !== 1 || !change || !('range' in change)) return undefined;
  const { start, end } = change.range;
  const typed = start.line === end.line && change.text.length <= KEYSTROKE && !/[\r\n]/.test(change.text);
  return typed ? start.line : undefined;
}
