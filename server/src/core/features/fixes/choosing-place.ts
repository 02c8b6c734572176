import { sentenceEnds } from '../../dutch/sentence.js';
import type { Mention } from '../../recognition/mentions.js';
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
 * speaks of the theme, and that is not about another theme or a stand against something. The nearest to what was found; never
 * what was found itself, which names the problem.
 */
export function choosingPlace(
  { study, analysis }: FixContext,
  opgave: Opgave,
  found: { readonly from: number; readonly to: number },
): Sentence | undefined {
  const { text, blocks, contexts, mentions } = analysis;
  const isOfTheme = ({ id, stance }: Mention): boolean => stance !== 'anders' && themeOf(study, id) === opgave.theme;
  const speaking = mentions.filter(isOfTheme);
  const sentences = [...new Set(speaking.map(({ block }) => block))].flatMap((block) => {
    const { own } = contexts[block]!;
    if (blocks[block]!.kind === 'heading' || own.asks) return [];
    const doing = doingIn(own.counts);
    return sentencesIn(text, blocks[block]!)
      .filter((_, at) => (doing & (1 << Math.min(at, LAST_SENTENCE))) !== 0)
      .map((sentence) => ({ ...sentence, block }));
  });
  const distance = ({ from }: Sentence): number => Math.abs(from - found.from);
  const saidIn = ({ from, to, block }: Sentence): Mention[] =>
    mentions.filter((one) => one.block === block && one.from < to && one.to > from);
  return sentences
    .filter(({ from, to }) => from >= found.to || to <= found.from)
    .filter((sentence) => {
      const said = saidIn(sentence);
      return said.every(({ stance }) => stance !== 'anders') && (said.length === 0 || said.some(isOfTheme));
    })
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
