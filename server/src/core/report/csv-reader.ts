/** A row of a table, with the line that it begins on, one-based. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV as spreadsheets write it: with semicolons, commas or tabs, whichever the first line has most of; quotes as in
 * RFC 4180. Empty lines are no rows.
 * @returns the rows, and the line of a quote that is never closed
 */
export function readCsv(text: string): { readonly rows: readonly CsvRow[]; readonly unclosed?: number } {
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorOf(source);
  // A quoted cell, or one that ends at a separator or line.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)("|$)([^${separator}\\r\\n]*)|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|\\r|$)`,
    'y',
  );
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  let unclosed: number | undefined;
  while (cell.lastIndex < source.length) {
    const [all, quoted, close, behind, plain, end] = cell.exec(source)!;
    if (quoted !== undefined && close === '') unclosed = line;
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"') + behind);
    line += all.match(/\r\n|\r|\n/g)?.length ?? 0;
    const last = cell.lastIndex >= source.length;
    if (end === separator && !last) continue;
    if (end === separator) cells.push('');
    if (cells.some((value) => value.trim() !== '')) rows.push({ line: begin, cells });
    cells = [];
    begin = line;
  }
  return { rows, ...(unclosed === undefined ? {} : { unclosed }) };
}

function separatorOf(source: string): string {
  const [head] = source.split(/\r|\n/, 1);
  const count = (separator: string): number => head!.split(separator).length;
  return [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
