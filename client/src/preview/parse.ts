import { mayCite, type Sources } from './sources.js';

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

/** `[zie @studie:wijkenaanpak, p. 62; @studie:omscholing]`, at the start of the text. */
export function parseBracket(text: string, sources: Sources): Parsed | undefined {
  const end = text.indexOf(']');
  if (end < 0 || text.startsWith('[^')) return undefined;
  const inner = text.slice(1, end);
  // With an address behind it, it is an ordinary link.
  if (inner.includes('[') || text[end + 1] === '(' || !mayCite(sources, inner)) return undefined;
  const citations = inner.split(';').map((raw) => parseOne(raw.trim(), sources));
  return citations.some(({ id }) => id !== undefined) ? { citations, length: end + 1, inSentence: false } : undefined;
}

const KEY_AND_ID = String.raw`(-?)@\{?(\w+):([a-z0-9]+(?:-[a-z0-9]+)*)\}?`;
/** The place may stand on the next line. */
const IN_SENTENCE = new RegExp(String.raw`^${KEY_AND_ID}(?:[ \t]*(?:[ \t]|\n)[ \t]*\[([^\][@^]+)\](?![([]))?`);
const IN_BRACKETS = new RegExp(String.raw`^(.*?)${KEY_AND_ID}\s*,?\s*(.*)$`, 's');

/** `@studie:wijkenaanpak [p. 62]`, at a place in the text. */
export function parseInSentence(text: string, at: number, sources: Sources): Parsed | undefined {
  if (text[at] !== '@' && !text.startsWith('-@', at)) return undefined;
  if (/[\p{L}\p{N}.]/u.test(text[at - 1] ?? '')) return undefined;
  const match = IN_SENTENCE.exec(text.slice(at, at + 300));
  const id = match ? sources.nameOf(match[2]!, match[3]!) : undefined;
  if (!match || id === undefined) return undefined;
  const [raw, minus, , , locator = ''] = match;
  const citation = { id, raw, prefix: '', locator: locator.trim(), withoutAuthor: minus === '-' };
  return { citations: [citation], length: raw.length, inSentence: true };
}

/** What a note cites that reads as a source itself, with the key in a comment, and the note without it. */
export function parseNote(note: string, sources: Sources): { readonly id: string; readonly text: string } | undefined {
  const match = /<!-- @(\w+):([a-z0-9-]+) -->\s*$/.exec(note);
  const id = match ? sources.nameOf(match[1]!, match[2]!) : undefined;
  if (!match || id === undefined) return undefined;
  return { id, text: note.slice(0, match.index).trimEnd() };
}

function parseOne(raw: string, sources: Sources): Citation {
  const match = IN_BRACKETS.exec(raw);
  const id = match ? sources.nameOf(match[3]!, match[4]!) : undefined;
  if (!match || id === undefined) return { raw, prefix: '', locator: '', withoutAuthor: false };
  const [, prefix, minus, , , locator] = match;
  return { id, raw, prefix: prefix!.trim(), locator: withoutBraces(locator!), withoutAuthor: minus === '-' };
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
