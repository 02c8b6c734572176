import { clearlyNearest, nearest } from '../dutch/spelling.js';
import type { Edit } from '../features/edit.js';
import type { FixContext } from '../features/fixes/fix.js';
import { replacements } from '../features/fixes/replacements.js';
import { rightPlace } from '../features/fixes/right-place.js';
import type { Citation } from '../markdown/citation.js';
import type { StudyIndex } from '../study/index.js';
import { nameAtStart } from '../study/reference.js';
import type { Finding } from './finding.js';
import { ofStudy, type Rule, type RuleFinding } from './rule.js';

export const bronOnbekend: Rule = {
  code: 'bron-onbekend',
  level: 'fout',
  title: 'Een verwijzing naar iets dat de studie niet heeft',
  description:
    'De sleutel van de verwijzing hoort bij geen thema, trend, opgave, handelingsperspectief of begrip van de studie.',
  example: 'Wij pakken de wijken aan [@studie:wijkaanpakk, p. 62].',
  remedy: 'Kies een van de voorgestelde sleutels, of zoek de bron met ‘Opgavenwijzer: Bron invoegen…’.',
  of: 'study',
  silencedBy: 'any',
  check: ({ study, analysis }) => analysis.atCitations(unknownTo(study)),
  fixes: (context, finding) => {
    const cited = (finding.suggestions ?? []).map((id) => cite(context, finding, id));
    return replacements({ ...finding, suggestions: cited.map(({ words }) => words) }).map((fix, rank) => ({
      ...fix,
      edits: cited[rank]!.edits,
    }));
  },
  safeFix(context, finding) {
    const { study, analysis } = context;
    const id = clearlyNearest(analysis.text.slice(afterKey(study, finding.from), finding.to), idsOf(study));
    return id === undefined ? [] : cite(context, finding, id).edits;
  },
};

/** What cites something else in the place of a finding: its key, and a place in the study where the one that was written is wrong. */
function cite({ study, analysis }: FixContext, { from, to }: Finding, id: string): { words: string; edits: Edit[] } {
  const { locators = [] } = analysis.citations.find((citation) => citation.from === from) ?? {};
  const place = rightPlace(analysis, study.find(id)!, locators);
  const key = { from, to, text: `${study.info.key}:${id}` };
  return place ? { words: `${id}, ${place.text}`, edits: [key, place] } : { words: id, edits: [key] };
}

/** Where the id of a citation begins, behind the key of its study. */
const afterKey = ({ info }: StudyIndex, from: number): number => from + info.key.length + 1;

const idsOf = ({ entries, terms }: StudyIndex): string[] => [...entries, ...terms].map(({ id }) => id);

const MOST_KNOWN = 1000;

const unknownTo = ofStudy((study) => {
  const ids = idsOf(study);
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
      return [{ from, to, message, suggestions: [own] }];
    }
    const suggestions = suggestionsFor(id);
    const hint = suggestions.length > 0 ? ` Bedoelt u ‘${suggestions[0]}’?` : '';
    return [{ from, to, message: `${nameAtStart(study.info)} heeft geen ‘${id}’.${hint}`, suggestions }];
  };
});
