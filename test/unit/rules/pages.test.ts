import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { RULES } from '../../../server/src/core/rules/registry.js';
import { exampleOf } from '../../../server/src/core/rules/rule.js';
import { analyse, checkProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { rulePages } from '../../../server/src/tools/generate/rule-pages.js';

const engine = createEngine(builtinStudy);
const pages = new Map(rulePages(engine.study));

function codesIn(text: string): string[] {
  const document = { key: 'a.md', analysis: analyse(engine, text) };
  const { findings } = checkProgramme([engine], [document], DEFAULT_CONFIGURATION).get('a.md')!;
  return findings.map(({ code }) => code);
}

describe('the page of a rule', () => {
  it.each(RULES)('has an example of what $code reports', (rule) => {
    expect(codesIn(exampleOf(rule, engine.study))).toContain(rule.code);
  });

  const silenced = RULES.flatMap((rule) => {
    const { code } = rule;
    const comment = /<!-- opgavenwijzer: niet melden [^<]* -- reden -->/.exec(
      pages.get(`docs/meldingen/${code}.md`)!,
    )?.[0];
    return comment ? [[code, exampleOf(rule, engine.study), comment] as const] : [];
  });

  it.each(silenced)('tells how to silence %s', (code, example, comment) => {
    const text = comment.includes('in dit bestand') ? `${example}\n\n${comment}\n` : `${comment}\n\n${example}\n`;
    const codes = codesIn(text);
    expect(codes).not.toContain(code);
    expect(codes).not.toContain('onderdrukking-ongebruikt');
  });
});
