import type { Analysis } from '../analysis.js';
import type { CitationStyle } from '../configuration.js';
import { outermostBlock } from '../markdown/outermost.js';
import { keyComment } from '../markdown/source-note.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable, StudyInfo } from '../study/model.js';
import { bracketed, firstPageOf, headingOf } from '../study/reference.js';
import { type Edit, escapeSnippet, lineBreakOf } from './edit.js';
import type { CitationChoice } from './search.js';

/** What is cited; without a page, the first of the entry. */
export interface Source {
  readonly item: Citable;
  readonly page?: number | undefined;
  /** Number of the study's note, to be named beside the page. */
  readonly note?: number | undefined;
}

/** Text to insert, the same as a snippet with the page as a tab stop, and what it needs elsewhere in the document. */
export interface CitationInsert {
  readonly text: string;
  readonly snippet: string;
  readonly edits: readonly Edit[];
}

/** One answer while a citation is being written: what can be cited, and what it puts in the place of `[from, to)`. */
export type Completion = CitationChoice &
  CitationInsert & {
    /** Title of the item, words of a direction, which is cited on its own page, or a page. */
    readonly label: string;
    readonly from: number;
    readonly to: number;
  };

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
export function pandocCitation(info: StudyInfo, { item, page, note }: Source, enclosure: Enclosure): CitationInsert {
  const number = page ?? firstPageOf(item);
  const key = `@${info.key}:${item.id}`;
  const write = (number?: string): string => {
    const locator = number === undefined ? '' : `p. ${number}${noteText(note)}`;
    if (enclosure === 'sentence') return locator === '' ? key : `${key} [${locator}]`;
    const inside = [key, locator].filter(Boolean).join(', ');
    return enclosure === 'bracket' ? `[${inside}]` : inside;
  };
  if (number === undefined) return { text: write(), snippet: write(), edits: [] };
  return { text: write(String(number)), snippet: write(`\${1:${number}}`), edits: [] };
}

const noteText = (note: number | undefined): string => (note === undefined ? '' : `, noot ${note}`);

/** A source as a reader finds it: `Uitgever, ‘Kopje van de studie’, § 6.2 in *Titel* (2021), p. 61.` */
export function sourceLine(
  { publisher, title, year }: StudyInfo,
  item: Citable,
  page: number | undefined,
  note?: number,
): string {
  const where = page === undefined ? '' : `, p. ${page}${noteText(note)}`;
  const work = `*${title}*${bracketed(`${year ?? ''}`)}${where}`;
  const by = publisher === '' ? '' : `${publisher}, `;
  if (item.kind === 'term') {
    if (!item.publication) return `${by}${work} (‘${item.title}’).`;
    const { author, year, title } = item.publication;
    return `${author}, *${title}* (${year}), in ${by}${work}.`;
  }
  const numbered = item.kind === 'part' || item.section === '' ? '' : item.section;
  const section = numbered === '' ? '' : `, ${item.kind === 'theme' ? 'hoofdstuk' : '§'} ${numbered}`;
  return `${by}‘${headingOf(item)}’${section} in ${work}.`;
}

/** What parts the mark of a note from brackets before it, of which it would be the label of a link. */
export const markGap = (text: string, at: number): '' | ' ' =>
  text[at - 1] === ']' && !/\[\^[^\]\s]{1,80}\]$/.test(text.slice(Math.max(0, at - 83), at)) ? ' ' : '';

/**
 * A citation as a footnote: the mark, and the note at the end of the document. A note that cites the same page is
 * used again.
 * @param at offset at which the mark is inserted
 */
export function footnoteCitation(
  { info }: StudyIndex,
  analysis: Analysis,
  source: Source,
  style: 'voetnoot' | 'voetnoot-met-naam',
  at: number,
): CitationInsert {
  const { text, footnotes, citations } = analysis;
  const { item, page = firstPageOf(item), note: number } = source;
  const known = footnotes.definitions.find((note) =>
    citations.some(
      ({ id, from, locators }) =>
        number === undefined &&
        id === item.id &&
        from > note.from &&
        from < note.end &&
        (page === undefined
          ? locators.length === 0
          : locators.length === 1 && locators[0]!.first === String(page) && locators[0]!.last === String(page)),
    ),
  );
  if (known) return { text: `[^${known.label}]`, snippet: `[^${known.label}]`, edits: [] };
  const labels = new Set([...footnotes.definitions, ...footnotes.references].map(({ label }) => label));
  const label = style === 'voetnoot' ? nextNumber(labels) : nextName(labels, item.id, page);
  const mark = `[^${label}]`;
  const note = `${mark}: ${sourceLine(info, item, page, number)} ${keyComment(info.key, item.id)}`;
  const end = notesEnd(analysis, at);
  const lineBreak = lineBreakOf(text);
  // A list of notes stays one list; other text is left alone by an empty line.
  const lastNote = footnotes.definitions.at(-1);
  const gap = end === 0 ? '' : lastNote && lastNote.end >= end ? lineBreak : lineBreak + lineBreak;
  if (at < end) {
    const tail = end === text.length || /^\r?\n[^\r\n]/.test(text.slice(end)) ? lineBreak : '';
    return { text: mark, snippet: mark, edits: [{ from: end, to: end, text: `${gap}${note}${tail}` }] };
  }
  // At the very end two edits would meet: the note goes along with the mark.
  return {
    text: `${mark}${lineBreak}${lineBreak}${note}`,
    snippet: `${escapeSnippet(mark)}$0${lineBreak}${lineBreak}${escapeSnippet(note)}`,
    edits: [],
  };
}

/** Where notes go: at the end of the document, but before code or a comment that nothing closes. */
function notesEnd({ text, blocks }: Analysis, at: number): number {
  const end = text.trimEnd().length;
  const { kind, from } = outermostBlock(text, blocks, end);
  const isOpen =
    /^(?:FencedCode|CommentBlock|HiddenBlock)$/.test(kind) &&
    !/(?:`{3}|~{3}|-->|%%|\})$/.test(text.slice(from + 3, end));
  return isOpen && from > at ? text.slice(0, from).trimEnd().length : end;
}

function nextNumber(labels: ReadonlySet<string>): string {
  let highest = 0;
  for (const label of labels) if (/^\d{1,6}$/.test(label)) highest = Math.max(highest, Number(label));
  return String(highest + 1);
}

function nextName(labels: ReadonlySet<string>, id: string, page: number | undefined): string {
  if (!labels.has(id)) return id;
  const paged = page === undefined ? id : `${id}-${page}`;
  for (let count = 2; ; count++) {
    const label = count === 2 && page !== undefined ? paged : `${paged}-${count}`;
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
