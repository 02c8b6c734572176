import type { SignalTable } from './compile.js';
import { DUTCH, FOREIGN, languageMark } from './language.js';
import { ascending, Lexicon } from './lexicon.js';
import { CLAUSE_END, HANGING, LEANING, readWords, Vocabulary, WordList } from './words.js';

/** A signal that was found, with the words that carry it. */
export interface Hit {
  readonly signal: number;
  /** Indices of words in the block, ascending: first and last word of each phrase. */
  readonly words: readonly number[];
}

/** The words of a block and the signals in it. Valid until the matcher reads the next block. */
export interface Reading {
  readonly words: WordList;
  /** Each signal at most once, at its first place. */
  readonly hits: readonly Hit[];
  /** Function words of Dutch and of its neighbours: see language.ts. */
  readonly dutch: number;
  readonly foreign: number;
}

/** "These words near each other": at most so many words apart, in one sentence. */
const NEAR = 12;
const ARTICLES = new Set(['de', 'het', 'een', 'onze', 'te']);

/**
 * Finds signals in text. Each word costs a bounded number of steps, whatever the signals say: a word form is looked up
 * once and remembered, a phrase looks back over its own length, and nearness compares last places only.
 */
export class Matcher {
  private vocabulary = new Vocabulary();
  /** Atoms of each form of the vocabulary. */
  private atoms: (readonly number[])[] = [];
  private marks: number[] = [];
  private readonly lexicon: Lexicon;
  private readonly words = new WordList();

  /** Phrases that end on an atom. */
  private readonly phrasesEndingOn: number[][] = [];
  /** Groups that a phrase belongs to, and forms that a group takes part in. */
  private readonly groupsWith: number[][] = [];
  private readonly formsWith: number[][] = [];
  /** Where each group was last seen: first and last word; `groupRound` says in which round. */
  private readonly groupFirst: Int32Array;
  private readonly groupLast: Int32Array;
  private readonly groupRound: Int32Array;
  /** Where each phrase was last seen, for what must be absent. */
  private readonly phraseLast: Int32Array;
  private readonly phraseRound: Int32Array;
  private readonly foundIn: Int32Array;
  private round = 0;

  constructor(readonly table: SignalTable) {
    this.lexicon = new Lexicon(table.lexicon);
    for (const [number, phrase] of table.phrases.entries()) {
      const last = phrase.at(-1)!;
      const atom = last < 0 ? ~last : last;
      const others = this.phrasesEndingOn[atom];
      if (others) others.push(number);
      else this.phrasesEndingOn[atom] = [number];
    }
    for (let phrase = 0; phrase < table.phrases.length; phrase++) this.groupsWith.push([]);
    for (const [number, group] of table.groups.entries()) {
      this.formsWith.push([]);
      for (const phrase of group) this.groupsWith[phrase]!.push(number);
    }
    for (const [number, [, near]] of table.forms.entries())
      for (const group of new Set(near)) this.formsWith[group]!.push(number);
    this.groupFirst = new Int32Array(table.groups.length);
    this.groupLast = new Int32Array(table.groups.length);
    this.groupRound = new Int32Array(table.groups.length);
    this.phraseLast = new Int32Array(table.phrases.length);
    this.phraseRound = new Int32Array(table.phrases.length);
    this.foundIn = new Int32Array(table.sources.length);
  }

  /** Reads `text[from, to)` but for the `skip` ranges. */
  read(text: string, from: number, to: number, skip: readonly number[]): Reading {
    if (this.vocabulary.forms.length > Vocabulary.LIMIT) this.forget();
    const { words } = this;
    readWords(text, from, to, skip, this.vocabulary, words);
    const hits: Hit[] = [];
    this.round++;
    const blockRound = this.round;
    let dutch = 0;
    let foreign = 0;
    let waiting: { form: number; words: number[] }[] = [];
    let sentence = 0;
    const settle = (): void => {
      for (const { form, words: evidence } of waiting) {
        const [signal, , not] = this.table.forms[form]!;
        if (this.foundIn[signal] === blockRound) continue;
        if (
          not.some(
            (phrase) =>
              this.phraseRound[phrase] === blockRound && words.sentence[this.phraseLast[phrase]!] === sentence,
          )
        )
          continue;
        this.foundIn[signal] = blockRound;
        hits.push({ signal, words: evidence });
      }
      waiting = [];
    };
    for (let w = 0; w < words.count; w++) {
      if (words.sentence[w] !== sentence) {
        settle();
        sentence = words.sentence[w]!;
      }
      const mark = this.markOf(words.form[w]!);
      if (mark === DUTCH) dutch++;
      else if (mark === FOREIGN) foreign++;
      const atoms = this.atomsAt(w);
      for (let a = 0; a < atoms.length; a++) {
        const endingHere = this.phrasesEndingOn[atoms[a]!];
        if (!endingHere) continue;
        for (const phrase of endingHere) {
          const first = this.startOf(phrase, w);
          if (first < 0) continue;
          this.phraseLast[phrase] = w;
          this.phraseRound[phrase] = blockRound;
          for (const group of this.groupsWith[phrase]!) {
            this.groupFirst[group] = first;
            this.groupLast[group] = w;
            this.groupRound[group] = blockRound;
            for (const form of this.formsWith[group]!) {
              if (this.foundIn[this.table.forms[form]![0]] === blockRound) continue;
              const evidence = this.evidence(form, w, sentence, blockRound);
              if (evidence) waiting.push({ form, words: evidence });
            }
          }
        }
      }
    }
    settle();
    return { words, hits, dutch, foreign };
  }

