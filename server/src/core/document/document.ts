import type { Analysis, Engine } from '../analysis.js';
import { frontMatterEnd } from '../markdown/blocks.js';
import { mayHaveHead } from '../markdown/head.js';
import type { Lines } from '../markdown/lines.js';
import type { StudyIndex } from '../study/index.js';
import { DocumentAnalysis } from './document-analysis.js';
import { type Fragment, readFragments } from './fragment.js';
import { Front } from './front.js';
import { lastUpTo } from './last-up-to.js';
import { StudyRecognition } from './study-recognition.js';
import { openingOf } from './within.js';

/** A place as editors count it: zero-based line, and UTF-16 code units from its start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * A text with everything that is known of it, held in fragments. Its Markdown is read once, for as many studies as are at
 * work. A change gives a new document that shares with the old
 * one what it leaves alone; only the fragments around the change are read again.
 */
export class LiveDocument {
  /** Offset, line and index of the first block of each fragment, and past the last. */
  readonly starts: Int32Array;
  private readonly lineStarts: Int32Array;
  /** Where the line begins that each fragment begins on: a long paragraph is cut within its lines. */
  private readonly lineOffsets: Int32Array;
  readonly blockStarts: Int32Array;
  private joined: string | undefined;
  private readonly analyses = new Map<StudyRecognition, DocumentAnalysis>();

  private constructor(
    readonly front: Front,
    readonly fragments: readonly Fragment[],
    private readonly studies: StudyRecognition[],
  ) {
    const { length } = fragments;
    this.starts = new Int32Array(length + 1);
    this.lineStarts = new Int32Array(length + 1);
    this.lineOffsets = new Int32Array(length + 1);
    this.blockStarts = new Int32Array(length + 1);
    this.starts[0] = front.text.length;
    this.lineStarts[0] = front.lines.length;
    this.lineOffsets[0] = front.text.length;
    for (let k = 0; k < length; k++) {
      const { text, lines, blocks } = fragments[k]!;
      this.starts[k + 1] = this.starts[k]! + text.length;
      this.lineStarts[k + 1] = this.lineStarts[k]! + lines.length;
      this.lineOffsets[k + 1] = lines.length > 0 ? this.starts[k]! + lines.at(-1)! : this.lineOffsets[k]!;
      this.blockStarts[k + 1] = this.blockStarts[k]! + blocks.length;
    }
  }

  /** Reads a text from scratch, for one or more studies. */
  static read(engines: readonly Engine[], text: string): LiveDocument {
    const front = new Front(text.slice(0, frontMatterEnd(text)));
    const body = text.slice(front.text.length);
    const { fragments } = readFragments(engines, body, 0, body.length);
    const studies = engines.map((engine) => StudyRecognition.of(engine, fragments));
    const document = new LiveDocument(front, fragments, studies);
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
    this.joined ??= this.front.text + this.fragments.map(({ text }) => text).join('');
    return this.joined;
  }

  /** The studies that it is read for. */
  get engines(): readonly Engine[] {
    return this.studies.map(({ engine }) => engine);
  }

  /** The same text for these studies and no others; what is known of it for one of them stays. */
  readFor(engines: readonly Engine[]): LiveDocument {
    const own = this.engines;
    if (engines.length === own.length && engines.every((engine, i) => engine === own[i])) return this;
    for (const { studies } of this.fragments)
      for (const engine of studies.keys()) if (!engines.includes(engine)) studies.delete(engine);
    const document = new LiveDocument(
      this.front,
      this.fragments,
      engines.map((engine) => this.recognised(engine) ?? StudyRecognition.of(engine, this.fragments)),
    );
    document.joined = this.joined;
    return document;
  }

  private recognised(engine: Engine): StudyRecognition | undefined {
    return this.studies.find((one) => one.engine === engine);
  }

  /** Everything that is known of it for a study: the first, unless another is named. For one more study it is read along. */
  analysis(engine: Engine = this.studies[0]!.engine): Analysis {
    let study = this.recognised(engine);
    if (!study) {
      study = StudyRecognition.of(engine, this.fragments);
      this.studies.push(study);
    }
    let known = this.analyses.get(study);
    if (!known) {
      known = new DocumentAnalysis(this, engine, study.groups);
      this.analyses.set(study, known);
    }
    return known;
  }

  /** The same for one of the studies that it was read for. */
  analysisFor(study: StudyIndex): Analysis {
    const engine = this.engines.find((one) => one.study === study);
    if (!engine) throw new Error(`document is not read for ${study.info.key}`);
    return this.analysis(engine);
  }

  /** A stretch of the text, without putting the whole together. */
  slice(from: number, to: number): string {
    if (this.joined !== undefined) return this.joined.slice(from, to);
    let text = this.front.text.slice(from, to);
    for (let k = this.fragmentAt(from); k < this.fragments.length && this.starts[k]! < to; k++) {
      const start = this.starts[k]!;
      text += this.fragments[k]!.text.slice(Math.max(0, from - start), to - start);
    }
    return text;
  }

