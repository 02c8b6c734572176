import { bewustNietOnbekend } from './bewust-niet-onbekend.js';
import { bronOnbekend } from './bron-onbekend.js';
import type { Finding, Suppressed } from './finding.js';
import { opgaveOntbreekt } from './opgave-ontbreekt.js';
import { paginaKloptNiet } from './pagina-klopt-niet.js';
import { levelOf, type Rule, type RuleContext } from './rule.js';
import { findingsOnSuppressions, suppress, suppressionRules } from './suppression.js';

const contentRules: readonly Rule[] = [opgaveOntbreekt, bronOnbekend, paginaKloptNiet, bewustNietOnbekend];

/** Every rule, in the order of the documentation. */
export const RULES: readonly Rule[] = [...contentRules, ...suppressionRules];
export const RULE_CODES: readonly string[] = RULES.map((rule) => rule.code);

/** Runs every rule. Findings stand in the order of the text; those that a comment silences are kept apart. */
export function check(document: Omit<RuleContext, 'codes'>): { findings: Finding[]; suppressed: Suppressed[] } {
  const context = { ...document, codes: RULE_CODES };
  const all: Finding[] = [];
  const run = (rules: readonly Rule[], collect: Finding[]): void => {
    for (const rule of rules) {
      const level = levelOf(rule, context.configuration);
      if (level === 'uit') continue;
      for (const finding of rule.check(context)) collect.push({ code: rule.code, level, ...finding });
    }
  };
  run(contentRules, all);
  const { kept, suppressed, unused } = suppress(context.analysis, all);
  const findings = [...kept, ...findingsOnSuppressions(context, unused)];
  return { findings: findings.sort((a, b) => a.from - b.from || a.to - b.to), suppressed };
}
