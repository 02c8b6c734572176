import type { Block } from './blocks.js';
import type { Citation, Locator } from './citation.js';

/** Where a footnote begins. */
const NOTE = /^ {0,3}\[\^[^\]\s]+\]:/;
const PAGE = /\bpp?\. (\d+)(?:[-–](\d+))?/g;

/** What makes a note that reads as a source a citation: its key in a comment, which no reader sees. */
export const keyComment = (key: string, id: string): string => `<!-- @${key}:${id} -->`;

/** Finds the citations in footnotes that read as a source: the page in the note itself, the key in the comment behind it. */
export function findSourceNotes(text: string, blocks: readonly Block[], key: string): Citation[] {
  const citations: Citation[] = [];
  const opening = `<!-- @${key}:`;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
    const block = blocks.findIndex(({ from, to }) => from <= at && at < to);
    const lineFrom = text.lastIndexOf('\n', at) + 1;
    const note = text.slice(lineFrom, at);
    const id = /^[^\s>]+(?= -->)/.exec(text.slice(at + opening.length, at + opening.length + 100))?.[0];
    if (block < 0 || id === undefined || !NOTE.test(note)) continue;
    const from = at + opening.length - key.length - 1;
    const to = at + opening.length + id.length;
    const locators = lastPage(note, lineFrom);
    citations.push({ id, from, to, block, locators, ...(locators[0] ? { locator: locators[0] } : {}) });
  }
  return citations;
}

/** The page that stands nearest to the key. */
function lastPage(note: string, start: number): Locator[] {
  const match = [...note.matchAll(PAGE)].at(-1);
  if (!match) return [];
  const from = start + match.index;
  const [written, first, last = first] = match;
  return [{ kind: 'page', from, to: from + written.length, first: first!, last: last! }];
}
