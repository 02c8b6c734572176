import type { Analysis } from '../analysis.js';
import type { CitationStyle } from '../configuration.js';
import type { HtmlBlock } from '../markdown/blocks.js';
import { type Brackets, citingBrackets } from '../markdown/brackets.js';
import { isLiteral, isSkippedKey, type Locator, locatorsAt } from '../markdown/citation.js';
import { citingParts } from '../markdown/front-matter.js';
import type { StudyIndex } from '../study/index.js';
import { firstPageOf, isRightPlace } from '../study/reference.js';
import {
  type CitationInsert,
  type Completion,
  citationInsert,
  pandocCitation,
  type Source,
  styleAt,
} from './citing.js';
import { fittingAt } from './fitting.js';
import { pageCompletionsAt } from './page-completion.js';
import type { StudySearch } from './search.js';

/** Where a citation is being written. Offsets into the text. */
interface CitationStart {
  /** From the at sign to the end of the key, which may lie past the cursor. */
  readonly from: number;
  readonly to: number;
  /** What was typed after the at sign, without the study's key, as words. */
  readonly query: string;
  /** The key of the study was typed. */
  readonly keyed: boolean;
  readonly brackets?: Brackets | undefined;
  /** The pages that are written behind the key. */
  readonly locators: readonly Locator[];
  /** Nothing but keys can be written here. */
  readonly bare: boolean;
}

const TYPED = /@\{?([\p{L}\p{N}:._-]{0,80})$/u;
const REST = /^(?:[\p{L}\p{N}:._-]{0,80}[\p{L}\p{N}])?/u;

/** Whether a citation is being written at `offset`. A mail address is none. */
function citationStart(
  text: string,
  stretch: HtmlBlock,
  offset: number,
  key: string,
  bare: boolean,
): CitationStart | undefined {
  const match = TYPED.exec(text.slice(Math.max(stretch.from, offset - 90), offset));
  const from = offset - (match?.[0].length ?? 0);
  if (!match || isLiteral(text, from) || isSkippedKey(stretch.skip, from, text)) return undefined;
  const typed = match[1]!;
  const keyed = typed.startsWith(`${key}:`);
  const query = (keyed ? typed.slice(key.length + 1) : typed).replace(/[-_:.]/g, ' ');
  let to = offset + REST.exec(text.slice(offset, Math.min(stretch.to, offset + 90)))![0].length;
  if (text[from + 1] === '{' && text[to] === '}') to++;
  const brackets = citingBrackets(text, stretch, from);
  return { from, to, query, keyed, brackets, locators: locatorsAt(text, from, to, stretch), bare };
}

/** The completions at an offset, best first; undefined where no citation is being written. */
export function completionsAt(
  study: StudyIndex,
  search: StudySearch,
  analysis: Analysis,
  offset: number,
  style: CitationStyle,
): Completion[] | undefined {
  const { text } = analysis;
  const block = analysis.at(offset)?.block;
  const stretch =
    block ?? citingParts(text).find(({ name, from, to }) => name === 'nocite' && offset > from && offset <= to);
  const start = stretch && citationStart(text, stretch, offset, study.info.key, !block);
  if (!start) return block && pageCompletionsAt(study, analysis, block, offset);
  const here = styleAt(analysis, style, offset);
  const insert = (source: Source) => completionInsert(study, analysis, start, source, here);
  // Before anything is typed, what fits the paragraph comes first.
  const choices =
    start.query.trim() === ''
      ? search.choicesAfter(fittingAt(study, analysis, offset).map(({ item }) => item))
      : search.choices(start.query);
  return [
    ...choices.map((choice) => ({ ...choice, label: choice.item.title, ...insert(choice) })),
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
function completionInsert(
  study: StudyIndex,
  analysis: Analysis,
  start: CitationStart,
  source: Source,
  style: CitationStyle,
): CitationInsert & { readonly from: number; readonly to: number } {
  const { text } = analysis;
  const { item, page = firstPageOf(item) } = source;
  const { from, to, brackets, locators, keyed, bare } = start;
  const key = `@${study.info.key}:${item.id}`;
  const plain = (text: string, end: number) => ({ text, snippet: text, edits: [], from, to: end });
  if (bare) return plain(key, to);
  const [first, last] = [locators[0], locators.at(-1)];
  if (first && last) {
    // Pages that are right for what is cited now stay as they are; an editor takes no completion over more lines.
    if (locators.every((locator) => isRightPlace(item, locator)) || text.slice(to, last.to).includes('\n'))
      return plain(key, to);
    const write = (number: string): string => `${key}${text.slice(to, first.from)}p. ${number}`;
    return { text: write(String(page)), snippet: write(`\${1:${page}}`), edits: [], from, to: last.to };
  }
  if (brackets) {
    const alone =
      brackets.close !== undefined &&
      /^\[-?$/.test(text.slice(brackets.open, from)) &&
      text.slice(to, brackets.close).trim() === '';
    if (style === 'pandoc' || !alone) return { ...pandocCitation(study.info, source, 'inside'), from, to };
    // The mark takes the place of the bracket as well.
    const end = brackets.close! + 1;
    return { ...citationInsert(study, analysis, source, style, end), from: brackets.open, to: end };
  }
  if (keyed) return { ...pandocCitation(study.info, source, 'sentence'), from, to };
  const dashed = text[from - 1] === '-' && /^[\s([]?$/.test(text[from - 2] ?? '');
  if (dashed && style === 'pandoc') {
    const { text: cited, snippet } = pandocCitation(study.info, source, 'inside');
    return { text: `[-${cited}]`, snippet: `[-${snippet}]`, edits: [], from: from - 1, to };
  }
  return { ...citationInsert(study, analysis, source, style, to), from, to };
}
