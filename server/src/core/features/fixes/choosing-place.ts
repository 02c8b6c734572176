import { sentenceEnds } from '../../dutch/sentence.js';
import { LAST_SENTENCE } from '../../recognition/signal-counts.js';
import { doingIn } from '../../recognition/stance.js';
import type { StudyIndex } from '../../study/index.js';
import type { Opgave } from '../../study/model.js';
import type { FixContext } from './fix.js';

/** A sentence of the document, in a block. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly block: number;
}

/**
 * The sentence of which a writer would say that it takes an opgave up already: one that makes a choice, in a block that
 * speaks of the theme. The nearest to what was found; never what was found itself, which names the problem.
 */
export function choosingPlace(
  { study, analysis }: FixContext,
  opgave: Opgave,
  found: { readonly from: number; readonly to: number },
): Sentence | undefined {
  const { text, blocks, contexts, mentions } = analysis;
  const speaking = mentions.filter(({ id, stance }) => stance !== 'anders' && themeOf(study, id) === opgave.theme);
  const sentences = [...new Set(speaking.map(({ block }) => block))].flatMap((block) => {
    const { own } = contexts[block]!;
    if (blocks[block]!.kind === 'heading' || own.asks) return [];
    const doing = doingIn(own.counts);
    return sentencesIn(text, blocks[block]!)
      .filter((_, at) => (doing & (1 << Math.min(at, LAST_SENTENCE))) !== 0)
      .map((sentence) => ({ ...sentence, block }));
  });
  const distance = ({ from }: Sentence): number => Math.abs(from - found.from);
  return sentences
    .filter(({ from, to }) => from >= found.to || to <= found.from)
    .sort((a, b) => distance(a) - distance(b))[0];
}

function themeOf(study: StudyIndex, id: string): string | undefined {
  const entry = study.find(id);
  return entry === undefined || entry.kind === 'part' ? undefined : study.themeOf(entry).id;
}

function sentencesIn(text: string, block: { readonly from: number; readonly to: number }): Omit<Sentence, 'block'>[] {
  const sentences: Omit<Sentence, 'block'>[] = [];
  let { from } = block;
  for (const end of sentenceEnds(text, block.from, block.to)) {
    sentences.push({ from, to: end.at });
    from = end.to;
  }
  return from < block.to ? [...sentences, { from, to: block.to }] : sentences;
}
