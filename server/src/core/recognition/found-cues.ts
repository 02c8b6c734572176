import { hitsOf } from '../signals/hits.js';
import type { AnalysedBlock } from './analysed-block.js';
import { CUES } from './labels.js';
import type { Recogniser } from './recogniser.js';
import { LAST_SENTENCE } from './signal-counts.js';
import { sentencesOf } from './stance.js';

export type Cue = (typeof CUES)[number];

/** Words that tell what a sentence does, as flat pairs of offsets from the start of the block. */
export interface FoundCue {
  readonly cue: Cue;
  readonly spans: readonly number[];
}

/** The cues in the sentences in which a block speaks of a label, in the order of the text. */
export function cuesFor({ labels, table }: Recogniser, { hits, counts }: AnalysedBlock, label: number): FoundCue[] {
  const where = sentencesOf(labels, counts, label);
  return hitsOf(hits).flatMap(({ signal, sentence, spans }): FoundCue[] => {
    const cue = labels.cue[table.labelOf[signal]!]!;
    const isHere = where === 0 || (where & (1 << Math.min(sentence, LAST_SENTENCE))) !== 0;
    return cue > 0 && isHere ? [{ cue: CUES[31 - Math.clz32(cue)]!, spans }] : [];
  });
}

/** The words of a block that are a stand against a label. */
export const wordsAgainst = (
  { labels, table }: Recogniser,
  { hits }: AnalysedBlock,
  label: number,
): (readonly number[])[] =>
  hitsOf(hits)
    .filter(({ signal }) => labels.against[table.labelOf[signal]!] === label)
    .map(({ spans }) => spans);
