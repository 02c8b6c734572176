import type { OpgaveCoverage } from './coverage/coverage.js';
import type { Block } from './markdown/blocks.js';
import type { Citation } from './markdown/citation.js';
import type { Directive, UnknownDirective } from './markdown/directives.js';
import type { Footnotes } from './markdown/footnote.js';
import type { FrontMatter } from './markdown/front-matter.js';
import type { BlockInContext } from './recognition/block-in-context.js';
import type { CueReader } from './recognition/cue-reader.js';
import type { Mention } from './recognition/mentions.js';
import type { Recogniser } from './recognition/recogniser.js';
import type { Finding } from './rules/finding.js';
import type { Matcher } from './signals/matcher.js';
import type { General, StudyIndex } from './study/index.js';

/** What the core works with: one study, the matcher of its signals and what was learned about them. */
export interface Engine {
  /** By which a configuration sets it to work: the key of a study that comes along, the address of one that a writer brings. */
  readonly name: string;
  readonly isBrought: boolean;
  readonly study: StudyIndex;
  /** Shared with the engines beside it. */
  readonly reader: CueReader;
  readonly matcher: Matcher;
  readonly recogniser: Recogniser;
  /** What was learned of sentences, if anything was. */
  readonly general?: General;
}

/** A block in another language, by its index. */
export interface ForeignBlock {
  readonly block: number;
  readonly words: number;
}

/** Everything there is to know about one document, for one study. Offsets are UTF-16 code units into `text`. */
export interface Analysis {
  /** What another of the document's studies finds in the same text. */
  for(study: StudyIndex): Analysis;
  /** What any study finds in it; the text is read for it when that was not done before. */
  by(engine: Engine): Analysis;
  readonly text: string;
  /** A stretch of `text`, which need not be put together for it. */
  slice(from: number, to: number): string;
  readonly blocks: readonly Block[];
  /** The same blocks in their context, with the signals in them. */
  readonly contexts: readonly BlockInContext[];
  readonly blockCount: number;
  readonly wordCount: number;
  /** One of `blocks`, and of `contexts`, without putting all of them together. */
  block(index: number): Block;
  context(index: number): BlockInContext;
  /** The blocks in another language. */
  readonly foreign: readonly ForeignBlock[];
  /** The line that an offset stands on, one-based. */
  lineOf(offset: number): number;
  readonly mentions: readonly Mention[];
  /** The mentions of one theme, trend or opgave, in the order of the text. */
  mentionsOf(id: string): readonly Mention[];
  /** The block at an offset, its ends included, with what it mentions. */
  at(offset: number): { readonly block: Block; readonly mentions: readonly Mention[] } | undefined;
  readonly citations: readonly Citation[];
  /** What a question finds at the citations, in the order of the text. Remembered with the text around each: ask with the same function. */
  atCitations(question: CitationQuestion): readonly Found[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  /** Those that say of words that they do not count, where nothing counted. */
  readonly idleVerdicts: readonly Directive[];
  readonly frontMatter: FrontMatter;
  readonly coverage: readonly OpgaveCoverage[];
}

/** Looks at one citation at a time. */
export type CitationQuestion = (citation: Citation) => readonly Found[];

/** What was found at a place in the text, but for what {@link Finding} adds to it. */
export type Found = Omit<Finding, 'code' | 'study' | 'level'>;
