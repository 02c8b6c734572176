import { frontMatterEnd, isSkipped } from '../../markdown/blocks.js';
import { citingBrackets } from '../../markdown/brackets.js';
import { type Directive, isDirective, type Verb } from '../../markdown/directives.js';
import { outermostBlock } from '../../markdown/outermost.js';
import { isInGrid, wordsEnd } from '../../markdown/words-end.js';
import { below, type Edit, emptyLineAbove, lineBreakOf } from '../edit.js';
import type { Fix, FixContext } from './fix.js';

/** Comments that silence a rule: on the line, around the block, in the file. What cannot hold a comment gets none. */
export function silence({ analysis }: FixContext, code: string, offset: number): Fix[] {
  const { text } = analysis;
  const fixes: Fix[] = [];
  const add = (title: string, edits: readonly Edit[] | undefined): void => {
    if (edits) fixes.push({ title, edits, silences: true });
  };
  if (offset >= frontMatterEnd(text)) {
    add('Niet meer melden op deze regel', onLine(analysis, code, offset));
    add('Niet meer melden in dit blok', aroundBlock(analysis, code, offset));
  }
  add('Niet meer melden in dit bestand', inFile(analysis, code));
  return fixes;
}

type Silenceable = FixContext['analysis'];

/** A comment at the end of the line: it stays inside the list item, quote, cell or heading that the line belongs to. */
function onLine({ text, blocks, directives }: Silenceable, code: string, offset: number): Edit[] | undefined {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const lineTo = lineEnd(text, offset);
  const known = directives
    .filter(isDirective)
    .find(({ verb, codes, from }) => verb === 'disable-line' && codes.length > 0 && from >= lineFrom && from < lineTo);
  if (known) return [withCode(known, code)];
  const block = blocks.find(({ from, to }) => offset >= from && offset <= to);
  if (!block || isInGrid(text, block)) return undefined;
  const at = wordsEnd(text, block, lineTo);
  // What goes on over the end of the line has no place for a comment.
  if (at < lineFrom || (isSkipped(block.skip, at) && isSkipped(block.skip, at - 1))) return undefined;
  if (citingBrackets(text, block, at)) return undefined;
  return [{ from: at, to: at, text: ` ${comment('disable-line', code)}` }];
}

/** Comments before and after the outermost construct, so that a list or table stays one. */
function aroundBlock({ text, blocks }: Silenceable, code: string, offset: number): Edit[] | undefined {
  const { from, to } = outermostBlock(text, blocks, offset);
  if (from === to) return undefined;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  return [
    {
      from: start,
      to: start,
      text: `${emptyLineAbove(text, start)}${comment('disable', code)}${lineBreakOf(text).repeat(2)}`,
    },
    { from: to, to, text: below(text, to, comment('enable', code)) },
  ];
}

function inFile({ text, directives }: Silenceable, code: string): Edit[] {
  const known = directives.filter(isDirective).find(({ verb, codes }) => verb === 'disable-file' && codes.length > 0);
  if (known) return [withCode(known, code)];
  const at = Math.max(frontMatterEnd(text), text.startsWith('\uFEFF') ? 1 : 0);
  const lineBreak = lineBreakOf(text);
  // Below front matter an empty line, where there is none yet.
  const above = at > 1 ? lineBreak : '';
  return [
    { from: at, to: at, text: `${above}${comment('disable-file', code)}${lineBreak}${above === '' ? lineBreak : ''}` },
  ];
}

/** Adds a code to a comment that names others. */
function withCode({ codes }: Directive, code: string): Edit {
  const { to } = codes.at(-1)!;
  return { from: to, to, text: ` ${code}` };
}

const comment = (verb: Verb, code: string): string => `<!-- opgavenwijzer-${verb} ${code} -->`;

function lineEnd(text: string, from: number): number {
  const end = /\r?\n/.exec(text.slice(from));
  return end ? from + end.index : text.length;
}
