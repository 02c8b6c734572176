import { commentRemoval, removeComment } from '../features/fixes/remove-comment.js';
import type { Rule, RuleFinding } from './rule.js';

export const onderdrukkingOngebruikt: Rule = {
  code: 'onderdrukking-ongebruikt',
  level: 'hint',
  title: 'Een opmerking onderdrukt niets meer',
  description: 'De melding die deze opmerking stil hield, is er niet meer.',
  example: '<!-- opgavenwijzer-disable-file -->',
  remedy: 'Haal de opmerking weg.',
  silencedBy: 'none',
  *check({ unusedDirectives, codes: known, configuration }): Iterable<RuleFinding> {
    for (const { from, to, codes } of unusedDirectives) {
      // An unknown code says enough; a rule that is switched off has nothing to silence.
      if (codes.some(({ code }) => !known.includes(code) || configuration.regels[code] === 'uit')) continue;
      yield { from, to, message: 'Deze opmerking onderdrukt niets meer.', unnecessary: true };
    }
  },
  fixes: (context, finding) => [commentRemoval(context, finding)],
  safeFix: ({ analysis }, { from }) => removeComment(analysis, from),
};
