import type { Analysis, Engine } from '../analysis.js';
import { frontMatterEnd } from '../markdown/blocks.js';
import { type Citation, findCitations } from '../markdown/citation.js';
import { type Directive, readDirectives, type UnknownDirective } from '../markdown/directives.js';
import { citingParts, type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { type Head, mayHaveHead, readHead } from '../markdown/head.js';
import { type Lines, linesOf, type Passage, readPassages } from './passage.js';
import { SHEAF, Sheaf } from './sheaf.js';
import { type Told, tell, voicesBefore, voicesFrom } from './told.js';
import { DocumentView } from './view.js';

/** A place as editors count it: zero-based line, and UTF-16 code units from its start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * A text with everything that is known of it, held in passages. A change gives a new document that shares with the old
 * one what it leaves alone; only the passages around the change are read again.
 */
export class LiveDocument {
  /** Offset, line and index of the first block of each passage, and past the last. */
  readonly starts: Int32Array;
  private readonly lineStarts: Int32Array;
  /** Where the line begins that each passage begins on: a long paragraph is cut within its lines. */
  private readonly lineOffsets: Int32Array;
  readonly blockStarts: Int32Array;
  private joined: string | undefined;
  private view: DocumentView | undefined;

  private constructor(
    readonly engine: Engine,
    readonly front: Front,
    readonly passages: readonly Passage[],
    private readonly told: readonly Told[],
    readonly sheaves: readonly Sheaf[],
  ) {
    const { length } = passages;
    this.starts = new Int32Array(length + 1);
    this.lineStarts = new Int32Array(length + 1);
    this.lineOffsets = new Int32Array(length + 1);
    this.blockStarts = new Int32Array(length + 1);
    this.starts[0] = front.text.length;
    this.lineStarts[0] = front.lines.length;
    this.lineOffsets[0] = front.text.length;
    for (let k = 0; k < length; k++) {
      const { text, lines, blocks } = passages[k]!;
      this.starts[k + 1] = this.starts[k]! + text.length;
      this.lineStarts[k + 1] = this.lineStarts[k]! + lines.length;
      this.lineOffsets[k + 1] = lines.length > 0 ? this.starts[k]! + lines.at(-1)! : this.lineOffsets[k]!;
      this.blockStarts[k + 1] = this.blockStarts[k]! + blocks.length;
    }
  }

  /** Reads a text from scratch. */
  static read(engine: Engine, text: string): LiveDocument {
    const front = new Front(text.slice(0, frontMatterEnd(text)));
    const body = text.slice(front.text.length);
    const { passages } = readPassages(engine, body, body.length);
    const told: Told[] = [];
    tell(passages, told, 0, passages.length);
    const document = new LiveDocument(
      engine,
      front,
      passages,
      told,
      sheavesOf(engine, passages, told, 0, passages.length),
    );
    document.joined = text;
    return document;
  }

  get length(): number {
    return this.starts.at(-1)!;
  }

  get lineCount(): number {
    return this.lineStarts.at(-1)! + 1;
  }

  /** The whole text; put together when it is first asked for. */
  get text(): string {
    this.joined ??= this.front.text + this.passages.map(({ text }) => text).join('');
    return this.joined;
  }

  /** Everything that is known of it. */
  get analysis(): Analysis {
    this.view ??= new DocumentView(this);
    return this.view;
  }

  /** A stretch of the text, without putting the whole together. */
  slice(from: number, to: number): string {
    if (this.joined !== undefined) return this.joined.slice(from, to);
    let text = this.front.text.slice(from, to);
    for (let k = this.passageAt(from); k < this.passages.length && this.starts[k]! < to; k++) {
      const start = this.starts[k]!;
      text += this.passages[k]!.text.slice(Math.max(0, from - start), to - start);
    }
    return text;
  }

  /** The document after `text` has taken the place of `[from, to)`. */
  edited(from: number, to: number, text: string): LiveDocument {
    const { engine, front, starts } = this;
    if (from <= front.text.length) return this.editedInFront(from, to, text);
    const first = this.topFrom(Math.max(0, this.passageAt(from) - 1), -1);
    let end = this.topFrom(this.passageAt(to) + 1, 1);
    const start = starts[first]!;
    let region = this.slice(start, from) + text + this.slice(to, starts[end]!);
    const whole = this.withOtherFront(from, to, text);
    if (whole) return whole;
    for (let more = 1; ; more *= 2) {
      const look = end < this.passages.length ? this.passages[end]!.text : '';
      const old = this.passages.slice(first, end);
      const cuts = new Set<number>();
      for (let k = first; k < end; k++)
        if (starts[k]! <= from) cuts.add(starts[k]! - start);
        else if (starts[k]! >= to) cuts.add(starts[k]! - start + text.length - (to - from));
      const { passages, closed } = readPassages(engine, region + look, region.length, { passages: old, cuts });
      if (closed) return this.withPassages(first, end, passages);
      const ahead = this.topFrom(Math.min(this.passages.length, end + more), 1);
      region += this.slice(starts[end]!, starts[ahead]!);
      end = ahead;
    }
  }

  /** The nearest passage from `k` on, or back, that begins with a top-level block. */
  private topFrom(k: number, step: 1 | -1): number {
    let at = k;
    while (this.passages[at]?.isWithin) at += step;
    return at;
  }

  /** A change that touches the front matter, or the place where one may begin. */
  private editedInFront(from: number, to: number, text: string): LiveDocument {
    const { engine, front, starts } = this;
    const head = this.slice(0, from) + text + this.slice(to, starts[Math.min(1, this.passages.length)]!);
    if (to < front.text.length) {
      const changed = front.text.length + text.length - (to - from);
      if (frontMatterEnd(head) === changed)
        return new LiveDocument(engine, new Front(head.slice(0, changed)), this.passages, this.told, this.sheaves);
    }
    return LiveDocument.read(engine, this.slice(0, from) + text + this.slice(to, this.length));
  }

  /** The document read from scratch, if a change below the front matter makes it another. */
  private withOtherFront(from: number, to: number, text: string): LiveDocument | undefined {
    const { engine, front } = this;
    if (front.head.closed || !mayHaveHead(this.slice(0, Math.min(from, 80)) + text)) return undefined;
    const whole = this.slice(0, from) + text + this.slice(to, this.length);
    return frontMatterEnd(whole) === front.text.length ? undefined : LiveDocument.read(engine, whole);
  }

  /** The document with other passages in the place of `[from, to)`; those that stay the same are left alone. */
  private withPassages(from: number, to: number, all: readonly Passage[]): LiveDocument {
    const { engine } = this;
    let kept = 0;
    while (from + kept < to && kept < all.length && all[kept] === this.passages[from + kept]) kept++;
    let last = 0;
    while (from + kept < to - last && last < all.length - kept && all.at(-1 - last) === this.passages[to - 1 - last])
      last++;
    const read = all.slice(kept, all.length - last);
    const first = from + kept;
    const end = to - last;
    const rest = this.passages.length - (end - first);
    const fresh = rest > 0 ? read.filter(({ text }) => text !== '') : read;
    const passages = this.passages.toSpliced(first, end - first, ...fresh);
    const told = (this.told as (Told | undefined)[]).toSpliced(first, end - first, ...fresh.map(() => undefined));
    const changed = tell(passages, told, first, first + fresh.length);
    const grown = fresh.length - (end - first);
    const sheaves = this.resheaved(passages, told as Told[], changed.from, changed.to, grown);
    return new LiveDocument(engine, this.front, passages, told as Told[], sheaves);
  }

  /** The sheaves after `passages[from, to)` have changed; there are `grown` more passages than there were. */
  private resheaved(
    passages: readonly Passage[],
    told: readonly Told[],
    from: number,
    to: number,
    grown: number,
  ): Sheaf[] {
    const before: Sheaf[] = [];
    let at = 0;
    let i = 0;
    while (i < this.sheaves.length && at + this.sheaves[i]!.passages.length <= from)
      at += this.sheaves[i++]!.passages.length;
    before.push(...this.sheaves.slice(0, i));
    let stop = at;
    while (i < this.sheaves.length && stop < to - grown) stop += this.sheaves[i++]!.passages.length;
    const end = i < this.sheaves.length ? stop + grown : passages.length;
    return [...before, ...sheavesOf(this.engine, passages, told, at, end), ...this.sheaves.slice(i)];
  }

  /** The passage that holds an offset past the front matter; the last one at the end of the text. */
  private passageAt(offset: number): number {
    return Math.max(0, Math.min(this.passages.length - 1, lastUpTo(this.starts, offset)));
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const { text, lines, start, line, lineOffset } = this.sheetAt(
      at < this.front.text.length ? -1 : this.passageAt(at),
    );
    const within = lastUpTo(lines, at - start) + 1;
    const from = within === 0 ? lineOffset - start : lines[within - 1]!;
    return { line: line + within, character: beforeBreak(text, from, at - start) - from };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (line < 0) return 0;
    const k = line < this.front.lines.length ? -1 : Math.min(this.passages.length - 1, lastUpTo(this.lineStarts, line));
    const { text, lines, start, line: first, lineOffset } = this.sheetAt(k);
    const within = line - first;
    const from = within === 0 ? lineOffset - start : lines[within - 1]!;
    const end = within < lines.length ? lines[within]! : text.length;
    return start + beforeBreak(text, from, Math.max(from, Math.min(from + character, end)));
  }

  /** Passage `k`, or the front matter, with the place where it begins. An unfinished last line of the front matter goes on past it. */
  private sheetAt(k: number): { text: string; lines: Lines; start: number; line: number; lineOffset: number } {
    const { front } = this;
    if (k < 0 || front.isOpen) return { text: front.text, lines: front.lines, start: 0, line: 0, lineOffset: 0 };
    const { text, lines } = this.passages[k]!;
    return { text, lines, start: this.starts[k]!, line: this.lineStarts[k]!, lineOffset: this.lineOffsets[k]! };
  }
}

/** The front matter with its closing line; empty where there is none. */
export class Front {
  readonly lines: Lines;
  private read: FrontMatter | undefined;
  private place: Head | undefined;
  private cited: readonly Citation[] | undefined;

  constructor(readonly text: string) {
    this.lines = linesOf(text);
  }

  /** It is all there is, and no line break ends it. */
  get isOpen(): boolean {
    return this.text !== '' && this.lines.at(-1) !== this.text.length;
  }

  get head(): Head {
    this.place ??= readHead(this.text);
    return this.place;
  }

  get matter(): FrontMatter {
    this.read ??= readFrontMatter(this.text, this.text.length);
    return this.read;
  }

  /** The citations of a study in it; they stand in no block. */
  citations(key: string): readonly Citation[] {
    this.cited ??= this.text.includes('@')
      ? findCitations(this.text, [], key, citingParts(this.text)).map((citation) => ({ ...citation, block: -1 }))
      : [];
    return this.cited;
  }

  /** The comments above it that steer what is said of the document. */
  get directives(): readonly (Directive | UnknownDirective)[] {
    const comments = [...this.text.slice(0, this.head.yaml?.from).matchAll(/<!--[\s\S]*?-->/g)];
    return readDirectives(
      this.text,
      comments.flatMap(({ 0: comment, index }) => [index, index + comment.length]),
    );
  }
}

/** Index of the last of ascending numbers that is not above `value`, or -1. */
function lastUpTo(numbers: Int32Array | Lines, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** An offset within a line stands before its line break. */
function beforeBreak(text: string, start: number, offset: number): number {
  let at = offset;
  while (at > start && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at--;
  return at;
}

/** Binds `passages[from, to)` into sheaves. */
function sheavesOf(
  { recogniser }: Engine,
  passages: readonly Passage[],
  told: readonly Told[],
  from: number,
  to: number,
): Sheaf[] {
  const sheaves: Sheaf[] = [];
  for (let k = from; k < to; k += SHEAF) {
    const end = Math.min(to, k + SHEAF);
    const before = voicesBefore(told, k);
    sheaves.push(new Sheaf(recogniser, passages.slice(k, end), told.slice(k, end), before, voicesFrom(told, end)));
  }
  return sheaves;
}
