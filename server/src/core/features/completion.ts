import Fuse, { type FuseResult } from 'fuse.js';
import type { StudyIndex } from '../study/index.js';
import type { Citable } from '../study/model.js';
import { KIND_NAMES, pagesOf, pagesText } from '../study/reference.js';

/** A citation that can be inserted. */
export interface CitationChoice {
  readonly item: Citable;
  /** `opgave · Ruimte en wonen · p. 61–62` */
  readonly detail: string;
}

/** Where a citation is being written: from the at sign (or the bracket before it) to the cursor. */
export interface CitationStart {
  /** Offset of the first character that the completion replaces. */
  readonly from: number;
  /** What was typed after the at sign, without the study's key. */
  readonly query: string;
  /** An opening bracket stands before the at sign. */
  readonly bracket: boolean;
}

const MOST = 50;
/** A writer cites opgaven and trends more often than terms: with like spelling those come first. */
const TERM_HANDICAP = 0.1;

/** Fuzzy search over what can be cited: by title, by the words people use, by id. */
export class StudySearch {
  private readonly fuse: Fuse<Citable>;
  private readonly all: readonly Citable[];

  constructor(private readonly study: StudyIndex) {
    this.all = [...study.opgaven, ...study.trends, ...study.perspectives, ...study.themes, ...study.terms];
    this.fuse = new Fuse(this.all, {
      keys: [
        { name: 'title', weight: 3 },
        { name: 'id', weight: 2 },
        { name: 'words', weight: 2, getFn: (item) => [...(item.kind === 'term' ? item.variants : item.aliases)] },
      ],
      threshold: 0.34,
      ignoreLocation: true,
      ignoreDiacritics: true,
      minMatchCharLength: 2,
    });
  }

  /** The best choices for a query, best first; without a query, the opgaven and then the rest. */
  choices(query: string, most = MOST): CitationChoice[] {
    const found = query.trim().length < 2 ? this.all.slice(0, most) : this.search(query).slice(0, most);
    return found.map((item) => ({ item, detail: this.detail(item) }));
  }

  private search(query: string): Citable[] {
    const rank = ({ item, score = 1 }: FuseResult<Citable>): number =>
      score + (item.kind === 'term' ? TERM_HANDICAP : 0);
    return this.fuse
      .search(query)
      .sort((a, b) => rank(a) - rank(b))
      .map(({ item }) => item);
  }

  private detail(item: Citable): string {
    const theme = item.kind === 'theme' ? '' : ` · ${this.study.themeOf(item).name}`;
    return `${KIND_NAMES[item.kind]}${theme} · ${pagesText(pagesOf(item))}`;
  }
}

/** Whether a citation is being written at `offset`. A mail address is none. */
export function citationStart(text: string, offset: number, key: string): CitationStart | undefined {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const match = /(\[?)(-?@)([\p{L}\p{N}:_-]*)$/u.exec(text.slice(Math.max(lineFrom, offset - 80), offset));
  if (!match) return undefined;
  const from = offset - match[0].length;
  if (match[1] === '' && /[\p{L}\p{N}.]/u.test(text[from - 1] ?? ' ')) return undefined;
  const typed = match[3]!;
  const query = typed.startsWith(`${key}:`) ? typed.slice(key.length + 1) : typed;
  const openBefore = text.slice(lineFrom, from).lastIndexOf('[');
  const bracket = match[1] === '[' || (openBefore >= 0 && !text.slice(lineFrom + openBefore, from).includes(']'));
  return { from: from + match[1]!.length, query: query.replace(/[-_:]/g, ' '), bracket };
}

/** A citation as it is inserted: plain text, or a snippet with the page selected. */
export function citationText(key: string, item: Citable, options: { bracket: boolean; snippet: boolean }): string {
  const page = String(pagesOf(item)[0]);
  const locator = options.snippet ? `\${1:${page}}` : page;
  const body = `@${key}:${item.id}, p. ${locator}`;
  return options.bracket ? `[${body}]` : body;
}
