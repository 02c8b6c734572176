import { type BasesOf, basesOnce } from '../dutch/inflection.js';
import { closedStems } from '../dutch/verbs.js';
import { fold, type Phrase, parseSignals, type Signal } from '../signals/signal.js';

/** What is said of something by which it may be recognised. */
export interface Described {
  readonly kind: 'theme' | 'trend' | 'opgave';
  readonly title: string;
  readonly short: string;
  readonly words: readonly string[];
  readonly directions: readonly string[];
}

/** Words that tell little, folded. */
export interface Vocabulary {
  readonly empty: ReadonlySet<string>;
  readonly general: ReadonlySet<string>;
}

/** How much a word tells: one of subjects that many texts are about, any other, and a long one, mostly a compound. */
const GENERAL = 1;
const RARE = 2;
const RARER = 3;
const LONG = 9;
/** It tells less by so much for every further part of the study that has it. */
const SHARED = 0.35;
/** Beside the words of the title those of the explanation and of a direction tell so much. */
const OF_SHORT = 0.5;
const OF_DIRECTION = 0.4;
/** The words of a title tell together what they are about: a title of few words needs all, of a long one some are enough. */
const LEAST_TOLD = 3.5;
const MOST_TOLD = 6;
/** A whole title weighs this, in log-odds; what the writer says by which it is recognised is enough alone. */
const WHOLE = 7;
const ENOUGH = 5;
const HINT = 2;
/** Of the weight of a word so much is for the word in its inflections; the rest is for a compound with it as well. */
const AS_WRITTEN = 0.5;
/** Beginnings and ends of compounds have at least so many letters. */
const LEAST_STEM = 5;

const NOTHING: readonly Phrase[] = [];

interface Word {
  readonly written: string;
  readonly folded: string;
  readonly stem: string;
  /** It tells anything of what it stands in. */
  readonly tells: boolean;
}

/**
 * Signals by which the parts of a study are recognised that have none written for them: the words of title, explanation and
 * directions, each with what it tells, and what their writer adds.
 * @param all every part of the study that is recognised: a word that many of them have tells them not apart
 * @param bases of a word
 */
export function derivedSignals(all: readonly Described[], vocabulary: Vocabulary, bases = basesOnce()): Signal[][] {
  const wording = new Wording(vocabulary.empty, bases);
  const contents = all.map(({ title, short }) => [wording.contentOf(title), wording.contentOf(short)] as const);
  const times = new Map<string, number>();
  for (const [inTitle, inShort] of contents)
    for (const stem of new Set([...inTitle, ...inShort].map(({ stem }) => stem)))
      times.set(stem, (times.get(stem) ?? 0) + 1);
  const tells = ({ folded, stem }: Word): number => {
    const general = vocabulary.general.has(folded) || vocabulary.general.has(stem);
    const alone = general ? GENERAL : folded.length >= LONG ? RARER : RARE;
    return alone / (1 + SHARED * Math.max(0, (times.get(stem) ?? 0) - 1));
  };
  return all.map(({ words, directions }, i) => {
    const [inTitle, inShort] = contents[i]!;
    const told = inTitle.reduce((sum, word) => sum + tells(word), 0);
    const whole = Math.max(LEAST_TOLD, Math.min(MOST_TOLD, told));
    const hasOwn = inTitle.some((word) => tells(word) > GENERAL);
    const known = new Set<string>();
    const signalsOf = (found: readonly Word[], part: number): Signal[] => {
      const signals: Signal[] = [];
      for (const word of found) {
        const told = tells(word);
        // Beside the title only words that tell much: the others stand in every text.
        if ((part < 1 && told <= GENERAL) || known.has(word.stem)) continue;
        known.add(word.stem);
        // What many texts are about says little beside a word of its own.
        const most = hasOwn && told <= GENERAL ? MOST_TOLD : whole;
        signals.push(...wording.ofWord(word, told, (part * WHOLE * told) / most, part < 1));
      }
      return signals;
    };
    const ofTitle = signalsOf(inTitle, 1);
    const first = ofTitle.findIndex(({ weak }) => !weak);
    return [
      ...words.flatMap((phrase) => wording.ofPhrase(phrase)),
      ...ofTitle.map((signal, i) => (i === first ? { ...signal, isObject: true } : signal)),
      ...signalsOf(inShort, OF_SHORT),
      ...directions.flatMap((direction) => signalsOf(wording.contentOf(direction), OF_DIRECTION)),
    ];
  });
}

/** A signal that a writer wrote, with the weight that such signals have. */
const weighed = (signal: Signal): Signal => ({ ...signal, weight: signal.weak ? HINT : ENOUGH });

/**
 * The signals that are written for a part of a study.
 * @param derived what would follow from its words: tells what its title names first, in whatever order the writer wrote
 */
export function asWritten(block: string, derived: readonly Signal[]): Signal[] {
  const objects = derived.filter(({ isObject }) => isObject).flatMap(wordsOf);
  return parseSignals(block).map((signal) => ({
    ...weighed(signal),
    isObject: !signal.weak && wordsOf(signal).some((word) => objects.some((object) => word.startsWith(object))),
  }));
}

/** The words by themselves of which a signal asks one first. */
const wordsOf = ({ near: [first] }: Signal): string[] =>
  first!.flatMap((phrase) => (phrase.length === 1 ? [phrase[0]!.text] : []));

