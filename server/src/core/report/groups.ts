import { choice } from '../dutch/enumeration.js';
import { nearest } from '../dutch/spelling.js';
import { type CsvRow, readCsv } from './csv-reader.js';

/** By what programmes can be grouped; each is the name of a column. */
export type Grouping = 'partij' | 'gemeente' | 'provincie' | 'omvang';

export const GROUPINGS: readonly Grouping[] = ['partij', 'gemeente', 'provincie', 'omvang'];

/** What is known of one programme. */
export type Groups = Readonly<Partial<Record<Grouping, string>>>;

/** A table of groups, as it was read. */
export interface GroupTable {
  /** A row for each programme, in the order of the file. */
  readonly rows: readonly { readonly line: number; readonly file: string; readonly groups: Groups }[];
  /** What is wrong: with these the counts would not be right. */
  readonly faults: readonly TableRemark[];
  /** What is not used. */
  readonly remarks: readonly TableRemark[];
}

/** Something about a line of a table, one-based. */
export interface TableRemark {
  readonly line: number;
  readonly message: string;
}

const COLUMNS: readonly string[] = ['bestand', ...GROUPINGS];

/** Reads the table that says of programmes which party, municipality, province and size they are of: a column `bestand`, and any of those. */
export function readGroups(text: string): GroupTable {
  const { rows, unclosed } = readCsv(text);
  const [head, ...others] = rows;
  const columns = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const at = columns.indexOf('bestand');
  const faults: TableRemark[] = unclosed === undefined ? [] : [{ line: unclosed, message: UNCLOSED }];
  if (at < 0) return { rows: [], remarks: [], faults: [...faults, { line: head?.line ?? 1, message: NO_FILES }] };
  for (const [index, name] of columns.entries())
    if (columns.indexOf(name) < index && COLUMNS.includes(name))
      faults.push({ line: head!.line, message: `de kolom ‘${name}’ staat er twee keer. Laat er één weg.` });
  if (!GROUPINGS.some((grouping) => columns.includes(grouping)))
    faults.push({ line: head!.line, message: `er is geen kolom ${choice(GROUPINGS)}. Voeg er een toe.` });
  const remarks = head!.cells
    .filter((_, index) => columns[index] !== '' && !COLUMNS.includes(columns[index]!))
    .map((name) => ({ line: head!.line, message: unusedColumn(name.trim()) }));
  const known = new Map<string, number>();
  const read: GroupTable['rows'][number][] = [];
  for (const row of others) {
    const fault = faultIn(row, columns.length, row.cells[at]?.trim() ?? '', known);
    if (fault !== undefined) faults.push({ line: row.line, message: fault });
    else read.push({ line: row.line, file: row.cells[at]!.trim(), groups: groupsIn(row, columns) });
  }
  return { rows: read, faults, remarks };
}

const UNCLOSED = 'een aanhalingsteken (") dat hier begint, sluit nergens. Sluit het, of haal het weg.';
const NO_FILES = `de kolom ‘bestand’ ontbreekt. De eerste regel noemt de kolommen: bestand, en ${choice(GROUPINGS)}.`;

function unusedColumn(name: string): string {
  const [near] = nearest(name.toLowerCase(), [...COLUMNS], 1);
  return `de kolom ‘${name}’ wordt niet gebruikt.${near ? ` Bedoelt u ‘${near}’?` : ''}`;
}

function faultIn({ line, cells }: CsvRow, width: number, file: string, known: Map<string, number>): string | undefined {
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return `hier staan ${cells.length} velden, en de eerste regel noemt er ${width}. Staat er een puntkomma te veel, zet het veld dan tussen aanhalingstekens.`;
  if (file === '') return 'het veld ‘bestand’ is leeg.';
  const before = known.get(file);
  if (before !== undefined) return `‘${file}’ staat ook op regel ${before}. Laat één van beide weg.`;
  known.set(file, line);
  return undefined;
}

function groupsIn({ cells }: CsvRow, columns: readonly string[]): Groups {
  const found = GROUPINGS.flatMap((grouping): [Grouping, string][] => {
    const value = cells[columns.indexOf(grouping)]?.replace(/\s+/g, ' ').trim() ?? '';
    return value === '' ? [] : [[grouping, value]];
  });
  return Object.fromEntries(found);
}
