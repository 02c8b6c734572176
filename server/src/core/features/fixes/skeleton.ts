import { QUESTION, REASON } from '../../recognition/unfilled.js';
import type { Opgave } from '../../study/model.js';
import { bracketed, firstPageOf, pageText } from '../../study/reference.js';
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
  const lines = [
    ...list(
      'Denkrichtingen uit de studie',
      opgave.directions.map((direction) => ({
        page: direction.example ? first : direction.page,
        line: `- ${direction.text}${bracketed(directionRemark(direction))}`,
      })),
    ),
    ...list(
      'Wat er te kiezen valt',
      opgave.choices.map(({ options, page }) => ({ page, line: `- ${options.join(' of ')}` })),
    ),
  ];
  if (lines.length === 0) return '';
  // Two hyphens would end the comment.
  return `<!-- ${lines.join(lineBreak).replace(/-{2,}/g, '–')}${lineBreak}-->`;
}

/** Lines below a heading, those of one page together: it is named once. Those of which no page is known come first. */
function list(
  heading: string,
  items: readonly { readonly page: number | undefined; readonly line: string }[],
): string[] {
  const unknown = items.filter(({ page }) => page === undefined);
  const pages = new Set([...unknown, ...items].map(({ page }) => page));
  return [...pages].flatMap((on, k) => [
    k === 0 ? `${heading}${bracketed(pageText(on))}:` : `Op ${pageText(on)}:`,
    ...items.filter(({ page }) => page === on).map(({ line }) => line),
  ]);
}

const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');
