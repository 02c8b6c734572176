import type { Analysis, CitationQuestion, Found } from '../analysis.js';
import {
  type CoverageSource,
  coverageOf,
  type Evident,
  type OpgaveCoverage,
  strongestFirst,
} from '../coverage/coverage.js';
import { isAboutSoftware } from '../dutch/language.js';
import { type Block, movedBlock } from '../markdown/blocks.js';
import { type Citation, movedCitation, throughFootnotes } from '../markdown/citation.js';
import { type Directive, movedDirective, type UnknownDirective } from '../markdown/directives.js';
import { type Footnotes, movedMark } from '../markdown/footnote.js';
import { type FrontMatter, metadataFault } from '../markdown/front-matter.js';
import { type Mention, movedMention } from '../recognition/mentions.js';
import type { BlockReading } from '../recognition/reading.js';
import type { LiveDocument } from './document.js';
import { CLEAR } from './hearing.js';
import type { Sheaf } from './sheaf.js';

const NO_FOOTNOTES: Footnotes = { references: [], definitions: [] };

/** What is known of a document, put together from its sheaves when it is asked for, and remembered. */
export class DocumentView implements Analysis, CoverageSource {
  private readonly known: { -readonly [K in keyof Analysis]?: Analysis[K] } = {};
  /** Where each sheaf begins: offset and index of its first block. */
  private readonly places: { readonly sheaf: Sheaf; readonly from: number; readonly block: number }[] = [];
  /** A README or manual of software mentions nothing: it is about the programme that runs, not the one that governs. */
  private readonly isManual: boolean;
  /** Per opgave how clearly words speak of it. */
  private said: ReadonlyMap<number, number> | undefined;

  constructor(private readonly document: LiveDocument) {
    let from = document.front.text.length;
    let block = 0;
    let words = 0;
    let software = 0;
    for (const sheaf of document.sheaves) {
      this.places.push({ sheaf, from, block });
      from += sheaf.length;
      block += sheaf.blocks;
      words += sheaf.wordCount;
      software += sheaf.softwareCount;
    }
    this.isManual = isAboutSoftware(words, software);
  }

  get text(): string {
    return this.document.text;
  }

  slice(from: number, to: number): string {
    return this.document.slice(from, to);
  }

  get blocks(): readonly Block[] {
    const { passages, starts } = this.document;
    this.known.blocks ??= passages.flatMap(({ blocks }, k) => blocks.map((block) => movedBlock(block, starts[k]!)));
    return this.known.blocks;
  }

  get readings(): readonly BlockReading[] {
    this.known.readings ??= this.document.passages.flatMap(({ heard }) => heard.map(({ reading }) => reading));
    return this.known.readings;
  }

  get mentions(): readonly Mention[] {
    this.known.mentions ??= this.isManual ? [] : this.gather((sheaf) => sheaf.mentions(), movedInSheaf);
    return this.known.mentions;
  }

  get footnotes(): Footnotes {
    this.known.footnotes ??= this.places.some(({ sheaf }) => sheaf.hasFootnotes)
      ? {
          references: this.gather(({ footnotes }) => footnotes.references, movedMark),
          definitions: this.gather(
            ({ footnotes }) => footnotes.definitions,
            (mark, from, block) => ({ ...movedMark(mark, from, block), end: mark.end + from }),
          ),
        }
      : NO_FOOTNOTES;
    return this.known.footnotes;
  }

  get citations(): readonly Citation[] {
    this.known.citations ??= [
      ...this.citedInFront,
      ...throughFootnotes(
        this.gather(({ citations }) => citations, movedCitation),
        this.footnotes,
      ),
    ];
    return this.known.citations;
  }

  private get citedInFront(): readonly Citation[] {
    const { front, engine } = this.document;
    return front.citations(engine.study.info.key);
  }

  get directives(): readonly (Directive | UnknownDirective)[] {
    this.known.directives ??= [
      ...this.document.front.directives,
      ...this.gather(({ directives }) => directives, movedDirective),
    ];
    return this.known.directives;
  }

  get frontMatter(): FrontMatter {
    this.known.frontMatter ??= this.readFrontMatter();
    return this.known.frontMatter;
  }