  /** The folded form of a word of the last reading. */
  formOf(word: number): string {
    return this.vocabulary.forms[this.words.form[word]!]!;
  }

  private markOf(number: number): number {
    this.marks[number] ??= languageMark(this.vocabulary.forms[number]!);
    return this.marks[number];
  }

  private forget(): void {
    this.vocabulary = new Vocabulary();
    this.atoms = [];
    this.marks = [];
  }

  private atomsOfForm(number: number): readonly number[] {
    let atoms = this.atoms[number];
    if (!atoms) {
      atoms = this.lexicon.atomsOf(this.vocabulary.forms[number]!);
      this.atoms[number] = atoms;
    }
    return atoms;
  }

  private atomsAt(w: number): readonly number[] {
    const { words } = this;
    const own = this.atomsOfForm(words.form[w]!);
    const flags = words.flags[w]!;
    if ((flags & HANGING) !== 0) {
      const tail = this.completion(w);
      // "woning- bouw": a broken word whose parts stand on one line.
      return tail < 0 ? own : this.joined(own, this.formOf(w), this.formOf(tail), true, tail === w + 1 ? 0 : 2);
    }
    if ((flags & LEANING) !== 0) {
      // "cyberincidenten en -criminaliteit": the head stands two words back.
      const head = w - 2;
      if (head >= 0 && isConjunction(this.formOf(w - 1)))
        return this.joined(own, this.formOf(head), this.formOf(w), false, 2);
    }
    return own;
  }

  /** The word that completes an elliptical compound: the first that does not hang itself, past "en", "of" or a comma. */
  private completion(w: number): number {
    for (let next = w + 1; next < Math.min(this.words.count, w + 8); next++) {
      if (this.words.sentence[next] !== this.words.sentence[w]) return -1;
      const form = this.formOf(next);
      if ((this.words.flags[next]! & HANGING) !== 0 || isConjunction(form) || ARTICLES.has(form)) continue;
      return next;
    }
    return -1;
  }

  /** Atoms of every compound that `head` and part of `tail` can make (or part of `head` and `tail`). */
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
      found.push(
        ...(headWhole
          ? this.lexicon.atomsAcross(head, tail.slice(cut))
          : this.lexicon.atomsAcross(head.slice(0, cut), tail)),
      );
    }
    return ascending(found);
  }

  /** First word of a phrase that ends on word `w`, or -1. Articles inside a phrase are passed over. */
  private startOf(phrase: number, w: number): number {
    const atoms = this.table.phrases[phrase]!;
    const last = atoms.at(-1)!;
    if (last < 0 && !this.endsClause(w)) return -1;
    let at = w;
    for (let k = atoms.length - 2; k >= 0; k--) {
      at--;
      if (at >= 0 && !this.atomsAt(at).includes(atoms[k]!) && ARTICLES.has(this.formOf(at))) at--;
      if (at < 0 || this.words.sentence[at] !== this.words.sentence[w] || !this.atomsAt(at).includes(atoms[k]!))
        return -1;
    }
    return at;
  }

  private endsClause(w: number): boolean {
    if ((this.words.flags[w]! & CLAUSE_END) !== 0 || w + 1 >= this.words.count) return true;
    return CLAUSE_STARTS.has(this.formOf(w + 1));
  }

  /** Words that carry a form now that a phrase of it ends on `w`, or undefined where not all of it stands near. */
  private evidence(form: number, w: number, sentence: number, round: number): number[] | undefined {
    const near = this.table.forms[form]![1];
    const places: number[] = [];
    for (const group of near) {
      const last = this.groupLast[group]!;
      if (this.groupRound[group] !== round || w - last > NEAR || this.words.sentence[last] !== sentence)
        return undefined;
      places.push(this.groupFirst[group]!, last);
    }
    return ascending(places);
  }
}

const CONJUNCTIONS = new Set(['en', 'of', 'enof', 'als', 'tot']);
const isConjunction = (form: string): boolean => CONJUNCTIONS.has(form);
/** Words that begin a new clause or phrase, so that the word before them stood at an end. */
const CLAUSE_STARTS = new Set(
  (
    'en of maar om door zodat waar als omdat want dan met voor bij in van op tot naar binnen tijdens na zonder via tussen per terwijl ' +
    'wanneer indien opdat doordat zoals tenzij langs waardoor waarmee waarin waarop'
  ).split(' '),
);
