import type { Analysis } from '../analysis.js';
import type { HtmlBlock } from '../markdown/blocks.js';
import { isLiteral, isSkippedKey, locatorsAt } from '../markdown/citation.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable } from '../study/model.js';
import { allPages, kindName, ownPages, pageText } from '../study/reference.js';
import type { Completion } from './citing.js';
import { shortened } from './excerpt.js';
import { fittingAt } from './fitting.js';

/** Where a page is being written, behind the key of a citation. Offsets into the text. */
interface PageStart {
  /** What is cited; without it the study as a whole. */
  readonly item: Citable | undefined;
  /** End of the key, where that of an item can be added. */
  readonly keyEnd: number;
  /** The digits that are there, some of them perhaps past the cursor. */
  readonly from: number;
  readonly to: number;
  /** Those before the cursor. */
  readonly typed: string;
  /** It ends a range that begins on this page; else 0. */
  readonly after: number;
}

const CITED = /@\{?([\p{L}\p{N}:._-]{0,120}[\p{L}\p{N}])\}?/uy;
/** The place stands no further behind its key, and no bracket opens further before it. */
const FAR = 400;
const MOST = 50;
/** More of what stands on a page no list shows. */
const MOST_LETTERS = 120;

/** The pages that a citation can name where one is being written, each with what stands there; undefined elsewhere. */
export function pageCompletionsAt(
  study: StudyIndex,
  analysis: Analysis,
  block: HtmlBlock,
  offset: number,
): Completion[] | undefined {
  const start = pageStart(study, analysis.text, block, offset);
  if (!start) return undefined;
  const { item, keyEnd, from, to, typed, after } = start;
  const gap = /\s/.test(analysis.text[from - 1]!) || typed !== '' || after > 0 ? '' : ' ';
  const pages = item
    ? allPages(item).map((page) => ({ item, page, detail: standingOn(study, item, page) }))
    : pagesOfStudy(study, analysis, offset);
  return pages
    .filter(({ page }) => page > after && String(page).startsWith(typed))
    .slice(0, MOST)
    .map(({ item: cited, page, detail }) => {
      const text = `${gap}${page}`;
      const edits = item ? [] : [{ from: keyEnd, to: keyEnd, text: `:${cited.id}` }];
      return { study, item: cited, label: pageText(page), detail, text, snippet: text, edits, from, to };
    });
}

function pageStart(study: StudyIndex, text: string, stretch: HtmlBlock, offset: number): PageStart | undefined {
  const [typed] = /\d{0,6}$/.exec(text.slice(Math.max(stretch.from, offset - 6), offset))!;
  const from = offset - typed.length;
  const begin = Math.max(stretch.from, from - FAR);
  const at = begin + text.slice(begin, from).lastIndexOf('@');
  if (at < begin || isLiteral(text, at) || isSkippedKey(stretch.skip, at, text)) return undefined;
  CITED.lastIndex = at;
  const [cited, named] = CITED.exec(text) ?? [];
  if (cited === undefined || named === undefined) return undefined;
  const { key } = study.info;
  const item = named.startsWith(`${key}:`) ? study.find(named.slice(key.length + 1)) : undefined;
  if (!item && named !== key) return undefined;
  // With a figure where none is yet, it is read as every other citation.
  const written = `${text.slice(begin, from)}0`;
  const locators = locatorsAt(written, at - begin, at + cited.length - begin, {
    ...stretch,
    from: 0,
    to: written.length,
  });
  const last = locators.at(-1);
  if (last?.kind !== 'page' || last.to !== written.length) return undefined;
  const after = Number(last.first);
  if (!item && (locators.length > 1 || after > 0)) return undefined;
  const to = offset + /^\d{0,6}/.exec(text.slice(offset, Math.min(stretch.to, offset + 6)))![0].length;
  return { item, keyEnd: at + cited.indexOf(named) + named.length, from, to, typed, after };
}

interface Standing {
  readonly item: Citable;
  readonly page: number;
  readonly detail: string;
}

/** Its pages with what stands on them: first what fits the paragraph, then all by page, a section before its chapter. */
function pagesOfStudy(study: StudyIndex, analysis: Analysis, offset: number): Standing[] {
  const pagesWith = (item: Citable): Standing[] =>
    ownPages(item).map((page) => ({ item, page, detail: `${item.title} · ${kindName(study, item.kind)}` }));
  const fitting = fittingAt(study, analysis, offset).map(({ item }) => item);
  const { parts, trends, opgaven, perspectives, themes } = study;
  const others = [...parts, ...trends, ...opgaven, ...perspectives, ...themes].filter(
    (item) => !fitting.includes(item),
  );
  return [...fitting.flatMap(pagesWith), ...others.flatMap(pagesWith).sort((a, b) => a.page - b.page)];
}

/** What stands on a page about something; where that is nothing in particular, whose page it is. */
function standingOn(study: StudyIndex, item: Citable, page: number): string {
  const said = saidOn(study, item, page);
  if (said.length > 0) return shortened(said.join(' · '), MOST_LETTERS);
  const around = [...study.parts, ...study.themes].find((one) => ownPages(one).includes(page));
  return (item.kind !== 'term' && ownPages(item).includes(page) ? item : (around ?? item)).title;
}

/** Its directions, choices, figures and notes there; of a chapter its sections. */
function saidOn(study: StudyIndex, item: Citable, page: number): string[] {
  if (item.kind === 'term') return [];
  if (item.kind === 'theme')
    return study.entries
      .filter((one) => one.kind !== 'theme' && one.theme === item.id && ownPages(one).includes(page))
      .map(({ title }) => title);
  const here = <T extends { readonly page?: number }>(all: readonly T[]): T[] => all.filter((one) => one.page === page);
  return [
    ...here('directions' in item ? item.directions : []).map(({ text }) => text),
    ...here('choices' in item ? item.choices : []).map(({ options }) => options.join(' of ')),
    ...here(item.figures).map(({ text, unit }) => `${text} ${unit}`),
    ...here(item.notes).map(({ about }) => about),
  ];
}
