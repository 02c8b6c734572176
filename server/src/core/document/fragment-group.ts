import type { CitationQuestion, Engine, ForeignBlock, Found } from '../analysis.js';
import { lastUpTo } from '../last-up-to.js';
import { type Block, movedBlock } from '../markdown/blocks.js';
import { type Citation, movedCitation } from '../markdown/citation.js';
import { type Directive, movedDirective, type UnknownDirective } from '../markdown/directives.js';
import { type FootnoteMark, type Footnotes, movedMark } from '../markdown/footnote.js';
import type { Heading } from '../markdown/sections.js';
import type { BlockInContext } from '../recognition/block-in-context.js';
import { mayRefuse } from '../recognition/combination.js';
import {
  CLEAR,
  type Evidence,
  evidenceIn,
  type Mention,
  mentionable,
  mentionsIn,
  movedMention,
  supportIn,
  takesUp,
  together,
} from '../recognition/mentions.js';
import type { Recogniser } from '../recognition/recogniser.js';
import { type Fragment, studyFragment } from './fragment.js';
import type { Conclusions, PlacedFragment } from './placement.js';
import type { Said } from './said.js';

/**
 * Some fragments in a row with what they add up to, so that a change elsewhere need not look at them again. Offsets and
 * indices of blocks count from the start of the group.
 */
export class FragmentGroup implements Said {
  private readonly recogniser: Recogniser;
  /** The blocks of all fragments, between those before and after them that have a say in their estimates. */
  private readonly row: readonly BlockInContext[];
  /** Where in the row the blocks of each fragment begin. */
  private readonly rowStarts: readonly number[];
  /** Where each fragment begins: offset, and index of its first block. */
  private readonly starts: number[] = [];
  private readonly firsts: number[] = [];
  /** Per label the fragments that may mention it: there are many labels, and a fragment speaks of few. */
  private speaking: readonly (readonly number[] | undefined)[] | undefined;
  /** Per label what its blocks say together, as far as that was asked. */
  private readonly evidences: (Evidence | undefined)[] = [];
  /** Length of the text, and numbers of blocks and words. */
  readonly length: number;
  readonly blocks: number;
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
  readonly headings: readonly Heading[];
  readonly foreign: readonly ForeignBlock[];
  /** Metadata stands in it, below the front matter of the document. */
  readonly hasMetadata: boolean;
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  readonly cited: ReadonlySet<string>;
  private readonly answers = new Map<CitationQuestion, readonly Found[]>();
  private readonly byLabel = new Map<number, readonly Mention[]>();
  private readonly top = new Map<number, readonly Mention[]>();
  /** Per label its strongest stand against, where there is one. */
  private opposed: readonly (Within | undefined)[] | undefined;
  /** Per label in how many fragments its strongest place was looked for, and how strong the strongest of those is. */
  private readonly seen: ({ fragments: number; most: number } | undefined)[] = [];

  constructor(
    engine: Engine,
    readonly fragments: readonly Fragment[],
    readonly placed: readonly PlacedFragment[],
    before: readonly BlockInContext[],
    after: readonly BlockInContext[],
  ) {
    this.recogniser = engine.recogniser;
    const row = [...before];
    this.rowStarts = placed.map(({ blocks }) => row.push(...blocks) - blocks.length);
    row.push(...after);
    this.row = row;
    const citations: Citation[] = [];
    const references: FootnoteMark[] = [];
    const definitions: (FootnoteMark & { readonly end: number })[] = [];
    const directives: (Directive | UnknownDirective)[] = [];
    let wordCount = 0;
    let softwareCount = 0;
    let hasMetadata = false;
    const headings: Heading[] = [];
    const foreign: ForeignBlock[] = [];
    const [length, blocks] = this.each((fragment, from, block) => {
      this.starts.push(from);
      this.firsts.push(block);
      const own = studyFragment(fragment, engine);
      for (const citation of own.citations) citations.push(movedCitation(citation, from, block));
      for (const mark of fragment.footnotes.references) references.push(movedMark(mark, from, block));
      for (const mark of fragment.footnotes.definitions)
        definitions.push({ ...movedMark(mark, from, block), end: mark.end + from });
      for (const directive of fragment.directives) directives.push(movedDirective(directive, from));
      wordCount += own.wordCount;
      softwareCount += own.softwareCount;
      for (const { block: at, depth, number } of fragment.headings) headings.push({ block: block + at, depth, number });
      for (const { block: at, words } of own.foreign) foreign.push({ block: block + at, words });
      if (fragment.markdown.metadata.length > 0) hasMetadata = true;
    });
    this.hasMetadata = hasMetadata;
    this.headings = headings;
    this.foreign = foreign;
    this.length = length;
    this.blocks = blocks;
    this.wordCount = wordCount;
    this.softwareCount = softwareCount;
    this.citations = citations;
    this.cited = new Set(citations.filter(({ unfilled }) => !unfilled).map(({ id }) => id));
    this.footnotes = { references, definitions };
    this.directives = directives;
  }

