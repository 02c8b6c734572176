import type { Block } from './blocks.js';
import { textOf } from './headings.js';
import { sameStyle } from './line.js';

/** The blocks of columns and pages in one row, with what went on in the next column or page whole again. */
export function flowOf(columns: readonly (readonly Block[])[], isHeading: (block: Block) => boolean): Block[] {
  const flow: Block[] = [];
  for (const blocks of columns) {
    for (const [at, block] of blocks.entries()) {
      const last = flow.at(-1);
      if (at === 0 && last && !isHeading(last) && !isHeading(block) && goesOn(last, block)) {
        flow[flow.length - 1] = { ...last, lines: [...last.lines, ...block.lines], room: block.room };
      } else flow.push(block);
    }
  }
  return flow;
}

/** Whether a text runs from the end of one column into the next. */
function goesOn(last: Block, block: Block): boolean {
  if (last.rows || block.rows || block.marker || !sameStyle(last.style, block.style)) return false;
  const text = textOf(last);
  if (/\p{L}[-‐\u00ad]$/u.test(text)) return true;
  const first = block.lines[0]!.words[0]!;
  const fits = first.right - first.left + 0.3 * first.size < last.room;
  // A sentence that ends with the column may end its paragraph; not when it fills its line and the next is not set in.
  if (/[.!?;…]["”’')\]]*$/.test(text))
    return !fits && last.lines.length > 1 && block.lines.length > 1 && block.indent < 1;
  return !fits || /^\p{Ll}/u.test(textOf(block));
}
