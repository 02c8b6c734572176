import { QUESTION, REASON } from '../../recognition/unfilled.js';
import type { Opgave } from '../../study/model.js';
import { bracketed, firstPageOf, pagesOf, pagesText, pageText } from '../../study/reference.js';
import type { CitationInsert } from '../citing.js';
import { choiceSentences, directionRemark } from '../directions.js';
import { escapeSnippet } from '../edit.js';

/**
 * A paragraph that begins to take an opgave up, with the study's directions and choices in a comment below it. It takes
 * nothing up itself before the writer has filled it in.
 */
export function skeletonOf(
  opgave: Opgave,
  citation: CitationInsert,
  space: '' | ' ',
  lineBreak: string,
): { readonly text: string; readonly snippet: string } {
  const choices = opgave.choices.flatMap(choiceSentences).map((sentence) => `${sentence}${REASON}`);
  const comment = commentOf(opgave, lineBreak);
  const gap = comment === '' ? '' : lineBreak + lineBreak;
  const after = `${space}${citation.text}${gap}${comment}`;
  const { stance } = opgave;
  // The question first; then how the paragraph opens: plainly, or with one of the choices.
  const openings = [stance, ...choices].filter(Boolean);
  const opening =
    openings.length > 1 ? `\${2|${openings.map(escapeChoice).join(',')}|} ` : stance && `${escapeSnippet(stance)} `;
  return {
    text: `${stance && `${stance} `}${QUESTION}${after}`,
    snippet: `${opening}\${1:${escapeSnippet(QUESTION)}}${escapeSnippet(after)}`,
  };
}

function commentOf(opgave: Opgave, lineBreak: string): string {
  const first = firstPageOf(opgave);
  const directions = opgave.directions.map((direction) => item(direction.text, directionRemark(direction, first)));
  const choices = opgave.choices.map((choice) => item(choice.options.join(' of '), pageText(choice.page)));
  const lines = [
    ...(directions.length > 0
      ? [`Denkrichtingen uit de studie${bracketed(pagesText(pagesOf(opgave)))}:`, ...directions]
      : []),
    ...(choices.length > 0 ? ['Wat er te kiezen valt:', ...choices] : []),
  ];
  if (lines.length === 0) return '';
  // Two hyphens would end the comment.
  return `<!-- ${lines.join(lineBreak).replace(/-{2,}/g, '–')}${lineBreak}-->`;
}

const item = (text: string, remark: string): string => `- ${text}${remark === '' ? '' : ` (${remark})`}`;

const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');
