import type { CitationQuestion, Engine, ForeignBlock, Found } from '../analysis.js';
import { type Block, movedBlock } from '../markdown/blocks.js';
import { type Citation, movedCitation } from '../markdown/citation.js';
import { type Directive, movedDirective, type UnknownDirective } from '../markdown/directives.js';
import { type FootnoteMark, type Footnotes, movedMark } from '../markdown/footnote.js';
import type { BlockInContext } from '../recognition/block-in-context.js';
import { mayRefuse } from '../recognition/combination.js';
import {
  type Evidence,
  evidenceIn,
  type Mention,
  mentionable,
  mentionsIn,
  movedMention,
  takesUp,
  together,
} from '../recognition/mentions.js';
import type { Recogniser } from '../recognition/recogniser.js';
import { type Fragment, studyFragment } from './fragment.js';
import { lastUpTo } from './last-up-to.js';
import type { PlacedFragment } from './placement.js';

/**
 * Some fragments in a row with what they add up to, so that a change elsewhere need not look at them again. Offsets and
 * indices of blocks count from the start of the group.
 */
export class FragmentGroup {
  private readonly recogniser: Recogniser;
  /** The blocks of all fragments, between those before and after them that have a say in their estimates. */
  private readonly row: readonly BlockInContext[];
  /** Where in the row the blocks of each fragment begin. */
  private readonly rowStarts: readonly number[];
  /** Where each fragment begins: offset, and index of its first block. */
  private readonly starts: number[] = [];
  private readonly firsts: number[] = [];
  /** Per label the fragments that may mention it: there are many labels, and a fragment speaks of few. */
  private speaking: ReadonlyMap<number, readonly number[]> | undefined;
  /** Per label what its blocks say together, as far as that was asked. */
  private readonly evidences: (Evidence | undefined)[] = [];
  /** Length of the text, and numbers of blocks and words. */
  readonly length: number;
  readonly blocks: number;
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
  readonly foreign: readonly ForeignBlock[];
  /** Metadata stands in it, below the front matter of the document. */
  readonly hasMetadata: boolean;
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  private readonly cited: ReadonlySet<string>;
  private readonly answers = new Map<CitationQuestion, readonly Found[]>();
  private readonly byLabel = new Map<number, readonly Mention[]>();
  private readonly top = new Map<number, readonly Mention[]>();
  /** Per label its strongest stand against, or null where there is none, as far as that was asked. */
  private readonly opposed: (Mention | null | undefined)[] = [];
  /** By label in how many fragments its strongest place was looked for, and how strong the strongest of those is. */
  private readonly seen = new Map<number, { fragments: number; most: number }>();

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
      for (const { block: at, words } of own.foreign) foreign.push({ block: block + at, words });
      if (fragment.markdown.metadata.length > 0) hasMetadata = true;
    });
    this.hasMetadata = hasMetadata;
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
  strongestAgainst(label: number): Mention | null {
    let found = this.opposed[label];
    if (found === undefined) {
      found = this.findAgainst(label);
      this.opposed[label] = found;
    }
    return found;
  }

  private findAgainst(label: number): Mention | null {
    let found: Within | undefined;
    for (const one of this.eachWithin(label, (k) => this.againstWithin(k, label)))
      if (one.mention.strength > (found?.mention.strength ?? 0)) found = one;
    return found ? this.moved(found) : null;
  }

  cites(id: string): boolean {
    return this.cited.has(id);
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

  /** What its blocks say together of a label, if that is known. */
  knownEvidence(label: number): Evidence | undefined {
    return this.evidences[label];
  }

  /** What its blocks say together of a label. */
  evidence(label: number): Evidence {
    this.evidences[label] ??= together(this.fragmentsOn(label), (k) => this.evidenceOf(k, label));
    return this.evidences[label];
  }

  /** What the blocks of fragment `k` say together of a label. */
  private evidenceOf(k: number, label: number): Evidence {
    const { blocks, evidences } = this.placed[k]!;
    const start = this.rowStarts[k]!;
    evidences[label] ??= together(blocks.keys(), (i) => evidenceIn(this.recogniser, this.row, start + i, label));
    return evidences[label];
  }

  /** The mentions of a label, in the order of the text. */
  mentionsOf(label: number): readonly Mention[] {
    let found = this.byLabel.get(label);
    if (!found) {
      found = Array.from(
        this.eachWithin(label, (k) => this.mentionsWithin(k, label)),
        (one) => this.moved(one),
      );
      this.byLabel.set(label, found);
    }
    return found;
  }

  /** The certain mentions that raise a label or take it up, strongest first, at most `most` of them. */
  strongestOf(label: number, most: number): readonly Mention[] {
    if (this.evidence(label) === 0) return NONE;
    let found = this.top.get(label);
    if (!found || found.length < most) {
      const speaking = this.eachWithin(label, (k) =>
        this.evidenceOf(k, label) > 0 ? this.mentionsWithin(k, label) : NONE,
      );
      found = strongest(speaking, most).map((one) => this.moved(one));
      this.top.set(label, found);
    }
    return found.slice(0, most);
  }

  /** How strong the strongest place is that raises a label or takes it up for certain, or any above `enough`: no further fragment is looked at than is needed. */
  support(label: number, enough: number): number {
    const seen = this.seen.get(label) ?? { fragments: 0, most: 0 };
    this.seen.set(label, seen);
    const speaking = this.fragmentsOn(label);
    while (seen.most <= enough && seen.fragments < speaking.length) {
      const k = speaking[seen.fragments++]!;
      if (this.evidenceOf(k, label) === 0) continue;
      for (const mention of this.mentionsWithin(k, label))
        if (mention.certain && takesUp(mention)) seen.most = Math.max(seen.most, mention.strength);
    }
    return seen.most;
  }

  /** The same of those places that were looked at already. */
  knownSupport(label: number): number {
    return this.seen.get(label)?.most ?? 0;
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
    const { mentions } = this.placed[k]!;
    mentions[i] ??= mentionsIn(this.recogniser, this.row, this.rowStarts[k]! + i);
    return mentions[i];
  }

  /** The fragment that holds an offset, the last one at the end, and where it begins. */
  fragmentAt(offset: number): [k: number, start: number] {
    const k = Math.max(0, lastUpTo(this.starts, offset));
    return [k, this.starts[k]!];
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
    return this.speaking.get(label) ?? [];
  }

  private fragmentsByLabel(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const [k, placed] of this.placed.entries()) {
      placed.labels ??= this.labelsIn(placed.blocks);
      for (const label of placed.labels) {
        const others = found.get(label);
        if (others) others.push(k);
        else found.set(label, [k]);
      }
    }
    return found;
  }

  private labelsIn(blocks: readonly BlockInContext[]): number[] {
    const found = new Set<number>();
    for (const block of blocks) for (const label of mentionable(this.recogniser, block)) found.add(label);
    return [...found];
  }

  /** @param of what to give of a fragment that may mention the label */
  private *eachWithin(label: number, of: (k: number) => readonly Mention[]): Generator<Within> {
    for (const k of this.fragmentsOn(label)) for (const mention of of(k)) yield { k, mention };
  }

  private moved({ k, mention }: Within): Mention {
    return movedMention(mention, this.starts[k]!, this.firsts[k]! + mention.block);
  }

  /** The mentions of a label in fragment `k`. */
  private mentionsWithin(k: number, label: number): readonly Mention[] {
    const { blocks, byLabel } = this.placed[k]!;
    byLabel[label] ??= [...blocks.keys()].flatMap((i) => this.mentionsOfBlock(k, i, label));
    return byLabel[label];
  }

  /** Those that stand against it: few blocks may, and the others are not looked at. */
  private againstWithin(k: number, label: number): readonly Mention[] {
    const placed = this.placed[k]!;
    placed.mayOppose ??= this.blocksByOpposed(placed.blocks);
    const blocks = placed.mayOppose.get(label);
    if (!blocks) return NONE;
    placed.against[label] ??= blocks
      .flatMap((i) => this.mentionsOfBlock(k, i, label))
      .filter(({ stance }) => stance === 'anders');
    return placed.against[label];
  }

  private blocksByOpposed(blocks: readonly BlockInContext[]): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const [i, block] of blocks.entries())
      for (const label of mayRefuse(block.own) ? this.recogniser.candidates(block) : [])
        if (this.recogniser.mayOppose(block, label)) found.set(label, [...(found.get(label) ?? []), i]);
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

const NONE: readonly Mention[] = [];

/** A mention in fragment `k`. Most are looked at and left: few are told with their place in the group. */
interface Within {
  readonly k: number;
  readonly mention: Mention;
}

/** The certain ones that raise or take up, strongest first. What comes after enough that nothing can surpass is not looked at. */
function strongest(mentions: Iterable<Within>, most: number): Within[] {
  const found: Within[] = [];
  let full = 0;
  for (const one of mentions) {
    const { mention } = one;
    if (!mention.certain || !takesUp(mention)) continue;
    found.push(one);
    if (mention.strength === 1 && ++full === most) break;
  }
  return found.sort((a, b) => b.mention.strength - a.mention.strength).slice(0, most);
}
