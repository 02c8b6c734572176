import { sentenceEnds } from '../dutch/sentence.js';
import { plainText } from '../markdown/plain-text.js';
import { excerpt, wholeCharacters } from './excerpt.js';

/** A longer sentence is a list or a page without points: of that some of the surroundings say more. */
const LONGEST = 500;

/**
 * The sentence that words stand in, whole, on one line, without the marks of Markdown and without citations.
 * @param block the block that the words stand in; nothing outside it is shown
 */
export function sentenceAround(
  text: string,
  block: { readonly from: number; readonly to: number },
  words: { readonly from: number; readonly to: number },
): string {
  let { from, to } = block;
  for (const end of sentenceEnds(text, block.from, block.to)) {
    if (end.to <= words.from) from = end.to;
    else if (end.to >= words.to) {
      to = end.to;
      break;
    }
  }
  const sentence = plainText(text.slice(from, to));
  return sentence === '' || sentence.length > LONGEST ? excerpt(text, block, words) : wholeCharacters(sentence);
}
