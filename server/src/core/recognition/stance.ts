import { IN_NAME, type Vocabulary, type WordList } from '../dutch/words.js';
import { STEP, type StanceModel } from '../study/learned.js';
import type { AnalysedBlock } from './analysed-block.js';
import { CUES, type Labels } from './labels.js';
import { countsOf, LAST_SENTENCE, type SignalCounts } from './signal-counts.js';

/** So many words share what the words of a block say. */
const SHARED = 15;
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

/**
 * What the words of each sentence say of what it does: four numbers a sentence, for either {@link Question} where it speaks
 * of the opgave, and where it does not.
 */
export type SentenceStances = readonly number[];
const NUMBERS = 4;

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

/** What a block is, apart from its words, as far as it tells what it does with what it speaks of: see {@link blockFeatures}. */
export const BLOCK_FEATURES = [
  'kind paragraph', 'kind item', 'kind heading', 'kind cell', 'end sentence', 'end colon', 'end word',
  'length 0', 'length 1', 'length 2', 'length 3', 'length 4', 'length 5', 'length 6', 'nohit', 'idle', 'asks', 'first',
  ...CUES.map((cue) => `c ${cue}`), ...CUES.map((cue) => `co ${cue}`),
]; // biome-ignore format: a list
const KINDS = { paragraph: 0, item: 1, heading: 2, cell: 3 } as const;
const ENDINGS = { sentence: 4, colon: 5, word: 6 } as const;
const LENGTH = BLOCK_FEATURES.indexOf('length 0');
const NO_HIT = BLOCK_FEATURES.indexOf('nohit');
const IDLE = BLOCK_FEATURES.indexOf('idle');
const ASKS = BLOCK_FEATURES.indexOf('asks');
const FIRST = BLOCK_FEATURES.indexOf('first');
const CUE_HERE = FIRST + 1;
const CUE_ELSEWHERE = CUE_HERE + CUES.length;

/**
 * Those of {@link BLOCK_FEATURES} that a block has, by number.
 * @param where mask of the sentences that speak of it; see {@link sentencesOf}
 */
export function blockFeatures({ counts, kind, ending, words, asks }: AnalysedBlock, where: number): number[] {
  const found: number[] = [KINDS[kind], ENDINGS[ending], LENGTH + Math.min(6, Math.floor(Math.log2(1 + words)))];
  if (where === 0) found.push(NO_HIT);
  for (let i = 0; i < counts.cueIn.length; i++) {
    const mask = counts.cueIn[i]!;
    if (mask !== 0) found.push(((mask & (where || mask)) !== 0 ? CUE_HERE : CUE_ELSEWHERE) + i);
  }
  if (isIdle(counts)) found.push(IDLE);
  if (asks) found.push(ASKS);
  if ((where & 1) !== 0) found.push(FIRST);
  return found;
}

/** The questions that are learned apart: whether sentences choose, and whether that is against something. */
export type Question = 'stance' | 'direction';
const QUESTIONS: readonly Question[] = ['stance', 'direction'];

/** What was learned of one word form or pair, by question. */
type Weights = [stance: number, direction: number];
interface WordStance {
  readonly word: string;
  readonly here: Weights;
  readonly elsewhere: Weights;
  readonly first: Weights;
  /** Pairs that begin with it, by the form of the next word. */
  readonly pairs: ReadonlyMap<string, Weights> | undefined;
}

/** Tells what sentences do with what they speak of: the same for all opgaven. */
export class Stances {
  private readonly pairs = new Map<string, Map<string, Weights>>();
  private readonly words = new Map<string, Pick<WordStance, 'here' | 'elsewhere' | 'first'>>();
  /** Words that end a pair. */
  private readonly ends = new Set<string>();
  /** Per feature of {@link BLOCK_FEATURES} what it says. */
  private readonly ofBlocks: Readonly<Record<Question, readonly number[]>>;
  private vocabulary: Vocabulary | undefined;
  private known: (WordStance | undefined)[] = [];
  /** Of a name, whichever it is. */
  private readonly ofName: WordStance;

  constructor(private readonly models: Readonly<Record<Question, StanceModel>>) {
    for (const [q, question] of QUESTIONS.entries())
      for (const feature in models[question].features) {
        const weight = models[question].features[feature]! * STEP;
        if (feature[1] !== ' ') continue;
        const part = PARTS[feature[0]!];
        if (part !== undefined) this.wordOf(feature.slice(2))[part][q] = weight;
        else if (feature[0] === 'b') this.pairOf(feature, feature.indexOf(' ', 2))[q] = weight;
      }
    const ofBlocks = ({ features }: StanceModel) => BLOCK_FEATURES.map((name) => (features[name] ?? 0) * STEP);
    this.ofBlocks = { stance: ofBlocks(models.stance), direction: ofBlocks(models.direction) };
    this.ofName = this.ofWord(NAME);
  }

