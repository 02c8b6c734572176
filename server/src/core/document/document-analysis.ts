import type { Analysis, CitationQuestion, Engine, ForeignBlock, Found } from '../analysis.js';
import { type CoverageSource, counts, coverageOf, type OpgaveCoverage, strongestFirst } from '../coverage/coverage.js';
import { Verdicts } from '../coverage/verdicts.js';
import { isAboutSoftware } from '../dutch/language.js';
import { type Block, movedBlock } from '../markdown/blocks.js';
import { type Citation, movedCitation, throughFootnotes } from '../markdown/citation.js';
import { type Directive, movedDirective, type UnknownDirective } from '../markdown/directives.js';
import { type Footnotes, movedMark } from '../markdown/footnote.js';
import { type FrontMatter, metadataFault } from '../markdown/front-matter.js';
import type { Heading } from '../markdown/sections.js';
import type { BlockInContext } from '../recognition/block-in-context.js';
import {
  type Clarity,
  clarityOf,
  evidenceOf,
  type Mention,
  movedMention,
  takesUp,
  together,
} from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import type { Fragment } from './fragment.js';
import type { FragmentGroup } from './fragment-group.js';
import type { Front } from './front.js';
import type { Said } from './said.js';
import type { Starts } from './starts.js';

const NO_FOOTNOTES: Footnotes = { references: [], definitions: [] };

/** A text in fragments, as far as it takes to know everything of it. */
export interface Fragments {
  readonly text: string;
  slice(from: number, to: number): string;
  positionAt(offset: number): { readonly line: number };
  readonly front: Front;
  readonly fragments: readonly Fragment[];
  readonly starts: Starts;
  /** What is known of the same text for another study, and for one that it was read for. */
  analysis(engine: Engine): Analysis;
  analysisFor(study: StudyIndex): Analysis;
}

/** Where a group begins: offset and index of its first block. */
interface Place {
  readonly group: FragmentGroup;
  readonly from: number;
  readonly block: number;
}

/** What is known of a document for one study, put together from its groups when it is asked for, and remembered. */
export class DocumentAnalysis implements Analysis, CoverageSource {
  private readonly known: { -readonly [K in keyof Analysis]?: Analysis[K] } = {};
  private readonly places: Place[] = [];
  readonly wordCount: number;
  /** A README or manual of software mentions nothing: it is about the programme that runs, not the one that governs. */
  private readonly isManual: boolean;
  private judgements: Verdicts | undefined;

  constructor(
    private readonly document: Fragments,
    private readonly engine: Engine,
    private readonly groups: readonly FragmentGroup[],
    /** The same, put together. */
    private readonly said: Said,
  ) {
    let from = document.front.text.length;
    let block = 0;
    let words = 0;
    let software = 0;
    for (const group of groups) {
      this.places.push({ group, from, block });
      from += group.length;
      block += group.blocks;
      words += group.wordCount;
      software += group.softwareCount;
    }
    this.wordCount = words;
    this.isManual = isAboutSoftware(words, software);
  }

  for(study: StudyIndex): Analysis {
    return this.document.analysisFor(study);
  }

  by(engine: Engine): Analysis {
    return this.document.analysis(engine);
  }

  get text(): string {
    return this.document.text;
  }

  slice(from: number, to: number): string {
    return this.document.slice(from, to);
  }

  get blocks(): readonly Block[] {
    const { fragments, starts } = this.document;
    this.known.blocks ??= fragments.flatMap(({ blocks }, k) =>
      blocks.map((block) => movedBlock(block, starts.offsets[k]!)),
    );
    return this.known.blocks;
  }

  get contexts(): readonly BlockInContext[] {
    this.known.contexts ??= this.groups.flatMap(({ placed }) => placed.flatMap(({ blocks }) => blocks));
    return this.known.contexts;
  }

  get headings(): readonly Heading[] {
    this.known.headings ??= this.gather(
      ({ headings }) => headings,
      ({ block, depth, number }, _, first) => ({ block: first + block, depth, number }),
    );
    return this.known.headings;
  }

  get foreign(): readonly ForeignBlock[] {
    return this.gather(
      ({ foreign }) => foreign,
      ({ block, words }, _, first) => ({ block: first + block, words }),
    );
  }

  get blockCount(): number {
    return this.document.starts.blocks.at(-1)!;
  }

  block(index: number): Block {
    const { group, from, block } = this.placeOf(index);
    return movedBlock(group.block(index - block), from);
  }

  context(index: number): BlockInContext {
    const { group, block } = this.placeOf(index);
    return group.context(index - block);
  }

  /** Where the group stands that holds a block. */
  private placeOf(index: number): Place {
    return this.places.findLast(({ block }) => block <= index)!;
  }

  lineOf(offset: number): number {
    return this.document.positionAt(offset).line + 1;
  }

  get mentions(): readonly Mention[] {
    this.known.mentions ??= this.isManual ? [] : this.judged(this.gather((group) => group.mentions(), movedInGroup));
    return this.known.mentions;
  }

  get footnotes(): Footnotes {
    this.known.footnotes ??= this.places.some(({ group }) => group.hasFootnotes)
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
    return this.document.front.citations(this.engine.study.info.key);
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
    const { front, fragments, starts } = this.document;
    if (!this.groups.some(({ hasMetadata }) => hasMetadata)) return front.matter;
    const late = fragments.flatMap(({ text, markdown: { metadata } }, k) =>
      metadata
        .flatMap((from, i) => (i % 2 === 0 ? metadataFault(text, from, metadata[i + 1]!) : []))
        .map((fault) => ({ ...fault, from: fault.from + starts.offsets[k]!, to: fault.to + starts.offsets[k]! })),
    );
    return late.length === 0 ? front.matter : { ...front.matter, faults: [...front.matter.faults, ...late] };
  }

