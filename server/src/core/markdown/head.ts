/** Where the body of a text begins: below front matter (YAML, TOML, JSON) or Pandoc's title block. */

export interface Head {
  /** Offset of the body: nothing may be put above it, and nothing before it is prose. 0 where there is no head. */
  readonly end: number;
  /** Range of the YAML, without the lines around it. */
  readonly yaml?: { readonly from: number; readonly to: number };
  /** What follows cannot make the head longer. */
  readonly closed: boolean;
}

const TITLE_BLOCK = /%(?!%)[^\n]*(?:\n[ \t]+\S[^\n]*)*(?:\n%[^\n]*(?:\n[ \t]+\S[^\n]*)*){0,2}(?:\n|$)/y;
/** What may stand above YAML, since Pandoc reads it all the same. */
const ABOVE = /(?:[ \t]*\r?\n|<!--(?:(?!-->)[\s\S])*-->[ \t]*(?:\r?\n|$))*/y;
/** No empty line follows: then it is a horizontal rule. */
const YAML_OPENS = /---[ \t]*\r?\n(?![ \t]*\r?\n)/y;
/** Below something else a line is metadata only if it looks so. */
const YAML_LINE = /(?:[A-Za-z_][\w-]*:\s|#)/y;
const YAML_CLOSES = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
const TOML_OPENS = /\+\+\+[ \t]*\r?\n/y;
const TOML_CLOSES = /^\+\+\+[ \t]*(?:\r?\n|$)/gm;
const JSON_OPENS = /\{[ \t]*\r?\n[ \t]*"/y;
const JSON_CLOSES = /^\}[ \t]*(?:\r?\n|$)/gm;

/** Whether a text that begins so may have a head. */
export const mayHaveHead = (text: string): boolean => /^\uFEFF?(?:---|\+\+\+|\{|%|<!--|[ \t]*\r?\n)/.test(text);

/** Reads the head of a text. */
export function readHead(text: string): Head {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const closed = fencedEnd(text, start, TOML_OPENS, TOML_CLOSES) || fencedEnd(text, start, JSON_OPENS, JSON_CLOSES);
  if (closed) return { end: closed, closed: true };
  const title = past(TITLE_BLOCK, text, start);
  const above = past(ABOVE, text, title || start);
  const opens = past(YAML_OPENS, text, above || title || start);
  if (opens && (!above || past(YAML_LINE, text, opens))) {
    YAML_CLOSES.lastIndex = opens;
    const close = YAML_CLOSES.exec(text);
    if (close) return { end: close.index + close[0].length, yaml: { from: opens, to: close.index }, closed: true };
  }
  return { end: title, closed: false };
}

/** Where a match at `at` ends, 0 where there is none. */
function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const length = pattern.exec(text)?.[0].length ?? 0;
  return length === 0 ? 0 : at + length;
}

/** Past the first line that closes what opens at `at`, 0 where nothing does. */
function fencedEnd(text: string, at: number, opens: RegExp, closes: RegExp): number {
  const inside = past(opens, text, at);
  if (!inside) return 0;
  closes.lastIndex = inside;
  const close = closes.exec(text);
  return close ? close.index + close[0].length : 0;
}
