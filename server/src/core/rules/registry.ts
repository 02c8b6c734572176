import { silenceOf } from '../configuration.js';
import type { Edit } from '../features/edit.js';
import type { Fix, FixContext } from '../features/fixes/fix.js';
import { replacements } from '../features/fixes/replacements.js';
import { silence } from '../features/fixes/silence.js';
import type { StudyIndex } from '../study/index.js';
import { andereTaal } from './andere-taal.js';
import { bewustNietOnbekend } from './bewust-niet-onbekend.js';
import { bronOnbekend } from './bron-onbekend.js';
import type { Finding, Suppressed } from './finding.js';
import { onderdrukkingOnbekend } from './onderdrukking-onbekend.js';
import { onderdrukkingOngebruikt } from './onderdrukking-ongebruikt.js';
import { opgaveOntbreekt } from './opgave-ontbreekt.js';
import { paginaKloptNiet } from './pagina-klopt-niet.js';
import { levelOf, type Rule, type RuleContext } from './rule.js';
import { suppress } from './suppression.js';
import { themaOnvolledig } from './thema-onvolledig.js';

/** Every rule, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  opgaveOntbreekt,
  themaOnvolledig,
  bronOnbekend,
  paginaKloptNiet,
  bewustNietOnbekend,
  andereTaal,
  onderdrukkingOnbekend,
  onderdrukkingOngebruikt,
];
export const RULE_CODES: readonly string[] = RULES.map((rule) => rule.code);

/** Whether the level of a rule may differ between studies. */
export const differsByStudy = (code: string): boolean => BY_CODE.get(code)?.of === 'study';

const BY_CODE = new Map(RULES.map((rule) => [rule.code, rule]));

/** Every finding about something of these studies that can be silenced by itself; ids with the key of their study, and without. */
export const silenceable = (studies: readonly StudyIndex[]): string[] =>
  [false, true].flatMap((keyed) =>
    RULES.flatMap(({ code, subjects }) =>
      studies.flatMap((study) =>
        (subjects?.(study) ?? []).map(({ id }) => silenceOf(code, keyed ? `${study.info.key}:${id}` : id)),
      ),
    ),
  );

/** What the rules find in one document; what a comment silences stands apart. */
export interface Checked {
  readonly findings: Finding[];
  readonly suppressed: Suppressed[];
}

/**
 * Runs every rule. Findings stand in the order of the text; those that a comment silences are kept apart.
 * @param views the document as each study at work sees it: a comment silences what any of them finds
 */
export function check(views: readonly Omit<RuleContext, 'codes' | 'unusedDirectives'>[]): Checked {
  const contexts = views.map((view): RuleContext => ({ ...view, codes: RULE_CODES, unusedDirectives: [] }));
  const [first] = contexts;
  if (!first) return { findings: [], suppressed: [] };
  const silenceable = RULES.filter(({ silencedBy }) => silencedBy !== 'none');
  const isOff = (code: string): boolean => contexts.some(({ configuration }) => configuration.regels[code] === 'uit');
  const found = contexts.flatMap((context) => findingsOf(silenceable, context));
  const { kept, suppressed, unused } = suppress(first.analysis, found);
  const others = RULES.filter(({ silencedBy }) => silencedBy === 'none');
  const idle = first.analysis.idleVerdicts.filter((verdict) =>
    contexts.every(({ analysis }) => analysis.idleVerdicts.some(({ from }) => from === verdict.from)),
  );
  const unusedDirectives = [...unused.filter(({ codes }) => !codes.some(({ code }) => isOff(code))), ...idle];
  const findings = [...kept, ...findingsOf(others, { ...first, unusedDirectives })];
  return { findings: findings.sort((a, b) => a.from - b.from || a.to - b.to), suppressed };
}

function findingsOf(rules: readonly Rule[], context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const rule of rules) {
    if (rule.of === 'document' && context.study !== context.studies[0]) continue;
    const level = levelOf(rule, context.configuration);
    if (level === 'uit') continue;
    for (const finding of rule.check(context))
      found.push({ code: rule.code, study: context.study.info.key, level, ...finding });
  }
  return found;
}

/** What can be done about a finding, in the order in which a writer would consider it. */
export function fixesFor(context: FixContext, finding: Finding): readonly Fix[] {
  const rule = BY_CODE.get(finding.code)!;
  return [
    ...(rule.fixes?.(context, finding) ?? replacements(finding)),
    ...(rule.silencedBy === 'none' ? [] : silence(context, finding)),
  ];
}

/** Edits that mend everything that can be mended without a choice: pages, comments without effect, a key with one clear neighbour. */
export function safeFixes(context: FixContext, findings: readonly Finding[]): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    for (const edit of BY_CODE.get(finding.code)!.safeFix?.(context, finding) ?? []) {
      const overlaps = edits.some(({ from, to }) => edit.from <= to && from <= edit.to);
      if (!overlaps) edits.push(edit);
    }
  }
  return edits;
}
