import { isDutch } from '../dutch/language.js';
import { type Ending, endingOf } from '../dutch/sentence.js';
import type { Block } from '../markdown/blocks.js';
import { isContents } from '../markdown/contents.js';
import { headingNumber } from '../markdown/headings.js';
import { type Hits, NO_HITS } from '../signals/hits.js';
import type { Matcher } from '../signals/matcher.js';
import { type CueReader, NO_CUES } from './cue-reader.js';
import { type SaidFirst, saidFirst } from './first-words.js';
import type { Recogniser } from './recogniser.js';
import { type ClearRefusals, NO_REFUSALS } from './refusals.js';
import { countSignals, type SignalCounts } from './signal-counts.js';
import type { SentenceStances, Stances } from './stance.js';
import { isUnfilled } from './unfilled.js';
import type { WordSums } from './words.js';

/** A block with what is found in it, apart from where it stands. Depends on the block's text only. */
export interface AnalysedBlock {
  readonly kind: Block['kind'];
  /** Level of a heading, nesting depth of a list item, else 0. */
  readonly depth: number;
  /** What a heading is counted as. */
  readonly number: number | undefined;
  /** In characters. */
  readonly length: number;
  readonly words: number;
  /** Words of the software trade. */
  readonly softwareWords: number;
  /** In another language. */
  readonly isForeign: boolean;
  /** Dutch of the writer's own: else it mentions nothing, whatever its signals. */
  readonly isDutch: boolean;
  readonly ending: Ending;
  /** It is one question. */
  readonly asks: boolean;
  /** Offsets count from the start of the block. */
  readonly hits: Hits;
  readonly counts: SignalCounts;
  readonly said: WordSums;
  readonly stances: SentenceStances;
  /** What it plainly refuses of a study whose signals follow from its words. */
  readonly refusals: ClearRefusals;
  /** What it answers, if there is a statement above it. */
  readonly saidFirst: SaidFirst | undefined;
}

/** Finds in one block of `text` the signals of each study. What does not depend on a study is found out once. */
export function analyseBlock(
  reader: CueReader,
  studies: readonly { readonly matcher: Matcher; readonly recogniser: Recogniser }[],
  text: string,
  block: Block,
): AnalysedBlock[] {
  const { kind, depth, from, to, skip } = block;
  const prose = reader.prose.read(text, from, to, skip);
  const { words, vocabulary, dutch, foreign, software } = prose;
  const content = text.slice(from, to);
  const running = words.count > 0 && words.sentence[words.count - 1] !== words.sentence[0];
  const last = endingOf(text, from, to);
  const isForeign = !isDutch(dutch, foreign);
  const isOwnDutch = !isForeign && !isUnfilled(content);
  // Of more than one sentence the last may still be being written.
  const ending = running && last === 'word' ? 'sentence' : last;
  const asks = !running && /\?[\s*_"'”’)\]]*(?:<!--.*-->\s*)?$/s.test(content);
  const saysNothing = isContents(content) || isSourceNote(content);
  const cues = saysNothing ? NO_CUES : reader.read(prose, from);
  const first = saidFirst(content);
  const known = new Map<Stances, SentenceStances>();
  return studies.map(({ matcher, recogniser }) => {
    const found = matcher.match(prose, from);
    const hits = saysNothing ? NO_HITS : found;
    const counts = countSignals(matcher.table, recogniser.labels, hits, cues);
    const stances = known.get(recogniser.stances) ?? recogniser.stances.read(words, vocabulary);
    known.set(recogniser.stances, stances);
    // Written out: an object that is put together from another takes more room, and more time whenever it is looked at.
    return {
      kind,
      depth,
      number: kind === 'heading' ? headingNumber(content) : undefined,
      length: to - from,
      words: words.count,
      softwareWords: software,
      isForeign,
      isDutch: isOwnDutch,
      ending,
      asks,
      hits,
      counts,
      said: recogniser.words.read(words, vocabulary, counts.labels),
      stances,
      refusals: recogniser.refusals?.in(prose, from, hits, cues) ?? NO_REFUSALS,
      saidFirst: first,
    };
  });
}

/** A footnote that cites something: the title of a source says nothing of the writer's own. */
const isSourceNote = (content: string): boolean =>
  content.startsWith('[^') && /^\[\^[^\]\s]+\]:.*@[\w-]+:/s.test(content);
