import { nearest } from '../text/spelling.js';
import type { Rule, RuleFinding } from './rule.js';

export const bronOnbekend: Rule = {
  code: 'bron-onbekend',
  level: 'fout',
  title: 'Een verwijzing naar iets dat de studie niet heeft',
  description: 'De sleutel achter @trendstudie: hoort bij geen thema, trend, opgave, handelingsperspectief of begrip.',
  example: 'Wij pakken de wijken aan [@trendstudie:wijkaanpakk, p. 62].',
  remedy: 'Kies een van de voorgestelde sleutels, of zoek de bron met ‘Opgavenwijzer: Bron invoegen…’.',
  *check({ study, analysis }): Iterable<RuleFinding> {
    // The same slip is often made twice.
    const nearestTo = new Map<string, readonly string[]>();
    for (const { id, from, to } of analysis.citations) {
      if (study.find(id)) continue;
      const suggestions =
        nearestTo.get(id) ??
        nearest(
          id,
          [...study.entries, ...study.terms].map((item) => item.id),
        );
      nearestTo.set(id, suggestions);
      const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
      yield { from, to, message: `De ${study.info.key} heeft geen ‘${id}’.${hint}`, suggestions, related: [] };
    }
  },
};
