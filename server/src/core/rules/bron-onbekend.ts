import { nearest } from '../dutch/spelling.js';
import type { Citation } from '../markdown/citation.js';
import { ofStudy, type Rule, type RuleFinding } from './rule.js';

export const bronOnbekend: Rule = {
  code: 'bron-onbekend',
  level: 'fout',
  title: 'Een verwijzing naar iets dat de studie niet heeft',
  description: 'De sleutel achter @trendstudie: hoort bij geen thema, trend, opgave, handelingsperspectief of begrip.',
  example: 'Wij pakken de wijken aan [@trendstudie:wijkaanpakk, p. 62].',
  remedy: 'Kies een van de voorgestelde sleutels, of zoek de bron met ‘Opgavenwijzer: Bron invoegen…’.',
  check: ({ study, analysis }) => analysis.atCitations(unknownTo(study)),
};

const MOST_KNOWN = 1000;

const unknownTo = ofStudy((study) => {
  const ids = [...study.entries, ...study.terms].map(({ id }) => id);
  /** A slip is often made twice. */
  const known = new Map<string, readonly string[]>();
  const suggestionsFor = (id: string): readonly string[] => {
    const suggestions = known.get(id) ?? nearest(id, ids);
    if (known.size < MOST_KNOWN) known.set(id, suggestions);
    return suggestions;
  };
  return ({ id, from, to }: Citation): RuleFinding[] => {
    if (study.find(id)) return [];
    const { key } = study.info;
    const own = id.slice(key.length + 1);
    if (id[key.length] === ':' && study.find(own)) {
      const message = `De sleutel ‘${id}’ is er niet: hoofdletters tellen mee. Bedoelt u ‘${key}:${own}’?`;
      return [{ from, to, message, suggestions: [own], related: [] }];
    }
    const suggestions = suggestionsFor(id);
    const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
    return [{ from, to, message: `De ${study.info.key} heeft geen ‘${id}’.${hint}`, suggestions, related: [] }];
  };
});