/** Words that a signal asks, in the notation and read. */
type Wanted = Pick<Signal, 'source' | 'near'>;

/** The words of a study as signals. What a word is, and what its signals are, is found out once: most come again. */
class Wording {
  private readonly known = new Map<string, Word>();
  private readonly asWritten = new Map<Word, Wanted>();
  private readonly inCompounds = new Map<string, Wanted>();

  constructor(
    private readonly empty: Vocabulary['empty'],
    private readonly bases: BasesOf,
  ) {}

  /** The words of a sentence that tell anything, each once. */
  contentOf(sentence: string): Word[] {
    const found = new Map<string, Word>();
    for (const word of this.wordsIn(sentence)) if (word.tells && !found.has(word.stem)) found.set(word.stem, word);
    return [...found.values()];
  }

  /** What the writer names is meant. */
  ofPhrase(phrase: string): Signal[] {
    const words = this.wordsIn(phrase);
    if (words.length === 0) return [];
    const source = words.length === 1 ? compounds(words[0]!) : words.map(({ written }) => written).join(' ');
    return parseSignals(source).map((signal) => ({ ...weighed(signal), isObject: true }));
  }

  /** A word by itself, and in compounds. It is a strong signal where it tells much and stands in the title. */
  ofWord(word: Word, tells: number, weight: number, beside: boolean): Signal[] {
    const weak = beside || tells < RARE / (1 + SHARED);
    const { source, near } = this.wantedAsWritten(word);
    const isWhole = word.stem.length < LEAST_STEM;
    const ofWritten = isWhole ? weight : weight * AS_WRITTEN;
    const written = { source: weak ? `? ${source}` : source, weak, near, not: NOTHING, weight: ofWritten };
    if (isWhole) return [written];
    const inCompounds = this.wantedInCompounds(word);
    return [
      written,
      {
        source: inCompounds.source,
        weak: true,
        near: inCompounds.near,
        not: NOTHING,
        weight: weight * (1 - AS_WRITTEN),
      },
    ];
  }

  /**
   * What the notation says, put together where it is one of some words: reading it would take as long as all else that is done with
   * it. A word with a hyphen is also written as words apart: that is left to the notation.
   */
  private wantedAsWritten(word: Word): Wanted {
    const known = this.asWritten.get(word);
    if (known) return known;
    const forms = [...new Set([word.written, ...adjectiveOf(word.folded), word.stem])];
    const source = oneOf(forms);
    const near = /[‐‑-]/.test(word.written)
      ? parseSignals(source)[0]!.near
      : [forms.map((form): Phrase => [{ kind: 'word', text: form === word.written ? word.folded : form }])];
    const wanted = { source, near };
    this.asWritten.set(word, wanted);
    return wanted;
  }

  private wantedInCompounds(word: Word): Wanted {
    const { stem: text } = word;
    const known = this.inCompounds.get(text);
    if (known) return known;
    const near: Signal['near'] = [[[{ kind: 'prefix', text }], [{ kind: 'suffix', text }]]]; // biome-ignore format: a pair
    const wanted = { source: `? ${compounds(word)}`, near };
    this.inCompounds.set(text, wanted);
    return wanted;
  }

  /** The words of a sentence, in characters that the notation of signals has: ½ is 1 and 2. */
  private wordsIn(sentence: string): Word[] {
    const plain = sentence.toLowerCase().normalize('NFKC').replace(/\p{M}/gu, '');
    const found = plain.match(/[\p{L}\p{N}][\p{L}\p{N}'’‐‑-]*/gu) ?? [];
    return found.map((word) => this.wordOf(word)).filter(({ folded }) => folded !== '');
  }

  private wordOf(written: string): Word {
    const known = this.known.get(written);
    if (known) return known;
    const folded = fold(written);
    const tells = folded.length > 2 && !NUMBER.test(folded) && !this.empty.has(folded);
    const word = { written: written.replace(/['’‐‑-]+$/, ''), folded, stem: stemOf(folded, this.bases), tells };
    this.known.set(written, word);
    return word;
  }
}

const oneOf = (forms: readonly string[]): string => (forms.length === 1 ? forms[0]! : `(${forms.join(' | ')})`);

/** A word in its inflections, and as the beginning or the end of a compound. */
function compounds({ written, stem }: Word): string {
  return stem.length < LEAST_STEM ? oneOf([...new Set([written, stem])]) : `(${stem}* | *${stem})`;
}

/** An amount is what changes between a promise and a plan. */
const NUMBER = /^\d|(?:honderd|duizend|miljoen)$/;

/** The singular of a plural, the stem of a verb: what compounds begin with. */
function stemOf(word: string, bases: BasesOf): string {
  if (word.length < 5) return word;
  let bare: string | undefined;
  for (const { text, endings } of bases(word))
    if ((endings & 1) !== 0 && text.length > 2 && text.length < (bare ?? word).length) bare = text;
  return bare ?? word.replace(/(?<=[a-z]{3})s$/, '');
}

/** `sociaal` of `sociale`. */
function adjectiveOf(word: string): string[] {
  if (!/[^aeiou]e$/.test(word) || word.length < 5) return [];
  return closedStems(word.slice(0, -1)).filter((stem) => stem.length > 2);
}
