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
