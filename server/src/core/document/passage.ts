import type { Engine } from '../analysis.js';
import { type Block, type Markdown, parseMarkdown, partOf } from '../markdown/blocks.js';
import { type Citation, findCitations } from '../markdown/citation.js';
import { type Directive, readDirectives, type UnknownDirective } from '../markdown/directives.js';
import { type Footnotes, findFootnotes } from '../markdown/footnote.js';
import { readBlock } from '../recognition/reading.js';
import { Heard } from './heard.js';

/**
 * A stretch of whole top-level Markdown blocks, with everything that follows from its text alone. Where a top-level
 * block begins nothing is open any more, so a passage reads the same wherever it stands. Offsets and indices of blocks
 * count from the start of the passage.
 */
export interface Passage {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the recogniser heard in each block. */
  readonly heard: readonly Heard[];
  /** Offsets at which lines begin, but for the first. */
  readonly lines: Lines;
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
}

/** Passages are cut at the first top-level block past this many characters. */
const LENGTH = 1500;

/** A text read into passages, as far as it is certain. */
export interface Read {
  readonly passages: Passage[];
  /** Whether the text past `end` begins with a top-level block of its own: then what was read holds whatever follows. */
  readonly closed: boolean;
}

/**
 * Reads `text[0, end)` into passages.
 * @param text may go on past `end`, to see whether a top-level block begins there
 * @param keep passages to keep at the beginning: they are unchanged, if they still end where a block begins
 * @param old blocks that stood here before: those with the same text are not read again
 */
export function readPassages(
  engine: Engine,
  text: string,
  end: number,
  keep: readonly Passage[] = [],
  old: OldBlocks | undefined = undefined,
): Read {
  const markdown = parseMarkdown(text, 0);
  const { blocks, starts } = markdown;
  const closed = end === text.length || starts.includes(end);
  if (!closed) return { passages: [], closed };
  const passages: Passage[] = [];
  let from = 0;
  for (const passage of keep) {
    if (!starts.includes(from + passage.text.length)) break;
    passages.push(passage);
    from += passage.text.length;
  }
  const cuts = starts.filter((start) => start > from && start < end);
  let block = blocks.findIndex((candidate) => candidate.from >= from);
  if (block < 0) block = blocks.length;
  old?.align(text, blocks, block, end);
  for (let i = 0; from < end || passages.length === 0; ) {
    while (i < cuts.length && cuts[i]! - from < LENGTH) i++;
    const to = cuts[i] ?? end;
    const first = block;
    while (block < blocks.length && blocks[block]!.from < to) block++;
    const heard = blocks.slice(first, block).map((own, k) => old?.heardAt(first + k) ?? hear(engine, text, own));
    const part = partOf(markdown, from, to, blocks.slice(first, block));
    passages.push(passageOf(engine, text.slice(from, to), part, heard));
    from = to;
    if (from >= end) break;
  }
  return { passages, closed };
}

function passageOf({ study }: Engine, text: string, markdown: Markdown, heard: readonly Heard[]): Passage {
  const { blocks, html, comments } = markdown;
  let wordCount = 0;
  let softwareCount = 0;
  for (const { reading } of heard) {
    wordCount += reading.words;
    softwareCount += reading.software;
  }
  return {
    text,
    blocks,
    heard,
    wordCount,
    softwareCount,
    lines: linesOf(text),
    citations: findCitations(text, blocks, study.info.key, html),
    footnotes: findFootnotes(text, markdown),
    directives: comments.length === 0 ? NOTHING : readDirectives(text, comments),
  };
}

const NOTHING: readonly never[] = [];

const hear = ({ matcher }: Engine, text: string, block: Block): Heard =>
  new Heard(block.kind, block.depth, block.to - block.from, readBlock(matcher, text, block));

export type Lines = Uint16Array | Uint32Array;

export function linesOf(text: string): Lines {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return text.length < 65536 ? Uint16Array.from(starts) : Uint32Array.from(starts);
}

/** The blocks of passages that make way for others; where a new block says the same, what was heard in it is kept. */
export class OldBlocks {
  private readonly texts: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly heard: Heard[] = [];
  private readonly kept = new Map<number, Heard>();

  constructor(passages: readonly Passage[]) {
    for (const { text, blocks, heard } of passages) {
      for (const [i, block] of blocks.entries()) {
        this.texts.push(text.slice(block.from, block.to));
        this.blocks.push(block);
        this.heard.push(heard[i]!);
      }
    }
  }

  /** Lays the old blocks beside `blocks[first …]` as far as these begin before `end`, from the front and from the back. */
  align(text: string, blocks: readonly Block[], first: number, end: number): void {
    let last = blocks.length;
    while (last > first && blocks[last - 1]!.from >= end) last--;
    const same = (at: number, old: number): boolean => {
      const block = blocks[at]!;
      const before = this.blocks[old]!;
      return (
        block.kind === before.kind &&
        block.depth === before.depth &&
        block.to - block.from === before.to - before.from &&
        sameSkip(block, before) &&
        text.slice(block.from, block.to) === this.texts[old]
      );
    };
    this.kept.clear();
    let front = 0;
    // Passages that were kept as a whole stand before `first`, and so do their blocks here.
    const skipped = first;
    while (first + front < last && skipped + front < this.blocks.length && same(first + front, skipped + front)) {
      this.kept.set(first + front, this.heard[skipped + front]!);
      front++;
    }
    for (let back = 1; last - back >= first + front && this.blocks.length - back >= skipped + front; back++) {
      if (!same(last - back, this.blocks.length - back)) break;
      this.kept.set(last - back, this.heard[this.blocks.length - back]!);
    }
  }

  heardAt(block: number): Heard | undefined {
    return this.kept.get(block);
  }
}

function sameSkip(a: Block, b: Block): boolean {
  return a.skip.length === b.skip.length && a.skip.every((at, i) => at - a.from === b.skip[i]! - b.from);
}