  get hasFootnotes(): boolean {
    return this.footnotes.references.length + this.footnotes.definitions.length > 0;
  }

  /** The strongest place that stands against an opgave, by its label: of all others nothing is asked. */
  strongestAgainst(label: number): Mention | undefined {
    const found = this.strongestOpposed[label];
    return found && this.moved(found);
  }

  opposition(label: number): number {
    return this.strongestOpposed[label]?.mention.strength ?? 0;
  }

  private get strongestOpposed(): readonly (Within | undefined)[] {
    this.opposed ??= this.findOpposed();
    return this.opposed;
  }

  private findOpposed(): (Within | undefined)[] {
    const found: (Within | undefined)[] = [];
    for (const [k, { blocks, ofOpgaven }] of this.placed.entries()) {
      ofOpgaven.mayOppose ??= this.blocksByOpposed(blocks);
      for (const label of ofOpgaven.mayOppose.keys())
        for (const mention of this.againstWithin(k, label))
          if (mention.strength > (found[label]?.mention.strength ?? 0)) found[label] = { k, mention };
    }
    return found;
  }

  /** What a question finds at the citations; asked once. */
  atCitations(question: CitationQuestion): readonly Found[] {
    let found = this.answers.get(question);
    if (!found) {
      found = this.citations.flatMap(question);
      this.answers.set(question, found);
    }
    return found;
  }

  knownEvidence(label: number): Evidence | undefined {
    return this.evidences[label];
  }

  evidence(label: number): Evidence {
    this.evidences[label] ??= together(this.fragmentsOn(label), (k) => this.evidenceOf(k, label));
    return this.evidences[label];
  }

  /** What the blocks of fragment `k` say together of a label. */
  private evidenceOf(k: number, label: number): Evidence {
    const { evidences } = this.conclusions(k, label);
    evidences[label] ??= this.findEvidence(k, label);
    return evidences[label];
  }

  private findEvidence(k: number, label: number): Evidence {
    const start = this.rowStarts[k]!;
    const end = start + this.placed[k]!.blocks.length;
    let sum = 0;
    for (let at = start; at < end && sum < CLEAR; at++) sum += evidenceIn(this.recogniser, this.row, at, label);
    return sum;
  }

  /** What was concluded about fragment `k` of labels like this one. */
  private conclusions(k: number, label: number): Conclusions {
    const { ofOpgaven, ofThemes } = this.placed[k]!;
    return this.recogniser.labels.kind[label] === 'opgave' ? ofOpgaven : ofThemes;
  }

  /** The mentions of a label, in the order of the text. */
  mentionsOf(label: number): readonly Mention[] {
    let found = this.byLabel.get(label);
    if (!found) {
      found = this.fragmentsOn(label).flatMap((k) =>
        this.mentionsWithin(k, label).map((mention) => this.moved({ k, mention })),
      );
      this.byLabel.set(label, found);
    }
    return found;
  }

  /** The certain mentions that raise a label or take it up, strongest first, at most `most` of them. */
  strongestOf(label: number, most: number): readonly Mention[] {
    let found = this.top.get(label);
    if (!found || found.length < most) {
      found = this.strongestWithin(label, most).map((one) => this.moved(one));
      this.top.set(label, found);
    }
    return found.slice(0, most);
  }

  /** Fragments of which no place is strong enough to be among them are not looked at. */
  private strongestWithin(label: number, most: number): Within[] {
    let found: Within[] = [];
    for (const k of this.fragmentsOn(label)) {
      if (this.supportOf(k, label) <= (found[most - 1]?.mention.strength ?? 0)) continue;
      const fresh = this.mentionsWithin(k, label).filter((mention) => mention.certain && takesUp(mention));
      found = [...found, ...fresh.map((mention) => ({ k, mention }))]
        .sort((a, b) => b.mention.strength - a.mention.strength)
        .slice(0, most);
    }
    return found;
  }

  support(label: number, enough: number): number {
    this.seen[label] ??= { fragments: 0, most: 0 };
    const seen = this.seen[label];
    const speaking = this.fragmentsOn(label);
    while (seen.most <= enough && seen.fragments < speaking.length)
      seen.most = Math.max(seen.most, this.supportOf(speaking[seen.fragments++]!, label));
    return seen.most;
  }

  private supportOf(k: number, label: number): number {
    const { supports } = this.conclusions(k, label);
    supports[label] ??= this.findSupport(k, label);
    return supports[label];
  }

  private findSupport(k: number, label: number): number {
    const start = this.rowStarts[k]!;
    let most = 0;
    for (let i = 0; i < this.placed[k]!.blocks.length; i++)
      most = Math.max(most, supportIn(this.recogniser, this.row, start + i, label));
    return most;
  }

