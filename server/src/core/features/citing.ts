import type { Analysis } from '../analysis.js';
import type { CitationStyle } from '../configuration.js';
import { type Block, frontMatterEnd, isSkipped } from '../markdown/blocks.js';
import { citingBrackets, holdSources } from '../markdown/brackets.js';
import { outermostBlock } from '../markdown/outermost.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable, StudyInfo } from '../study/model.js';
import { pagesOf } from '../study/reference.js';
import { type Edit, escapeSnippet, lineBreakOf } from './edit.js';

/** What is cited; without a page, the first of the entry. */
export interface Source {
  readonly item: Citable;
  readonly page?: number | undefined;
}

/** Text to insert, the same as a snippet with the page as a tab stop, and what it needs elsewhere in the document. */
export interface CitationInsert {
  readonly text: string;
  readonly snippet: string;
  readonly edits: readonly Edit[];
}

/**
 * How a citation is enclosed: in brackets of its own, inside brackets that are there already, or in the sentence with
 * the page in brackets behind it.
 */
export type Enclosure = 'bracket' | 'inside' | 'sentence';

/** The style at an offset: a note cannot hold a note. */
export const styleAt = ({ footnotes, text }: Analysis, style: CitationStyle, offset: number): CitationStyle =>
  footnotes.definitions.some(({ from, end }) => offset > from && offset <= end) ||
  /\^\[[^\][\n]*$/.test(text.slice(Math.max(0, offset - 400), offset))
    ? 'pandoc'
    : style;

/** A citation in Pandoc's form. */
export function pandocCitation(info: StudyInfo, { item, page }: Source, enclosure: Enclosure): CitationInsert {
  const number = String(page ?? pagesOf(item)[0]);
  const write = (locator: string): string => {
    const key = `@${info.key}:${item.id}`;
    if (enclosure === 'sentence') return `${key} [p. ${locator}]`;
    return enclosure === 'bracket' ? `[${key}, p. ${locator}]` : `${key}, p. ${locator}`;
  };
  return { text: write(number), snippet: write(`\${1:${number}}`), edits: [] };
}

/**
 * A citation as a footnote: the mark, and the note at the end of the document. A note that cites the same page is
 * used again.
 * @param at offset at which the mark is inserted
 */
export function footnoteCitation(
  { info }: StudyIndex,
  { text, footnotes, citations }: Pick<Analysis, 'text' | 'footnotes' | 'citations'>,
  source: Source,
  style: 'voetnoot' | 'voetnoot-met-naam',
  at: number,
): CitationInsert {
  const { item, page = pagesOf(item)[0] } = source;
  const known = footnotes.definitions.find((note) =>
    citations.some(
      ({ id, from, locators }) =>
        id === item.id &&
        from > note.from &&
        from < note.end &&
        locators.length === 1 &&
        locators[0]!.first === String(page) &&
        locators[0]!.last === String(page),
    ),
  );
  if (known) return { text: `[^${known.label}]`, snippet: `[^${known.label}]`, edits: [] };
  const labels = new Set([...footnotes.definitions, ...footnotes.references].map(({ label }) => label));
  const label = style === 'voetnoot' ? nextNumber(labels) : nextName(labels, item.id, page);
  const mark = `[^${label}]`;
  const note = (cited: string): string => `${mark}: ${info.publisher}, *${info.title}* (${info.year}) ${cited}.`;
  const citation = pandocCitation(info, { item, page }, 'bracket');
  const end = text.trimEnd().length;
  const lineBreak = lineBreakOf(text);
  // A list of notes stays one list; other text is left alone by an empty line.
  const lastNote = footnotes.definitions.at(-1);
  const gap = end === 0 ? '' : lastNote && lastNote.end >= end ? lineBreak : lineBreak + lineBreak;
  if (at < end) {
    const tail = end === text.length ? lineBreak : '';
    return { text: mark, snippet: mark, edits: [{ from: end, to: end, text: `${gap}${note(citation.text)}${tail}` }] };
  }
  // At the very end two edits would meet: the note goes along with the mark.
  return {
    text: `${mark}${lineBreak}${lineBreak}${note(citation.text)}`,
    snippet: `${escapeSnippet(mark)}$0${lineBreak}${lineBreak}${escapeSnippet(note(citation.text))}`,
    edits: [],
  };
}

function nextNumber(labels: ReadonlySet<string>): string {
  let highest = 0;
  for (const label of labels) if (/^\d{1,6}$/.test(label)) highest = Math.max(highest, Number(label));
  return String(highest + 1);
}

function nextName(labels: ReadonlySet<string>, id: string, page: number): string {
  if (!labels.has(id)) return id;
  const paged = `${id}-${page}`;
  for (let count = 2; ; count++) {
    const label = count === 2 ? paged : `${paged}-${count}`;
    if (!labels.has(label)) return label;
  }
}

/** A citation in the style that the writer has chosen, for insertion at an offset. */
export function citationInsert(
  study: StudyIndex,
  analysis: Analysis,
  source: Source,
  style: CitationStyle,
  at: number,
  enclosure: Enclosure = 'bracket',
): CitationInsert {
  return style === 'pandoc' || enclosure !== 'bracket'
    ? pandocCitation(study.info, source, enclosure)
    : footnoteCitation(study, analysis, source, style, at);
}

/**
 * A citation to insert where the cursor stands: parted from the word before it, behind the word, citation or code that
 * the cursor stands in, added to brackets that already hold one. Undefined where no source can be cited.
 * @param words text that comes before it: those of a figure
 */
export function insertAt(
  study: StudyIndex,
  analysis: Analysis,
  source: Source,
  style: CitationStyle,
  cursor: number,
  words = '',
): (CitationInsert & { readonly from: number; readonly to: number }) | undefined {
  const { text } = analysis;
  const block = analysis.at(cursor)?.block;
  if (!block && !isOpen(analysis, cursor)) return undefined;
  const brackets = block && citingBrackets(text, block, cursor);
  if (block && brackets?.close !== undefined && holdSources(text, brackets)) {
    const at = placeWithin(text, brackets.open, brackets.close, cursor);
    return inserted(at, insideHead(text.slice(brackets.open, at)), insideTail(text, at), {
      ...citationInsert(study, analysis, source, 'pandoc', at, 'inside'),
    });
  }
  const at = block ? behindWhole(text, block, cursor, analysis) : cursor;
  const here = styleAt(analysis, style, at);
  const citation = citationInsert(study, analysis, source, here, at);
  const isMark = here !== 'pandoc';
  const space = at > 0 && /[^\s([{‘“"']/.test(text[at - 1]!) ? ' ' : '';
  const head = words === '' ? (isMark ? '' : space) : `${space}${words}${isMark ? '' : ' '}`;
  // Right before a bracket it would be a link.
  return inserted(at, head, /[([{]/.test(text[at] ?? '') ? ' ' : '', citation);
}

function inserted(
  at: number,
  head: string,
  tail: string,
  { text, snippet, edits }: CitationInsert,
): CitationInsert & { readonly from: number; readonly to: number } {
  return {
    from: at,
    to: at,
    text: head + text + tail,
    snippet: escapeSnippet(head) + snippet + escapeSnippet(tail),
    edits,
  };
}

/** Whether prose can be begun at an offset outside every block: on an empty line or behind a mark, not in code or data. */
function isOpen({ text, blocks }: Analysis, at: number): boolean {
  if (at < frontMatterEnd(text)) return false;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at) + (/^[^\n]*/.exec(text.slice(at))?.[0] ?? '');
  if (!/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s*)?$/.test(line)) return false;
  return !/Code|HTML|Comment|Metadata|Hidden/.test(outermostBlock(text, blocks, at).kind);
}

/** Past the word, code, address, formula or citation that an offset stands in. */
function behindWhole(text: string, block: Block, cursor: number, { citations }: Analysis): number {
  let at = cursor;
  const cited = citations.find(({ from, to, locator }) => at >= from && at < (locator?.to ?? to));
  if (cited) {
    at = cited.locator?.to ?? cited.to;
    while (/[}\]]/.test(text[at] ?? '')) at++;
  }
  const { skip } = block;
  for (let k = 0; k < skip.length; k += 2)
    if (at > skip[k]! && at < skip[k + 1]!) {
      at = skip[k + 1]!;
      while (text[at] === ')') at++;
    }
  if (isWordBefore(text, at) && !isSkipped(skip, at)) at += /^[\p{L}\p{N}]*/u.exec(text.slice(at, at + 100))![0].length;
  return at;
}

const isWordBefore = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** Where another source goes in brackets: at the cursor between two, else behind the one that it stands in. */
function placeWithin(text: string, open: number, close: number, cursor: number): number {
  if (/[[;]\s*$/.test(text.slice(open, cursor))) return cursor;
  const next = text.slice(cursor, close).indexOf(';');
  const end = next < 0 ? close : cursor + next;
  return open + text.slice(open, end).trimEnd().length;
}

/** What parts a citation from those before it in the same brackets. */
function insideHead(before: string): string {
  if (/\[\s*$/.test(before)) return '';
  return /;\s*$/.test(before) ? (/\s$/.test(before) ? '' : ' ') : '; ';
}

const insideTail = (text: string, at: number): string =>
  /^\s*[;\]]/.test(text.slice(at, at + 10)) ? '' : /\s/.test(text[at]!) ? ';' : '; ';
