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

/** Nothing is done, wanted, demanded, examined or kept up in it. */
export const isIdle = (counts: SignalCounts): boolean => doingIn(counts) === 0;

/** Mask of the sentences in which something is. */
export const doingIn = ({ cueIn }: SignalCounts): number => DOING.reduce((mask, cue) => mask | cueIn[cue]!, 0);
const DOING = ['action', 'wish', 'demand', 'examine', 'continue'].map((cue) =>
  (CUES as readonly string[]).indexOf(cue),
);

/** Names that do not have to be put together time and again. */
const CUE_HERE = CUES.map((cue) => `c ${cue}`);
const CUE_ELSEWHERE = CUES.map((cue) => `co ${cue}`);
const LENGTHS = ['length 0', 'length 1', 'length 2', 'length 3', 'length 4', 'length 5', 'length 6'];
const KINDS = { paragraph: 'kind paragraph', item: 'kind item', heading: 'kind heading', cell: 'kind cell' } as const;
const ENDINGS = { sentence: 'end sentence', colon: 'end colon', word: 'end word' } as const;

/**
 * What a block is, apart from its words, as far as it tells what it does with what it speaks of.
 * @param where mask of the sentences that speak of it; see {@link sentencesOf}
 */
export function blockFeatures(block: AnalysedBlock, where: number): string[] {
  const { counts, kind, ending, words, asks } = block;
  const found: string[] = [KINDS[kind], ENDINGS[ending], LENGTHS[Math.min(6, Math.floor(Math.log2(1 + words)))]!];
  if (where === 0) found.push('nohit');
  for (let i = 0; i < counts.cueIn.length; i++) {
    const mask = counts.cueIn[i]!;
    if (mask !== 0) found.push(((mask & (where || mask)) !== 0 ? CUE_HERE : CUE_ELSEWHERE)[i]!);
  }
  if (isIdle(counts)) found.push('idle');
  if (asks) found.push('asks');
  if ((where & 1) !== 0) found.push('first');
  return found;
}

/** What was learned of one word form. */
interface WordStance {
  readonly word: string;
  readonly here: number;
  readonly elsewhere: number;
  readonly first: number;
  /** Pairs that begin with it, by the form of the next word. */
  readonly pairs: ReadonlyMap<string, number> | undefined;
}

/** Tells what sentences do with what they speak of: the same for all opgaven. Learned for two questions: whether they choose, and which way. */
export class Stances {
  private readonly pairs = new Map<string, Map<string, number>>();
  private readonly words = new Map<string, Partial<WordStance>>();
  /** Words that end a pair. */
  private readonly ends = new Set<string>();
  private vocabulary: Vocabulary | undefined;
  private known: (WordStance | undefined)[] = [];

  constructor(readonly model: StanceModel) {
    for (const [feature, weight] of Object.entries(model.features)) {
      const [kind, word, next] = feature.split(' ');
      const part = PARTS[kind!];
      if (part !== undefined) this.words.set(word!, { ...this.words.get(word!), [part]: weight * STEP });
      if (kind !== 'b') continue;
      const of = this.pairs.get(word!) ?? new Map<string, number>();
      this.pairs.set(word!, of.set(next!, weight * STEP));
      this.ends.add(next!);
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
        here += own.pairs.get(this.ofForm(form[w + 1]!, vocabulary).word) ?? 0;
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
    const pairs = this.pairs.get(word);
    const own = this.words.get(word);
    // Most words say nothing: they share what is known of them.
    if (!own && !pairs && !this.ends.has(word)) return UNKNOWN;
    return { ...UNKNOWN, ...own, word, pairs };
  }

  /**
   * What a block does with an opgave that it speaks of, in log-odds.
   * @param stances what {@link read} found in the block
   */
  of(labels: Labels, block: AnalysedBlock, stances: SentenceStances, label: number): number {
    return this.does(block, stances, sentencesOf(labels, block.counts, label));
  }

  /** The same, of whatever the sentences of a mask speak of; see {@link sentencesOf}. */
  does(block: AnalysedBlock, stances: SentenceStances, where: number): number {
    let ofWords = 0;
    for (let s = 0; s < stances.length / 2; s++)
      ofWords += stances[2 * s + (where === 0 || (where & (1 << s)) !== 0 ? 0 : 1)]!;
    let z = this.model.bias * STEP + ofWords * stanceShare(block.words);
    for (const feature of blockFeatures(block, where)) z += (this.model.features[feature] ?? 0) * STEP;
    return z;
  }
}

/** What the kinds of features of a word tell. */
const PARTS: Readonly<Record<string, 'here' | 'elsewhere' | 'first'>> = { w: 'here', o: 'elsewhere', '>': 'first' };

const UNKNOWN: WordStance = { word: '', here: 0, elsewhere: 0, first: 0, pairs: undefined };

/** A form of the vocabulary without its hyphens. */
export const closed = (form: string): string => form.replaceAll('-', '');