  knownSupport(label: number): number {
    return this.seen[label]?.most ?? 0;
  }

  mentions(): Mention[] {
    const found: Mention[] = [];
    this.each((fragment, from, block, k) => {
      for (const [i, { from: start }] of fragment.blocks.entries())
        for (const mention of this.mentionsInBlock(k, i)) found.push(movedMention(mention, from + start, block + i));
    });
    return found;
  }

  /** What block `i` of fragment `k` mentions; offsets count from the start of the block. */
  mentionsInBlock(k: number, i: number): readonly Mention[] {
    const { inBlocks } = this.placed[k]!;
    inBlocks[i] ??= mentionsIn(this.recogniser, this.row, this.rowStarts[k]! + i);
    return inBlocks[i];
  }

  /** The fragment that holds an offset, the last one at the end, and where it begins: offset, and index of its first block. */
  fragmentAt(offset: number): { readonly k: number; readonly start: number; readonly block: number } {
    const k = Math.max(0, lastUpTo(this.starts, offset));
    return { k, start: this.starts[k]!, block: this.firsts[k]! };
  }

  block(index: number): Block {
    const k = lastUpTo(this.firsts, index);
    return movedBlock(this.fragments[k]!.blocks[index - this.firsts[k]!]!, this.starts[k]!);
  }

  context(index: number): BlockInContext {
    return this.row[this.rowStarts[0]! + index]!;
  }

  /** The fragments that may mention a label, in the order of the text. */
  private fragmentsOn(label: number): readonly number[] {
    this.speaking ??= this.fragmentsByLabel();
    return this.speaking[label] ?? NONE;
  }

  private fragmentsByLabel(): (number[] | undefined)[] {
    const found: (number[] | undefined)[] = [];
    for (const [k, placed] of this.placed.entries()) {
      placed.ofOpgaven.labels ??= this.labelsIn(placed.blocks);
      for (const label of placed.ofOpgaven.labels) {
        found[label] ??= [];
        found[label].push(k);
      }
    }
    return found;
  }

  private labelsIn(blocks: readonly BlockInContext[]): number[] {
    const found = new Set<number>();
    for (const block of blocks) for (const label of mentionable(this.recogniser, block)) found.add(label);
    return [...found];
  }

  private moved({ k, mention }: Within): Mention {
    return movedMention(mention, this.starts[k]!, this.firsts[k]! + mention.block);
  }

  /** The mentions of a label in fragment `k`. */
  private mentionsWithin(k: number, label: number): readonly Mention[] {
    const { mentions } = this.conclusions(k, label);
    mentions[label] ??= [...this.placed[k]!.blocks.keys()].flatMap((i) => this.mentionsOfBlock(k, i, label));
    return mentions[label];
  }

  /** Those that stand against it: few blocks may, and the others are not looked at. */
  private againstWithin(k: number, label: number): readonly Mention[] {
    const { against, mayOppose } = this.placed[k]!.ofOpgaven;
    against[label] ??= (mayOppose?.get(label) ?? [])
      .flatMap((i) => this.mentionsOfBlock(k, i, label))
      .filter(({ stance }) => stance === 'anders');
    return against[label];
  }

  private blocksByOpposed(blocks: readonly BlockInContext[]): Map<number, number[]> {
    const { recogniser } = this;
    const found = new Map<number, number[]>();
    for (const [i, block] of blocks.entries()) {
      if (!mayRefuse(block)) continue;
      for (const label of recogniser.candidates(block)) {
        if (recogniser.labels.kind[label] !== 'opgave' || !recogniser.mayOppose(block, label)) continue;
        const others = found.get(label);
        if (others) others.push(i);
        else found.set(label, [i]);
      }
    }
    return found;
  }

  /** What block `i` of fragment `k` mentions of a label. */
  private mentionsOfBlock(k: number, i: number, label: number): Mention[] {
    const { from } = this.fragments[k]!.blocks[i]!;
    return mentionsIn(this.recogniser, this.row, this.rowStarts[k]! + i, label).map((mention) =>
      movedMention(mention, from, i),
    );
  }

  /** Visits the fragments with where each begins; returns where the last one ends. */
  private each(
    visit: (fragment: Fragment, from: number, block: number, k: number) => void,
  ): [length: number, blocks: number] {
    let from = 0;
    let block = 0;
    for (const [k, fragment] of this.fragments.entries()) {
      visit(fragment, from, block, k);
      from += fragment.text.length;
      block += fragment.blocks.length;
    }
    return [from, block];
  }
}

const NONE: readonly number[] = [];

/** A mention in fragment `k`. Most are looked at and left: few are told with their place in the group. */
interface Within {
  readonly k: number;
  readonly mention: Mention;
}