  private readFrontMatter(): FrontMatter {
    const { front, passages, starts } = this.document;
    const late = passages.flatMap(({ text, markdown: { metadata } }, k) =>
      metadata
        .flatMap((from, i) => (i % 2 === 0 ? metadataFault(text, from, metadata[i + 1]!) : []))
        .map((fault) => ({ ...fault, from: fault.from + starts[k]!, to: fault.to + starts[k]! })),
    );
    return late.length === 0 ? front.matter : { ...front.matter, faults: [...front.matter.faults, ...late] };
  }

  get coverage(): readonly OpgaveCoverage[] {
    this.known.coverage ??= coverageOf(this.document.engine.study, this, this.frontMatter);
    return this.known.coverage;
  }

  cites(id: string): boolean {
    return this.places.some(({ sheaf }) => sheaf.cites(id));
  }

  atCitations(question: CitationQuestion): readonly Found[] {
    return [...this.citedInFront.flatMap(question), ...this.gather((sheaf) => sheaf.atCitations(question), movedFound)];
  }

  words(id: string): Evident {
    const { labels } = this.document.engine.recogniser;
    const label = labels.numbers.get(id);
    if (label === undefined || this.isManual) return 'no';
    this.said ??= this.findOut(labels.opgaven);
    const says = this.said.get(label) ?? this.findOut([label]).get(label)!;
    return says === CLEAR ? 'clear' : says > 0 ? 'possible' : 'no';
  }

  /** The most that is said of labels. Where one is clear is not looked for once it is clear somewhere. */
  private findOut(labels: readonly number[]): Map<number, number> {
    const { places } = this;
    const most = (label: number): number => {
      let most = 0;
      for (let i = 0; i < places.length && most < CLEAR; i++)
        most = Math.max(most, places[i]!.sheaf.saysAlready(label));
      return most;
    };
    let open = labels.filter((label) => most(label) < CLEAR);
    for (const { sheaf } of places) {
      if (open.length === 0) break;
      sheaf.findOut(open);
      open = open.filter((label) => sheaf.saysAlready(label) < CLEAR);
    }
    return new Map(labels.map((label) => [label, most(label)]));
  }

  mentionsOf(id: string): readonly Mention[] {
    const label = this.document.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual) return [];
    return this.gather((sheaf) => sheaf.mentionsOf(label), movedInSheaf);
  }

  at(offset: number): { readonly block: Block; readonly mentions: readonly Mention[] } | undefined {
    const { document, isManual } = this;
    const place = this.places.findLast(({ from }) => from <= offset);
    if (!place) return undefined;
    const { sheaf, from } = place;
    const [k, start] = sheaf.passageAt(offset - from);
    const own = sheaf.passages[k]!.blocks;
    const at = offset - from - start;
    const block = own.find((candidate) => at >= candidate.from && at <= candidate.to);
    if (!block) return undefined;
    const first = document.blockStarts[document.passages.indexOf(sheaf.passages[k]!)]!;
    const index = own.indexOf(block);
    const mentions = isManual ? [] : sheaf.mentionsInBlock(k, index);
    const moved = movedBlock(block, from + start);
    return { block: moved, mentions: mentions.map((mention) => movedMention(mention, moved.from, first + index)) };
  }

  strongestOf(id: string, most: number): readonly Mention[] {
    const label = this.document.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual) return [];
    return this.gather((sheaf) => sheaf.strongestOf(label, most), movedInSheaf)
      .sort(strongestFirst)
      .slice(0, most);
  }

  private gather<T, U>(of: (sheaf: Sheaf) => readonly T[], moved: (item: T, from: number, block: number) => U): U[] {
    const found: U[] = [];
    for (const { sheaf, from, block } of this.places)
      for (const item of of(sheaf)) found.push(moved(item, from, block));
    return found;
  }
}

const movedFound = (found: Found, by: number): Found => ({
  ...found,
  from: found.from + by,
  to: found.to + by,
  related: found.related.map((place) =>
    place.document === undefined ? { ...place, from: place.from + by, to: place.to + by } : place,
  ),
});

const movedInSheaf = (mention: Mention, from: number, block: number): Mention =>
  movedMention(mention, from, mention.block + block);
