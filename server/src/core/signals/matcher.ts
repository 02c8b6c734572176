import { DUTCH, FOREIGN, languageMark, SOFTWARE } from '../dutch/language.js';
import { beginsName, nameLength, type Writing } from '../dutch/names.js';
import { CAPITAL, CAPITALS, CLAUSE_END, HANGING, LEANING, readWords, Vocabulary, WordList } from '../dutch/words.js';
import { HitBuffer, type Hits } from './hits.js';
import { ascending, Lexicon } from './lexicon.js';
import { Sentence } from './sentence.js';
import { type Meaning, NO_MEANING, SignalIndex } from './signal-index.js';
import type { SignalTable } from './signal-table.js';

/** The words of a block and the signals in it. Valid until the matcher reads the next block. */
export interface Reading {
  readonly words: WordList;
  /** Each signal at most once a sentence, at its first place there. */
  readonly hits: Hits;
  /** Function words of Dutch and of its neighbours: see language.ts. */
  readonly dutch: number;
  readonly foreign: number;
  /** Words of the software trade. */
  readonly software: number;
}

const ARTICLES = new Set(['de', 'het', 'een', 'onze', 'te']);

/** What a word form is, apart from what signals say. */
const ARTICLE = 8;
const CONJUNCTION = 16;
const CLAUSE_START = 32;
const NAME = 64;

/** Elliptical compounds that are remembered at most. */
const MOST_COMPOUNDS = 10_000;

/**
 * Finds signals in text. Each word costs a bounded number of steps, whatever the text says: what a word form means is
 * found out once and remembered, a phrase looks back over its own length, and words near each other are looked for at
 * the end of the sentence, each combination once.
 */
export class Matcher {
  /** Steps taken so far, for those who want to know that they grow with the text and no faster. */
  steps = 0;

  private vocabulary = new Vocabulary();
  /** Per form of the vocabulary: what it means, and what kind of word it is. */
  private meanings: (Meaning | undefined)[] = [];
  private kinds: number[] = [];
  private readonly compounds = new Map<string, Meaning>();
  private readonly lexicon: Lexicon;
  private readonly index: SignalIndex;
  private readonly words = new WordList();
  /** What each word of the block that is being read means. */
  private readonly met: Meaning[] = [];
  private readonly sentence: Sentence;
  private readonly hits = new HitBuffer();

  constructor(readonly table: SignalTable) {
    this.lexicon = new Lexicon(table);
    this.index = new SignalIndex(table);
    this.sentence = new Sentence(table, this.index, this.met);
  }

  /** Reads `text[from, to)` but for the `skip` ranges. */
  read(text: string, from: number, to: number, skip: readonly number[]): Reading {
    if (this.vocabulary.forms.length > Vocabulary.LIMIT) this.forget();
    const { words, met, sentence } = this;
    readWords(text, from, to, skip, this.vocabulary, words);
    const { form, sentence: sentences, count } = words;
    const { hits } = this;
    hits.clear();
    let dutch = 0;
    let foreign = 0;
    let software = 0;
    let nameEnd = 0;
    this.steps += to - from + count;
    sentence.open(words, from);
    sentence.begin(0, 0);
    for (let w = 0; w < count; w++) {
      if (sentences[w] !== sentence.number) {
        this.steps += sentence.end(w, hits);
        sentence.begin(sentences[w]!, w);
      }
      const language = this.kindOf(form[w]!) & (DUTCH | FOREIGN | SOFTWARE);
      if (language === DUTCH) dutch++;
      else if (language === FOREIGN) foreign++;
      else if (language === SOFTWARE) software++;
      if (w >= nameEnd && this.mayBeName(w)) nameEnd = w + this.nameAt(w);
      const meaning = w < nameEnd ? NO_MEANING : this.meaningAt(w);
      met[w] = meaning;
      if (meaning !== NO_MEANING) this.meet(meaning, w);
    }
    this.steps += sentence.end(count, hits);
    return { words, hits: hits.hits(), dutch, foreign, software };
  }

