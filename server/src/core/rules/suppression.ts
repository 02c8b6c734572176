import type { Analysis } from '../analysis.js';
import type { Finding, Suppressed } from '../findings.js';
import { type Directive, isDirective } from '../steering.js';
import { nearest } from '../text/spelling.js';
import { levelOf, type Rule, type RuleContext } from './rule.js';

/** Stretch of lines that a directive silences, as offsets. */
interface Silence {
  readonly directive: Directive;
  readonly from: number;
  to: number;
}

/** Splits findings into those that stand and those that a comment silences; says which comments silenced nothing. */
export function suppress(
  { text, directives }: Analysis,
  findings: readonly Finding[],
): { kept: Finding[]; suppressed: Suppressed[]; unused: Directive[] } {
  const silences = silencesOf(text, directives.filter(isDirective));
  if (silences.length === 0) return { kept: [...findings], suppressed: [], unused: [] };
  const used = new Set<Directive>();
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const silence = silences.find(
      ({ directive, from, to }) => finding.from >= from && finding.from < to && names(directive, finding.code),
    );
    if (!silence) kept.push(finding);
    else {
      used.add(silence.directive);
      suppressed.push({ ...finding, suppressedBy: { from: silence.directive.from, to: silence.directive.to } });
    }
  }
  const unused = silences.map(({ directive }) => directive).filter((directive) => !used.has(directive));
  return { kept, suppressed, unused };
}

const names = ({ codes }: Directive, code: string): boolean =>
  codes.length === 0 || codes.some((named) => named.code === code);

function silencesOf(text: string, directives: readonly Directive[]): Silence[] {
  const silences: Silence[] = [];
  const open: Silence[] = [];
  for (const directive of directives) {
    switch (directive.verb) {
      case 'disable-file':
        silences.push({ directive, from: 0, to: Number.POSITIVE_INFINITY });
        break;
      case 'disable-line':
        silences.push({ directive, from: lineStart(text, directive.from), to: lineEnd(text, directive.to) });
        break;
      case 'disable-next-line':
        silences.push({
          directive,
          from: lineEnd(text, directive.to),
          to: lineEnd(text, nextLineWithText(text, lineEnd(text, directive.to))),
        });
        break;
      case 'disable': {
        const silence = { directive, from: directive.to, to: Number.POSITIVE_INFINITY };
        silences.push(silence);
        open.push(silence);
        break;
      }
      case 'enable':
        for (const silence of open) {
          const same =
            directive.codes.length === 0 || directive.codes.every(({ code }) => names(silence.directive, code));
          if (same && silence.to === Number.POSITIVE_INFINITY) silence.to = directive.from;
        }
    }
  }
  return silences;
}

/** The comment stands in a block of its own in Markdown, so empty lines between it and the next line do not count. */
function nextLineWithText(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

const unknown: Rule = {
  code: 'onderdrukking-onbekend',
  level: 'hint',
  title: 'Een opmerking noemt een melding of opdracht die niet bestaat',
  description:
    'In een opmerking van Opgavenwijzer staat een opdracht of meldingscode die het programma niet kent; zij doet dus niets.',
  example: '<!-- opgavenwijzer-disable-next-line opgave-ontbrekt -->',
  remedy: 'Verbeter de code met de snelle oplossing, of haal de opmerking weg.',
  *check({ analysis, codes }) {
    for (const directive of analysis.directives) {
      if (!isDirective(directive)) {
        yield {
          from: directive.from,
          to: directive.to,
          message: `‘opgavenwijzer-${directive.verb}’ bestaat niet.`,
          related: [],
          unnecessary: true,
        };
        continue;
      }
      for (const { code, from, to } of directive.codes) {
        if (codes.includes(code)) continue;
        const suggestions = nearest(code, codes);
        const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
        yield { from, to, message: `De melding ‘${code}’ bestaat niet.${hint}`, suggestions, related: [] };
      }
    }
  },
};

const unused: Rule = {
  code: 'onderdrukking-ongebruikt',
  level: 'hint',
  title: 'Een opmerking onderdrukt niets meer',
  description: 'De melding die deze opmerking stil hield, is er niet meer.',
  example: '<!-- opgavenwijzer-disable-file -->',
  remedy: 'Haal de opmerking weg.',
  // Which comments are unused is known only after the other rules have run: see findingsOnSuppressions.
  *check() {},
};

export const suppressionRules: readonly Rule[] = [unknown, unused];

/** Hints on the comments themselves. @param silent comments that silenced nothing */
export function* findingsOnSuppressions(context: RuleContext, silent: readonly Directive[]): Generator<Finding> {
  const level = (rule: Rule): Finding['level'] | undefined => {
    const set = levelOf(rule, context.configuration);
    return set === 'uit' ? undefined : set;
  };
  const unknownLevel = level(unknown);
  if (unknownLevel)
    for (const finding of unknown.check(context)) yield { code: unknown.code, level: unknownLevel, ...finding };
  const unusedLevel = level(unused);
  if (!unusedLevel) return;
  for (const { from, to, codes } of silent) {
    // An unknown code says enough.
    if (codes.some(({ code }) => !context.codes.includes(code))) continue;
    yield {
      code: unused.code,
      level: unusedLevel,
      from,
      to,
      message: 'Deze opmerking onderdrukt niets meer.',
      related: [],
      unnecessary: true,
    };
  }
}
