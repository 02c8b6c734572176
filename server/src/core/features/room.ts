/** Characters on a line of a hover, at the width and font that VS Code has by itself. */
const WIDTH = 72;

/** A paragraph in its possible forms, each in lines: the first is the fullest, the last the one it cannot do without. */
export type Forms = readonly (readonly string[])[];

/**
 * Paragraphs in so many lines, in their order. Each first gets its last form, those that matter most before the others;
 * then in the same order the fullest that still fits.
 * @param paragraphs with how much they matter: the lowest number most
 */
export function inRoom(paragraphs: readonly (readonly [rank: number, forms: Forms])[], room: number): string[][] {
  const byRank = [...paragraphs].sort(([a], [b]) => a - b).map(([, forms]) => forms);
  const shown = new Map<Forms, readonly string[]>();
  let left = room;
  for (const fullest of [false, true]) {
    for (const forms of byRank) {
      const had = linesShown(shown.get(forms) ?? []);
      const fits = (fullest ? forms : forms.slice(-1)).find((lines) => linesShown(lines) <= left + had);
      if (!fits) continue;
      shown.set(forms, fits);
      left += had - linesShown(fits);
    }
  }
  return paragraphs.map(([, forms]) => [...(shown.get(forms) ?? [])]).filter((lines) => lines.length > 0);
}

/** How many lines a reader sees of lines of Markdown. */
function linesShown(lines: readonly string[]): number {
  let count = 0;
  for (const line of lines) {
    let length = WIDTH;
    for (const word of visible(line).split(/\s+/)) {
      length += 1 + word.length;
      if (length <= WIDTH) continue;
      count++;
      length = word.length;
    }
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
