import type { Vocabulary, WordList } from '../dutch/words.js';
import { STEP, type StanceModel } from '../study/learned.js';
import type { AnalysedBlock } from './analysed-block.js';
import { CUES, type Labels } from './labels.js';
import { countsOf, LAST_SENTENCE, type SignalCounts } from './signal-counts.js';

/** So many words share what the words of a block say. */
const SHARED = 30;
export const stanceShare = (words: number): number => Math.min(1, Math.sqrt(SHARED / Math.max(1, words)));

/**
 * Mask of the sentences in which a block speaks of an opgave: those with its strong signals, else its weak ones, else strong
 * ones of its theme. 0 where none does: then all count.
 */
export function sentencesOf(labels: Labels, counts: SignalCounts, label: number): number {
  const own = countsOf(counts, label);
  if (own) return own.strongIn || own.anyIn;
  let ofTheme = 0;
  for (const other of counts.labels) if (labels.theme[other.label] === labels.theme[label]) ofTheme |= other.strongIn;
  return ofTheme;
}

/** What the words of each sentence say of what it does: where it speaks of the opgave, and where it does not. */
export type SentenceStances = Float32Array;

export const NO_STANCES: SentenceStances = new Float32Array(0);

/** A feature of a sentence that speaks of the opgave, or of one that does not; `>` marks what it begins with. */
export const wordFeature = (word: string): string => `w ${word}`;
export const elsewhereFeature = (word: string): string => `o ${word}`;
export const firstFeature = (word: string): string => `> ${word}`;
export const pairFeature = (word: string, next: string): string => `b ${word} ${next}`;

/** What a block is, apart from its words, as far as it tells what it does with an opgave. */
export function* blockFeatures(labels: Labels, block: AnalysedBlock, label: number): Generator<string> {
  const { counts, kind, ending, words, asks } = block;
  const where = sentencesOf(labels, counts, label);
  if (where === 0) yield 'nohit';
  for (const [i, mask] of counts.cueIn.entries()) {
    if (mask === 0) continue;
    yield `${(mask & (where || mask)) !== 0 ? 'c' : 'co'} ${CUES[i]}`;
  }
  yield `kind ${kind}`;
  yield `end ${ending}`;
  yield `length ${Math.min(6, Math.floor(Math.log2(1 + words)))}`;
  if (asks) yield 'asks';
  if ((where & 1) !== 0) yield 'first';
}

/** What was learned of one word form. */
interface WordStance {
  readonly here: number;
  readonly elsewhere: number;
  readonly first: number;
  /** Pairs that begin with it, by the form of the next word. */
  readonly pairs: ReadonlyMap<string, number> | undefined;
}

/** Tells what sentences do with what they speak of: the same for all opgaven. Learned for two questions: whether they choose, and which way. */
export class Stances {
  private readonly pairs = new Map<string, Map<string, number>>();
  private vocabulary: Vocabulary | undefined;
  private known: (WordStance | undefined)[] = [];

  constructor(readonly model: StanceModel) {
    for (const [feature, weight] of Object.entries(model.features)) {
      const [kind, word, next] = feature.split(' ');
      if (kind !== 'b') continue;
      const of = this.pairs.get(word!) ?? new Map<string, number>();
      this.pairs.set(word!, of.set(next!, weight * STEP));
    }
  }

  /** Flat pairs, by sentence. */
  read({ count, form, sentence }: WordList, vocabulary: Vocabulary): SentenceStances {
    if (vocabulary !== this.vocabulary) {
      this.vocabulary = vocabulary;
      this.known = [];
    }
    const last = count === 0 ? 0 : Math.min(LAST_SENTENCE, sentence[count - 1]!);
    const found = new Float32Array(2 * (last + 1));
    for (let w = 0; w < count; w++) {
      const at = 2 * Math.min(LAST_SENTENCE, sentence[w]!);
      const own = this.ofForm(form[w]!, vocabulary);
      let here = own.here;
      if (w === 0 || sentence[w - 1] !== sentence[w]) here += own.first;
      if (own.pairs !== undefined && w + 1 < count && sentence[w + 1] === sentence[w])
        here += own.pairs.get(closed(vocabulary.forms[form[w + 1]!]!)) ?? 0;
      found[at]! += here;
      found[at + 1]! += own.elsewhere;
    }
    return found;
  }

  private ofForm(form: number, vocabulary: Vocabulary): WordStance {
    this.known[form] ??= this.ofWord(closed(vocabulary.forms[form]!));
    return this.known[form];
  }

  private ofWord(word: string): WordStance {
    const weight = (feature: string): number => (this.model.features[feature] ?? 0) * STEP;
    return {
      here: weight(wordFeature(word)),
      elsewhere: weight(elsewhereFeature(word)),
      first: weight(firstFeature(word)),
      pairs: this.pairs.get(word),
    };
  }

  /**
   * What a block does with an opgave that it speaks of, in log-odds.
   * @param stances what {@link read} found in the block
   */
  of(labels: Labels, block: AnalysedBlock, stances: SentenceStances, label: number): number {
    const where = sentencesOf(labels, block.counts, label);
    let ofWords = 0;
    for (let s = 0; s < stances.length / 2; s++)
      ofWords += stances[2 * s + (where === 0 || (where & (1 << s)) !== 0 ? 0 : 1)]!;
    let z = this.model.bias * STEP + ofWords * stanceShare(block.words);
    for (const feature of blockFeatures(labels, block, label)) z += (this.model.features[feature] ?? 0) * STEP;
    return z;
  }
}

/** A form of the vocabulary without its hyphens. */
export const closed = (form: string): string => form.replaceAll('-', '');
