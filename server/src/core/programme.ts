import type { CoverageState, Evidence, OpgaveCoverage } from './coverage.js';
import { stateOf } from './coverage.js';
import type { Mention } from './recognition/mentions.js';

/** What a whole programme, one or more documents, does with an opgave. */
export interface ProgrammeOpgave {
  readonly opgave: string;
  readonly state: CoverageState;
  readonly evidence: readonly (Evidence & { readonly document: string })[];
  readonly raisedBy: readonly (Mention & { readonly document: string })[];
  readonly reason?: string;
}

export type ProgrammeCoverage = ReadonlyMap<string, ProgrammeOpgave>;

/**
 * Joins the coverage of documents: an opgave that one of them takes up is taken up.
 * @param documents key and coverage of each document
 * @param leftOut what the configuration leaves out for the whole programme, with the reason
 */
export function programmeCoverage(
  documents: Iterable<readonly [key: string, coverage: readonly OpgaveCoverage[]]>,
  leftOut: Readonly<Record<string, string>> = {},
): ProgrammeCoverage {
  const joined = new Map<
    string,
    { evidence: (Evidence & { document: string })[]; raisedBy: (Mention & { document: string })[]; reason?: string }
  >();
  for (const [document, coverage] of documents) {
    for (const item of coverage) {
      let into = joined.get(item.opgave);
      if (!into) {
        into = { evidence: [], raisedBy: [] };
        joined.set(item.opgave, into);
      }
      for (const evidence of item.evidence) into.evidence.push({ ...evidence, document });
      for (const mention of item.raisedBy) into.raisedBy.push({ ...mention, document });
      if (item.reason !== undefined) into.reason ??= item.reason;
    }
  }
  const result = new Map<string, ProgrammeOpgave>();
  for (const [opgave, { evidence, raisedBy, reason = leftOut[opgave] }] of joined) {
    evidence.sort((a, b) => b.strength - a.strength);
    raisedBy.sort((a, b) => b.strength - a.strength);
    const state = stateOf(evidence, raisedBy.length > 0, reason !== undefined);
    result.set(opgave, { opgave, state, evidence, raisedBy, ...(reason === undefined ? {} : { reason }) });
  }
  return result;
}

/** How many opgaven are in each state. */
export function countStates(coverage: Iterable<{ readonly state: CoverageState }>): Record<CoverageState, number> {
  const counts: Record<CoverageState, number> = {
    opgepakt: 0,
    mogelijk: 0,
    ontbreekt: 0,
    'niet-genoemd': 0,
    'bewust-niet': 0,
  };
  for (const { state } of coverage) counts[state]++;
  return counts;
}
