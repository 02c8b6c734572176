import { sentenceEnds } from '../../dutch/sentence.js';
import { CHOOSING, type Cue, cuesIn } from '../../recognition/found-cues.js';
import type { StudyIndex } from '../../study/index.js';
import type { Entry, Opgave } from '../../study/model.js';
import type { FixContext } from './fix.js';

/** A sentence of the document, in a block. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly block: number;
}

/**
 * The sentence of which a writer would say that it takes an opgave up already: one that makes a choice, in a block that
 * speaks of the theme. The nearest to what was found; never the one that was found itself, which names the problem.
 */
export function choosingPlace(
  { study, analysis }: FixContext,
  opgave: Opgave,
  found: { readonly from: number; readonly to: number },
): Sentence | undefined {
  const { text, blocks, contexts, mentions } = analysis;
  const ofTheme = new Set(
    mentions.filter(({ id, stance }) => stance !== 'anders' && themeOf(study, id) === opgave.theme).map(({ block }) => block),
  );
  const places = [...ofTheme].flatMap((block): Sentence[] => {
    const { kind, from: start, to: end } = blocks[block]!;
    const { own } = contexts[block]!;
    if (kind === 'heading' || own.asks) return [];
    return cuesIn(own, analysisCues(analysis)).flatMap(({ cue, spans }) => {
      if (!isChoosing(cue)) return [];
      const sentence = sentenceOf(text, start, end, start + spans[0]!);
      return sentence.from <= found.from && sentence.to > found.from ? [] : [{ ...sentence, block }];
    });
  });
  const distance = ({ from }: Sentence): number => Math.abs(from - found.from);
  return places.sort((a, b) => distance(a) - distance(b))[0];
}
