/** A change to a document's text. Offsets are UTF-16 code units into the text as it was analysed. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The same as a snippet, for an editor that can place the cursor in it. */
  readonly snippet?: string;
}

/** Text as a snippet that inserts exactly that text. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { from, to, text: put } of [...edits].sort((a, b) => b.from - a.from))
    result = result.slice(0, from) + put + result.slice(to);
  return result;
}

/** How lines end in a text: as its first line does. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** What stands on lines of its own below a construct that ends at `at`, with an empty line on both sides. */
export function below(text: string, at: number, put: string): string {
  const gap = lineBreakOf(text).repeat(2);
  const rest = text.slice(at);
  const after = /^[ \t]*(?:$|\r?\n[ \t]*(?:\r?\n|$))/.test(rest) ? '' : lineBreakOf(text);
  return gap + put + after;
}

/** The line break that is lacking for an empty line above the line that begins at `at`; none at the top. */
export const emptyLineAbove = (text: string, at: number): string =>
  at === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, at)) || /^\uFEFF?[ \t]*\r?\n?$/.test(text.slice(0, at))
    ? ''
    : lineBreakOf(text);
