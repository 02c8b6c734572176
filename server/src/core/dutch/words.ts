import { sentenceEndAt } from './sentence.js';

/**
 * Words of Dutch prose, folded while they are read: lower case, no diacritics, hyphenated compounds closed, the `'s`
 * of a plural dropped, soft hyphens and words broken at a line's end mended. One pass, linear in the text.
 */

/** The words of one stretch of text; parallel arrays, reused between calls. */
export class WordList {
  count = 0;
  /** Offsets in the text, UTF-16. */
  start = new Int32Array(256);
  end = new Int32Array(256);
  /** Number of the sentence within the stretch. */
  sentence = new Int32Array(256);
  /** Number of the folded form in the {@link Vocabulary}. */
  form = new Int32Array(256);
  /** What follows the word; see the constants. */
  flags = new Uint8Array(256);

  grow(): void {
    const size = this.start.length * 2;
    const larger = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.start = larger(this.start);
    this.end = larger(this.end);
    this.sentence = larger(this.sentence);
    this.form = larger(this.form);
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }
}

/** The word ends a clause: punctuation follows it. */
export const CLAUSE_END = 1;
/** The word is the first half of an elliptical compound: "jeugd- en ouderenzorg". */
export const HANGING = 2;
/** The word was written with a capital. */
export const CAPITAL = 4;
/** Its second letter is a capital too: WONEN, GroenLinks is not. */
export const CAPITALS = 16;
/** The word is the second half of an elliptical compound: "cyberincidenten en -criminaliteit". */
export const LEANING = 8;

const NOT_A_WORD = 0;
const OTHER = 127;
/** Folded code of each character below U+0250; 0 where it is no part of a word. */
const FOLD = new Uint8Array(0x250);
for (let code = 0; code < FOLD.length; code++) {
  const character = String.fromCharCode(code);
  if (!/[\p{L}\p{N}]/u.test(character)) continue;
  const folded = character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  FOLD[code] = folded.length === 1 && folded.charCodeAt(0) < 128 ? folded.charCodeAt(0) : OTHER;
}
FOLD[0xdf] = 0x73;
/** Letters that PDFs print as one character: ĳ, ﬁ. */
const LIGATURES = new Map(
  [0x132, 0x133, 0xfb00, 0xfb01, 0xfb02, 0xfb03, 0xfb04].map((code) => [
    code,
    [...String.fromCharCode(code).normalize('NFKD').toLowerCase()].map((letter) => letter.charCodeAt(0)),
  ]),
);
const LETTER = /\p{L}/u;

const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;
const APOSTROPHE = 0x27;
const QUOTE = 0x2019;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const AT = 64;

function foldCode(code: number): number {
  if (code < 0x250) return FOLD[code]!;
  if (code >= 0x2080 && code <= 0x2089) return code - 0x2050; // CO₂
  // Other scripts: a letter is a letter, but none that a signal knows. An emoji (a surrogate) ends a word.
  return LETTER.test(String.fromCharCode(code)) ? OTHER : NOT_A_WORD;
}

const isKeyPart = (code: number): boolean =>
  code === HYPHEN || code === 0x2e || code === 0x3a || code === 0x5f || foldCode(code) !== NOT_A_WORD;
const isHyphen = (code: number): boolean => code === HYPHEN || code === 0x2010 || code === 0x2011;
const isApostrophe = (code: number): boolean =>
  code === APOSTROPHE || code === QUOTE || code === 0x2018 || code === 0xb4;
/** Soft hyphen and the spaces of no width that web pages leave in a word. */
const isInvisible = (code: number): boolean =>
  code === SOFT_HYPHEN || code === 0x200b || code === 0x200c || code === 0x2060 || code === 0xfeff;

const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;
const isSpace = (code: number): boolean =>
  code === SPACE || code === NEWLINE || code === RETURN || code === 9 || code === 0xa0;

/** Every folded form that was met, numbered. Holds at most {@link LIMIT} forms; the owner starts a new one past that. */
export class Vocabulary {
  static readonly LIMIT = 200_000;
  readonly forms: string[] = [];
  /** The folded letters of a word while it is read. */
  readonly letters = new Uint8Array(LONGEST);
  private table = new Int32Array(1 << 15).fill(-1);
  private hashes: number[] = [];

  /** Number of the form whose folded codes stand in `codes[0..length)`; adds it when new. */
  number(codes: Uint8Array, length: number, hash: number): number {
    const mask = this.table.length - 1;
    let at = hash & mask;
    for (;;) {
      const found = this.table[at]!;
      if (found < 0) return this.add(codes, length, hash, at);
      if (this.hashes[found] === hash && this.same(found, codes, length)) return found;
      at = (at + 1) & mask;
    }
  }

  private same(number: number, codes: Uint8Array, length: number): boolean {
    const form = this.forms[number]!;
    if (form.length !== length) return false;
    for (let i = 0; i < length; i++) if (form.charCodeAt(i) !== codes[i]) return false;
    return true;
  }

  private add(codes: Uint8Array, length: number, hash: number, at: number): number {
    const number = this.forms.length;
    let form = '';
    for (let i = 0; i < length; i++) form += String.fromCharCode(codes[i]!);
    this.forms.push(form);
    this.hashes.push(hash);
    this.table[at] = number;
    if (this.forms.length * 2 > this.table.length) this.rehash();
    return number;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (const [number, hash] of this.hashes.entries()) {
      let at = hash & mask;
      while (table[at]! >= 0) at = (at + 1) & mask;
      table[at] = number;
    }
    this.table = table;
  }
}

