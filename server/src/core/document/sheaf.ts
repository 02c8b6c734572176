import { strongestFirst } from '../coverage.js';
import type { Labels } from '../recognition/labels.js';
import { type Mention, movedMention } from '../recognition/mentions.js';
import { type Directive, movedDirective, type UnknownDirective } from '../steering.js';
import { type Citation, movedCitation } from '../text/citation.js';
import { type FootnoteMark, type Footnotes, movedMark } from '../text/footnote.js';
import type { Passage } from './passage.js';
import type { Told } from './told.js';

/** About how many passages a sheaf holds. */
export const SHEAF = 64;

/** How clearly words speak for a label. */
export const SOME = 1;
export const CLEAR = 2;

/**
 * Some passages in a row with what they add up to, so that a change elsewhere need not look at them again. Offsets and
 * indices of blocks count from the start of the sheaf.
 */
export class Sheaf {
  /** Per label 0, {@link SOME} or {@link CLEAR}: the most that a mention says. */
  readonly words: Uint8Array;
  /** Length of the text, and numbers of blocks and words. */
  readonly length: number;
  readonly blocks: number;
  readonly wordCount: number;
  /** Words of the software trade. */
  readonly softwareCount: number;
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  private readonly byLabel = new Map<number, readonly Mention[]>();
  private readonly top = new Map<number, readonly Mention[]>();

  constructor(
    private readonly labels: Labels,
    readonly passages: readonly Passage[],
    readonly told: readonly Told[],
  ) {
    this.words = new Uint8Array(labels.ids.length);
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
    this.footnotes = { references, definitions };
    this.directives = directives;
    for (const { mentions } of told) {
      for (const list of mentions) {
        for (const { id, certain } of list) {
          const label = labels.numbers.get(id)!;
          this.words[label] = Math.max(this.words[label]!, certain ? CLEAR : SOME);
        }
      }
    }
  }

  get hasFootnotes(): boolean {
    return this.footnotes.references.length + this.footnotes.definitions.length > 0;
  }

  /** The mentions of a label, in the order of the text. */
  mentionsOf(label: number): readonly Mention[] {
    if (this.words[label] === 0) return NONE;
    let found = this.byLabel.get(label);
    if (!found) {
      const id = this.labels.ids[label];
      found = this.mentions((mention) => mention.id === id);
      this.byLabel.set(label, found);
    }
    return found;
  }

  /** The certain mentions of a label, strongest first, at most `most` of them. */
  strongestOf(label: number, most: number): readonly Mention[] {
    if (this.words[label] !== CLEAR) return NONE;
    let found = this.top.get(label);
    if (!found || found.length < most) {
      found = this.mentionsOf(label)
        .filter(({ certain }) => certain)
        .sort(strongestFirst)
        .slice(0, most);
      this.top.set(label, found);
    }
    return found.slice(0, most);
  }

  mentions(chosen: (mention: Mention) => boolean = () => true): Mention[] {
    const found: Mention[] = [];
    this.each((passage, from, block, k) => {
      for (const [i, list] of this.told[k]!.mentions.entries()) {
        for (const mention of list)
          if (chosen(mention)) found.push(movedMention(mention, from + passage.blocks[i]!.from, block + i));
      }
    });
    return found;
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
