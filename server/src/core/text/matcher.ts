import { DUTCH, FOREIGN, languageMark, SOFTWARE } from './language.js';
import { ascending, Lexicon } from './lexicon.js';
import { countOf, inverted, type Lists } from './lists.js';
import { beginsName, nameLength, type Writing } from './names.js';
import type { SignalTable } from './signal-table.js';
import { CAPITAL, CAPITALS, CLAUSE_END, HANGING, LEANING, readWords, Vocabulary, WordList } from './words.js';

/** A signal that was found, with the words that carry it. */
export interface Hit {
  readonly signal: number;
  /** Indices of words in the block, ascending: first and last word of each phrase. */
  readonly words: readonly number[];
  /** Number of the sentence within the block. */
  readonly sentence: number;
}

/** The words of a block and the signals in it. Valid until the matcher reads the next block. */
export interface Reading {
  readonly words: WordList;
  /** Each signal at most once a sentence, at its first place there. */
  readonly hits: readonly Hit[];
  /** Function words of Dutch and of its neighbours: see language.ts. */
  readonly dutch: number;
  readonly foreign: number;
  /** Words of the software trade. */
  readonly software: number;
}

/** "These words near each other": at most so many words apart, in one sentence. */
const NEAR = 12;
const ARTICLES = new Set(['de', 'het', 'een', 'onze', 'te']);

const NOTHING: readonly number[] = [];

/** What a word form is, apart from what signals say. */
const ARTICLE = 8;
const CONJUNCTION = 16;
const CLAUSE_START = 32;
const NAME = 64;

/**
 * Finds signals in text. Each word costs a bounded number of steps, whatever the text says: a word form is looked up
 * once and remembered, a phrase looks back over its own length, and nearness compares last places only.
 */
export class Matcher {
  /** Steps taken so far, for those who want to know that they grow with the text and no faster. */
  steps = 0;

  private vocabulary = new Vocabulary();
  /** Per form of the vocabulary: items it meets, and what kind of word it is. */
  private items: (readonly number[])[] = [];
  private kinds: number[] = [];
  private readonly lexicon: Lexicon;
  private readonly words = new WordList();
  /** Items met by each word of the block that is being read. */
  private readonly met: (readonly number[])[] = [];

  private readonly phrasesEndingOn: Lists;
  private readonly groupsWith: Lists;
  private readonly formsWith: Lists;
  /** Where each group was last seen: first and last word; `groupRound` says in which round. */
  private readonly groupFirst: Int32Array;
  private readonly groupLast: Int32Array;
  private readonly groupRound: Int32Array;
  /** Where each phrase was last seen, for what must be absent. */
  private readonly phraseLast: Int32Array;
  private readonly phraseRound: Int32Array;
  private readonly foundIn: Int32Array;
  /** Forms that are complete in the present sentence, with the words that carry them. */
  private waiting: { readonly form: number; readonly words: number[] }[] = [];
  private round = 0;
  private sentenceRound = 0;

  constructor(readonly table: SignalTable) {
    this.lexicon = new Lexicon(table);
    const { phrases, groups, near } = table;
    const lastItems = phrases.starts.subarray(1).map((end) => phrases.items[end - 1]!);
    const oneEach = Int32Array.from({ length: lastItems.length + 1 }, (_, i) => i);
    this.phrasesEndingOn = inverted({ starts: oneEach, items: lastItems }, table.atomCount + countOf(table.classes));
    this.groupsWith = inverted(groups, countOf(phrases));
    this.formsWith = inverted(near, countOf(groups));
    this.groupFirst = new Int32Array(countOf(groups));
    this.groupLast = new Int32Array(countOf(groups));
    this.groupRound = new Int32Array(countOf(groups));
    this.phraseLast = new Int32Array(countOf(phrases));
    this.phraseRound = new Int32Array(countOf(phrases));
    this.foundIn = new Int32Array(table.labelOf.length);
  }

  /** Reads `text[from, to)` but for the `skip` ranges. */
  read(text: string, from: number, to: number, skip: readonly number[]): Reading {
    if (this.vocabulary.forms.length > Vocabulary.LIMIT) this.forget();
    const { words, met } = this;
    readWords(text, from, to, skip, this.vocabulary, words);
    const { form, sentence: sentences, count } = words;
    const hits: Hit[] = [];
    this.round++;
    this.sentenceRound++;
    let dutch = 0;
    let foreign = 0;
    let software = 0;
    let sentence = 0;
    let nameEnd = 0;
    this.steps += to - from + count;
    for (let w = 0; w < count; w++) {
      if (sentences[w] !== sentence) {
        this.settle(sentence, hits);
        sentence = sentences[w]!;
      }
      const language = this.kindOf(form[w]!) & (DUTCH | FOREIGN | SOFTWARE);
      if (language === DUTCH) dutch++;
      else if (language === FOREIGN) foreign++;
      else if (language === SOFTWARE) software++;
      if (w >= nameEnd) nameEnd = w + this.nameAt(w);
      const items = w < nameEnd ? NOTHING : this.itemsAt(w);
      met[w] = items;
      for (let i = 0; i < items.length; i++) this.meet(items[i]!, w);
    }
    this.settle(sentence, hits);
    return { words, hits, dutch, foreign, software };
  }

  /** The folded form of a word of the last reading. */
  formOf(word: number): string {
    return this.vocabulary.forms[this.words.form[word]!]!.replaceAll('-', '');
  }

