import type { Analysis } from '../analysis.js';
import { escapeMarkdown } from './escape-markdown.js';
import type { Explanation } from './explanation.js';

/** So much of the block is repeated above its explanation. */
const QUOTED = 100;

const NOTHING = [
  'In deze alinea is niets uit de studie herkend: zij telt nergens voor mee.',
  'Gaat zij toch over een opgave? Met *Bron invoegen…* haalt u die aan; dan telt zij als opgepakt.',
];
const LEGEND = 'Zekerheid loopt van 0 tot 1. Wat een plus heeft pleit ervoor, wat een min heeft ertegen.';

/** A page about the block that stands at `[from, to)`. */
export interface ExplanationPage {
  readonly markdown: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A page of Markdown that says why the block at an offset counts for what it counts for, and where the block stands.
 * An editor may show its source, so it reads well either way. Undefined between blocks.
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
  const found = explain(index).map(({ verdict, grounds }) =>
    [`## ${escapeMarkdown(verdict)}`, '', ...grounds.map((ground) => `- ${escapeMarkdown(ground)}`)].join('\n'),
  );
  const body = found.length > 0 ? [...found, LEGEND] : NOTHING;
  const quoted = `‘${escapeMarkdown(words)}${to - from > QUOTED ? '…' : ''}’`;
  return { markdown: `${[quoted, ...body].join('\n\n')}\n`, from, to };
}
