import { excerpt, wholeCharacters } from './excerpt.js';

/** A longer sentence is a list or a page without points: of that some of the surroundings say more. */
const LONGEST = 500;

/** Where one sentence ends and the next begins. */
const BETWEEN = /[.!?…]['"’”)\]*_]*\s+(?=['"‘“([*_]*\p{Lu})/gu;

/**
 * The sentence that words stand in, whole, on one line, without the marks of Markdown and without citations.
 * @param block the block that the words stand in; nothing outside it is shown
 */
export function sentenceAround(
  text: string,
  block: { readonly from: number; readonly to: number },
  words: { readonly from: number; readonly to: number },
): string {
  const prose = text.slice(block.from, block.to);
  let from = 0;
  let to = prose.length;
  for (const { index, 0: end } of prose.matchAll(BETWEEN)) {
    const next = index + end.length;
    if (block.from + next <= words.from) from = next;
    else if (block.from + next >= words.to) {
      to = next;
      break;
    }
  }
  const sentence = withoutMarks(prose.slice(from, to));
  return sentence === '' || sentence.length > LONGEST ? excerpt(text, block, words) : wholeCharacters(sentence);
}

function withoutMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s*\[[^\][]*@[^\][]*\]|\[\^[^\]\s]+\]/g, '')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|[-*+]|>|\d+[.)])[ \t]+/gm, '')
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
