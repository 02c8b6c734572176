import type { Analysis } from '../analysis.js';
import type { StudyIndex } from '../study/index.js';
import { KIND_NAMES } from '../study/reference.js';
import { excerpt } from './excerpt.js';
import { escapeMarkdown } from './markdown.js';

/** What the block at an offset is taken to say, and by which words; undefined between blocks. */
export function why(
  study: StudyIndex,
  { text, blocks, mentions }: Analysis,
  offset: number,
): { readonly markdown: string; readonly from: number; readonly to: number } | undefined {
  const index = blocks.findIndex(({ from, to }) => offset >= from && offset <= to);
  const block = blocks[index];
  if (!block) return undefined;
  const lines = mentions
    .filter((mention) => mention.block === index)
    .sort((a, b) => b.strength - a.strength)
    .map(({ id, certain, strength, spans }) => {
      const item = study.find(id)!;
      const words = [];
      for (let k = 0; k < spans.length; k += 2) words.push(`‘${escapeMarkdown(text.slice(spans[k], spans[k + 1]))}’`);
      const weight = `${Math.round(strength * 100)} %${certain ? '' : ', telt niet als zeker'}`;
      return `- **${escapeMarkdown(item.title)}** (${KIND_NAMES[item.kind]}, ${weight}): ${words.join(' … ')}`;
    });
  const quoted = escapeMarkdown(excerpt(text, block, { from: block.from, to: Math.min(block.to, block.from + 40) }));
  const body = lines.length > 0 ? lines.join('\n') : 'Hier is niets uit de studie herkend.';
  return { markdown: `*${quoted}*\n\n${body}`, from: block.from, to: block.to };
}
