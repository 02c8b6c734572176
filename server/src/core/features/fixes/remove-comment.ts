import type { Analysis } from '../../analysis.js';
import { type Directive, isDirective, type UnknownDirective } from '../../markdown/directives.js';
import { lineStart } from '../../markdown/lines.js';
import type { Edit } from '../edit.js';
import type { Fix, FixContext } from './fix.js';

/** The choice to take the comment at a finding away. */
export const commentRemoval = ({ analysis }: FixContext, { from }: { readonly from: number }): Fix => ({
  title: 'Opmerking weghalen',
  edits: removeComment(analysis, from),
});

/** Edits that take a steering comment away, with the `enable` that only answered it. */
export function removeComment(analysis: Analysis, at: number): Edit[] {
  const directive = analysis.directives.find(({ from, to }) => at >= from && at <= to);
  if (!directive) return [];
  const partner = isDirective(directive) && directive.verb === 'disable' ? enableOf(analysis, directive) : undefined;
  return [directive, ...(partner ? [partner] : [])].map((comment) =>
    partsLists(analysis, comment)
      ? { from: comment.from, to: comment.to, text: '<!-- -->' }
      : removal(analysis.text, comment),
  );
}

/** Whether two lists would become one without the comment between them: an empty comment takes its place. */
function partsLists({ blocks }: Analysis, { from, to }: Directive | UnknownDirective): boolean {
  const before = blocks.findLast((block) => block.to <= from);
  const after = blocks.find((block) => block.from >= to);
  const inside = blocks.some((block) => block.from < from && block.to > to);
  return !inside && before?.kind === 'item' && after?.kind === 'item';
}

function enableOf({ directives }: Analysis, { codes, to }: Directive): Directive | undefined {
  const named = codes.map(({ code }) => code).join(' ');
  return directives
    .filter(isDirective)
    .find(
      ({ verb, from, codes: others }) =>
        verb === 'enable' && from > to && others.map(({ code }) => code).join(' ') === named,
    );
}

/** A comment with a line of its own goes with the line and the empty one below it; one in a line, with the space before it. */
function removal(text: string, { from, to }: Directive | UnknownDirective): Edit {
  const lineFrom = lineStart(text, from);
  const before = text.slice(lineFrom, from);
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(to));
  if (before.trim() !== '' || !rest) {
    const space = rest ? before.length - before.trimEnd().length : /^[ \t]/.test(text.slice(to, to + 1)) ? 1 : 0;
    return { from: from - Math.min(space, before.length - before.trimEnd().length), to, text: '' };
  }
  const end = to + rest[0].length;
  const empty = /^[ \t]*\r?\n/.exec(text.slice(end));
  const above = lineFrom === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, lineFrom));
  return { from: lineFrom, to: end + (empty && above ? empty[0].length : 0), text: '' };
}
