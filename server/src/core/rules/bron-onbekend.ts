import { clearlyNearest, nearest } from '../dutch/spelling.js';
import { replacements } from '../features/fixes/replacements.js';
import type { Citation } from '../markdown/citation.js';
import type { StudyIndex } from '../study/index.js';
import { nameAtStart } from '../study/reference.js';
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
  fixes: ({ study }, finding) =>
    replacements(finding).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, text: `${study.info.key}:${edit.text}` })),
    })),
  safeFix({ study, analysis }, { from, to }) {
    const start = afterKey(study, from);
    const id = clearlyNearest(analysis.text.slice(start, to), idsOf(study));
    return id === undefined ? [] : [{ from, to, text: `${study.info.key}:${id}` }];
  },
};

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
