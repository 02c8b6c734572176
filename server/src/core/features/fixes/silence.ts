import { silenceOf } from '../../configuration.js';
import { enumeration } from '../../dutch/enumeration.js';
import { frontMatterEnd, isSkipped } from '../../markdown/blocks.js';
import { citingBrackets } from '../../markdown/brackets.js';
import { commentOf, type Directive, isDirective, type Verb } from '../../markdown/directives.js';
import { lineEnd, lineStart } from '../../markdown/lines.js';
import { outermostBlock } from '../../markdown/outermost.js';
import { isInGrid, wordsEnd } from '../../markdown/words-end.js';
import type { Finding } from '../../rules/finding.js';
import { toldId } from '../../study/reference.js';
import { below, type Edit, emptyLineAbove, lineBreakOf } from '../edit.js';
import type { Fix, FixContext, Reach, Silence } from './fix.js';

/**
 * What silences a finding: a comment that silences its rule on the line, around the block, in the file, as far as there is
 * room for one; and for good, in the settings, the finding itself.
 */
export function silence(context: FixContext, finding: Finding): Fix[] {
  const { analysis } = context;
  const { code, from: offset } = finding;
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
  return [...fixes, ...forGood(context, finding)];
}

/** What it is about is named: a finding comes back for another opgave. One that is about nothing of the study is its whole rule. */
function forGood(context: FixContext, { code, opgaven, subject = opgaven }: Finding): Fix[] {
  const names = subject?.map((id) => silenceOf(code, toldId(context, id)));
  const silences: Silence = names ? { setting: 'nietMelden', names } : { setting: 'regels', names: [code] };
  const titles = subject?.map((id) => `‘${context.study.find(id)?.title ?? id}’`);
  const about = titles ? enumeration(titles) : code;
  return REACHES.map(([where, answer]) => ({
    title: answer,
    edits: [],
    answers: 'niet-melden',
    about,
    silences: { ...silences, where },
  }));
}

const REACHES: readonly (readonly [where: Reach, answer: string])[] = [
  ['programma', 'Nooit meer in dit programma'],
  ['overal', 'Nooit meer, in geen enkel programma'],
];

type Silenceable = FixContext['analysis'];

/** A comment at the end of the line: it stays inside the list item, quote, cell or heading that the line belongs to. */
export function commentOnLine(
  { text, blocks, directives }: Silenceable,
  verb: Verb,
  names: readonly string[],
  offset: number,
): Edit[] | undefined {
  const lineFrom = lineStart(text, offset);
  const lineTo = lineEnd(text, offset);
  const known = directives
    .filter(isDirective)
    .find((one) => one.verb === verb && one.codes.length > 0 && one.from >= lineFrom && one.from < lineTo);
  if (known) return [withNames(known, names)];
  const block = blocks.find(({ from, to }) => offset >= from && offset <= to);
  if (!block || isInGrid(text, block)) return undefined;
  const at = wordsEnd(text, block, lineTo);
  // What goes on over the end of the line has no place for a comment.
  if (at < lineFrom || (isSkipped(block.skip, at) && isSkipped(block.skip, at - 1))) return undefined;
  if (citingBrackets(text, block, at)) return undefined;
  return [{ from: at, to: at, text: ` ${commentOf(verb, ...names)}` }];
}

/** Comments before and after the outermost construct, so that a list or table stays one. */
function aroundBlock({ text, blocks }: Silenceable, code: string, offset: number): Edit[] | undefined {
  const { from, to } = outermostBlock(text, blocks, offset);
  if (from === to) return undefined;
  const start = lineStart(text, from);
  return [
    {
      from: start,
      to: start,
      text: `${emptyLineAbove(text, start)}${commentOf('disable', code)}${lineBreakOf(text).repeat(2)}`,
    },
    { from: to, to, text: below(text, to, commentOf('enable', code)) },
  ];
}

/** A comment at the top, for the whole file. */
export function commentInFile({ text, directives }: Silenceable, code: string): Edit[] {
  const known = directives.filter(isDirective).find(({ verb, codes }) => verb === 'disable-file' && codes.length > 0);
  if (known) return [withNames(known, [code])];
  const at = Math.max(frontMatterEnd(text), text.startsWith('\uFEFF') ? 1 : 0);
  const lineBreak = lineBreakOf(text);
  // Below front matter an empty line, where there is none yet.
  const above = at > 1 ? lineBreak : '';
  // And below it, where nothing is above it or a line of dashes would make it a heading.
  const below = above === '' || /^[ \t]*(?:-+|=+)[ \t]*[-=\r\n]/.test(text.slice(at, at + LINE_START)) ? lineBreak : '';
  return [{ from: at, to: at, text: `${above}${commentOf('disable-file', code)}${lineBreak}${below}` }];
}

/** Of a line so much tells whether it is one of dashes. */
const LINE_START = 80;

/** Adds names to a comment that has others. */
function withNames({ codes }: Directive, names: readonly string[]): Edit {
  const { to } = codes.at(-1)!;
  return { from: to, to, text: ` ${names.join(' ')}` };
}
