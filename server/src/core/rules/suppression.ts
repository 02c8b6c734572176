import type { Analysis } from '../analysis.js';
import { type Directive, isDirective, isVerdict } from '../markdown/directives.js';
import { lineEnd, lineStart, nextLine } from '../markdown/lines.js';
import type { Finding, Suppressed } from './finding.js';

/** Stretch of lines that a directive silences, as offsets. */
interface Silence {
  readonly directive: Directive;
  readonly from: number;
  to: number;
  /** Codes that speak again before the end, and from where. */
  readonly reopened: Map<string, number>;
}

/** Splits findings into those that stand and those that a comment silences; says which comments silenced nothing. */
export function suppress(
  analysis: Analysis,
  findings: readonly Finding[],
): { kept: Finding[]; suppressed: Suppressed[]; unused: Directive[] } {
  const directives = analysis.directives.filter(isDirective).filter(({ verb }) => !isVerdict(verb));
  if (directives.length === 0) return { kept: [...findings], suppressed: [], unused: [] };
  const silences = silencesOf(analysis.text, directives);
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const silencing = silences.filter(
      ({ directive, from, to, reopened }) =>
        finding.from >= from &&
        finding.from < Math.min(to, reopened.get(finding.code) ?? to) &&
        names(directive, finding.code),
    );
    if (silencing.length === 0) {
      kept.push(finding);
      continue;
    }
    // Of several that silence the same none is without effect.
    for (const { directive } of silencing) used.add(directive);
    const { from, to } = silencing[0]!.directive;
    suppressed.push({ ...finding, suppressedBy: { from, to } });
  }
  const unused = silences.map(({ directive }) => directive).filter((directive) => !used.has(directive));
  return { kept, suppressed, unused };
}

const names = ({ codes }: Directive, code: string): boolean =>
  codes.length === 0 || codes.some((named) => named.code === code);

function silencesOf(text: string, directives: readonly Directive[]): Silence[] {
  const silences: Silence[] = [];
  const open: Silence[] = [];
  const silence = (directive: Directive, from: number, to = Number.POSITIVE_INFINITY): Silence => {
    const added = { directive, from, to, reopened: new Map<string, number>() };
    silences.push(added);
    return added;
  };
  for (const directive of directives) {
    const lineAfter = nextLine(text, directive.to);
    switch (directive.verb) {
      case 'disable-file':
        silence(directive, 0);
        break;
      case 'disable-line':
        silence(directive, lineStart(text, directive.from), lineAfter);
        break;
      case 'disable-next-line':
        silence(directive, lineAfter, nextLine(text, nextLineWithText(text, lineAfter)));
        break;
      case 'disable':
        open.push(silence(directive, directive.to));
        break;
      case 'enable':
        if (directive.codes.length === 0) for (const { to } = directive; open.length > 0; ) open.pop()!.to = to;
        for (const { reopened } of open)
          for (const { code } of directive.codes) if (!reopened.has(code)) reopened.set(code, directive.to);
    }
  }
  return silences;
}

/**
 * The comment stands in a block of its own in Markdown, so empty lines and other comments between it and the next line do
 * not count, in a quote either.
 */
function nextLineWithText(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /[\s>]/.test(text[at]!)) at++;
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) : -1;
    if (end < 0 || text.slice(end + 3, lineEnd(text, end)).trim() !== '') return at;
    at = end + 3;
  }
}
