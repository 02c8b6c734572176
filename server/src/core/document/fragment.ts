import type { Engine, ForeignBlock } from '../analysis.js';
import { type Block, type HtmlBlock, type Markdown, partOf } from '../markdown/blocks.js';
import { type Citation, findCitations } from '../markdown/citation.js';
import { type Directive, readDirectives, type UnknownDirective } from '../markdown/directives.js';
import { type Footnotes, findFootnotes } from '../markdown/footnote.js';
import { headingNumber } from '../markdown/headings.js';
import { type Lines, linesOf } from '../markdown/lines.js';
import { parseMarkdown } from '../markdown/markdown-reader.js';
import type { Heading } from '../markdown/sections.js';
import { findSourceNotes } from '../markdown/source-note.js';
import { type AnalysedBlock, analyseBlock } from '../recognition/analysed-block.js';
import { isUnfilled } from '../recognition/unfilled.js';
import { standsWithin, type Within, withinOf } from './within.js';

/**
 * A stretch of whole Markdown blocks, with everything that follows from its text alone. Where a top-level block begins
 * nothing is open any more, so fragments from there on read the same wherever they stand. Offsets and indices of blocks
 * count from the start of the fragment.
 */
export interface Fragment {
  readonly text: string;
  readonly markdown: Markdown;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** What it begins within. */
  readonly within: Within;
  /** Offsets at which lines begin, but for the first. */
  readonly lines: Lines;
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  /** What each study finds in it, as far as that was asked: see {@link studyFragment}. */
  readonly studies: Map<Engine, StudyFragment>;
}

/** What one study finds in a fragment. */
export interface StudyFragment {
  readonly analysed: readonly AnalysedBlock[];
  readonly citations: readonly Citation[];
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
  readonly foreign: readonly ForeignBlock[];
}

/** Fragments are cut where a block begins, past this many characters; each block counts for some more, for a row of a table is soon read. */
const LENGTH = 1500;
const OF_BLOCK = 60;

/** A text read into fragments, as far as it is certain. */
export interface Read {
  readonly fragments: Fragment[];
  /** Whether the text past `end` begins what it began before: then what was read holds whatever follows. */
  readonly closed: boolean;
}

/** The fragments that stood where a text is read again. */
export interface Before {
  readonly fragments: readonly Fragment[];
  /** Where they began, in the text as it is now. */
  readonly cuts: ReadonlySet<number>;
  /** What the first of them begins within, and the one past them. */
  readonly within: Within;
  readonly follows: Within;
}

/**
 * Reads `text[from, end)` into fragments.
 * @param text from 0 to `from` it opens what `from` stands within; it may go on past `end`, to see what begins there
 * @param before what stood here: what says the same is not read again
 */
export function readFragments(
  engines: readonly Engine[],
  text: string,
  from: number,
  end: number,
  before: Before = { fragments: [], cuts: new Set(), within: undefined, follows: undefined },
): Read {
  const markdown = parseMarkdown(text, 0);
  const closed =
    (from === 0 || standsWithin(text, markdown, from) === before.within) &&
    (end === text.length || standsWithin(text, markdown, end) === before.follows);
  if (!closed) return { fragments: [], closed };
  const parts = partsOf(text, markdown, from, end, before.cuts);
  const old = before.fragments;
  const same = (k: number, i: number): boolean =>
    old[i]!.within === parts[k]!.within &&
    old[i]!.text === text.slice(parts[k]!.from, parts[k]!.to) &&
    isSamePart(old[i]!.markdown, parts[k]!.markdown);
  let front = 0;
  while (front < parts.length && front < old.length && same(front, front)) front++;
  let back = 0;
  const most = Math.min(parts.length, old.length) - front;
  while (back < most && same(parts.length - 1 - back, old.length - 1 - back)) back++;
  const fresh = parts.slice(front, parts.length - back);
  const known = new OldBlocks(engines, old.slice(front, old.length - back));
  known.align(fresh.flatMap(({ from, to, markdown: { blocks } }) => textsOf(text.slice(from, to), blocks)));
  let block = 0;
  const fragments = fresh.map((part) => {
    const own = text.slice(part.from, part.to);
    const analysed = part.markdown.blocks.map(
      (one) => known.analysedAt(block++) ?? analyseBlock(engines[0]!.reader, engines, own, one),
    );
    return fragmentOf(engines, own, part, analysed);
  });
  return { fragments: [...old.slice(0, front), ...fragments, ...old.slice(old.length - back)], closed };
}

