import { type Block, type HtmlBlock, isSkipped } from './blocks.js';
import { isEscaped } from './brackets.js';
import type { FootnoteMark, Footnotes } from './footnote.js';

/** What stands behind the comma of a citation: pages or a section, as people write them. */
export interface Locator {
  readonly kind: 'page' | 'section';
  readonly from: number;
  readonly to: number;
  /** First and last page, or the section twice. */
  readonly first: string;
  readonly last: string;
}

/** A citation of the study in Pandoc's form. Offsets into the text. */
export interface Citation {
  /** The part after the colon of `@studie:id`. With capitals in the study's key it is another key: then the whole of it. */
  readonly id: string;
  /** Range of `studie:id`, without the at sign and braces. */
  readonly from: number;
  readonly to: number;
  /** The block that it stands in; for one in HTML the block before, if there is one, and -1 in the front matter. */
  readonly block: number;
  /** In the order of the text; mostly none or one. */
  readonly locators: readonly Locator[];
  /** It stands in a paragraph that is still to be filled in: it takes nothing up yet. */
  readonly unfilled?: boolean;
  /** From the first of them to the last: what gives way when another place is written. */
  readonly locator?: { readonly from: number; readonly to: number };
  /** The citation stands in a footnote: the marks in the running text that lead to it. */
  readonly marks?: readonly Omit<FootnoteMark, 'label'>[];
}

