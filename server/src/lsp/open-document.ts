import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Analysis, Configuration, LiveDocument, Service } from '../core/index.js';

/**
 * A document that is open in the editor. It takes changes as LSP sends them and keeps its analysis up to date with them,
 * so that what did not change is not looked at again.
 */
export class OpenDocument implements TextDocument {
  private live: LiveDocument;

  constructor(
    private readonly service: Service,
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
  ) {
    this.live = service.open(text);
  }

  /** Takes changes in their order, each against the text that the one before it left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if (!('range' in change)) {
        this.live = this.service.open(change.text);
        continue;
      }
      const [from, to] = [this.offsetAt(change.range.start), this.offsetAt(change.range.end)];
      this.live = this.live.edited(Math.min(from, to), Math.max(from, to), change.text);
    }
    this.version = version;
  }

  get analysis(): Analysis {
    return this.live.analysis();
  }

  analysisFor(configuration: Configuration): Analysis {
    this.live = this.service.readFor(this.live, configuration);
    return this.live.analysis();
  }

  get lineCount(): number {
    return this.live.lineCount;
  }

  getText(range?: Range): string {
    if (!range) return this.live.text;
    return this.live.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    return this.live.positionAt(offset);
  }

  offsetAt({ line, character }: Position): number {
    // What is no number counts as the beginning: a client may send anything.
    return this.live.offsetAt({ line: Math.trunc(line) || 0, character: Math.trunc(character) || 0 });
  }

  getLineRange(line: number): Range {
    if (line < 0) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const inside = Math.min(line, this.lineCount - 1);
    return { start: { line: inside, character: 0 }, end: this.positionAt(this.endOf(inside)) };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    const next = line + 1 < this.lineCount ? this.offsetAt({ line: line + 1, character: 0 }) : this.live.length;
    return this.live.slice(this.endOf(line), next);
  }

  private endOf(line: number): number {
    return this.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  }
}
