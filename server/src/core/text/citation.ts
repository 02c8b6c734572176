import type { Block } from './blocks.js';

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
  /** The part after the colon of `@trendstudie:id`. */
  readonly id: string;
  /** Range of `trendstudie:id`, without the at sign. */
  readonly from: number;
  readonly to: number;
  readonly block: number;
  readonly locator?: Locator;
}

const LOCATOR =
  /^(?:,\s*|\s+\[)(?:(pp?\.|blz\.|bladzijden?|pagina'?s?)\s*(\d+)(?:\s*[-–]\s*(\d+))?|(§|par\.|paragraaf)\s*(\d+(?:\.\d+)*))/i;

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
    const match = LOCATOR.exec(text.slice(to, Math.min(inside.to, to + 60)));
    if (!match) {
      citations.push({ id, from, to, block });
      continue;
    }
    const [all, , first, last, , section] = match;
    const start = to + all.length - all.replace(/^(?:,\s*|\s+\[)/, '').length;
    const locator: Locator = section
      ? { kind: 'section', from: start, to: to + all.length, first: section, last: section }
      : { kind: 'page', from: start, to: to + all.length, first: first!, last: last ?? first! };
    citations.push({ id, from, to, block, locator });
  }
  return citations;
}

function isSkipped(skip: readonly number[], at: number): boolean {
  for (let k = 0; k < skip.length; k += 2) if (at >= skip[k]! && at < skip[k + 1]!) return true;
  return false;
}
