/**
 * Pandoc's tables of which the columns are seen from lines of dashes alone: those of one line a row, that end at an empty
 * line, and those of more lines a row, between two such lines.
 */

const EMPTY = String.raw`[ \t]*\r?(?:\n|$)`;
const LINE = String.raw`(?!${EMPTY})[^\n]+(?:\n|$)`;
const DASHES = ` {0,3}-[- ]+-${EMPTY}`;
/** At least two columns: one alone is a rule or underlines a heading. */
const COLUMNS = ` {0,3}-{2,}(?: +-{2,})+${EMPTY}`;
const TABLE = new RegExp(
  String.raw`^(?:(?:${DASHES}(?:${LINE}){1,9}?)?${COLUMNS}(?:[^\n]*\n){1,200}?${DASHES}(?=${EMPTY})|${LINE}${COLUMNS}(?:${LINE})*)`,
  'gm',
);

/** The aligned tables of `text[from, to)`, without the line break at their end. */
export function* alignedTables(text: string, from: number, to: number): Generator<{ from: number; to: number }> {
  const content = text.slice(from, to);
  if (!/-- +--/.test(content)) return;
  for (const { 0: table, index } of content.matchAll(TABLE))
    yield { from: from + index, to: from + index + table.trimEnd().length };
}

/** So far around a place a table is looked for in which it may stand. */
const AROUND = 20_000;

/** Whether an offset stands in one. */
export function isInAlignedTable(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - AROUND) + 1;
  return [...alignedTables(text, start, at + AROUND)].some((table) => table.from <= at && at <= table.to);
}
