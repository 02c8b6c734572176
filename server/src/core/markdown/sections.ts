import type { Block } from './blocks.js';
import { headingsAround } from './headings.js';

/** Section of what stands before the first heading; every other section lies within it. */
export const WHOLE_DOCUMENT = -1;

const known = new WeakMap<readonly Block[], (block: number) => readonly number[]>();

/**
 * The sections that each block stands in. Found once for the same blocks. A heading begins a section, and deeper headings begin sections within it; a
 * section is named by the index of its heading.
 * @returns for an index of a block the sections around it, from its nearest heading up to {@link WHOLE_DOCUMENT}
 */
export function sectionsOf(blocks: readonly Block[]): (block: number) => readonly number[] {
  const sections = known.get(blocks) ?? findSections(blocks);
  known.set(blocks, sections);
  return sections;
}

function findSections(blocks: readonly Block[]): (block: number) => readonly number[] {
  const depthOf = (section: number): number => (section === WHOLE_DOCUMENT ? 0 : blocks[section]!.depth);
  let path: readonly number[] = [WHOLE_DOCUMENT];
  const paths = blocks.map((block, i) => {
    if (block.kind === 'heading') path = [i, ...headingsAround(path, block.depth, depthOf)];
    return path;
  });
  return (block) => paths[block]!;
}