  private wordOf(word: string): Pick<WordStance, 'here' | 'elsewhere' | 'first'> {
    let own = this.words.get(word);
    if (!own) {
      own = { here: [0, 0], elsewhere: [0, 0], first: [0, 0] };
      this.words.set(word, own);
    }
    return own;
  }

  /** @param space between the two words of a pair */
  private pairOf(feature: string, space: number): Weights {
    const [word, next] = [feature.slice(2, space), feature.slice(space + 1)];
    let of = this.pairs.get(word);
    if (!of) {
      of = new Map();
      this.pairs.set(word, of);
    }
    let pair = of.get(next);
    if (!pair) {
      pair = [0, 0];
      of.set(next, pair);
      this.ends.add(next);
    }
    return pair;
  }

  read(words: WordList, vocabulary: Vocabulary): SentenceStances {
    const { count, sentence } = words;
    if (vocabulary !== this.vocabulary) {
      this.vocabulary = vocabulary;
      this.known = [];
    }
    const last = count === 0 ? 0 : Math.min(LAST_SENTENCE, sentence[count - 1]!);
    const found = new Array<number>(NUMBERS * (last + 1)).fill(0);
    for (let w = 0; w < count; w++) {
      const own = this.ofWordAt(words, w, vocabulary);
      if (own === UNKNOWN) continue;
      const at = NUMBERS * Math.min(LAST_SENTENCE, sentence[w]!);
      const isFirst = w === 0 || sentence[w - 1] !== sentence[w];
      const next =
        own.pairs !== undefined && w + 1 < count && sentence[w + 1] === sentence[w]
          ? this.ofWordAt(words, w + 1, vocabulary)
          : UNKNOWN;
      const pair = next === UNKNOWN ? undefined : own.pairs?.get(next.word);
      for (let q = 0; q < 2; q++) {
        found[at + 2 * q]! += own.here[q]! + (isFirst ? own.first[q]! : 0) + (pair ? pair[q]! : 0);
        found[at + 2 * q + 1]! += own.elsewhere[q]!;
      }
    }
    return found;
  }

  private ofWordAt({ form, flags }: WordList, w: number, vocabulary: Vocabulary): WordStance {
    if ((flags[w]! & IN_NAME) !== 0) return this.ofName;
    const number = form[w]!;
    this.known[number] ??= this.ofWord(closed(vocabulary.forms[number]!));
    return this.known[number];
  }

  private ofWord(word: string): WordStance {
    const pairs = this.pairs.get(word);
    const own = this.words.get(word);
    // Most words say nothing: they share what is known of them.
    if (!own && !pairs && !this.ends.has(word)) return UNKNOWN;
    return { ...UNKNOWN, ...own, word, pairs };
  }

  /** What a block does with an opgave that it speaks of, in log-odds. */
  of(labels: Labels, block: AnalysedBlock, label: number, question: Question): number {
    return this.does(block, sentencesOf(labels, block.counts, label), question);
  }

  /** The same, of whatever the sentences of a mask speak of; see {@link sentencesOf}. */
  does(block: AnalysedBlock, where: number, question: Question): number {
    const { stances } = block;
    const model = this.models[question];
    const at = 2 * QUESTIONS.indexOf(question);
    let ofWords = 0;
    for (let s = 0; s < stances.length / NUMBERS; s++)
      ofWords += stances[NUMBERS * s + at + (where === 0 || (where & (1 << s)) !== 0 ? 0 : 1)]!;
    let z = model.bias * STEP + ofWords * stanceShare(block.words);
    const weights = this.ofBlocks[question];
    for (const feature of blockFeatures(block, where)) z += weights[feature]!;
    return z;
  }
}

/** What the kinds of features of a word tell. */
const PARTS: Readonly<Record<string, 'here' | 'elsewhere' | 'first'>> = { w: 'here', o: 'elsewhere', '>': 'first' };

const UNKNOWN: WordStance = { word: '', here: [0, 0], elsewhere: [0, 0], first: [0, 0], pairs: undefined };

/** What a name is learned as. */
export const NAME = '';

/** A form of the vocabulary without its hyphens. */
export const closed = (form: string): string => form.replaceAll('-', '');
