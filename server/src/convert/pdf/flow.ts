import type { Block } from './blocks.js';
import { textOf } from './headings.js';
import { type Line, sameStyle } from './line.js';
import { isAligned } from './tables.js';

/** The blocks of columns and pages in one row, with what went on in the next column or page whole again. */
export function flowOf(columns: readonly (readonly Block[])[], isHeading: (block: Block) => boolean): Block[] {
  const flow: Block[] = [];
  for (const blocks of columns) {
    for (const [at, block] of blocks.entries()) {
      const last = flow.at(-1);
      const rows = at === 0 && last ? rowsTogether(last, block) : undefined;
      if (rows && last) flow[flow.length - 1] = { ...last, lines: rows, rows, room: block.room };
      else if (at === 0 && last && !isHeading(last) && !isHeading(block) && goesOn(last, block)) {
        flow[flow.length - 1] = { ...last, lines: [...last.lines, ...block.lines], room: block.room };
      } else flow.push(block);
    }
  }
  return flow;
}

/** The rows of a table that goes on in the next column or page, where its head may be repeated. */
function rowsTogether(last: Block, block: Block): Line[] | undefined {
  if (!last.rows || !block.rows || !isAligned(last.rows.at(-1)!, block.rows.at(-1)!)) return undefined;
  const [head, first] = [last.rows[0]!, block.rows[0]!];
  if (Math.abs(head.left - first.left) > first.size) return undefined;
  return [...last.rows, ...(head.text === first.text ? block.rows.slice(1) : block.rows)];
}

/** Whether a text runs from the end of one column into the next. */
function goesOn(last: Block, block: Block): boolean {
  if (last.rows || block.rows || block.marker || !sameStyle(last.style, block.style)) return false;
  const text = textOf(last);
  if (/\p{L}[-‐\u00ad]$/u.test(text)) return true;
  const first = block.lines[0]!.words[0]!;
  const fits = first.right - first.left + 0.3 * first.size < last.room;
  // A sentence that ends with the column ends its paragraph, unless its line is set out to the edge as those above it are.
  if (/[.!?;…]["”’')\]]*$/.test(text)) return isFlush(last) && block.lines.length > 1 && block.indent < 1;
  return !fits || /^\p{Ll}/u.test(textOf(block));
}

/** Whether the last line is as wide as the one above it: in text set to both edges, no last line of a paragraph. */
function isFlush({ lines, room }: Block): boolean {
  const [above, last] = lines.slice(-2);
  return last !== undefined && above !== undefined && room < 1 && Math.abs(above.right - last.right) < 1;
}
