/** Characters on a line of a hover in a window of 1400 by 900 pixels, in a broad letter. */
const WIDTH = 84;

/** Pixels of a line of a hover, and of what stands between two paragraphs. */
const LINE = 19;
const BETWEEN = 8;

/** Of the 250 pixels that VS Code shows by itself, what is left below a finding of two lines and above its own buttons. */
const ROOM = 172;

/** A paragraph in its possible forms, each in lines: the first is the fullest, the last the one it cannot do without. */
export type Forms = readonly (readonly string[])[];

/**
 * Paragraphs in what VS Code shows of a hover, in their order. Each first gets its last form, those that matter most
 * before the others; then in the same order the fullest that still fits.
 * @param paragraphs with how much they matter: the lowest number most
 */
export function inRoom(paragraphs: readonly (readonly [rank: number, forms: Forms])[]): string[][] {
  const byRank = [...paragraphs].sort(([a], [b]) => a - b).map(([, forms]) => forms);
  const shown = new Map<Forms, readonly string[]>();
  let left = ROOM + BETWEEN;
  for (const fullest of [false, true]) {
    for (const forms of byRank) {
      const had = heightOf(shown.get(forms) ?? []);
      const fits = (fullest ? forms : forms.slice(-1)).find((lines) => heightOf(lines) <= left + had);
      if (!fits) continue;
      shown.set(forms, fits);
      left += had - heightOf(fits);
    }
  }
  return paragraphs.map(([, forms]) => [...(shown.get(forms) ?? [])]).filter((lines) => lines.length > 0);
}

/** What a paragraph takes up, with what stands between it and the next. */
const heightOf = (lines: readonly string[]): number => (lines.length === 0 ? 0 : linesShown(lines) * LINE + BETWEEN);

/** How many lines a reader sees of lines of Markdown. */
const linesShown = (lines: readonly string[]): number =>
  lines.reduce((count, line) => count + wrappedLines(visible(line)), 0);

/** How many lines of a hover a line of text takes. */
export function wrappedLines(text: string): number {
  let count = 0;
  let length = WIDTH;
  for (const word of text.split(/\s+/)) {
    length += 1 + word.length;
    if (length <= WIDTH) continue;
    count++;
    length = word.length;
  }
  return count;
}

/** A line of Markdown without what only an editor reads. */
const visible = (line: string): string =>
  line
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/&(?:amp|#\d+);/g, '&')
    .replace(/\\(.)|\*/g, '$1');

/** Text on one line with `before` and `after` around it, cut at a word where it is longer. */
export function onOneLine(before: string, text: string, after = ''): string {
  const room = WIDTH - before.length - after.length;
  const cut = text.length <= room ? text : `${text.slice(0, room - 1).replace(/[\s,]+\S*$/, '')}…`;
  return `${before}${cut}${after}`;
}
