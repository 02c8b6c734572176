import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type AmongStudies, type Analysis, type StudyIndex, toldId } from '../../core/index.js';

/** What `opgavenwijzer analyse --format json` has promised to print: mentions and coverage with LSP ranges. */
export function analysisReport(studies: readonly StudyIndex[], analysis: Analysis, document: TextDocument) {
  const reports = studies.map((study) => reportOf({ study, studies }, analysis.for(study), document));
  return {
    mentions: reports.flatMap(({ mentions }) => mentions),
    coverage: reports.flatMap(({ coverage }) => coverage),
  };
}

function reportOf(among: AmongStudies<StudyIndex>, analysis: Analysis, document: TextDocument) {
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
