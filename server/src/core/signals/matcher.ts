import { ARTICLE, CLAUSE_START, CONJUNCTION, type Prose, ProseReader } from '../dutch/prose.js';
import { CLAUSE_END, HANGING, IN_NAME, LEANING } from '../dutch/words.js';
import { HitBuffer, type Hits } from './hits.js';
import { ascending, Lexicon } from './lexicon.js';
import { Sentence } from './sentence.js';
import { type Meaning, NO_MEANING, SignalIndex } from './signal-index.js';
import type { SignalTable } from './signal-table.js';

/** The words of a block and the signals in it. Valid until the next block is read. */
export interface Reading extends Prose {
  /** Each signal at most once a sentence, at its first place there. */
  readonly hits: Hits;
}

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

  /** What is looked through, and per form of its vocabulary what that means. */
  private prose: Prose;
  private meanings: (Meaning | undefined)[] = [];
  private readonly compounds = new Map<string, Meaning>();
  private readonly lexicon: Lexicon;
  private readonly index: SignalIndex;
  /** What each word of the block that is being read means. */
  private readonly met: Meaning[] = [];
  private readonly sentence: Sentence;
  private readonly hits = new HitBuffer();

  /** @param reader reads words; matchers that share one know a word form by one number */
  constructor(
    readonly table: SignalTable,
    readonly reader = new ProseReader(),
  ) {
    this.prose = reader.read('', 0, 0, []);
    this.lexicon = new Lexicon(table);
    this.index = new SignalIndex(table);
    this.sentence = new Sentence(table, this.index, this.met);
  }

  /** Reads `text[from, to)` but for the `skip` ranges. */
  read(text: string, from: number, to: number, skip: readonly number[]): Reading {
    const prose = this.reader.read(text, from, to, skip);
    this.steps += to - from;
    return { ...prose, hits: this.match(prose, from) };
  }

  /** The signals in what a reader has read last. @param from where that began */
  match(prose: Prose, from: number): Hits {
    return this.find(prose, from).hits();
  }

  /** The same, valid until something else is looked through. */
  find(prose: Prose, from: number): HitBuffer {
    if (prose.vocabulary !== this.prose.vocabulary) this.meanings = [];
    this.prose = prose;
    const { words } = prose;
    const { met, sentence, hits } = this;
    const { sentence: sentences, flags, form, count } = words;
    const { meanings } = this;
    hits.clear();
    this.steps += count;
    sentence.open(words, from);
    sentence.begin(0, 0);
    for (let w = 0; w < count; w++) {
      if (sentences[w] !== sentence.number) {
        this.steps += sentence.end(w, hits);
        sentence.begin(sentences[w]!, w);
      }
      const flag = flags[w]! & (IN_NAME | HANGING | LEANING);
      const meaning = flag === 0 ? (meanings[form[w]!] ?? this.meaningOf(form[w]!)) : this.meaningAt(w, flag);
      met[w] = meaning;
      if (meaning !== NO_MEANING) this.meet(meaning, w);
    }
    this.steps += sentence.end(count, hits);
    return hits;
  }

  /** The folded form of a word of the last reading. */
  formOf(word: number): string {
    return this.prose.reader.formOf(word);
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
    const { met } = this;
    const { words } = this.prose;
    if (words.sentence[w - 1] !== words.sentence[w]) return;
    const { inner } = met[w - 1]!;
    for (let i = 0; i < inner.length; i++) this.tryPhrases(ending.get(inner[i]!), w - 1, w);
    this.steps += inner.length;
    if (
      w < 2 ||
      (this.prose.reader.kindOf(words.form[w - 1]!) & ARTICLE) === 0 ||
      words.sentence[w - 2] !== words.sentence[w]
    )
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
    const { met } = this;
    const { words } = this.prose;
    let at = before;
    for (let k = starts[phrase + 1]! - 3; k >= starts[phrase]!; k--) {
      const item = items[k]!;
      at--;
      if (at >= 0 && !met[at]!.inner.includes(item) && (this.prose.reader.kindOf(words.form[at]!) & ARTICLE) !== 0)
        at--;
      if (at < 0 || words.sentence[at] !== words.sentence[w] || !met[at]!.inner.includes(item)) return -1;
    }
    return at;
  }

  private itemsOfForm(number: number): readonly number[] {
    const form = this.prose.vocabulary.forms[number]!;
    this.steps += form.length;
    return form.includes('-') ? this.itemsOfParts(form) : this.lexicon.itemsOf(form);
  }

  /** A hyphenated compound is met closed up, and by its parts: "ov-knooppunt", "jeugd-ggz", "vmbo-leerlingen". */
  private itemsOfParts(form: string): readonly number[] {
    const parts = form.split('-').filter((part) => part.length > 1 && !PREFIXES.has(part));
    return ascending([form.replaceAll('-', ''), ...parts].flatMap((part) => this.lexicon.itemsOf(part)));
  }

  /** What a word means that stands in a name, or leaves part of itself to another. */
  private meaningAt(w: number, flags: number): Meaning {
    if ((flags & IN_NAME) !== 0) return NO_MEANING;
    const form = this.prose.words.form[w]!;
    if ((flags & HANGING) !== 0) {
      const tail = this.completion(w);
      // "woning- bouw": a broken word whose parts stand on one line.
      if (tail >= 0) return this.joined(form, w, tail, true, tail === w + 1 ? 0 : 2);
    } else if (w >= 2 && this.isConjunction(w - 1)) {
      // "cyberincidenten en -criminaliteit": the head stands two words back.
      return this.joined(form, w - 2, w, false, 2);
    }
    return this.meanings[form] ?? this.meaningOf(form);
  }

  /** What a form means that was not met before. */
  private meaningOf(form: number): Meaning {
    const meaning = this.index.meaningOf(this.itemsOfForm(form));
    this.meanings[form] = meaning;
    return meaning;
  }

  /** The word that completes an elliptical compound: the first that does not hang itself, past "en", "of" or a comma. */
  private completion(w: number): number {
    for (let next = w + 1; next < Math.min(this.prose.words.count, w + 8); next++) {
      if (this.prose.words.sentence[next] !== this.prose.words.sentence[w]) return -1;
      if ((this.prose.words.flags[next]! & HANGING) !== 0 || this.isPassedOver(next)) continue;
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
    if ((this.prose.words.flags[w]! & CLAUSE_END) !== 0 || w + 1 >= this.prose.words.count) return true;
    return (this.prose.reader.kindOf(this.prose.words.form[w + 1]!) & CLAUSE_START) !== 0;
  }

  private isPassedOver(w: number): boolean {
    return (this.prose.reader.kindOf(this.prose.words.form[w]!) & (CONJUNCTION | ARTICLE)) !== 0;
  }

  private isConjunction(w: number): boolean {
    return (this.prose.reader.kindOf(this.prose.words.form[w]!) & CONJUNCTION) !== 0;
  }
}

/** Parts of hyphenated words that say something else when they stand alone. */
const PREFIXES = new Set(['niet', 'non', 'oud', 'ex', 'nee', 'geen', 'op', 'in', 'en', 'of']);
