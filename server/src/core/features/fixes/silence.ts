import { frontMatterEnd, isSkipped } from '../../markdown/blocks.js';
import { commentOf, type Directive, isDirective, type Verb } from '../../markdown/directives.js';
import { outermostBlock } from '../../markdown/outermost.js';
import { type Edit, lineBreakOf } from '../edit.js';
import type { Fix, FixContext } from './fix.js';

/** Comments that silence a rule: on the line, around the block, in the file. What cannot hold a comment gets none. */
export function silence({ analysis }: FixContext, code: string, offset: number): Fix[] {
  const { text } = analysis;
  const fixes: Fix[] = [];
  const add = (where: string, edits: readonly Edit[] | undefined): void => {
    const answer = `${where[0]!.toUpperCase()}${where.slice(1)}`;
    if (edits) fixes.push({ title: `Niet meer melden ${where}`, edits, answers: 'niet-melden', answer });
  };
  if (offset >= frontMatterEnd(text)) {
    add('op deze regel', commentOnLine(analysis, 'disable-line', [code], offset));
    add('in dit blok', aroundBlock(analysis, code, offset));
  }
  add('in dit bestand', commentInFile(analysis, code));
  return fixes;
}

type Silenceable = FixContext['analysis'];

/** A comment at the end of the line: it stays inside the list item, quote, cell or heading that the line belongs to. */
export function commentOnLine(
  { text, blocks, directives }: Silenceable,
  verb: Verb,
  names: readonly string[],
  offset: number,
): Edit[] | undefined {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const lineTo = lineEnd(text, offset);
  const known = directives
    .filter(isDirective)
    .find((one) => one.verb === verb && one.codes.length > 0 && one.from >= lineFrom && one.from < lineTo);
  if (known) return [withNames(known, names)];
  const block = blocks.find(({ from, to }) => offset >= from && offset <= to);
  if (!block) return undefined;
  // Of a table the cell; a heading may be closed by marks, a line by two spaces or a backslash that break it.
  const end = block.kind === 'cell' ? block.to : Math.min(lineTo, block.to);
  const at = lineFrom + withoutTail(text.slice(lineFrom, end));
  if (isSkipped(block.skip, at) && isSkipped(block.skip, at - 1)) return undefined;
  return [{ from: at, to: at, text: ` ${commentOf(verb, ...names)}` }];
}

/** Length of a line without what closes a heading or breaks the line. */
function withoutTail(line: string): number {
  let words = line.trimEnd();
  if (words.endsWith('\\')) words = words.slice(0, -1).trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return end < words.length && /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd().length : words.length;
}

/** Comments before and after the outermost construct, so that a list or table stays one. */
function aroundBlock({ text, blocks }: Silenceable, code: string, offset: number): Edit[] | undefined {
  const { from, to } = outermostBlock(text, blocks, offset);
  if (from === to) return undefined;
  const gap = lineBreakOf(text).repeat(2);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  return [
    { from: start, to: start, text: `${commentOf('disable', code)}${gap}` },
    { from: to, to, text: `${gap}${commentOf('enable', code)}` },
  ];
}

/** A comment at the top, for the whole file. */
export function commentInFile({ text, directives }: Silenceable, code: string): Edit[] {
  const known = directives.filter(isDirective).find(({ verb, codes }) => verb === 'disable-file' && codes.length > 0);
  if (known) return [withNames(known, [code])];
  const at = Math.max(frontMatterEnd(text), text.startsWith('\uFEFF') ? 1 : 0);
  // Below front matter an empty line, where there is none yet.
  const lineBreak = lineBreakOf(text);
  const above = at > 1 ? lineBreak : '';
  return [
    {
      from: at,
      to: at,
      text: `${above}${commentOf('disable-file', code)}${lineBreak}${above === '' ? lineBreak : ''}`,
    },
  ];
}

/** Adds names to a comment that has others. */
function withNames({ codes }: Directive, names: readonly string[]): Edit {
  const { to } = codes.at(-1)!;
  return { from: to, to, text: ` ${names.join(' ')}` };
}

function lineEnd(text: string, from: number): number {
  const end = /\r?\n/.exec(text.slice(from));
  return end ? from + end.index : text.length;
}
