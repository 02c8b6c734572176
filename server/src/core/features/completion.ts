import type { Analysis } from '../analysis.js';
import type { CitationStyle } from '../configuration.js';
import { isSkipped } from '../markdown/blocks.js';
import type { StudyIndex } from '../study/index.js';
import { type CitationInsert, citationInsert, type Enclosure, LONGEST_BRACKET, type Source } from './citing.js';
import type { CitationChoice, StudySearch } from './search.js';

/** Where a citation is being written. Offsets into the text. */
export interface CitationStart {
  /** What the completion replaces: from the at sign, or the bracket before it, to the cursor or the bracket after it. */
  readonly from: number;
  readonly to: number;
  /** What was typed after the at sign, without the study's key, as words. */
  readonly query: string;
  readonly enclosure: Enclosure;
  /** The bracket holds nothing else, so a footnote may take its place. */
  readonly alone: boolean;
}

/** Whether a citation is being written at `offset`. A mail address is none. */
export function citationStart(text: string, offset: number, key: string): CitationStart | undefined {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(Math.max(lineFrom, offset - LONGEST_BRACKET), offset);
  const match = /-?@([\p{L}\p{N}:_-]{0,80})$/u.exec(before);
  if (!match) return undefined;
  const at = offset - match[0].length;
  if (/[\p{L}\p{N}._]/u.test(text[at - 1] ?? ' ')) return undefined;
  const typed = match[1]!;
  const keyed = typed.startsWith(`${key}:`);
  const query = (keyed ? typed.slice(key.length + 1) : typed).replace(/[-_:]/g, ' ');
  const open = before.slice(0, before.length - match[0].length).match(/\[[^\][]*$/)?.[0];
  const closed = text[offset] === ']';
  if (open === undefined)
    return { from: at, to: offset, query, enclosure: keyed ? 'sentence' : 'bracket', alone: true };
  return { from: at, to: offset, query, enclosure: 'inside', alone: open === '[' && closed };
}

/** One answer while a citation is being written: what can be cited, and what it puts in the place of `[from, to)`. */
export type Completion = CitationChoice &
  CitationInsert & {
    /** Title of the item; words of a direction, which is cited on its own page. */
    readonly label: string;
    readonly from: number;
    readonly to: number;
  };

/** The completions at an offset, best first; undefined where no citation is being written. */
export function completionsAt(
  study: StudyIndex,
  search: StudySearch,
  analysis: Analysis,
  offset: number,
  style: CitationStyle,
): Completion[] | undefined {
  const start = citationStart(analysis.text, offset, study.info.key);
  const block = start && analysis.at(offset)?.block;
  if (!block || isSkipped(block.skip, offset)) return undefined;
  const insert = (source: Source) => completionInsert(study, analysis, start, source, style);
  return [
    ...search.choices(start.query).map((choice) => ({ ...choice, label: choice.item.title, ...insert(choice) })),
    ...search.directionsFor(start.query).map(({ direction: { text, page }, item, detail }) => ({
      study,
      item,
      detail,
      label: text,
      ...insert({ item, page }),
    })),
  ];
}

/** What a completion puts in the place of what was typed. */
export function completionInsert(
  study: StudyIndex,
  analysis: Analysis,
  start: CitationStart,
  source: Source,
  style: CitationStyle,
): CitationInsert & { readonly from: number; readonly to: number } {
  if (style !== 'pandoc' && start.alone && start.enclosure !== 'sentence') {
    // The mark takes the place of the bracket as well.
    const { from, to } = start.enclosure === 'inside' ? { from: start.from - 1, to: start.to + 1 } : start;
    return { ...citationInsert(study, analysis, source, style, to), from, to };
  }
  const { from, to } = start;
  return { ...citationInsert(study, analysis, source, 'pandoc', to, start.enclosure), from, to };
}