/** What becomes one fragment. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly within: Within;
  /** Offsets count from `from`. */
  readonly markdown: Markdown;
}

/** Cuts what was read of `text[start, end)`; where it was cut before it is cut again, so that little changes. */
function partsOf(text: string, markdown: Markdown, start: number, end: number, before: ReadonlySet<number>): Part[] {
  const { blocks, starts } = markdown;
  const cuts = [...new Set([...starts, ...markdown.cuts])].sort((a, b) => a - b);
  const parts: Part[] = [];
  let block = 0;
  while (block < blocks.length && blocks[block]!.from < start) block++;
  let top = 0;
  let i = 0;
  for (let from = start; from < end || parts.length === 0; ) {
    let to = end;
    let next = block;
    for (; i < cuts.length && cuts[i]! < end; i++) {
      const cut = cuts[i]!;
      while (next < blocks.length && blocks[next]!.from < cut) next++;
      const size = cut - from + (next - block) * OF_BLOCK;
      if (size < LENGTH / 2 || (size < 2 * LENGTH && !before.has(cut) && (before.size > 0 || size < LENGTH))) continue;
      to = cut;
      break;
    }
    const first = block;
    while (block < blocks.length && blocks[block]!.from < to) block++;
    const own = partOf(markdown, from, to, blocks.slice(first, block));
    while (top + 1 < starts.length && starts[top + 1]! <= from) top++;
    const isTop = from === 0 || starts[top] === from;
    parts.push({ from, to, within: isTop ? undefined : withinOf(text, starts[top]!, blocks[first]), markdown: own });
    if (to >= end) break;
    from = to;
  }
  return parts;
}

/** @param analysed by block, in the order of the engines */
function fragmentOf(
  engines: readonly Engine[],
  text: string,
  { markdown, within }: Part,
  analysed: readonly (readonly AnalysedBlock[])[],
): Fragment {
  const { blocks, comments } = markdown;
  const marked = markedIn(text, blocks);
  const { references, definitions } = findFootnotes(text, markdown);
  const fragment: Fragment = {
    text,
    markdown,
    within,
    blocks,
    headings: blocks.flatMap(({ kind, depth, from, to }, block) =>
      kind === 'heading' ? [{ block, depth, number: headingNumber(text.slice(from, to)) }] : [],
    ),
    lines: linesOf(text),
    footnotes: { references: references.map(marked), definitions },
    directives: comments.length === 0 ? NOTHING : readDirectives(text, comments),
    studies: new Map(),
  };
  for (const [i, engine] of engines.entries()) {
    const own = analysed.map((byStudy) => byStudy[i]!);
    fragment.studies.set(engine, found(engine, fragment, own));
  }
  return fragment;
}

/** What a study finds in a fragment; found once. */
export function studyFragment(fragment: Fragment, engine: Engine): StudyFragment {
  let known = fragment.studies.get(engine);
  if (!known) {
    const analysed = fragment.blocks.map((block) => analyseBlock(engine.reader, [engine], fragment.text, block)[0]!);
    known = found(engine, fragment, analysed);
    fragment.studies.set(engine, known);
  }
  return known;
}