/** Marks stand within a key one by one. */
const ID = /[\p{L}\p{N}](?:_*(?:[:.#$%+?/-]_*)?[\p{L}\p{N}])*/uy;

/** What comes before the first locator: within the brackets of the citation, and in those that follow it in a sentence. */
const FIRST_IN_BRACKETS = /(?:\s*,\s*|\s+)(?:[[{]\s*)?|\{\s*/y;
const FIRST_IN_SENTENCE = /,\s*\{?|\s+\[\s*/y;
/** What may come between: `§ 6.2, p. 61-62`, `p. 61, 63 en 65`. */
const NEXT = /\s*,\s*(?:en\s+)?|\s+en\s+|\s*&\s*/y;
const UP_TO = String.raw`(?:\s*(?:[-–—]{1,3}|t\/m|t\.?e\.?m\.?|tot(?:\s+en\s+met)?|en\s+met|to)\s*(\d+))?`;
const AND_ON = String.raw`(?:\s*(?:e\.v\.|ff?\b\.?))?`;
const PAGE = new RegExp(
  String.raw`(?:pp?\.?|blz\.?|bldz\.?|pag\.?|pgs?\.?|bladzijden?|pagina['’]?s?|pages?)\s*(\d+)(?![\d.]*\d)${UP_TO}${AND_ON}`,
  'iy',
);
const BARE_PAGE = new RegExp(String.raw`(\d+)${UP_TO}${AND_ON}(?=\s*[,;&\]}]|\s+en\s+\d)`, 'iy');
const SECTION =
  /(?:§+|par\.?|paragraaf|paragrafen|hoofdstuk|hfst\.?|hfdst\.?|sec(?:tion|tie|\.)?|chap(?:ter|\.)?)\s*(\d+(?:\.\d+)*)/iy;
/** No list of locators is longer, and no bracket opens further before its citation. */
const FAR = 200;

/** A block, or HTML between blocks, with the index of the block that it counts as. */
type Stretch = HtmlBlock & { readonly block: number };

/** What Markdown is read in: the blocks and the HTML between them, in the order of the text. */
export function stretchesOf(blocks: readonly Block[], html: readonly HtmlBlock[]): Stretch[] {
  const prose = blocks.map(({ from, to, skip }, block) => ({ from, to, skip, block }));
  if (html.length === 0) return prose;
  let before = 0;
  return [...prose, ...html.map((stretch) => ({ ...stretch, block: -1 }))]
    .sort((a, b) => a.from - b.from)
    .map((stretch) => {
      if (stretch.block < 0) return { ...stretch, block: before };
      before = stretch.block;
      return stretch;
    });
}

/** Finds the citations of one study in a document. */
export function findCitations(
  text: string,
  blocks: readonly Block[],
  key: string,
  html: readonly HtmlBlock[] = [],
): Citation[] {
  const citations: Citation[] = [];
  const stretches = stretchesOf(blocks, html);
  let k = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = at + (text[at + 1] === '{' ? 2 : 1);
    const written = text.slice(start, start + key.length);
    if (text[start + key.length] !== ':' || written.toLowerCase() !== key.toLowerCase()) continue;
    while (k < stretches.length && stretches[k]!.to <= at) k++;
    const inside = stretches[k];
    if (!inside) break;
    if (inside.from > at || isSkipped(inside.skip, at) || isLiteral(text, at)) continue;
    ID.lastIndex = start + key.length + 1;
    const name = ID.exec(text)?.[0].slice(0, LONGEST_ID) ?? '';
    const to = start + key.length + 1 + name.length;
    const id = written === key ? name : `${written}:${name}`;
    const locators = locatorsAt(text, at, text[to] === '}' ? to + 1 : to, inside);
    const [first, last] = [locators[0], locators.at(-1)];
    const locator = first && last ? { locator: { from: first.from, to: last.to } } : {};
    citations.push({ id, from: start, to, block: inside.block, locators, ...locator });
  }
  return citations;
}

const LONGEST_ID = 80;

/** Whether an at sign cites nothing: behind a word or a point it belongs to an address, behind a backslash it is itself. */
export const isLiteral = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]_?$|\.$/u.test(text.slice(Math.max(0, at - 2), at)) || isEscaped(text, at);

/** Whether the key of a citation is no prose. The braces around it are none, and no reason to stay silent. */
export const isSkippedKey = (skip: readonly number[], at: number, text: string): boolean =>
  isSkipped(skip, at) || (text[at + 1] !== '{' && isSkipped(skip, at + 1));

/** Whether the citation at `at` stands within square brackets. */
function isBracketed(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - FAR), at);
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}

/** The pages and sections behind the key of the citation at `at`; the key ends at `from`. */
export function locatorsAt(text: string, at: number, from: number, { from: start, to }: HtmlBlock): Locator[] {
  const locators: Locator[] = [];
  const end = Math.min(to, from + FAR);
  const bracketed = isBracketed(text, at, start);
  let next = from;
  for (;;) {
    const between = matchAt(
      locators.length > 0 ? NEXT : bracketed ? FIRST_IN_BRACKETS : FIRST_IN_SENTENCE,
      text,
      next,
      end,
    );
    if (!between) return locators;
    const begin = next + between[0].length;
    // A number by itself is a page where nothing else can be meant.
    const mayBeBare = locators.length > 0 ? locators.at(-1)!.kind === 'page' : bracketed || between[0].includes('[');
    const page = matchAt(PAGE, text, begin, end) ?? (mayBeBare ? matchAt(BARE_PAGE, text, begin, end) : undefined);
    const match = page ?? matchAt(SECTION, text, begin, end);
    if (!match) return locators;
    next = begin + match[0].length;
    const first = match[1]!;
    locators.push({ kind: page ? 'page' : 'section', from: begin, to: next, first, last: (page && match[2]) ?? first });
  }
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && at + match[0].length <= end ? match : undefined;
}

/** Gives a citation that stands in a footnote the places in the running text that lead to it. */
export function throughFootnotes(citations: readonly Citation[], { references, definitions }: Footnotes): Citation[] {
  if (definitions.length === 0) return [...citations];
  return citations.map((citation) => {
    const note = definitions.find(({ from, end }) => citation.from > from && citation.from < end);
    const marks = note ? references.filter(({ label }) => label === note.label) : [];
    return marks.length === 0
      ? citation
      : { ...citation, marks, unfilled: marks.every((mark) => mark.unfilled === true) };
  });
}

/** The same citation, `by` characters and `blocks` blocks further on. */
export function movedCitation(citation: Citation, by: number, blocks: number): Citation {
  const { from, to, block, locators, locator } = citation;
  return {
    ...citation,
    from: from + by,
    to: to + by,
    block: block + blocks,
    locators: locators.map((one) => ({ ...one, from: one.from + by, to: one.to + by })),
    ...(locator && { locator: { from: locator.from + by, to: locator.to + by } }),
  };
}
