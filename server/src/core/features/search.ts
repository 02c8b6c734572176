import Fuse, { type FuseResult } from 'fuse.js';
import { fold } from '../signals/signal.js';
import type { StudyIndex } from '../study/index.js';
import { areasOf } from '../study/local-facts.js';
import type { Citable, Direction, Entry, Figure, Opgave, Perspective } from '../study/model.js';
import { kindName, pagesOf, pagesText, pageText } from '../study/reference.js';

/** Something that can be cited. */
export interface CitationChoice {
  readonly study: StudyIndex;
  readonly item: Citable;
  /** `p. 61–62 · opgave · Ruimte en wonen`: a list cuts off the end, and the page is to stay. */
  readonly detail: string;
}

/** A figure of the study, with the entry under which it stands. */
export interface FigureChoice {
  readonly study: StudyIndex;
  readonly figure: Figure;
  readonly item: Entry;
  readonly detail: string;
}

/** A direction of the study, with the opgave or way to act under which it stands. */
export interface DirectionChoice {
  readonly study: StudyIndex;
  readonly direction: Direction;
  readonly item: Opgave | Perspective;
  readonly detail: string;
}

const MOST = 50;
const MOST_FIGURES = 20;
const MOST_DIRECTIONS = 10;
/** Shorter words stand in too many directions. */
const LEAST_LETTERS = 4;
/** Answers that are remembered at most. */
const MOST_ANSWERS = 50;
/** A writer cites opgaven and trends more often than terms: with like spelling those come first. */
const TERM_HANDICAP = 0.1;

const FUZZY = { threshold: 0.34, ignoreLocation: true, ignoreDiacritics: true, minMatchCharLength: 2 };

/** Fuzzy search over what can be cited: by title, by the words people use, by id; and over the figures. */
export class StudySearch {
  private readonly fuse: Fuse<Citable>;
  private readonly all: readonly Citable[];
  private figures: Fuse<FigureChoice> | undefined;
  private directions: readonly DirectionChoice[] | undefined;
  private readonly answers = new Map<string, readonly CitationChoice[]>();

  constructor(private readonly study: StudyIndex) {
    this.all = [
      ...study.opgaven,
      ...study.trends,
      ...study.perspectives,
      ...study.themes,
      ...study.parts,
      ...study.terms,
    ];
    this.fuse = new Fuse(this.all, {
      keys: [
        { name: 'title', weight: 3 },
        { name: 'id', weight: 2 },
        { name: 'words', weight: 2, getFn: (item) => [...wordsFor(item)] },
      ],
      ...FUZZY,
    });
  }

  /** The best choices for a query, best first; without a query, the opgaven and then the rest. */
  choices(query: string, most = MOST): readonly CitationChoice[] {
    // While a word is typed and taken back the same questions come again.
    const key = `${most} ${query}`;
    const known = this.answers.get(key);
    if (known) return known;
    const found = query.trim().length < 2 ? this.all.slice(0, most) : this.search(query).slice(0, most);
    const answer = found.map((item) => this.choice(item));
    if (this.answers.size >= MOST_ANSWERS) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  /** What can be cited without a query, these before the rest. */
  choicesAfter(first: readonly Citable[]): CitationChoice[] {
    return [...new Set([...first, ...this.all])].slice(0, MOST).map((item) => this.choice(item));
  }

  private choice(item: Citable): CitationChoice {
    return { study: this.study, item, detail: this.detail(item) };
  }

  /** The best figures for a query; those of the municipality first. Without a query, only the municipality's. */
  figuresFor(query: string, municipality: string | undefined, most = MOST_FIGURES): FigureChoice[] {
    this.figures ??= this.indexFigures();
    const areas = areasOf(this.study, municipality);
    const local = ({ figure }: FigureChoice): number =>
      figure.area !== undefined && areas.includes(figure.area) ? 0 : 1;
    const found =
      query.trim().length < 2
        ? municipality === undefined
          ? []
          : this.allFigures().filter((choice) => local(choice) === 0)
        : this.figures.search(query, { limit: 3 * most }).map(({ item }) => item);
    return [...found].sort((a, b) => local(a) - local(b)).slice(0, most);
  }

  /** The directions that have every word of a query, in the order of the study; each with a page of its own. */
  directionsFor(query: string, most = MOST_DIRECTIONS): DirectionChoice[] {
    const words = query.trim().toLowerCase().split(/\s+/);
    if (query.trim().length < LEAST_LETTERS) return [];
    this.directions ??= this.allDirections();
    return this.directions
      .filter(({ direction }) => words.every((word) => direction.text.toLowerCase().includes(word)))
      .slice(0, most);
  }

  /** Those of the study: what we give as an example stands on no page. */
  private allDirections(): DirectionChoice[] {
    return [...this.study.opgaven, ...this.study.perspectives].flatMap((item) =>
      item.directions
        .filter(({ example }) => !example)
        .map((direction) => ({
          study: this.study,
          direction,
          item,
          detail: [pageText(direction.page), 'denkrichting', item.title].filter(Boolean).join(' · '),
        })),
    );
  }

  private indexFigures(): Fuse<FigureChoice> {
    return new Fuse(this.allFigures(), {
      keys: [
        {
          name: 'all',
          getFn: ({ figure, item }) =>
            `${figure.about} ${figure.text} ${figure.unit} ${figure.area ?? 'Nederland'} ${item.title} ${item.aliases.join(' ')}`,
        },
      ],
      // Every word of the query has to be there, in any order.
      useExtendedSearch: true,
      ...FUZZY,
    });
  }

  private allFigures(): FigureChoice[] {
    return this.study.entries.flatMap((item) =>
      item.figures.map((figure) => ({
        study: this.study,
        figure,
        item,
        detail: [pageText(figure.page), 'cijfer', this.study.themeOf(item).name].filter(Boolean).join(' · '),
      })),
    );
  }

  /** What has the words of a query as they are typed, in its title, its id or its other names; where nothing has, what resembles it. */
  private search(query: string): Citable[] {
    const rank = ({ item, score = 1 }: FuseResult<Citable>): number =>
      score + (item.kind === 'term' ? TERM_HANDICAP : 0);
    const found = this.fuse
      .search(query)
      .sort((a, b) => rank(a) - rank(b))
      .map(({ item }) => item);
    const typed = fold(query.trim());
    const words = typed.split(/\s+/);
    const literal = found.filter((item) => {
      const named = fold(namesOf(item).join(' '));
      return words.every((word) => named.includes(word));
    });
    // Who types how a title begins means that title; a term is seldom what is cited.
    const begins = ({ kind, title }: Citable): boolean => kind !== 'term' && fold(title).startsWith(typed);
    return literal.length > 0 ? literal.sort((a, b) => Number(begins(b)) - Number(begins(a))) : found;
  }

  private detail(item: Citable): string {
    const theme = item.kind === 'theme' || item.kind === 'part' ? '' : ` · ${this.study.themeOf(item).name}`;
    return [pagesText(pagesOf(item)), `${kindName(this.study, item.kind)}${theme}`].filter(Boolean).join(' · ');
  }
}

/** The words that people use for it. */
const wordsFor = (item: Citable): readonly string[] => (item.kind === 'term' ? item.variants : item.aliases);

const namesOf = (item: Citable): string[] => [item.title, item.id.replaceAll('-', ' '), ...wordsFor(item)];

/** Lists that are each sorted best first, as one: what stands first in its own list comes first. */
export function byRank<T>(lists: readonly (readonly T[])[]): T[] {
  return lists
    .flatMap((list) => list.map((item, rank) => ({ item, rank })))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