  /** The folded form of a word of the last reading. */
  formOf(word: number): string {
    return this.vocabulary.forms[this.words.form[word]!]!.replaceAll('-', '');
  }

  private meet(meaning: Meaning, w: number): void {
    const { signals, groups, closing, denying, ending } = meaning;
    const { sentence } = this;
    for (let i = 0; i < signals.length; i++) sentence.hit(signals[i]!, w, w);
    sentence.meet(meaning);
    for (let i = 0; i < denying.length; i++) sentence.deny(denying[i]!);
    this.steps += signals.length + groups.length + denying.length;
    if (closing.length > 0 && this.endsClause(w)) for (const phrase of closing) this.meetPhrase(phrase, w, w);
    if (ending !== undefined && w > 0) this.meetPhrases(ending, w);
  }

  /** Phrases of several words that end on word `w`. Articles inside a phrase are passed over. */
  private meetPhrases(ending: ReadonlyMap<number, readonly number[]>, w: number): void {
    const { words, met } = this;
    if (words.sentence[w - 1] !== words.sentence[w]) return;
    const { inner } = met[w - 1]!;
    for (let i = 0; i < inner.length; i++) this.tryPhrases(ending.get(inner[i]!), w - 1, w);
    this.steps += inner.length;
    if (w < 2 || (this.kindOf(words.form[w - 1]!) & ARTICLE) === 0 || words.sentence[w - 2] !== words.sentence[w])
      return;
    const further = met[w - 2]!.inner;
    for (let i = 0; i < further.length; i++)
      if (!inner.includes(further[i]!)) this.tryPhrases(ending.get(further[i]!), w - 2, w);
    this.steps += further.length;
  }

  /** @param before where the last item but one stands */
  private tryPhrases(phrases: readonly number[] | undefined, before: number, w: number): void {
    if (!phrases) return;
    this.steps += phrases.length;
    for (let i = 0; i < phrases.length; i++) {
      const first = this.startOf(phrases[i]!, before, w);
      if (first >= 0) this.meetPhrase(phrases[i]!, first, w);
    }
  }

  private meetPhrase(phrase: number, first: number, last: number): void {
    const { index, sentence } = this;
    const { groupsWith, signalsOf } = index;
    if (index.denial(phrase)) sentence.deny(phrase);
    for (let g = groupsWith.starts[phrase]!; g < groupsWith.starts[phrase + 1]!; g++) {
      const group = groupsWith.items[g]!;
      for (let s = signalsOf.starts[group]!; s < signalsOf.starts[group + 1]!; s++)
        sentence.hit(signalsOf.items[s]!, first, last);
      if (index.joins(group)) sentence.meetPhrase(group, first, last);
      this.steps++;
    }
  }

  /** First word of a phrase that ends on word `w`, its last item but one on word `before`; or -1. */
  private startOf(phrase: number, before: number, w: number): number {
    const { starts, items } = this.table.phrases;
    const { words, met } = this;
    let at = before;
    for (let k = starts[phrase + 1]! - 3; k >= starts[phrase]!; k--) {
      const item = items[k]!;
      at--;
      if (at >= 0 && !met[at]!.inner.includes(item) && (this.kindOf(words.form[at]!) & ARTICLE) !== 0) at--;
      if (at < 0 || words.sentence[at] !== words.sentence[w] || !met[at]!.inner.includes(item)) return -1;
    }
    return at;
  }

