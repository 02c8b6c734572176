import type { StudyIndex } from '../study/index.js';
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
    for (const { id, from, to } of analysis.citations) {
      if (study.find(id)) continue;
      const suggestions = nearestTo(study, id);
      const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
      yield { from, to, message: `De ${study.info.key} heeft geen ‘${id}’.${hint}`, suggestions, related: [] };
    }
  },
};

/** A slip is often made twice, and stays while one types on. */
const known = new WeakMap<StudyIndex, Map<string, readonly string[]>>();
const MOST_KNOWN = 1000;

function nearestTo(study: StudyIndex, id: string): readonly string[] {
  const ofStudy = known.get(study) ?? new Map<string, readonly string[]>();
  known.set(study, ofStudy);
  let suggestions = ofStudy.get(id);
  if (!suggestions) {
    const ids = [...study.entries, ...study.terms].map((item) => item.id);
    suggestions = nearest(id, ids);
    if (ofStudy.size >= MOST_KNOWN) ofStudy.clear();
    ofStudy.set(id, suggestions);
  }
  return suggestions;
}
