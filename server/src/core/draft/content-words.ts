import { fold } from '../signals/signal.js';

/** Words that tell what a sentence is about: long enough, and none of those that any sentence has. */

/**
 * Fewer than the words by which no part of a study is recognised: `leggen` and `groot` do tell one pledge from another.
 */
const PLAIN = new Set(
  (
    'alle alleen andere anders binnen blijft blijven college daarbij daarom daarvoor deze dient door eigen elke er geen gaan gaat gemeente ' +
    'hebben heeft hier hierbij iedere ieder jaar jaarlijks jaren komen komt krijgen krijgt kunnen maken maakt meer minder minste moet moeten naar niet ' +
    'onder onze over periode raad ruim samen staat stelt tegen tenminste tussen vanaf verder voor voortaan waar waarbij waarin wanneer ' +
    'willen worden wordt zal zetten zich zijn zoals zodat zonder zorgen zullen'
  ).split(' '),
);

const contentWords = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}.,-]*[\p{L}\p{N}]/gu) ?? [])
    .map(fold)
    .filter((word) => (word.length > 3 || /\d/.test(word)) && !PLAIN.has(word));

/** The words of a title that an id is made of: the longest, in their order. */
export function telling(title: string, most = 3): string[] {
  const words = [...new Set(contentWords(title))].filter((word) => !/\d/.test(word));
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, most);
  return words.filter((word) => longest.includes(word));
}

/** Shared by so large a part of the words of the shorter, two sentences say the same. */
const SAME = 0.75;
/** Fewer words are shared by chance. */
const FEWEST = 3;
/** A word and its inflection begin alike. */
const STEM = 8;

/** What was said before, so that a summary and its chapter do not say it twice. */
export class Sayings {
  private readonly said: Set<string>[] = [];

  /** Whether nothing that was asked for before says nearly the same. */
  isNew(sentence: string): boolean {
    const words = new Set(contentWords(sentence).map((word) => word.slice(0, STEM)));
    const isSaid = this.said.some((before) => {
      const smaller = Math.min(before.size, words.size);
      return smaller >= FEWEST && [...words].filter((word) => before.has(word)).length >= SAME * smaller;
    });
    if (!isSaid) this.said.push(words);
    return !isSaid;
  }
}
