import { commentRemoval, removeComment } from '../features/fixes/remove-comment.js';
import { isVerdict } from '../markdown/directives.js';
import { ownId } from '../study/reference.js';
import type { Rule, RuleFinding } from './rule.js';

const NOTHING_COUNTED = 'Deze opmerking verandert niets: wat ernaast staat, telde al niet mee.';

export const onderdrukkingOngebruikt: Rule = {
  code: 'onderdrukking-ongebruikt',
  level: 'hint',
  title: 'Een opmerking onderdrukt niets meer',
  description:
    'De melding die deze opmerking stil hield, is er niet meer; of er staat ‘telt niet’ naast woorden die al niet meetelden.',
  example: '<!-- opgavenwijzer-disable-file -->',
  remedy: 'Haal de opmerking weg.',
  of: 'document',
  silencedBy: 'none',
  *check({ unusedDirectives, codes: known, studies }): Iterable<RuleFinding> {
    const isEntry = (code: string): boolean => studies.some((study) => study.find(ownId(study, code)) !== undefined);
    for (const { verb, from, to, codes } of unusedDirectives) {
      if (isVerdict(verb)) {
        if (codes.every(({ code }) => isEntry(code))) yield { from, to, message: NOTHING_COUNTED, unnecessary: true };
        continue;
      }
      // An unknown code says enough.
      if (codes.some(({ code }) => !known.includes(code))) continue;
      yield { from, to, message: 'Deze opmerking onderdrukt niets meer.', unnecessary: true };
    }
  },
  fixes: (context, finding) => [commentRemoval(context, finding)],
  safeFix: ({ analysis }, { from }) => removeComment(analysis, from),
};
