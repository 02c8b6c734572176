import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../server/src/core/configuration.js';
import { RULES } from '../../../server/src/core/rules/registry.js';
import { analyse, checkProgramme, createEngine } from '../../../server/src/core/service.js';
import { builtinStudy } from '../../../server/src/core/study/builtin.js';
import { rulePages } from '../../../server/src/tools/generate/rule-pages.js';

const engine = createEngine(builtinStudy);
const pages = new Map(rulePages());

function codesIn(text: string): string[] {
  const document = { key: 'a.md', analysis: analyse(engine, text) };
  const { findings } = checkProgramme(engine, [document], DEFAULT_CONFIGURATION).get('a.md')!;
  return findings.map(({ code }) => code);
}

describe('the page of a rule', () => {
  it.each(RULES)('has an example of what $code reports', ({ code, example }) => {
    expect(codesIn(example)).toContain(code);
  });

  const silenced = RULES.flatMap(({ code, example }) => {
    const comment = /<!-- opgavenwijzer: niet melden [^<]* -- reden -->/.exec(
      pages.get(`docs/meldingen/${code}.md`)!,
    )?.[0];
    return comment ? [[code, example, comment] as const] : [];
  });

  it.each(silenced)('tells how to silence %s', (code, example, comment) => {
    const text = comment.includes('in dit bestand') ? `${example}\n\n${comment}\n` : `${comment}\n\n${example}\n`;
    const codes = codesIn(text);
    expect(codes).not.toContain(code);
    expect(codes).not.toContain('onderdrukking-ongebruikt');
  });
});