function found(
  { study }: Engine,
  { text, blocks, markdown }: Fragment,
  analysed: readonly AnalysedBlock[],
): StudyFragment {
  const { key } = study.info;
  return {
    analysed,
    citations: [...findCitations(text, blocks, key, markdown.html), ...findSourceNotes(text, blocks, key)]
      .sort((a, b) => a.from - b.from)
      .map(markedIn(text, blocks)),
    wordCount: analysed.reduce((sum, { words }) => sum + words, 0),
    softwareCount: analysed.reduce((sum, { softwareWords }) => sum + softwareWords, 0),
    foreign: analysed.flatMap(({ isForeign, words }, block) => (isForeign ? [{ block, words }] : [])),
  };
}

/** Marks what stands in a block in which something is still to be filled in. */
function markedIn(text: string, blocks: readonly Block[]) {
  const unfilled = blocks.map(({ from, to }) => isUnfilled(text.slice(from, to)));
  return <T extends { readonly block: number }>(one: T): T => (unfilled[one.block] ? { ...one, unfilled: true } : one);
}

const NOTHING: readonly never[] = [];

/** A block with its text. */
interface BlockText {
  readonly block: Block;
  readonly text: string;
}

const textsOf = (text: string, blocks: readonly Block[]): BlockText[] =>
  blocks.map((block) => ({ block, text: text.slice(block.from, block.to) }));

/** The blocks of fragments that make way for others; where a new block says the same, what was found in it is kept. */
class OldBlocks {
  private readonly blocks: BlockText[];
  /** By block, in the order of the engines. */
  private readonly analysed: (readonly AnalysedBlock[])[];
  private readonly kept = new Map<number, readonly AnalysedBlock[]>();

  constructor(engines: readonly Engine[], fragments: readonly Fragment[]) {
    this.blocks = fragments.flatMap(({ text, blocks }) => textsOf(text, blocks));
    this.analysed = fragments.flatMap((fragment) => {
      const byStudy = engines.map((engine) => studyFragment(fragment, engine));
      return fragment.blocks.map((_, i) => byStudy.map(({ analysed }) => analysed[i]!));
    });
  }

  /** Lays the old blocks beside the new ones, from the front and from the back. */
  align(fresh: readonly BlockText[]): void {
    const old = this.blocks;
    const same = (at: number, before: number): boolean => isSame(fresh[at]!, old[before]!);
    let front = 0;
    while (front < fresh.length && front < old.length && same(front, front)) {
      this.kept.set(front, this.analysed[front]!);
      front++;
    }
    for (let back = 1; fresh.length - back >= front && old.length - back >= front; back++) {
      if (!same(fresh.length - back, old.length - back)) break;
      this.kept.set(fresh.length - back, this.analysed[old.length - back]!);
    }
  }

  analysedAt(block: number): readonly AnalysedBlock[] | undefined {
    return this.kept.get(block);
  }
}

const isSame = (a: BlockText, b: BlockText): boolean =>
  a.block.kind === b.block.kind &&
  a.block.depth === b.block.depth &&
  a.text === b.text &&
  isSameList(a.block.skip, b.block.skip, a.block.from - b.block.from);

const isSameList = (a: readonly number[], b: readonly number[], by: number): boolean =>
  a.length === b.length && a.every((at, i) => at - by === b[i]);

/** Whether the same text was read as the same. */
const isSamePart = (a: Markdown, b: Markdown): boolean =>
  isSameList(a.comments, b.comments, 0) &&
  isSameList(a.notes, b.notes, 0) &&
  isSameList(a.metadata, b.metadata, 0) &&
  a.html.length === b.html.length &&
  a.html.every((block, i) => isSamePlace(block, b.html[i]!)) &&
  a.blocks.length === b.blocks.length &&
  a.blocks.every((block, i) => {
    const other = b.blocks[i]!;
    return block.kind === other.kind && block.depth === other.depth && isSamePlace(block, other);
  });

const isSamePlace = (a: HtmlBlock, b: HtmlBlock): boolean =>
  a.from === b.from && a.to === b.to && isSameList(a.skip, b.skip, 0);