/**
 * More words without an end are no sentence. What stands near what is looked for once a sentence and by all of it, so
 * a text without ends would cost a hundred times what prose costs.
 */
const LONGEST_SENTENCE = 400;
/** Letters past this are no word of any language; they are passed over. */
const LONGEST = 64;

/**
 * Reads the words of `text[from, to)` into `words`, passing over the `skip` ranges (flat pairs of offsets, ascending).
 */
export function readWords(
  text: string,
  from: number,
  to: number,
  skip: readonly number[],
  vocabulary: Vocabulary,
  words: WordList,
): void {
  const { letters } = vocabulary;
  words.count = 0;
  let sentence = 0;
  let sentenceFrom = 0;
  let skipAt = 0;
  let i = from;
  while (i < to) {
    if (skipAt < skip.length && i >= skip[skipAt]!) {
      i = Math.max(i, skip[skipAt + 1]!);
      skipAt += 2;
      continue;
    }
    const stop = skipAt < skip.length ? Math.min(to, skip[skipAt]!) : to;
    let code = text.charCodeAt(i);
    let folded = foldCode(code);
    if (folded === NOT_A_WORD) {
      if (words.count > 0 && isPunctuation(code)) {
        words.flags[words.count - 1]! |= CLAUSE_END;
        if (mayEndSentence(code) && sentenceEndAt(text, i, from, to)) sentence++;
      }
      i++;
      // The key of a citation and the host of an address are no prose.
      if (code === AT) while (i < stop && isKeyPart(text.charCodeAt(i))) i++;
      continue;
    }
    const start = i;
    let flags = isCapital(code) ? (isCapital(text.charCodeAt(i + 1)) ? CAPITAL | CAPITALS : CAPITAL) : 0;
    if (i > from && isHyphen(text.charCodeAt(i - 1)) && (i - 1 === from || isSpace(text.charCodeAt(i - 2))))
      flags |= LEANING;
    let length = 0;
    let hash = 0x811c9dc5;
    let end = i;
    for (;;) {
      if (folded !== NOT_A_WORD) {
        if (folded === OTHER && LIGATURES.has(code)) {
          for (const letter of LIGATURES.get(code)!) {
            if (length < LONGEST) letters[length++] = letter;
            hash = Math.imul(hash ^ letter, 0x01000193);
          }
        } else {
          if (length < LONGEST) letters[length++] = folded;
          hash = Math.imul(hash ^ folded, 0x01000193);
        }
        end = ++i;
      } else if (isCombining(code)) {
        end = ++i;
      } else if (isInvisible(code)) {
        const joined = brokenAt(text, i + 1, stop);
        i = joined < 0 ? i + 1 : joined;
      } else if (isHyphen(code)) {
        const next = i + 1 < stop ? text.charCodeAt(i + 1) : SPACE;
        if (foldCode(next) !== NOT_A_WORD) {
          // Kept in the form: the parts of a hyphenated compound are words of their own too.
          if (length < LONGEST) letters[length++] = HYPHEN;
          hash = Math.imul(hash ^ HYPHEN, 0x01000193);
          i++;
        } else {
          const joined = brokenAt(text, i + 1, stop);
          if (joined < 0) {
            if (isSpace(next) || next === 0x2c || next === 0x2f || next === 0x29) flags |= HANGING; // , / )
            break;
          }
          i = joined;
        }
      } else break;
      if (i >= stop) break;
      code = text.charCodeAt(i);
      folded = foldCode(code);
    }
    // The 's of a plural or genitive, and the 'n of "zo'n", belong to the word but say nothing.
    if (i < stop && isApostrophe(code)) {
      let tail = i + 1;
      while (tail < stop && tail <= i + 2 && foldCode(text.charCodeAt(tail)) !== NOT_A_WORD) tail++;
      if (tail > i + 1 && (tail >= stop || foldCode(text.charCodeAt(tail)) === NOT_A_WORD)) {
        i = tail;
        end = tail;
      }
    }
    if (words.count === words.start.length) words.grow();
    const n = words.count++;
    if (n - sentenceFrom >= LONGEST_SENTENCE) sentence++;
    if (n > 0 && words.sentence[n - 1] !== sentence) sentenceFrom = n;
    words.start[n] = start;
    words.end[n] = end;
    words.sentence[n] = sentence;
    words.flags[n] = flags;
    words.form[n] = vocabulary.number(letters, length, hash);
  }
}

/** Where a word goes on that a line's end has broken ("woning-\nbouw"), or -1. `at` is past the hyphen. */
function brokenAt(text: string, at: number, stop: number): number {
  let i = at;
  while (i < stop && text.charCodeAt(i) === SPACE) i++;
  if (i >= stop || (text.charCodeAt(i) !== NEWLINE && text.charCodeAt(i) !== RETURN)) return -1;
  while (i < stop && isSpace(text.charCodeAt(i))) i++;
  if (i >= stop || !isLowerCase(text.charCodeAt(i))) return -1;
  // "jeugd-\nen ouderenzorg" is an ellipsis, no broken word.
  return /^(?:en|of|tot)\b/.test(text.slice(i, i + 5)) ? -1 : i;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isLowerCase = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);
/** Ends a clause: . , ; : ! ? ( ) … and dashes. */
const isPunctuation = (code: number): boolean =>
  code === 0x2e ||
  code === 0x2c ||
  code === 0x3b ||
  code === 0x3a ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x28 ||
  code === 0x29 ||
  code === 0x2026 ||
  code === 0x2013 ||
  code === 0x2014;
const mayEndSentence = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
