import { outermostBlock } from '../../markdown/outermost.js';
import type { Opgave } from '../../study/model.js';
import { citationInsert } from '../citing.js';
import { below, escapeSnippet, lineBreakOf } from '../edit.js';
import type { Fix, FixContext } from './fix.js';

const QUESTION = 'Wat gaat u doen, voor wie, en wanneer?';

/** A paragraph that begins to take an opgave up, below the text at an offset, with the study's directions beside it. */
export function takeUp({ study, analysis, configuration }: FixContext, opgave: Opgave, offset: number): Fix {
  const { text, blocks } = analysis;
  const { to: at } = outermostBlock(text, blocks, offset);
  const lineBreak = lineBreakOf(text);
  const gap = lineBreak + lineBreak;
  const { verwijzing } = configuration;
  const citation = citationInsert(study, analysis, { item: opgave }, verwijzing, at);
  const space = verwijzing === 'pandoc' ? ' ' : '';
  const stance = opgave.stance === '' ? '' : `${opgave.stance} `;
  // Two hyphens would end the comment.
  const directions = opgave.directions
    .map(({ text }) => text)
    .join(' · ')
    .replace(/-{2,}/g, '–');
  const comment = directions === '' ? '' : `${gap}<!-- Denkrichtingen: ${directions} -->`;
  const after = `${space}${citation.text}${comment}`;
  return {
    title: 'Opgave oppakken: alinea met denkrichtingen invoegen',
    edits: [
      {
        from: at,
        to: at,
        text: below(text, at, `${stance}${QUESTION}${after}`),
        snippet: below(text, at, `${escapeSnippet(stance)}\${1:${escapeSnippet(QUESTION)}}${escapeSnippet(after)}`),
      },
      ...citation.edits,
    ],
  };
}
