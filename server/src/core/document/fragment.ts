import type { Engine } from '../analysis.js';
import { type Block, parseMarkdown } from '../markdown/blocks.js';
import { type Citation, findCitations } from '../markdown/citation.js';
import { type Directive, readDirectives, type UnknownDirective } from '../markdown/directives.js';
import { type Footnotes, findFootnotes } from '../markdown/footnote.js';
import { type Lines, linesOf } from '../markdown/lines.js';
import { findSourceNotes } from '../markdown/source-note.js';
import { type AnalysedBlock, analyseBlock } from '../recognition/analysed-block.js';
import { isUnfilled } from '../recognition/unfilled.js';

/**
 * A stretch of whole top-level Markdown blocks, with everything that follows from its text alone. Where a top-level
 * block begins nothing is open any more, so a fragment reads the same wherever it stands. Offsets and indices of blocks
 * count from the start of the fragment.
 */
export interface Fragment {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What is found in each block. */
  readonly analysed: readonly AnalysedBlock[];
  /** Offsets at which lines begin, but for the first. */
  readonly lines: Lines;
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
}

/** Fragments are cut at the first top-level block past this many characters. */
const LENGTH = 1500;

/** A text read into fragments, as far as it is certain. */
export interface Read {
  readonly fragments: Fragment[];
  /** Whether the text past `end` begins with a top-level block of its own: then what was read holds whatever follows. */
  readonly closed: boolean;
}

/**
 * Reads `text[0, end)` into fragments.
 * @param text may go on past `end`, to see whether a top-level block begins there
 * @param keep fragments to keep at the beginning: they are unchanged, if they still end where a block begins
 * @param old blocks that stood here before: those with the same text are not read again
 */
export function readFragments(
  engine: Engine,
  text: string,
  end: number,
  keep: readonly Fragment[] = [],
  old: OldBlocks | undefined = undefined,
): Read {
  const { blocks, comments, starts } = parseMarkdown(text, 0);
  const closed = end === text.length || starts.includes(end);
  if (!closed) return { fragments: [], closed };
  const fragments: Fragment[] = [];
  let from = 0;
  for (const fragment of keep) {
    if (!starts.includes(from + fragment.text.length)) break;
    fragments.push(fragment);
    from += fragment.text.length;
  }
  const cuts = starts.filter((start) => start > from && start < end);
  let block = blocks.findIndex((candidate) => candidate.from >= from);
  if (block < 0) block = blocks.length;
  let comment = comments.findIndex((at, k) => k % 2 === 0 && at >= from);
  if (comment < 0) comment = comments.length;
  old?.align(text, blocks, block, end);
  for (let i = 0; from < end || fragments.length === 0; ) {
    while (i < cuts.length && cuts[i]! - from < LENGTH) i++;
    const to = cuts[i] ?? end;
    const first = block;
    while (block < blocks.length && blocks[block]!.from < to) block++;
    const firstComment = comment;
    while (comment < comments.length && comments[comment]! < to) comment += 2;
    const analysed = blocks
      .slice(first, block)
      .map((own, k) => old?.analysedAt(first + k) ?? analyseBlock(engine.matcher, engine.recogniser.labels, text, own));
    fragments.push(
      fragmentOf(
        engine,
        text.slice(from, to),
        blocks.slice(first, block).map((own) => movedBlock(own, -from)),
        comments.slice(firstComment, comment).map((at) => at - from),
        analysed,
      ),
    );
    from = to;
    if (from >= end) break;
  }
  return { fragments, closed };
}

function fragmentOf(
  { study }: Engine,
  text: string,
  blocks: readonly Block[],
  comments: readonly number[],
  analysed: readonly AnalysedBlock[],
): Fragment {
  const unfilled = blocks.map(({ from, to }) => isUnfilled(text.slice(from, to)));
  const known = <T extends { readonly block: number }>(found: T): T =>
    unfilled[found.block] ? { ...found, unfilled: true } : found;
  const { references, definitions } = findFootnotes(text, blocks);
  let wordCount = 0;
  let softwareCount = 0;
  for (const { words, softwareWords } of analysed) {
    wordCount += words;
    softwareCount += softwareWords;
  }
  return {
    text,
    blocks,
    analysed,
    wordCount,
    softwareCount,
    lines: linesOf(text),
    citations: [...findCitations(text, blocks, study.info.key), ...findSourceNotes(text, blocks, study.info.key)]
      .sort((a, b) => a.from - b.from)
      .map(known),
    footnotes: { references: references.map(known), definitions },
    directives: comments.length === 0 ? NOTHING : readDirectives(text, comments),
  };
}

const NOTHING: readonly never[] = [];

/** The same block, `by` characters further on. */
export const movedBlock = (block: Block, by: number): Block => ({
  ...block,
  from: block.from + by,
  to: block.to + by,
  skip: block.skip.length === 0 ? block.skip : block.skip.map((at) => at + by),
});

/** The blocks of fragments that make way for others; where a new block says the same, what was found in it is kept. */
export class OldBlocks {
  private readonly texts: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly analysed: AnalysedBlock[] = [];
  private readonly kept = new Map<number, AnalysedBlock>();

  constructor(fragments: readonly Fragment[]) {
    for (const { text, blocks, analysed } of fragments) {
      for (const [i, block] of blocks.entries()) {
        this.texts.push(text.slice(block.from, block.to));
        this.blocks.push(block);
        this.analysed.push(analysed[i]!);
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
    // Fragments that were kept as a whole stand before `first`, and so do their blocks here.
    const skipped = first;
    while (first + front < last && skipped + front < this.blocks.length && same(first + front, skipped + front)) {
      this.kept.set(first + front, this.analysed[skipped + front]!);
      front++;
    }
    for (let back = 1; last - back >= first + front && this.blocks.length - back >= skipped + front; back++) {
      if (!same(last - back, this.blocks.length - back)) break;
      this.kept.set(last - back, this.analysed[this.blocks.length - back]!);
    }
  }

  analysedAt(block: number): AnalysedBlock | undefined {
    return this.kept.get(block);
  }
}

function sameSkip(a: Block, b: Block): boolean {
  return a.skip.length === b.skip.length && a.skip.every((at, i) => at - a.from === b.skip[i]! - b.from);
}