  /** The document after `text` has taken the place of `[from, to)`. */
  edited(from: number, to: number, text: string): LiveDocument {
    const { engines, front, starts } = this;
    if (from <= front.text.length) return this.editedInFront(from, to, text);
    const whole = this.withOtherFront(from, to, text);
    if (whole) return whole;
    let first = this.borderFrom(Math.max(0, this.fragmentAt(from) - 1), -1);
    let end = this.borderFrom(this.fragmentAt(to) + 1, 1);
    for (let more = 1; ; more *= 2) {
      const start = starts[first]!;
      const { within } = this.fragments[first]!;
      const opening = openingOf(within, this.slice(start - 1, start));
      const read = opening + this.slice(start, from) + text + this.slice(to, starts[end]!);
      const next = this.fragments[end];
      const old = this.fragments.slice(first, end);
      const by = opening.length - start;
      const cuts = new Set<number>();
      for (let k = first; k < end; k++)
        if (starts[k]! <= from) cuts.add(starts[k]! + by);
        else if (starts[k]! >= to) cuts.add(starts[k]! + by + text.length - (to - from));
      const before = { fragments: old, cuts, within, follows: next?.within };
      const { fragments, closed } = readFragments(
        engines,
        read + (next?.text ?? ''),
        opening.length,
        read.length,
        before,
      );
      if (closed) return this.withFragments(first, end, fragments);
      while (this.fragments[first]!.within) first--;
      end = this.borderFrom(Math.min(this.fragments.length, end + more), 1);
    }
  }

  /** The nearest fragment from `k` on, or back, that can be read without what stands before it. */
  private borderFrom(k: number, step: 1 | -1): number {
    let at = k;
    while (this.fragments[at]?.within === 'other') at += step;
    return at;
  }

  /** A change that touches the front matter, or the place where one may begin. */
  private editedInFront(from: number, to: number, text: string): LiveDocument {
    const { engines, front, starts } = this;
    const head = this.slice(0, from) + text + this.slice(to, starts[Math.min(1, this.fragments.length)]!);
    if (to < front.text.length) {
      const changed = front.text.length + text.length - (to - from);
      if (frontMatterEnd(head) === changed)
        return new LiveDocument(new Front(head.slice(0, changed)), this.fragments, [...this.studies]);
    }
    return LiveDocument.read(engines, this.slice(0, from) + text + this.slice(to, this.length));
  }

  /** The document read from scratch, if a change below the front matter makes it another. */
  private withOtherFront(from: number, to: number, text: string): LiveDocument | undefined {
    const { engines, front } = this;
    if (front.head.closed || !mayHaveHead(this.slice(0, Math.min(from, 80)) + text)) return undefined;
    const whole = this.slice(0, from) + text + this.slice(to, this.length);
    return frontMatterEnd(whole) === front.text.length ? undefined : LiveDocument.read(engines, whole);
  }

  /** The document with other fragments in the place of `[from, to)`; those that stay the same are left alone. */
  private withFragments(from: number, to: number, all: readonly Fragment[]): LiveDocument {
    let kept = 0;
    while (from + kept < to && kept < all.length && all[kept] === this.fragments[from + kept]) kept++;
    let last = 0;
    while (from + kept < to - last && last < all.length - kept && all.at(-1 - last) === this.fragments[to - 1 - last])
      last++;
    const read = all.slice(kept, all.length - last);
    const first = from + kept;
    const end = to - last;
    const rest = this.fragments.length - (end - first);
    const fresh = rest > 0 ? read.filter(({ text }) => text !== '') : read;
    const fragments = this.fragments.toSpliced(first, end - first, ...fresh);
    const studies = this.studies.map((study) => study.replaced(fragments, first, end - first, first + fresh.length));
    return new LiveDocument(this.front, fragments, studies);
  }

  /** The fragment that holds an offset past the front matter; the last one at the end of the text. */
  private fragmentAt(offset: number): number {
    return Math.max(0, Math.min(this.fragments.length - 1, lastUpTo(this.starts, offset)));
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const { text, lines, start, line, lineOffset } = this.stretchAt(
      at < this.front.text.length ? -1 : this.fragmentAt(at),
    );
    const within = lastUpTo(lines, at - start) + 1;
    const from = within === 0 ? lineOffset - start : lines[within - 1]!;
    return { line: line + within, character: beforeBreak(text, from, at - start) - from };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (line < 0) return 0;
    const k =
      line < this.front.lines.length ? -1 : Math.min(this.fragments.length - 1, lastUpTo(this.lineStarts, line));
    const { text, lines, start, line: first, lineOffset } = this.stretchAt(k);
    const within = line - first;
    const from = within === 0 ? lineOffset - start : lines[within - 1]!;
    const end = within < lines.length ? lines[within]! : text.length;
    return start + beforeBreak(text, from, Math.max(from, Math.min(from + character, end)));
  }

  /** Fragment `k`, or the front matter, with the place where it begins. An unfinished last line of the front matter goes on past it. */
  private stretchAt(k: number): { text: string; lines: Lines; start: number; line: number; lineOffset: number } {
    const { front } = this;
    if (k < 0 || front.isOpen) return { text: front.text, lines: front.lines, start: 0, line: 0, lineOffset: 0 };
    const { text, lines } = this.fragments[k]!;
    return { text, lines, start: this.starts[k]!, line: this.lineStarts[k]!, lineOffset: this.lineOffsets[k]! };
  }
}

/** An offset within a line stands before its line break. */
function beforeBreak(text: string, start: number, offset: number): number {
  let at = offset;
  while (at > start && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at--;
  return at;
}

/** Analyses a document from scratch: text → blocks → mentions → coverage. */
export const analyse = (engine: Engine, text: string): Analysis => LiveDocument.read([engine], text).analysis();
