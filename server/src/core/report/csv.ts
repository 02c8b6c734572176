/**
 * CSV for a Dutch spreadsheet, which opens it with a double click: semicolons, and a mark that says UTF-8. Quotes as in
 * RFC 4180.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return value.toLocaleString('nl-NL', { useGrouping: false });
  // A spreadsheet would take such words of a programme for a formula.
  const text = /^\s*[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
