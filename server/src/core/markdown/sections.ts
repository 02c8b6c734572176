import { lastUpTo } from '../last-up-to.js';
import { type Counted, countedPast, headingsAround, type Level } from './headings.js';

/** A heading by the index of its block. */
export interface Heading extends Level {
  readonly block: number;
}

/** Section of what stands before the first heading; every other section lies within it. */
const WHOLE_DOCUMENT = -1;

/** Tells the sections around a block, by its index: from its nearest heading up to {@link WHOLE_DOCUMENT}. */
export type Sections = (block: number) => readonly number[];

interface Found {
  readonly sections: Sections;
  readonly title: number;
}

const known = new WeakMap<readonly Heading[], Found>();

/**
 * The sections of a document. Found once for the same headings. A heading begins a section, and deeper headings begin sections within it; a
 * section is named by the index of its heading.
 * @param headings in the order of the text
 */
export const sectionsOf = (headings: readonly Heading[]): Sections => foundOnce(headings).sections;

/** Index of the heading that has all others below it; -1 where there is none. Found once for the same headings. */
export const titleOf = (headings: readonly Heading[]): number => foundOnce(headings).title;

function foundOnce(headings: readonly Heading[]): Found {
  const found = known.get(headings) ?? findSections(headings);
  known.set(headings, found);
  return found;
}

function findSections(headings: readonly Heading[]): Found {
  const levels = new Map<number, Level>([[WHOLE_DOCUMENT, { depth: 0 }]]);
  for (const heading of headings) levels.set(heading.block, heading);
  const levelOf = (section: number): Level => levels.get(section)!;
  const before: readonly number[] = [WHOLE_DOCUMENT];
  let path = before;
  let counted: Counted = [];
  const paths = headings.map((heading) => {
    path = [heading.block, ...headingsAround(path, heading, levelOf, counted)];
    counted = countedPast(counted, heading);
    return path;
  });
  const starts = headings.map(({ block }) => block);
  const [first = WHOLE_DOCUMENT] = starts;
  return {
    sections: (block) => paths[lastUpTo(starts, block)] ?? before,
    // The outermost but for the whole document.
    title: paths.every((sections) => sections.at(-2) === first) ? first : -1,
  };
}
