import { nearest } from '../dutch/spelling.js';
import { commentRemoval } from '../features/fixes/remove-comment.js';
import { replacements } from '../features/fixes/replacements.js';
import { isDirective } from '../markdown/directives.js';
import type { Rule, RuleFinding } from './rule.js';

export const onderdrukkingOnbekend: Rule = {
  code: 'onderdrukking-onbekend',
  level: 'hint',
  title: 'Een opmerking noemt een melding of opdracht die niet bestaat',
  description:
    'In een opmerking van Opgavenwijzer staat een opdracht of meldingscode die het programma niet kent; zij doet dus niets.',
  example: '<!-- opgavenwijzer-disable-next-line opgave-ontbrekt -->',
  remedy: 'Verbeter de code met de snelle oplossing, of haal de opmerking weg.',
  silencedBy: 'none',
  *check({ analysis, codes }): Iterable<RuleFinding> {
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
  fixes: (context, finding) => [...replacements(finding), commentRemoval(context, finding)],
};