  get coverage(): readonly OpgaveCoverage[] {
    this.known.coverage ??= coverageOf(this.engine.study, this, this.frontMatter);
    return this.known.coverage;
  }

  cites(id: string): boolean {
    // Of a citation in a footnote the places that lead to it decide whether it counts.
    return (
      this.said.cited.has(id) &&
      (this.footnotes === NO_FOOTNOTES || this.citations.some((citation) => counts(citation, id)))
    );
  }

  atCitations(question: CitationQuestion): readonly Found[] {
    return [...this.citedInFront.flatMap(question), ...this.gather((group) => group.atCitations(question), movedFound)];
  }

  words(id: string): Clarity {
    const { labels } = this.engine.recogniser;
    const label = labels.numbers.get(id);
    if (label === undefined || this.isManual) return 'no';
    if (this.verdicts.concern(id)) return clarityOf(together(this.mentionsOf(id), evidenceOf));
    return clarityOf(this.said.evidence(label));
  }

  get idleVerdicts(): readonly Directive[] {
    return this.verdicts.none ? [] : this.verdicts.idle((id) => this.recognisedOf(id));
  }

  /** The mentions of one entry, whatever the writer says. */
  private recognisedOf(id: string): readonly Mention[] {
    const label = this.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual) return [];
    return this.gather((group) => group.mentionsOf(label), movedInGroup);
  }

  mentionsOf(id: string): readonly Mention[] {
    const found = this.recognisedOf(id);
    return this.verdicts.concern(id) ? this.verdicts.applied(found, (other) => other === id) : found;
  }

  named(id: string): readonly Mention[] {
    return this.mentionsOf(id).filter(({ stance }) => stance === 'genoemd');
  }

  opposition(id: string): number {
    const label = this.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual) return 0;
    return this.verdicts.concern(id) ? (this.strongestAgainst(id)?.strength ?? 0) : this.said.opposition(label);
  }

  strongestAgainst(id: string): Mention | undefined {
    const label = this.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual) return undefined;
    if (this.verdicts.concern(id))
      return this.mentionsOf(id)
        .filter(({ stance }) => stance === 'anders')
        .reduce<Mention | undefined>((most, one) => (most && most.strength >= one.strength ? most : one), undefined);
    const strength = this.said.opposition(label);
    const place = this.places.find(({ group }) => group.opposition(label) === strength);
    const found = place?.group.strongestAgainst(label);
    return place && found && movedInGroup(found, place.from, place.block);
  }

  at(offset: number): { readonly block: Block; readonly mentions: readonly Mention[] } | undefined {
    const { isManual } = this;
    const place = this.places.findLast(({ from }) => from <= offset);
    if (!place) return undefined;
    const { group, from } = place;
    const { k, start, block: before } = group.fragmentAt(offset - from);
    const own = group.fragments[k]!.blocks;
    const at = offset - from - start;
    const block = own.find((candidate) => at >= candidate.from && at <= candidate.to);
    if (!block) return undefined;
    const first = place.block + before;
    const index = own.indexOf(block);
    const mentions = isManual ? [] : group.mentionsInBlock(k, index);
    const moved = movedBlock(block, from + start);
    const found = mentions.map((mention) => movedMention(mention, moved.from, first + index));
    return { block: moved, mentions: this.judged(found).filter((mention) => mention.block === first + index) };
  }

  strongestOf(id: string, most: number): readonly Mention[] {
    const label = this.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual) return [];
    if (this.verdicts.concern(id))
      return this.mentionsOf(id)
        .filter((mention) => mention.certain && takesUp(mention))
        .sort(strongestFirst)
        .slice(0, most);
    return this.places
      .flatMap((place) => place.group.strongestOf(label, most).map((mention) => ({ mention, place })))
      .sort((a, b) => b.mention.strength - a.mention.strength)
      .slice(0, most)
      .map(({ mention, place: { from, block } }) => movedInGroup(mention, from, block));
  }

  support(id: string, enough: number): number | undefined {
    const label = this.engine.recogniser.labels.numbers.get(id);
    if (label === undefined || this.isManual || this.verdicts.concern(id)) return undefined;
    return this.said.support(label, enough);
  }

  private get verdicts(): Verdicts {
    this.judgements ??= new Verdicts(this.engine.study, () => this.blocks, this.directives);
    return this.judgements;
  }

  private judged(mentions: readonly Mention[]): readonly Mention[] {
    return this.verdicts.none ? mentions : this.verdicts.applied(mentions);
  }

  private gather<T, U>(
    of: (group: FragmentGroup) => readonly T[],
    moved: (item: T, from: number, block: number) => U,
  ): U[] {
    const found: U[] = [];
    for (const { group, from, block } of this.places)
      for (const item of of(group)) found.push(moved(item, from, block));
    return found;
  }
}

const movedFound = (found: Found, by: number): Found => ({
  ...found,
  from: found.from + by,
  to: found.to + by,
});

const movedInGroup = (mention: Mention, from: number, block: number): Mention =>
  movedMention(mention, from, mention.block + block);
