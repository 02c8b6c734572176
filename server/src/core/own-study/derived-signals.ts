import { basesOf } from '../dutch/inflection.js';
import { closedStems } from '../dutch/verbs.js';
import { fold } from '../signals/signal.js';

/** What is said of something by which it may be recognised. */
export interface Described {
  readonly kind: 'theme' | 'trend' | 'opgave';
  readonly title: string;
  readonly words: readonly string[];
  readonly directions: readonly string[];
}

/** Words that tell little, folded. */
export interface Vocabulary {
  readonly empty: ReadonlySet<string>;
  readonly general: ReadonlySet<string>;
}

/** A word as it was written, and how much it says. */
interface Word {
  readonly written: string;
  readonly folded: string;
  readonly general: boolean;
  /** No word of another part of the study is like it. */
  readonly own: boolean;
  /** Number of the word in its sentence, words that say nothing counted as well. */
  readonly at: number;
}

/** A word that says by itself what a text is about has at least so many letters: most are compounds. */
const TELLING = 7;
/** No title is taken for more words than this: a long one would be recognised by any two of them. */
const MOST_WORDS = 8;
/** Beginnings of compounds have at least so many letters. */
const LEAST_STEM = 5;

/**
 * Signals, in the notation of docs/signalen.md, by which the parts of a study are recognised that have none written for
 * them: by the words of their titles beside each other, by telling words alone, and by what their writer adds.
 * @param all every part of the study that is recognised: a word that many of them have tells them not apart
 */
export function derivedSignals(all: readonly Described[], vocabulary: Vocabulary): string[] {
  const parts = all.map((one) => ({ ...one, stems: new Set(wordsIn(one.title).map(({ folded }) => stemOf(folded))) }));
  const times = new Map<string, number>();
  for (const { stems } of parts) for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
  const content = (sentence: string): Word[] =>
    wordsIn(sentence)
      .filter(({ folded }) => folded.length > 2 && !/^\d/.test(folded) && !vocabulary.empty.has(folded))
      .map((word) => ({
        ...word,
        general: vocabulary.general.has(word.folded) || vocabulary.general.has(stemOf(word.folded)),
        own: (times.get(stemOf(word.folded)) ?? 0) < 2,
      }));
  return parts.map(({ kind, title, words, directions }) =>
    [
      ...new Set([
        ...words.map((each) => ofWords(wordsIn(each))),
        ...ofTitle(content(title).slice(0, MOST_WORDS), kind === 'theme'),
        ...directions.flatMap((direction) => ofDirection(content(direction).slice(0, MOST_WORDS))),
      ]),
    ]
      .filter((signal) => signal !== '')
      .join('\n'),
  );
}

/** What the writer names is meant: alone it is enough. */
const ofWords = (words: readonly Pick<Word, 'written' | 'folded'>[]): string =>
  words.length === 1 ? formsOf(words[0]!) : words.map(({ written }) => written).join(' ');

function ofTitle(words: readonly Word[], ofTheme: boolean): string[] {
  const found: string[] = [];
  for (const word of words) {
    const alone = !word.general && word.own && word.folded.length >= TELLING;
    if (!word.general || ofTheme || words.length === 1) found.push(`${alone ? '' : '? '}${formsOf(word)}`);
  }
  for (const [i, one] of words.entries())
    for (const other of words.slice(i + 1)) {
      const beside = other.at === one.at + 1;
      if (beside) found.push(`${one.written} ${other.written}`);
      const weak = one.general && other.general;
      found.push(`${weak ? '? ' : ''}${formsOf(one)} ~ ${formsOf(other)}`);
    }
  return found;
}

/** A direction is one way among others: what stands in it is no more than a sign. */
function ofDirection(words: readonly Word[]): string[] {
  const found: string[] = [];
  for (const [i, one] of words.entries())
    for (const other of words.slice(i + 1))
      if (!one.general || !other.general) found.push(`? ${formsOf(one)} ~ ${formsOf(other)}`);
  return found;
}

/** The words of a sentence. */
function wordsIn(sentence: string): { written: string; folded: string; at: number }[] {
  const found = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’‐‑-]*/gu) ?? [];
  return found
    .map((word, at) => ({ written: word.replace(/['’‐‑-]+$/, '').toLowerCase(), folded: fold(word), at }))
    .filter(({ folded }) => folded !== '');
}

/** A word in its inflections, and as the beginning or the end of a compound. */
function formsOf({ written, folded }: Pick<Word, 'written' | 'folded'>): string {
  const stem = stemOf(folded);
  const forms = new Set([written]);
  for (const other of adjectiveOf(folded)) forms.add(other);
  if (stem.length >= LEAST_STEM) {
    forms.add(`${stem}*`);
    forms.add(`*${stem}`);
  } else if (stem !== folded) forms.add(stem);
  return forms.size === 1 ? written : `(${[...forms].join(' | ')})`;
}

/** The singular of a plural, the stem of a verb: what compounds begin with. */
export function stemOf(word: string): string {
  if (word.length < 5) return word;
  const bare = basesOf(word)
    .filter(({ text, endings }) => (endings & 1) !== 0 && text.length > 2 && text.length < word.length)
    .map(({ text }) => text)
    .sort((a, b) => a.length - b.length);
  return bare[0] ?? word.replace(/(?<=[a-z]{3})s$/, '');
}

/** `sociaal` of `sociale`. */
function adjectiveOf(word: string): string[] {
  if (!/[^aeiou]e$/.test(word) || word.length < 5) return [];
  return closedStems(word.slice(0, -1)).filter((stem) => stem.length > 2);
}
