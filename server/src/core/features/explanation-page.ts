import type { Analysis } from '../analysis.js';
import { escapeMarkdown } from './escape-markdown.js';
import type { Explanation } from './explanation.js';

/** So much of the block is repeated above its explanation. */
const QUOTED = 100;

const NOTHING = [
  'In deze alinea is niets uit de studie herkend: zij telt nergens voor mee.',
  'Gaat zij toch over een opgave? Met *Bron invoegen…* haalt u die aan; dan telt zij als opgepakt.',
];
const LEGEND =
  'Een schatting loopt van 0 tot 1. Wat een plus heeft pleit ervoor, wat een min heeft ertegen; samen geven zij de schatting.';

/** Pages about the block that stands at `[from, to)`. */
export interface ExplanationPage {
  /** What was seen, in words. */
  readonly markdown: string;
  /** The figures behind it; undefined where nothing was weighed. */
  readonly figures: string | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * Pages of Markdown that say why the block at an offset counts for what it counts for, and where the block stands.
 * An editor may show their source, so they read well either way. Undefined between blocks.
 * @param explain says of a block, by its index, why it counts
 */
export function explanationPage(
  analysis: Analysis,
  offset: number,
  explain: (block: number) => readonly Explanation[],
): ExplanationPage | undefined {
  const index = analysis.blocks.findIndex(({ from, to }) => offset >= from && offset <= to);
  const block = analysis.blocks[index];
  if (!block) return undefined;
  const { from, to } = block;
  // Not half of a character at the cut.
  const words = analysis.slice(from, Math.min(to, from + QUOTED)).replace(/[\uD800-\uDBFF]$/, '');
  const quoted = `‘${escapeMarkdown(words)}${to - from > QUOTED ? '…' : ''}’`;
  // What was asked about comes first: the page shows no more than its beginning.
  const isAsked = ({ spans }: Explanation): boolean =>
    spans.some((start, k) => k % 2 === 0 && offset >= start && offset <= spans[k + 1]!);
  const found = [...explain(index)].sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  const weighed = found.filter(({ figures }) => figures.length > 0);
  const page = (parts: readonly string[]): string => `${[quoted, ...parts].join('\n\n')}\n`;
  return {
    markdown: page(found.length === 0 ? NOTHING : found.map(({ verdict, words }) => section(verdict, words, ''))),
    figures:
      weighed.length === 0
        ? undefined
        : page([...weighed.map(({ verdict, figures }) => section(verdict, figures, '- ')), LEGEND]),
    from,
    to,
  };
}

/** No heading: where the source is shown, its marks would stand before the words. */
const section = (verdict: string, lines: readonly string[], mark: string): string =>
  [escapeMarkdown(verdict), lines.map((line) => mark + escapeMarkdown(line)).join('\n')].join('\n\n');
