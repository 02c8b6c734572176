import type { Analysis } from '../analysis.js';
import { shortened, wholeCharacters } from '../features/excerpt.js';
import { sentenceAround } from '../features/sentence-around.js';
import { headingWords } from '../markdown/heading.js';
import { statedNames } from './stated-name.js';

/** A document of a programme, as a report names it and links to it. */
export interface ReportDocument {
  readonly key: string;
  readonly name: string;
  /** Relative address of the file, from where the report will stand; empty for a text that stands nowhere. */
  readonly href: string;
  readonly analysis: Analysis;
  /** Where an offset of the text stands in the file. */
  placeOf(offset: number): FilePlace;
}

/** A place in a file, as its reader looks it up. */
export interface FilePlace {
  /** One-based; what is no text itself has none. */
  readonly line?: number;
  /** `regel 41`; of what is no Markdown the page or paragraph: `p. 12`. */
  readonly label: string;
  /** Behind the address of the file, where something can open it there: `#L41`, `#page=12`. */
  readonly anchor: string;
}

/** A place in a file that is text itself. @param line one-based */
export const lineInFile = (line: number): FilePlace => ({ line, label: `regel ${line}`, anchor: `#L${line}` });

/** A place in a document that a report shows. */
export interface ReportPlace {
  readonly document: string;
  /** `regel 41`, `p. 12`. */
  readonly place: string;
  /** The place, with the document before it when there are more. */
  readonly label: string;
  /** Relative address of the place; editors, browsers and code hosts go to it. Empty for a text that stands nowhere. */
  readonly href: string;
  readonly line?: number;
  /** The sentence that the words stand in, on one line. */
  readonly words: string;
}

interface InDocument {
  readonly document: string;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** Turns places in the documents of a programme into those of a report; several in one line are one. */
export function placesIn(documents: readonly ReportDocument[]): (places: readonly InDocument[]) => ReportPlace[] {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  return (places) => {
    const shown = new Map<string, ReportPlace>();
    for (const { document: key, block, from, to } of places) {
      const document = byKey.get(key);
      if (!document) continue;
      const { text, blocks } = document.analysis;
      const { label: place, anchor, ...lines } = document.placeOf(from);
      const href = document.href === '' ? '' : `${document.href}${anchor}`;
      const id = `${key}:${text.lastIndexOf('\n', from - 1)}`;
      if (shown.has(id)) continue;
      const around = blocks[block];
      const words = sentenceAround(text, around && around.from <= from && around.to >= to ? around : { from, to }, {
        from,
        to,
      });
      const label = documents.length === 1 ? place : `${document.name}, ${place}`;
      shown.set(id, { document: document.name, place, label, href, ...lines, words });
    }
    return [...shown.values()];
  };
}

/** What came out of a PDF can have a whole page for a heading. */
const LONGEST_TITLE = 80;

/** What a document calls itself: `title` in its front matter, else its first heading of the first level. */
export function titleOf({ text, blocks }: Analysis): string | undefined {
  const heading = blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1);
  const title = statedNames(text).title ?? (heading && headingWords(text, heading));
  if (title === undefined) return undefined;
  return wholeCharacters(shortened(title, LONGEST_TITLE)) || undefined;
}

/** Places shown under an opgave. */
const MOST_PLACES = 3;

/** The places to show, and words for those that are not shown. */
export function foldPlaces(places: readonly ReportPlace[]): { shown: readonly ReportPlace[]; more: string } {
  const more = places.length - MOST_PLACES;
  return {
    shown: places.slice(0, MOST_PLACES),
    more: more <= 0 ? '' : `en nog ${more} ${more === 1 ? 'plaats' : 'plaatsen'}`,
  };
}
