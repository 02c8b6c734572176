import type { Mention } from './recognition/mentions.js';
import type { FrontMatter } from './steering.js';
import type { StudyIndex } from './study/index.js';
import type { Citation } from './text/citation.js';

/** What a programme does with an opgave. */
export type CoverageState = 'opgepakt' | 'mogelijk' | 'ontbreekt' | 'niet-genoemd' | 'bewust-niet';

/** A place that shows it: a citation of the opgave, or words that take it up. Offsets into the document's text. */
export interface Evidence {
  readonly kind: 'citation' | 'words';
  readonly from: number;
  readonly to: number;
  readonly block: number;
  readonly strength: number;
  /** Clear evidence; otherwise the opgave is 'mogelijk opgepakt'. */
  readonly certain: boolean;
}

export interface OpgaveCoverage {
  readonly opgave: string;
  readonly state: CoverageState;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  /** Mentions of trends that lead to this opgave, strongest first. */
  readonly raisedBy: readonly Mention[];
  /** Why it is deliberately left out, in the writer's words. */
  readonly reason?: string;
}

/**
 * What one document does with every opgave of the study.
 * @param steering what the writer says of opgaven in the front matter: deliberately left out, or words that do not count
 */
export function coverageOf(
  study: StudyIndex,
  mentions: readonly Mention[],
  citations: readonly Citation[],
  steering: Pick<FrontMatter, 'leftOut' | 'notTakenUp'>,
): OpgaveCoverage[] {
  const evidence = new Map<string, Evidence[]>(study.opgaven.map((opgave) => [opgave.id, []]));
  const raised = new Map<string, Mention[]>();
  const leftOut = new Map(steering.leftOut.map(({ id, reason }) => [id, reason]));
  const notTakenUp = new Set(steering.notTakenUp.map(({ id }) => id));
  for (const citation of citations) {
    for (const { from, to, block } of citation.marks ?? [citation])
      evidence.get(citation.id)?.push({ kind: 'citation', from, to, block, strength: 1, certain: true });
  }
  for (const mention of mentions) {
    if (mention.kind === 'opgave') {
      if (notTakenUp.has(mention.id)) continue;
      const { from, to, block, strength, certain } = mention;
      evidence.get(mention.id)?.push({ kind: 'words', from, to, block, strength, certain });
    } else if (mention.kind === 'trend' && mention.certain) {
      const list = raised.get(mention.id);
      if (list) list.push(mention);
      else raised.set(mention.id, [mention]);
    }
  }
  return study.opgaven.map(({ id }) => {
    const found = evidence.get(id)!.sort(strongestFirst);
    const raisedBy = study
      .trendsLeadingTo(id)
      .flatMap((trend) => raised.get(trend) ?? [])
      .sort(strongestFirst);
    const reason = leftOut.get(id);
    const state = stateOf(found, raisedBy.length > 0, reason !== undefined);
    return { opgave: id, state, evidence: found, raisedBy, ...(reason === undefined ? {} : { reason }) };
  });
}

/** The state that follows from the evidence of one or more documents. */
export function stateOf(evidence: readonly Evidence[], raised: boolean, leftOut: boolean): CoverageState {
  if (evidence.some((item) => item.certain)) return 'opgepakt';
  if (leftOut) return 'bewust-niet';
  if (evidence.length > 0) return 'mogelijk';
  return raised ? 'ontbreekt' : 'niet-genoemd';
}

const strongestFirst = (a: { strength: number; from: number }, b: { strength: number; from: number }): number =>
  b.strength - a.strength || a.from - b.from;
