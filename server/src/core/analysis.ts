import { coverageOf, type OpgaveCoverage } from './coverage.js';
import { type Mention, mentionsOf } from './recognition/mentions.js';
import { type BlockReading, readBlock } from './recognition/reading.js';
import type { Recogniser } from './recognition/recognise.js';
import {
  type Directive,
  type FrontMatter,
  readDirectives,
  readFrontMatter,
  type UnknownDirective,
} from './steering.js';
import type { StudyIndex } from './study/index.js';
import { type Block, frontMatterEnd, parseMarkdown } from './text/blocks.js';
import { type Citation, findCitations, throughFootnotes } from './text/citation.js';
import { type Footnotes, findFootnotes } from './text/footnote.js';
import { isAboutSoftware } from './text/language.js';
import type { Matcher } from './text/matcher.js';

/** What the core works with: one study, the matcher of its signals and what was learned about them. */
export interface Engine {
  readonly study: StudyIndex;
  readonly matcher: Matcher;
  readonly recogniser: Recogniser;
}

/** Everything there is to know about one document. Offsets are UTF-16 code units into `text`. */
export interface Analysis {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly readings: readonly BlockReading[];
  readonly mentions: readonly Mention[];
  readonly citations: readonly Citation[];
  readonly footnotes: Footnotes;
  readonly directives: readonly (Directive | UnknownDirective)[];
  readonly frontMatter: FrontMatter;
  readonly coverage: readonly OpgaveCoverage[];
}

/** Analyses a document from scratch: text → blocks → mentions → coverage. */
export function analyse(engine: Engine, text: string): Analysis {
  const { study, matcher, recogniser } = engine;
  const bodyFrom = frontMatterEnd(text);
  const { blocks, comments } = parseMarkdown(text, bodyFrom);
  const readings = blocks.map((block) => readBlock(matcher, text, block));
  const mentions = isManual(readings) ? [] : mentionsOf(recogniser, blocks, readings);
  const footnotes = findFootnotes(text, blocks);
  const citations = throughFootnotes(findCitations(text, blocks, study.info.key), footnotes);
  const frontMatter = readFrontMatter(text, bodyFrom);
  return {
    text,
    blocks,
    readings,
    mentions,
    citations,
    footnotes,
    directives: readDirectives(text, comments),
    frontMatter,
    coverage: coverageOf(study, mentions, citations, frontMatter),
  };
}

/** A README or manual of software mentions nothing: it is about the programme that runs, not the one that governs. */
function isManual(readings: readonly BlockReading[]): boolean {
  let words = 0;
  let software = 0;
  for (const reading of readings) {
    words += reading.words;
    software += reading.software;
  }
  return isAboutSoftware(words, software);
}
