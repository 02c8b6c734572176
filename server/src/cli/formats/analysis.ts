import { type AmongStudies, type Analysis, type StudyIndex, toldId } from '../../core/index.js';
import { type PlacedText, placeField } from './place.js';

/** What `opgavenwijzer analyse --format json` has promised to print: mentions and coverage with LSP ranges, in the converted text of what is no Markdown. */
export function analysisReport(studies: readonly StudyIndex[], analysis: Analysis, read: PlacedText) {
  const reports = studies.map((study) => reportOf({ study, studies }, analysis.for(study), read));
  return {
    mentions: reports.flatMap(({ mentions }) => mentions),
    coverage: reports.flatMap(({ coverage }) => coverage),
  };
}

function reportOf(among: AmongStudies<StudyIndex>, analysis: Analysis, read: PlacedText) {
  const { document } = read;
  const range = (from: number, to: number) => ({ start: document.positionAt(from), end: document.positionAt(to) });
  const { study } = among;
  return {
    mentions: analysis.mentions
      .filter(({ certain, stance }) => certain || stance === 'genoemd')
      .map(({ kind, id, from, to, strength, stance = 'opgepakt', clear }) => {
        const entry = study.find(id)!;
        return {
          kind,
          id: toldId(among, id),
          inventory: entry.kind === 'term' ? [] : entry.inventory,
          range: range(from, to),
          ...placeField(read, from),
          evidence: analysis.text.slice(from, to),
          strength: Math.round(strength * 100) / 100,
          ...(kind === 'opgave' ? { stance, clear } : {}),
        };
      }),
    coverage: analysis.coverage.map(({ opgave, state, evidence, reason }) => ({
      opgave: toldId(among, opgave),
      state,
      evidence: evidence.map(({ from, to }) => range(from, to)),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}
