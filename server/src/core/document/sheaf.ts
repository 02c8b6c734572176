import type { CitationQuestion, Found } from '../analysis.js';
import { strongestFirst } from '../coverage/coverage.js';
import { type Citation, movedCitation } from '../markdown/citation.js';
import { type Directive, movedDirective, type UnknownDirective } from '../markdown/directives.js';
import { type FootnoteMark, type Footnotes, movedMark } from '../markdown/footnote.js';
import { type Mention, movedMention } from '../recognition/mentions.js';
import type { Recogniser } from '../recognition/recognise.js';
import type { Voice } from './heard.js';
import { CLEAR, Hearing } from './hearing.js';
import type { Passage } from './passage.js';
import type { Told } from './told.js';

/** About how many passages a sheaf holds. */
export const SHEAF = 64;

/**
 * Some passages in a row with what they add up to, so that a change elsewhere need not look at them again. Offsets and
 * indices of blocks count from the start of the sheaf.
 */
export class Sheaf {
  private readonly hearing: Hearing;
  /** Per label the most that its passages say, plus one; 0 where that was not asked yet. */
  private readonly known: Uint8Array;
  /** Length of the text, and numbers of blocks and words. */
  readonly length: number;
  readonly blocks: number;
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  private readonly cited: ReadonlySet<string>;
  private readonly answers = new Map<CitationQuestion, readonly Found[]>();
  private readonly byLabel = new Map<number, readonly Mention[]>();
  private readonly top = new Map<number, readonly Mention[]>();

  constructor(
    recogniser: Recogniser,
    readonly passages: readonly Passage[],
    told: readonly Told[],
    before: readonly Voice[],
    after: readonly Voice[],
  ) {
    this.hearing = new Hearing(recogniser, told, before, after);
    this.known = new Uint8Array(recogniser.labels.ids.length);
    const citations: Citation[] = [];
    const references: FootnoteMark[] = [];
    const definitions: (FootnoteMark & { readonly end: number })[] = [];
    const directives: (Directive | UnknownDirective)[] = [];
    let wordCount = 0;
    let softwareCount = 0;
    const [length, blocks] = this.each((passage, from, block) => {
      for (const citation of passage.citations) citations.push(movedCitation(citation, from, block));
      for (const mark of passage.footnotes.references) references.push(movedMark(mark, from, block));
      for (const mark of passage.footnotes.definitions)
        definitions.push({ ...movedMark(mark, from, block), end: mark.end + from });
      for (const directive of passage.directives) directives.push(movedDirective(directive, from));
      wordCount += passage.wordCount;
      softwareCount += passage.softwareCount;
    });
    this.length = length;
    this.blocks = blocks;
    this.wordCount = wordCount;
    this.softwareCount = softwareCount;
    this.citations = citations;
    this.cited = new Set(citations.map(({ id }) => id));
    this.footnotes = { references, definitions };
    this.directives = directives;
  }

  get hasFootnotes(): boolean {
    return this.footnotes.references.length + this.footnotes.definitions.length > 0;
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

  /** The most that is said of a label: 0, SOME or {@link CLEAR}; -1 where it would have to be found out. */
  saysAlready(label: number): number {
    return this.known[label]! - 1;
  }

  /** The most that is said of a label, found out as far as is needed. */
  says(label: number): number {
    this.findOut([label]);
    return this.saysAlready(label);
  }

  /** Finds out what is said of labels. Of all in one passage first: what is known of its blocks is forgotten soon after. */
  findOut(labels: readonly number[]): void {
    let open = labels.filter((label) => this.known[label] === 0);
    for (let k = 0; k < this.passages.length && open.length > 0; k++) {
      let isClear = false;
      for (const label of open) {
        const says = this.hearing.says(k, label);
        if (says + 1 > this.known[label]!) this.known[label] = says + 1;
        isClear ||= says === CLEAR;
      }
      if (isClear) open = open.filter((label) => this.saysAlready(label) < CLEAR);
    }
  }

  /** The mentions of a label, in the order of the text. */
  mentionsOf(label: number): readonly Mention[] {
    if (this.says(label) === 0) return NONE;
    let found = this.byLabel.get(label);
    if (!found) {
      found = [...this.eachMention(label)];
      this.byLabel.set(label, found);
    }
    return found;
  }

  /** The certain mentions of a label, strongest first, at most `most` of them. */
  strongestOf(label: number, most: number): readonly Mention[] {
    if (this.says(label) !== CLEAR) return NONE;
    let found = this.top.get(label);
    if (!found || found.length < most) {
      found = strongest(this.eachMention(label), most);
      this.top.set(label, found);
    }
    return found.slice(0, most);
  }

  mentions(): Mention[] {
    const found: Mention[] = [];
    this.each((passage, from, block, k) => {
      for (const [i, list] of this.hearing.mentionsIn(k).entries())
        for (const mention of list) found.push(movedMention(mention, from + passage.blocks[i]!.from, block + i));
    });
    return found;
  }

  /** What block `i` of passage `k` mentions; offsets count from the start of the block. */
  mentionsInBlock(k: number, i: number): readonly Mention[] {
    return this.hearing.mentionsInBlock(k, i);
  }

  /** The passage that holds an offset, the last one at the end, and where it begins. */
  passageAt(offset: number): [k: number, start: number] {
    let start = 0;
    let k = 0;
    for (; k < this.passages.length - 1 && offset >= start + this.passages[k]!.text.length; k++)
      start += this.passages[k]!.text.length;
    return [k, start];
  }

  private *eachMention(label: number): Generator<Mention> {
    let from = 0;
    let first = 0;
    for (const [k, { text, blocks }] of this.passages.entries()) {
      for (const { block, mention } of this.hearing.mentionsOf(k, label))
        yield movedMention(mention, from + blocks[block]!.from, first + block);
      from += text.length;
      first += blocks.length;
    }
  }

  /** Visits the passages with where each begins; returns where the last one ends. */
  private each(
    visit: (passage: Passage, from: number, block: number, k: number) => void,
  ): [length: number, blocks: number] {
    let from = 0;
    let block = 0;
    for (const [k, passage] of this.passages.entries()) {
      visit(passage, from, block, k);
      from += passage.text.length;
      block += passage.blocks.length;
    }
    return [from, block];
  }
}

const NONE: readonly Mention[] = [];

/** The certain ones, strongest first. What comes after enough that nothing can surpass is not looked at. */
function strongest(mentions: Iterable<Mention>, most: number): Mention[] {
  const found: Mention[] = [];
  let full = 0;
  for (const mention of mentions) {
    if (!mention.certain) continue;
    found.push(mention);
    if (mention.strength === 1 && ++full === most) break;
  }
  return found.sort(strongestFirst).slice(0, most);
}
