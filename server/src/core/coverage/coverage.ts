import type { Citation } from '../markdown/citation.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import type { Clarity, Mention } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import { ownId } from '../study/reference.js';
import type { CoverageState } from './states.js';

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
  /** How clearly it is taken up, whatever the writer says of it. */
  readonly evident: Clarity;
  /** A trend that leads to it is raised. */
  readonly raised: boolean;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  /** The first of {@link evidence}, without going through all of it. */
  readonly clearest: Evidence | undefined;
  /** Mentions of trends that lead to this opgave, strongest first. */
  readonly raisedBy: readonly Mention[];
  /** The first `most` of {@link raisedBy}, without going through all of them. */
  raisedMost(most: number): readonly Mention[];
  /** Why it is deliberately left out, in the writer's words. */
  readonly reason?: string;
}

/** What a document says, as far as coverage asks. */
export interface CoverageSource {
  /** How clearly words of the document name a label of the study. */
  words(id: string): Clarity;
  /** The mentions of an opgave or trend, in the order of the text. */
  mentionsOf(id: string): readonly Mention[];
  /** The strongest of the certain ones, at most `most`. */
  strongestOf(id: string, most: number): readonly Mention[];
  readonly citations: readonly Citation[];
  /** Whether one of them names this id. */
  cites(id: string): boolean;
}

/**
 * What one document does with every opgave of the study. Lists of places are made when they are asked for.
 * @param steering what the writer says of opgaven in the front matter: deliberately left out, or words that do not count
 */
export function coverageOf(
  study: StudyIndex,
  source: CoverageSource,
  steering: Pick<FrontMatter, 'leftOut' | 'notTakenUp'>,
): OpgaveCoverage[] {
  const leftOut = new Map(steering.leftOut.map(({ id, reason }) => [ownId(study, id), reason]));
  const notTakenUp = new Set(steering.notTakenUp.map(({ id }) => ownId(study, id)));
  return study.opgaven.map(
    ({ id }) => new DocumentOpgave(id, study.trendsLeadingTo(id), leftOut.get(id), source, notTakenUp.has(id)),
  );
}

/** Whether it is taken up and raised is found out when it is asked for: often the one makes the other no matter. */
class DocumentOpgave implements OpgaveCoverage {
  declare readonly reason?: string;
  private foundEvident: Clarity | undefined;
  private foundRaised: boolean | undefined;
  private places: readonly Evidence[] | undefined;
  private raisings: readonly Mention[] | undefined;

  constructor(
    readonly opgave: string,
    private readonly trends: readonly string[],
    reason: string | undefined,
    private readonly source: CoverageSource,
    private readonly citationsOnly: boolean,
  ) {
    if (reason !== undefined) this.reason = reason;
  }

  get evident(): Clarity {
    const { opgave, source, citationsOnly } = this;
    this.foundEvident ??= source.cites(opgave) ? 'clear' : citationsOnly ? 'no' : source.words(opgave);
    return this.foundEvident;
  }

  get raised(): boolean {
    this.foundRaised ??= this.trends.some((trend) => this.source.words(trend) === 'clear');
    return this.foundRaised;
  }

  get state(): CoverageState {
    return stateOf(this.evident, () => this.raised, this.reason !== undefined);
  }

  get evidence(): readonly Evidence[] {
    this.places ??= this.findEvidence();
    return this.places;
  }

  get clearest(): Evidence | undefined {
    const { evident, opgave, source } = this;
    if (evident !== 'clear') return this.evidence[0];
    return this.evidenceOf(this.citationsOnly ? [] : source.strongestOf(opgave, 1))[0];
  }

  private findEvidence(): Evidence[] {
    const { opgave, source, citationsOnly } = this;
    return this.evidenceOf(citationsOnly ? [] : source.mentionsOf(opgave));
  }

  private evidenceOf(mentions: readonly Mention[]): Evidence[] {
    const { opgave, source } = this;
    const cited = source.cites(opgave) ? source.citations.filter((citation) => counts(citation, opgave)) : [];
    return [
      ...cited
        .flatMap((citation) => citation.marks ?? [citation])
        .filter(({ unfilled }) => !unfilled)
        .map(({ from, to, block }) => ({ kind: 'citation' as const, from, to, block, strength: 1, certain: true })),
      ...mentions.map(({ from, to, block, strength, certain }) => ({
        kind: 'words' as const,
        from,
        to,
        block,
        strength,
        certain,
      })),
    ].sort(strongestFirst);
  }

  get raisedBy(): readonly Mention[] {
    this.raisings ??= this.raisedMost(Number.POSITIVE_INFINITY);
    return this.raisings;
  }

  raisedMost(most: number): readonly Mention[] {
    return this.trends
      .flatMap((trend) => this.source.strongestOf(trend, most))
      .sort(strongestFirst)
      .slice(0, most);
  }
}

/**
 * Whether a citation takes an opgave up: one of it in the text, where nothing is still to be filled in. What is cited in
 * the front matter stands in no block.
 */
export const counts = ({ id, block, unfilled }: Citation, opgave: string): boolean =>
  id === opgave && block >= 0 && !unfilled;

/** The state that follows from the evidence of one or more documents. @param raised asked for only where it matters */
export function stateOf(evident: Clarity, raised: () => boolean, leftOut: boolean): CoverageState {
  if (evident === 'clear') return 'opgepakt';
  if (leftOut) return 'bewust-niet';
  if (evident === 'possible') return 'mogelijk';
  return raised() ? 'ontbreekt' : 'niet-genoemd';
}

/** The order of places: the clearest first, and of those that are as clear the first in the text. */
export const strongestFirst = (
  a: { readonly strength: number; readonly from: number },
  b: { readonly strength: number; readonly from: number },
): number => b.strength - a.strength || a.from - b.from;

/** The same from a plain list of mentions. */
export function sourceOf(mentions: readonly Mention[], citations: readonly Citation[]): CoverageSource {
  const mentionsOf = (id: string): readonly Mention[] => mentions.filter((mention) => mention.id === id);
  return {
    citations,
    cites: (id) => citations.some((citation) => counts(citation, id)),
    mentionsOf,
    words(id) {
      const found = mentionsOf(id);
      return found.some(({ certain }) => certain) ? 'clear' : found.length > 0 ? 'possible' : 'no';
    },
    strongestOf: (id, most) =>
      mentionsOf(id)
        .filter(({ certain }) => certain)
        .sort(strongestFirst)
        .slice(0, most),
  };
}