  private kindOf(number: number): number {
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

  private forget(): void {
    this.vocabulary = new Vocabulary();
    this.meanings = [];
    this.kinds = [];
  }

  private itemsOfForm(number: number): readonly number[] {
    const form = this.vocabulary.forms[number]!;
    this.steps += form.length;
    return form.includes('-') ? this.itemsOfParts(form) : this.lexicon.itemsOf(form);
  }

  private mayBeName(w: number): boolean {
    return (this.words.flags[w]! & CAPITAL) !== 0 && (this.kindOf(this.words.form[w]!) & NAME) !== 0;
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

  /** A hyphenated compound is met closed up, and by its parts: "ov-knooppunt", "jeugd-ggz", "vmbo-leerlingen". */
  private itemsOfParts(form: string): readonly number[] {
    const parts = form.split('-').filter((part) => part.length > 1 && !PREFIXES.has(part));
    return ascending([form.replaceAll('-', ''), ...parts].flatMap((part) => this.lexicon.itemsOf(part)));
  }

  private meaningAt(w: number): Meaning {
    const { words } = this;
    const form = words.form[w]!;
    const flags = words.flags[w]!;
    if ((flags & (HANGING | LEANING)) !== 0) {
      if ((flags & HANGING) !== 0) {
        const tail = this.completion(w);
        // "woning- bouw": a broken word whose parts stand on one line.
        if (tail >= 0) return this.joined(form, w, tail, true, tail === w + 1 ? 0 : 2);
      } else if (w >= 2 && this.isConjunction(w - 1)) {
        // "cyberincidenten en -criminaliteit": the head stands two words back.
        return this.joined(form, w - 2, w, false, 2);
      }
    }
    let meaning = this.meanings[form];
    if (meaning === undefined) {
      meaning = this.index.meaningOf(this.itemsOfForm(form));
      this.meanings[form] = meaning;
    }
    return meaning;
  }

  /** The word that completes an elliptical compound: the first that does not hang itself, past "en", "of" or a comma. */
  private completion(w: number): number {
    for (let next = w + 1; next < Math.min(this.words.count, w + 8); next++) {
      if (this.words.sentence[next] !== this.words.sentence[w]) return -1;
      if ((this.words.flags[next]! & HANGING) !== 0 || this.isPassedOver(next)) continue;
      return next;
    }
    return -1;
  }

  /** What a word means that makes compounds with part of another one: head and part of the tail, or part of the head and tail. */
  private joined(own: number, headAt: number, tailAt: number, headWhole: boolean, least: number): Meaning {
    const head = this.formOf(headAt);
    const tail = this.formOf(tailAt);
    const key = `${own} ${head} ${tail} ${headWhole} ${least}`;
    const known = this.compounds.get(key);
    if (known) return known;
    const found = [...this.itemsOfForm(own)];
    const part = headWhole ? tail : head;
    for (let cut = least; cut <= Math.min(part.length - 2, 30); cut++) {
      this.steps++;
      found.push(
        ...(headWhole
          ? this.lexicon.itemsAcross(head, tail.slice(cut))
          : this.lexicon.itemsAcross(head.slice(0, cut), tail)),
      );
    }
    const meaning = this.index.meaningOf(ascending(found));
    if (this.compounds.size >= MOST_COMPOUNDS) this.compounds.clear();
    this.compounds.set(key, meaning);
    return meaning;
  }

  private endsClause(w: number): boolean {
    if ((this.words.flags[w]! & CLAUSE_END) !== 0 || w + 1 >= this.words.count) return true;
    return (this.kindOf(this.words.form[w + 1]!) & CLAUSE_START) !== 0;
  }

  private isPassedOver(w: number): boolean {
    return (this.kindOf(this.words.form[w]!) & (CONJUNCTION | ARTICLE)) !== 0;
  }

  private isConjunction(w: number): boolean {
    return (this.kindOf(this.words.form[w]!) & CONJUNCTION) !== 0;
  }
}

const writingOf = (flags: number): Writing =>
  (flags & CAPITALS) !== 0 ? 'CAPITALS' : (flags & CAPITAL) !== 0 ? 'Capital' : 'lower';

/** Parts of hyphenated words that say something else when they stand alone. */
const PREFIXES = new Set(['niet', 'non', 'oud', 'ex', 'nee', 'geen', 'op', 'in', 'en', 'of']);
const CONJUNCTIONS = new Set(['en', 'of', 'enof', 'als', 'tot']);
/** Words that begin a new clause or phrase, so that the word before them stood at an end. */
const CLAUSE_STARTS = new Set(
  (
    'en of maar om door zodat waar als omdat want dan met voor bij in van op tot naar binnen tijdens na zonder via tussen per terwijl ' +
    'wanneer indien opdat doordat zoals tenzij langs waardoor waarmee waarin waarop'
  ).split(' '),
);
