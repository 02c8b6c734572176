import { type Block, isSkipped } from './blocks.js';
import type { Footnotes } from './footnote.js';

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
  /** The part after the colon of `@studie:id`. */
  readonly id: string;
  /** Range of `studie:id`, without the at sign. */
  readonly from: number;
  readonly to: number;
  readonly block: number;
  /** In the order of the text; mostly none or one. */
  readonly locators: readonly Locator[];
  /** The citation stands in a footnote: the marks in the running text that lead to it. */
  readonly marks?: readonly { readonly from: number; readonly to: number; readonly block: number }[];
}

/** What comes first, and what may follow it: `§ 6.2, p. 61-62`, `p. 61, 63 en 65`. */
const FIRST = /^(?:,\s*|\s+\[)/;
const NEXT = /^(?:\s*,\s*|\s+en\s+)/;
const PAGE = /^(?:pp?\.|blz\.|pag\.|bladzijden?|pagina['’]?s?)\s*(\d+)(?:\s*[-–]\s*(\d+))?/i;
const BARE_PAGE = /^(\d+)(?:\s*[-–]\s*(\d+))?(?=\s*[,;\]]|\s+en\s+\d)/;
const SECTION = /^(?:§|par\.|paragraaf|hoofdstuk|hfst\.|hfdst\.)\s*(\d+(?:\.\d+)*)/i;
/** No locator is longer. */
const FAR = 80;

/** Finds the citations of one study in the prose of a document. */
export function findCitations(text: string, blocks: readonly Block[], key: string): Citation[] {
  const citations: Citation[] = [];
  const needle = `@${key}:`;
  let block = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    while (block < blocks.length && blocks[block]!.to <= at) block++;
    const inside = blocks[block];
    if (!inside) break;
    if (inside.from > at || isSkipped(inside.skip, at) || /[\p{L}\p{N}_]/u.test(text[at - 1] ?? ' ')) continue;
    const id =
      /^[\p{L}\p{N}](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}])?/u.exec(
        text.slice(at + needle.length, at + needle.length + 80),
      )?.[0] ?? '';
    const from = at + 1;
    const to = at + needle.length + id.length;
    citations.push({ id, from, to, block, locators: locatorsAt(text, to, Math.min(inside.to, to + FAR)) });
  }
  return citations;
}

function locatorsAt(text: string, from: number, end: number): Locator[] {
  const locators: Locator[] = [];
  let at = from;
  for (;;) {
    const between = (locators.length === 0 ? FIRST : NEXT).exec(text.slice(at, end));
    if (!between) return locators;
    const start = at + between[0].length;
    const rest = text.slice(start, end);
    const page = PAGE.exec(rest) ?? (locators.at(-1)?.kind === 'page' ? BARE_PAGE.exec(rest) : null);
    const section = page ? null : SECTION.exec(rest);
    const match = page ?? section;
    if (!match) return locators;
    at = start + match[0].length;
    const first = match[1]!;
    locators.push({ kind: page ? 'page' : 'section', from: start, to: at, first, last: (page && match[2]) ?? first });
  }
}

/** Gives a citation that stands in a footnote the places in the running text that lead to it. */
export function throughFootnotes(citations: readonly Citation[], { references, definitions }: Footnotes): Citation[] {
  if (definitions.length === 0) return [...citations];
  return citations.map((citation) => {
    const note = definitions.find(({ from, end }) => citation.from > from && citation.from < end);
    const marks = note ? references.filter(({ label }) => label === note.label) : [];
    return marks.length === 0 ? citation : { ...citation, marks };
  });
}

/** The same citation, `by` characters and `blocks` blocks further on. */
export function movedCitation(citation: Citation, by: number, blocks: number): Citation {
  const { from, to, block, locators } = citation;
  return {
    ...citation,
    from: from + by,
    to: to + by,
    block: block + blocks,
    locators: locators.map((locator) => ({ ...locator, from: locator.from + by, to: locator.to + by })),
  };
}
