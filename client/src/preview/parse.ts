import type { SourceTable } from '../../../server/src/protocol/source-table.js';

/** One source in a citation; without an id it is another work's, kept as it was written. */
export interface Citation {
  readonly id?: string;
  readonly raw: string;
  readonly prefix: string;
  readonly locator: string;
  /** Pandoc's `-@`: the author is named in the sentence already. */
  readonly withoutAuthor: boolean;
}

export interface Parsed {
  readonly citations: readonly Citation[];
  /** Length in the text, UTF-16. */
  readonly length: number;
  readonly inSentence: boolean;
}

/** Whether a text may cite the study. */
export const cites = (text: string, { key }: SourceTable): boolean =>
  text.includes(`@${key}:`) || text.includes(`@{${key}:`);

/** `[zie @trendstudie:wijkenaanpak, p. 62; @trendstudie:omscholing]`, at the start of the text. */
export function parseBracket(text: string, table: SourceTable): Parsed | undefined {
  const end = text.indexOf(']');
  if (end < 0 || text.startsWith('[^')) return undefined;
  const inner = text.slice(1, end);
  // With an address behind it, it is an ordinary link.
  if (inner.includes('[') || text[end + 1] === '(' || !cites(inner, table)) return undefined;
  const citations = inner.split(';').map((raw) => parseOne(raw.trim(), table));
  return citations.some(({ id }) => id !== undefined) ? { citations, length: end + 1, inSentence: false } : undefined;
}

const KEY_AND_ID = String.raw`(-?)@\{?(\w+):([a-z0-9]+(?:-[a-z0-9]+)*)\}?`;
/** The place may stand on the next line. */
const IN_SENTENCE = new RegExp(String.raw`^${KEY_AND_ID}(?:[ \t]*(?:[ \t]|\n)[ \t]*\[([^\][@^]+)\](?![([]))?`);
const IN_BRACKETS = new RegExp(String.raw`^(.*?)${KEY_AND_ID}\s*,?\s*(.*)$`, 's');

/** `@trendstudie:wijkenaanpak [p. 62]`, at a place in the text. */
export function parseInSentence(text: string, at: number, table: SourceTable): Parsed | undefined {
  if (text[at] !== '@' && !text.startsWith('-@', at)) return undefined;
  if (/[\p{L}\p{N}.]/u.test(text[at - 1] ?? '')) return undefined;
  const match = IN_SENTENCE.exec(text.slice(at, at + 300));
  if (!match || match[2] !== table.key || !Object.hasOwn(table.entries, match[3]!)) return undefined;
  const [raw, minus, , id, locator = ''] = match;
  const citation = { id: id!, raw, prefix: '', locator: locator.trim(), withoutAuthor: minus === '-' };
  return { citations: [citation], length: raw.length, inSentence: true };
}

/** What a note cites that reads as a source itself, with the key in a comment, and the note without it. */
export function parseNote(
  note: string,
  table: SourceTable,
): { readonly id: string; readonly text: string } | undefined {
  const match = /<!-- @(\w+):([a-z0-9-]+) -->\s*$/.exec(note);
  if (match?.[1] !== table.key || !Object.hasOwn(table.entries, match[2]!)) return undefined;
  return { id: match[2]!, text: note.slice(0, match.index).trimEnd() };
}

function parseOne(raw: string, table: SourceTable): Citation {
  const match = IN_BRACKETS.exec(raw);
  if (!match || match[3] !== table.key || !Object.hasOwn(table.entries, match[4]!))
    return { raw, prefix: '', locator: '', withoutAuthor: false };
  const [, prefix, minus, , id, locator] = match;
  return { id: id!, raw, prefix: prefix!.trim(), locator: withoutBraces(locator!), withoutAuthor: minus === '-' };
}

const withoutBraces = (locator: string): string => locator.trim().replace(/^\{([^{}]*)\}/, '$1');

/** What is gathered while one document is parsed. */
export interface Cited {
  readonly ids: Set<string>;
  /** Footnotes that hold a citation: their text by label. */
  readonly notes: Map<string, string>;
  /** The number of each note of the document, cited source or not, in the order in which the text refers to them. */
  numbers: ReadonlyMap<string, number>;
  /** Their labels in the order in which the text refers to them. */
  readonly referred: string[];
  /** The text of a note is being parsed. */
  inNote: boolean;
}

const KEY = 'opgavenwijzerCited';

export function citedIn(env: Record<string, unknown>): Cited {
  env[KEY] ??= { ids: new Set(), notes: new Map(), numbers: new Map(), referred: [], inNote: false } satisfies Cited;
  return env[KEY] as Cited;
}
