import type { Line } from './line.js';

/** The words of a document, to look up whether a word at a line's end occurs whole elsewhere. */
export type Vocabulary = ReadonlySet<string>;

export function vocabularyOf(lines: Iterable<Line>): Vocabulary {
  const words = new Set<string>();
  for (const { words: own } of lines) {
    // The first and last words of a line may be halves.
    for (const { text } of own.slice(1, -1)) for (const word of bare(text).split('/')) words.add(word);
  }
  return words;
}

const bare = (text: string): string => text.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');

/** Prefixes that keep their hyphen before a whole word. */
const prefixes = /^(?:oud|ex|niet|non|vice|adjunct|aspirant|interim|kandidaat|pro|anti|semi|quasi|bijna|mede)$/;

/** The text of lines that follow each other, with words that were broken at their ends whole again. */
export function joinLines(texts: readonly string[], vocabulary: Vocabulary): string {
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.pop();
    if (last === undefined) {
      parts.push(text);
      continue;
    }
    // What stands far before the end of a line has no say, and going through all of it for each line would take long.
    const near = Math.max(0, last.length - LONGEST_WORD);
    parts.push(last.slice(0, near), joinTwo(last.slice(near), text, vocabulary));
  }
  return parts.join('').replace(/\u00ad/g, '');
}

/** Letters of the longest word, or address of the web, that is looked at. */
const LONGEST_WORD = 200;

function joinTwo(first: string, second: string, vocabulary: Vocabulary): string {
  if (first.endsWith('\u00ad')) return first.slice(0, -1) + second;
  if (/\d[–-]$/.test(first) && /^\d/.test(second)) return first + second;
  if (/(?:https?:|www\.)\S*[/=&?_-]$/.test(first)) return first + second;
  const [, start] = /([\p{L}\d/’'.-]+)[-‐‑]$/u.exec(first) ?? [];
  if (start === undefined) return `${first} ${second}`;
  const [end = ''] = /^[\p{L}\d’'-]+/u.exec(second) ?? [];
  // 'splitsings- en optopregels': what is left out stands further on.
  if (end === '' || /^(?:en|of|tot|als|noch|dan wel|én|maar)$/i.test(end)) return `${first} ${second}`;
  return isOneWord(start, end, vocabulary) ? first.slice(0, -1) + second : first + second;
}

function isOneWord(start: string, end: string, vocabulary: Vocabulary): boolean {
  const [last = ''] = /[^-/]*$/.exec(start.toLowerCase()) ?? [];
  const [next = ''] = /^[^-]*/.exec(end.toLowerCase()) ?? [];
  if (vocabulary.has(`${bare(start)}-${bare(end)}`) || vocabulary.has(`${last}-${next}`)) return false;
  if (/^[\p{Lu}\d]/u.test(end) && !/^\p{Lu}{2,}$/u.test(start)) return false;
  if (vocabulary.has(last + next)) return true;
  // 'CO2-uitstoot', '24-uurszorg', 'WOZ-waarde': figures and capitals keep their hyphen, as do some prefixes.
  if (/\d$/.test(last) || /^\p{L}$/u.test(last) || (/^\p{Lu}{2,}$/u.test(start) && /^\p{Ll}/u.test(end))) return false;
  // 'Jansen-de Vries'
  if (/^\p{Lu}\p{Ll}/u.test(start) && /^(?:van|de|den|der|ten|ter|het|te)$/.test(next)) return false;
  if (prefixes.test(last) && next.length >= 4) return false;
  return !(isClash(last, next) && vocabulary.has(last) && vocabulary.has(next));
}

/** Vowels that would be read as one, were there no hyphen between two words: 'zee-eend'. */
function isClash(first: string, second: string): boolean {
  return /a[aeiu]$|e[eiu]$|i[eij]$|o[eiou]$|u[iu]$/.test(`${first.at(-1) ?? ''}${second[0] ?? ''}`);
}
