import { DUTCH, FOREIGN, languageMark, SOFTWARE } from './language.js';
import { beginsName, nameLength, type Writing } from './names.js';
import { CAPITAL, CAPITALS, IN_NAME, readWords, Vocabulary, WordList } from './words.js';

/** The words of a block, whatever is looked for in them. Valid until the reader reads the next one. */
export interface Prose {
  /** What read it: tells more of its words and forms. */
  readonly reader: ProseReader;
  readonly words: WordList;
  /** What the forms of the words go by. */
  readonly vocabulary: Vocabulary;
  /** Function words of Dutch and of its neighbours: see language.ts. */
  readonly dutch: number;
  readonly foreign: number;
  /** Words of the software trade. */
  readonly software: number;
}

/** What a word form is, beside what language.ts says of it. */
export const ARTICLE = 8;
export const CONJUNCTION = 16;
export const CLAUSE_START = 32;
const NAME = 64;

/** Reads the words of blocks, and which of them are names. What a form is, is found out once and remembered. */
export class ProseReader {
  private vocabulary = new Vocabulary();
  private kinds: number[] = [];
  private readonly words = new WordList();

  /** Reads `text[from, to)` but for the `skip` ranges. */
  read(text: string, from: number, to: number, skip: readonly number[]): Prose {
    if (this.vocabulary.forms.length > Vocabulary.LIMIT) {
      this.vocabulary = new Vocabulary();
      this.kinds = [];
    }
    const { words, vocabulary } = this;
    readWords(text, from, to, skip, vocabulary, words);
    let dutch = 0;
    let foreign = 0;
    let software = 0;
    let nameEnd = 0;
    for (let w = 0; w < words.count; w++) {
      const kind = this.kindOf(words.form[w]!);
      const language = kind & (DUTCH | FOREIGN | SOFTWARE);
      if (language === DUTCH) dutch++;
      else if (language === FOREIGN) foreign++;
      else if (language === SOFTWARE) software++;
      if (w >= nameEnd && (kind & NAME) !== 0 && (words.flags[w]! & CAPITAL) !== 0) nameEnd = w + this.nameAt(w);
      if (w < nameEnd) words.flags[w]! |= IN_NAME;
    }
    return { reader: this, words, vocabulary, dutch, foreign, software };
  }

  /** What kind of word a form is. */
  kindOf(number: number): number {
    let kind = this.kinds[number];
    if (kind === undefined) {
      const form = this.vocabulary.forms[number]!;
      kind =
        languageMark(form) |
        (ARTICLES.has(form) ? ARTICLE : 0) |
        (CONJUNCTIONS.has(form) ? CONJUNCTION : 0) |
        (CLAUSE_STARTS.has(form) ? CLAUSE_START : 0) |
        (beginsName(form.replaceAll('-', '')) ? NAME : 0);
      this.kinds[number] = kind;
    }
    return kind;
  }

  /** The folded form of a word of the last block. */
  formOf(word: number): string {
    return this.vocabulary.forms[this.words.form[word]!]!.replaceAll('-', '');
  }

  /** How many words from `w` on are the name of a party or place, which says nothing. */
  private nameAt(w: number): number {
    const { words } = this;
    const inSentence = (n: number): boolean => w + n < words.count && words.sentence[w + n] === words.sentence[w];
    return nameLength(
      (n) => (inSentence(n) ? this.formOf(w + n) : undefined),
      (n) => writingOf(words.flags[w + n]!),
      w === 0 || words.sentence[w - 1] !== words.sentence[w],
    );
  }
}

const writingOf = (flags: number): Writing =>
  (flags & CAPITALS) !== 0 ? 'CAPITALS' : (flags & CAPITAL) !== 0 ? 'Capital' : 'lower';

const ARTICLES = new Set(['de', 'het', 'een', 'onze', 'te']);
const CONJUNCTIONS = new Set(['en', 'of', 'enof', 'als', 'tot']);
/** Words that begin a new clause or phrase, so that the word before them stood at an end. */
const CLAUSE_STARTS = new Set(
  (
    'en of maar om door zodat waar als omdat want dan met voor bij in van op tot naar binnen tijdens na zonder via tussen per terwijl ' +
    'wanneer indien opdat doordat zoals tenzij langs waardoor waarmee waarin waarop'
  ).split(' '),
);
