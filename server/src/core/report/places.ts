import type { Analysis } from '../analysis.js';
import { excerpt, wholeCharacters } from '../features/excerpt.js';
import { headingWords } from '../markdown/heading.js';

/** A document of a programme, as a report names it and links to it. */
export interface ReportDocument {
  readonly key: string;
  readonly name: string;
  /** Relative address of the file, from where the report will stand; empty for a text that stands nowhere. */
  readonly href: string;
  readonly analysis: Analysis;
  /** Line of an offset, one-based. */
  lineOf(offset: number): number;
}

/** A place in a document that a report shows. */
export interface ReportPlace {
  readonly document: string;
  /** `regel 41`, with the document before it when there are more. */
  readonly label: string;
  /** Relative address of the line; editors and code hosts go to it. Empty for a text that stands nowhere. */
  readonly href: string;
  readonly line: number;
  /** The words with some of their sentence, on one line. */
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
      const line = document.lineOf(from);
      const href = document.href === '' ? '' : `${document.href}#L${line}`;
      const id = `${key}:${line}`;
      if (shown.has(id)) continue;
      const around = blocks[block];
      const words = excerpt(text, around && around.from <= from && around.to >= to ? around : { from, to }, {
        from,
        to,
      });
      const label = documents.length === 1 ? `regel ${line}` : `${document.name}, regel ${line}`;
      shown.set(id, { document: document.name, label, href, line, words });
    }
    return [...shown.values()];
  };
}

/** What came out of a PDF can have a whole page for a heading. */
const LONGEST_TITLE = 80;

/** What a document calls itself: its first heading of the first level. */
export function titleOf({ text, blocks }: Analysis): string | undefined {
  const heading = blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1);
  if (!heading) return undefined;
  const title = headingWords(text, heading);
  const short = title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
  return wholeCharacters(short) || undefined;
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