  /** An item stands at word `w`: looks which phrases end on it, and which forms of signals that completes. */
  private meet(item: number, w: number): void {
    const { phrasesEndingOn, groupsWith, formsWith, round } = this;
    const phrasesEnd = phrasesEndingOn.starts[item + 1]!;
    for (let p = phrasesEndingOn.starts[item]!; p < phrasesEnd; p++) {
      const phrase = phrasesEndingOn.items[p]!;
      const first = this.startOf(phrase, w);
      if (first < 0) continue;
      this.phraseLast[phrase] = w;
      this.phraseRound[phrase] = round;
      const groupsEnd = groupsWith.starts[phrase + 1]!;
      for (let g = groupsWith.starts[phrase]!; g < groupsEnd; g++) {
        const group = groupsWith.items[g]!;
        this.groupFirst[group] = first;
        this.groupLast[group] = w;
        this.groupRound[group] = round;
        const formsEnd = formsWith.starts[group + 1]!;
        this.steps += formsEnd - formsWith.starts[group]!;
        for (let f = formsWith.starts[group]!; f < formsEnd; f++) this.tryForm(formsWith.items[f]!, w);
      }
    }
  }

  /** Keeps a form when all of it stands near word `w`, where a phrase of it ends. */
  private tryForm(form: number, w: number): void {
    const { table, words, round } = this;
    if (this.foundIn[table.formSignal[form]!] === this.sentenceRound) return;
    const { starts, items } = table.near;
    const end = starts[form + 1]!;
    for (let k = starts[form]!; k < end; k++) {
      const group = items[k]!;
      const last = this.groupLast[group]!;
      if (this.groupRound[group] !== round || w - last > NEAR || words.sentence[last] !== words.sentence[w]) return;
    }
    const places: number[] = [];
    for (let k = starts[form]!; k < end; k++) places.push(this.groupFirst[items[k]!]!, this.groupLast[items[k]!]!);
    // Nothing can take it back: it is found.
    if (table.not.starts[form] === table.not.starts[form + 1])
      this.foundIn[table.formSignal[form]!] = this.sentenceRound;
    this.waiting.push({ form, words: ascending(places) });
  }

  /** The end of a sentence: what waited is a hit, unless something that must be absent stood in it. */
  private settle(sentence: number, hits: Hit[]): void {
    const { table, words, round } = this;
    const { starts, items } = table.not;
    for (const { form, words: evidence } of this.waiting) {
      const signal = table.formSignal[form]!;
      const certain = starts[form] === starts[form + 1];
      if (!certain && this.foundIn[signal] === this.sentenceRound) continue;
      let absent = true;
      for (let k = starts[form]!; k < starts[form + 1]!; k++) {
        const phrase = items[k]!;
        if (this.phraseRound[phrase] === round && words.sentence[this.phraseLast[phrase]!] === sentence) absent = false;
      }
      if (!absent) continue;
      this.foundIn[signal] = this.sentenceRound;
      hits.push({ signal, words: evidence, sentence });
    }
    this.steps += this.waiting.length;
    this.waiting.length = 0;
    this.sentenceRound++;
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
    this.items = [];
    this.kinds = [];
  }

  private itemsOfForm(number: number): readonly number[] {
    let items = this.items[number];
    if (!items) {
      const form = this.vocabulary.forms[number]!;
      this.steps += form.length;
      items = form.includes('-') ? this.itemsOfParts(form) : this.lexicon.itemsOf(form);
      this.items[number] = items;
    }
    return items;
  }

  /** How many words from `w` on are the name of a party or place, which says nothing. */
  private nameAt(w: number): number {
    const { words } = this;
    if ((words.flags[w]! & CAPITAL) === 0 || (this.kindOf(words.form[w]!) & NAME) === 0) return 0;
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

  private itemsAt(w: number): readonly number[] {
    const { words } = this;
    const own = this.itemsOfForm(words.form[w]!);
    const flags = words.flags[w]!;
    if ((flags & (HANGING | LEANING)) === 0) return own;
    if ((flags & HANGING) !== 0) {
      const tail = this.completion(w);
      // "woning- bouw": a broken word whose parts stand on one line.
      return tail < 0 ? own : this.joined(own, this.formOf(w), this.formOf(tail), true, tail === w + 1 ? 0 : 2);
    }
    // "cyberincidenten en -criminaliteit": the head stands two words back.
    const head = w - 2;
    if (head >= 0 && this.isConjunction(w - 1)) return this.joined(own, this.formOf(head), this.formOf(w), false, 2);
    return own;
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

  /** Items of every compound that `head` and part of `tail` can make (or part of `head` and `tail`). */
  private joined(
    own: readonly number[],
    head: string,
    tail: string,
    headWhole: boolean,
    least: number,
  ): readonly number[] {
    const found = [...own];
    const part = headWhole ? tail : head;
    for (let cut = least; cut <= Math.min(part.length - 2, 30); cut++) {
      this.steps++;
      found.push(
        ...(headWhole
          ? this.lexicon.itemsAcross(head, tail.slice(cut))
          : this.lexicon.itemsAcross(head.slice(0, cut), tail)),
      );
    }
    return ascending(found);
  }

  /** First word of a phrase that ends on word `w`, or -1. Articles inside a phrase are passed over. */
  private startOf(phrase: number, w: number): number {
    const { starts, items } = this.table.phrases;
    const { words, met } = this;
    this.steps++;
    if (this.table.atClauseEnd[phrase] === 1 && !this.endsClause(w)) return -1;
    let at = w;
    for (let k = starts[phrase + 1]! - 2; k >= starts[phrase]!; k--) {
      const item = items[k]!;
      at--;
      if (at >= 0 && !met[at]!.includes(item) && (this.kindOf(words.form[at]!) & ARTICLE) !== 0) at--;
      if (at < 0 || words.sentence[at] !== words.sentence[w] || !met[at]!.includes(item)) return -1;
    }
    return at;
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
