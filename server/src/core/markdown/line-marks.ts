/** What a word processor puts before an item of a list, and Markdown reads as text. */
export const PASTED_MARK = String.raw`(?:[•●▪■◦‣⁃·\uF0B7\uF0A7][ \t\u00A0]*|[–—][ \t\u00A0]+|o(?:\t| {3}))`;

/** What begins an item in the lists that Pandoc knows and others do not: `a.`, `(1)`, `iv)`, `#.`, `(@)`. */
export const PANDOC_MARK = String.raw`(?:\(?(?:[a-zA-Z]|[ivxlc]+|[IVXLC]+|\d{1,3}|#|@[\w-]*)\)|(?:[a-zA-Z]|[ivxlc]+|[IVXLC]+|#)\.)`;

/** What begins the caption of a table. */
export const CAPTION_MARK = '(?:Table|Tabel)?:';

/** What begins a line before its words: marks of quotes, headings, items, captions, definitions, lines that stay apart and notes. */
export const LINE_MARKS = new RegExp(
  String.raw`^[\s>]*(?:(?:#+|[-*+|~•–]|\d{1,9}[.)]|${PANDOC_MARK}|${CAPTION_MARK}|\[[ xX]\])(?:[ \t]+|$)|\[\^[^\]\s]+\]:[ \t]*)*`,
);
