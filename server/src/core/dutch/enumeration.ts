/** `a, b en c`, or `a, b, c en nog 2`: a message is to be read in one look. @param most so many are named */
export function enumeration(items: readonly string[], most = 3): string {
  const more = items.length - most;
  const shown = more > 0 ? [...items.slice(0, most), `nog ${more}`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} en ${shown.at(-1)}`;
}

/** `a, b of c`. */
export const choice = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} of ${words.at(-1)}`;
