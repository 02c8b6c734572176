import { endingOf } from '../dutch/sentence.js';
import { alignedTables } from './aligned-tables.js';
import { type Block, frontMatterEnd } from './blocks.js';
import { CAPTION_MARK, PANDOC_MARK, PASTED_MARK } from './line-marks.js';
import { lineStart } from './lines.js';
import { parseStructure } from './markdown-tree.js';

/** A construct (paragraph, whole list, note, quote, table, heading, div) and the name of the syntax that it begins with. */
interface Construct {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The outermost construct in which an offset stands, with what belongs to it: what can be put before or after it, between
 * empty lines, leaves it whole. Reads no more than the section around it.
 */
export function outermostBlock(text: string, blocks: readonly Block[], offset: number): Construct {
  const constructs = constructsAround(text, blocks, offset);
  let index = constructs.findIndex(({ from, to }) => from <= offset && offset <= to);
  // On an empty line between two that belong together.
  if (index < 0)
    index = constructs.findIndex(({ from }, k) => k > 0 && from > offset && constructs[k - 1]!.to < offset);
  if (index < 0 || (constructs[index]!.from > offset && !belongs(text, constructs, index)))
    return { kind: '', from: offset, to: offset };
  const { kind } = constructs[index]!;
  let first = index;
  let last = index;
  while (first > 0 && belongs(text, constructs, first)) first--;
  while (last + 1 < constructs.length && belongs(text, constructs, last + 1)) last++;
  return { kind, from: withName(text, constructs[first]!.from), to: constructs[last]!.to };
}

/** Where the line begins on which MyST names what stands below it, `(haltes)=`; else where that begins itself. */
function withName(text: string, from: number): number {
  const above = lineStart(text, from - 1);
  return from > 0 && /^\([\w:.-]+\)=[ \t]*\r?\n$/.test(text.slice(above, from)) ? above : from;
}

/** The constructs of the section around an offset, a div with all that is in it as one. */
function constructsAround(text: string, blocks: readonly Block[], offset: number): Construct[] {
  // A heading with its mark at the margin ends whatever was open before it, but for a div.
  const cuts = /^:{3}/m.test(text)
    ? []
    : blocks.filter(({ kind, from }) => kind === 'heading' && isAtMargin(text, from));
  const start = cuts.findLast(({ from }) => from <= offset)?.from ?? frontMatterEnd(text);
  const end = cuts.find(({ from }) => from > offset)?.from ?? text.length;
  const constructs: Construct[] = [];
  let div: Construct | undefined;
  let depth = 0;
  const tree = parseStructure(text.slice(start, end));
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const from = start + node.from;
    const to = start + text.slice(start, start + node.to).replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '').length;
    const construct = { kind: node.name, from, to };
    if (node.name === 'DivFence') {
      const opens = /^:+[ \t]*[^\s:]/.test(text.slice(from, to));
      if (depth === 0 && opens) div = construct;
      depth += opens ? 1 : depth > 0 ? -1 : 0;
      if (depth > 0 || !div) continue;
      constructs.push({ ...div, to });
      div = undefined;
    } else if (depth === 0) constructs.push(construct);
  }
  // One that is never closed runs to the end.
  if (div) constructs.push({ ...div, to: text.slice(0, end).trimEnd().length });
  for (const table of alignedTables(text, start, end)) {
    const within = constructs.filter(({ from, to }) => from >= table.from && to <= table.to);
    if (within.length > 0)
      constructs.splice(constructs.indexOf(within[0]!), within.length, { kind: 'AlignedTable', ...table });
  }
  return constructs;
}

const isAtMargin = (text: string, from: number): boolean =>
  text[from] === '#' && (from === 0 || text[from - 1] === '\n');

/** An item that only Pandoc knows is one too. */
const PARAGRAPH = /^(?:Paragraph|PandocItem)$/;
const HEADING = /^ATXHeading|^SetextHeading/;
const OTHER_ITEM = new RegExp(String.raw`^(?:${PANDOC_MARK}[ \t]|${PASTED_MARK}\S)`);
const CAPTION = new RegExp(String.raw`^${CAPTION_MARK}[ \t]`, 'i');

/** Whether the construct at `k` cannot be parted from the one before it. */
function belongs(text: string, constructs: readonly Construct[], k: number): boolean {
  const [before, here] = [constructs[k - 1]!, constructs[k]!];
  if (/^ATXHeading/.test(here.kind)) return false;
  const between = text.slice(before.to, here.from);
  // Something else may be indented to belong to it, or stand against it in other readings of Markdown.
  if (/\n[ \t]+$/.test(between)) return true;
  if (HEADING.test(before.kind)) return false;
  if (!/\n[ \t]*\r?\n/.test(between)) return true;
  if (here.kind === 'Definition') return true;
  // The next term of a list of definitions.
  if (before.kind === 'Definition' && constructs[k + 1]?.kind === 'Definition') return true;
  if (here.kind === before.kind && /List$/.test(here.kind)) return true;
  const words = text.slice(here.from, here.to);
  if (/Table$/.test(before.kind) && CAPTION.test(words)) return true;
  // A caption may stand above its table as well.
  if (/Table$/.test(here.kind) && CAPTION.test(text.slice(before.from, before.to))) return true;
  if (!PARAGRAPH.test(before.kind) || /^(?:HTML|Comment|Foot)/.test(here.kind)) return false;
  const isItem = OTHER_ITEM.test(words);
  if (PARAGRAPH.test(here.kind) && !isItem) return false;
  return (
    endingOf(text, before.from, before.to) === 'colon' ||
    (isItem && OTHER_ITEM.test(text.slice(before.from, before.to)))
  );
}
