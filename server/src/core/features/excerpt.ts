/** So much of the surroundings is shown on either side of the words. */
const AROUND = 48;

/**
 * The words of a range with some of their sentence, on one line, plain text: `… het splitsen van woningen …`.
 * @param block the block that the words stand in; nothing outside it is shown
 */
export function excerpt(
  text: string,
  block: { readonly from: number; readonly to: number },
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const last = Math.min(to, from + 3 * AROUND);
  const before = text.slice(Math.max(block.from, from - 2 * AROUND), from).replace(/^[\s\S]*[.!?]\s+/, '');
  const [after] = /^[\s\S]*?(?:[.!?](?=\s|$)|$)/.exec(text.slice(last, Math.min(block.to, last + 2 * AROUND))) ?? [''];
  const head = before.length <= AROUND ? before : `… ${before.slice(-AROUND).replace(/^\S*\s/, '')}`;
  const tail = after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/\s\S*$/, '')} …`;
  return wholeCharacters(`${head}${text.slice(from, last)}${tail}`.replace(/\s+/g, ' ').trim());
}

/** Its beginning, where it is longer than `most` characters. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${wholeCharacters(text.slice(0, most - 1)).trimEnd()}…`;

/** The text without halves of characters, as they stay behind where a text is cut. */
export function wholeCharacters(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}
