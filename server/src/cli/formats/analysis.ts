import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, StudyIndex } from '../../core/index.js';

/** What `opgavenwijzer analyse --format json` has promised to print: mentions and coverage with LSP ranges. */
export function analysisReport(study: StudyIndex, analysis: Analysis, document: TextDocument): object {
  const range = (from: number, to: number) => ({ start: document.positionAt(from), end: document.positionAt(to) });
  return {
    mentions: analysis.mentions
      .filter(({ certain, stance }) => certain || stance === 'genoemd')
      .map(({ kind, id, from, to, strength, stance = 'opgepakt', clear }) => {
        const entry = study.find(id)!;
        return {
          kind,
          id,
          inventory: entry.kind === 'term' ? [] : entry.inventory,
          range: range(from, to),
          evidence: analysis.text.slice(from, to),
          strength: Math.round(strength * 100) / 100,
          ...(kind === 'opgave' ? { stance, clear } : {}),
        };
      }),
    coverage: analysis.coverage.map(({ opgave, state, evidence, reason }) => ({
      opgave,
      state,
      evidence: evidence.map(({ from, to }) => range(from, to)),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}
