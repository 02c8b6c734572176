import type { Citation } from '../markdown/citation.js';
import type { Verdict } from '../markdown/directives.js';
import type { FrontMatter } from '../markdown/front-matter.js';
import type { Clarity, Mention } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import { ownId } from '../study/reference.js';
import type { CoverageState, Stance } from './states.js';

/** A place that shows it: a citation of the opgave, or words that take it up or stand against it. Offsets into the document's text. */
export interface Evidence {
  readonly kind: 'citation' | 'words';
  readonly from: number;
  readonly to: number;
  readonly block: number;
  readonly strength: number;
  /** A choice is made there; otherwise it possibly is. */
  readonly certain: boolean;
  /** At least 88 of 100 such places hold. */
  readonly clear: boolean;
  readonly stance: Exclude<Stance, 'genoemd'>;
}

export interface OpgaveCoverage {
  readonly opgave: string;
  readonly state: CoverageState;
  /** How clearly it is taken up. */
  readonly evident: Clarity;
  /** Whether a stand is taken against it; that is told only where little doubt is left. */
  readonly opposed: boolean;
  /** How strong the strongest stand against it is; 0 where there is none. */
  readonly opposition: number;
  /**
   * How clearly the clearest place takes it up, or any that is above `enough`: then no further is looked. Undefined where only
   * its places tell.
   */
  support(enough: number): number | undefined;
  /** A trend to which it is the answer is raised, or its own subject is named and left. */
  readonly raised: boolean;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  /** The first of {@link evidence}, without going through all of it. */
  readonly clearest: Evidence | undefined;
  /** Mentions of trends to which this opgave is the answer, and places that only name its subject, strongest first. */
  readonly raisedBy: readonly Mention[];
  /** The first `most` of {@link raisedBy}, without going through all of them. */
  raisedMost(most: number): readonly Mention[];
  /** Why it is deliberately left out, in the writer's words. */
  readonly reason?: string;
}

/** What a document says, as far as coverage asks. */
export interface CoverageSource {
  /** How clearly words of the document raise a theme or trend, or take an opgave up. */
  words(id: string): Clarity;
  /** The mentions of an opgave or trend, in the order of the text. */
  mentionsOf(id: string): readonly Mention[];
  /** The places that are about an opgave and make no choice. */
  named(id: string): readonly Mention[];
  /** How strong the strongest place is that stands against an opgave; 0 where there is none. */
  opposition(id: string): number;
  /** The strongest place that stands against an opgave. */
  strongestAgainst(id: string): Mention | undefined;
  /** The strongest of the certain ones that raise or take up, at most `most`. */
  strongestOf(id: string, most: number): readonly Mention[];
  /** How strong the strongest of those is, or any that is above `enough`; undefined where that is not known soon. */
  support(id: string, enough: number): number | undefined;
  readonly citations: readonly Citation[];
  /** Whether one of them names this id. */
  cites(id: string): boolean;
}

/** What the writer says of opgaven in the front matter. */
export type Steering = Pick<FrontMatter, 'leftOut' | 'verdicts'>;

/**
 * What one document does with every opgave of the study. Lists of places are made when they are asked for.
 * @param steering what the writer says of opgaven in the front matter
 */
export function coverageOf(study: StudyIndex, source: CoverageSource, steering: Steering): OpgaveCoverage[] {
  const leftOut = new Map(steering.leftOut.map(({ id, reason }) => [ownId(study, id), reason]));
  const verdicts = new Map(steering.verdicts.map(({ id, verdict }) => [ownId(study, id), verdict]));
  return study.opgaven.map(
    ({ id }) => new DocumentOpgave(id, study.trendsAnsweredBy(id), leftOut.get(id), source, verdicts.get(id)),
  );
}

/** Whether it is taken up and raised is found out when it is asked for: often the one makes the other no matter. */
class DocumentOpgave implements OpgaveCoverage {
  declare readonly reason?: string;
  private foundEvident: Clarity | undefined;
  private foundRaised: boolean | undefined;
  private places: readonly Evidence[] | undefined;
  private raisings: readonly Mention[] | undefined;

  /** @param verdict what the whole document does with it, according to its writer */
  constructor(
    readonly opgave: string,
    private readonly trends: readonly string[],
    reason: string | undefined,
    private readonly source: CoverageSource,
    private readonly verdict: Verdict | undefined,
  ) {
    if (reason !== undefined) this.reason = reason;
  }

  get evident(): Clarity {
    this.foundEvident ??= this.findEvident();
    return this.foundEvident;
  }

  private findEvident(): Clarity {
    const { opgave, source, verdict } = this;
    if (verdict === 'kiest-anders') return 'no';
    if (verdict === 'telt-wel' || source.cites(opgave)) return 'clear';
    return verdict === undefined ? source.words(opgave) : 'no';
  }

  get opposed(): boolean {
    const { opgave, source, verdict } = this;
    return verdict === 'kiest-anders' || (verdict === undefined && source.opposition(opgave) > 0);
  }

  get opposition(): number {
    // To the writer all of it is a stand against.
    return this.verdict === 'kiest-anders' ? (this.evidence[0]?.strength ?? 0) : this.source.opposition(this.opgave);
  }

  support(enough: number): number | undefined {
    const { evident, opgave, source, verdict } = this;
    if (verdict !== undefined || source.cites(opgave)) return undefined;
    // Without a certain place it is clear by weak ones together.
    if (evident === 'clear') return source.support(opgave, enough) || undefined;
    if (evident === 'no') return 0;
    return this.evidence.find(({ stance }) => stance === 'opgepakt')?.strength ?? 0;
  }

  get raised(): boolean {
    this.foundRaised ??= this.named.length > 0 || this.trends.some((trend) => this.source.words(trend) === 'clear');
    return this.foundRaised;
  }

  /** Places that only name its subject. */
  private get named(): readonly Mention[] {
    const { opgave, source, verdict } = this;
    return verdict === 'alleen-genoemd' ? source.mentionsOf(opgave) : source.named(opgave);
  }

  get state(): CoverageState {
    return stateOf(this, this.reason !== undefined);
  }

  get evidence(): readonly Evidence[] {
    this.places ??= this.evidenceOf(this.source.mentionsOf(this.opgave));
    return this.places;
  }

  get clearest(): Evidence | undefined {
    const { evident, opgave, source } = this;
    const certain = evident === 'clear' ? source.strongestOf(opgave, 1) : [];
    // Without a certain place any of the weak ones may be it.
    if (certain.length === 0) return this.evidence[0];
    const against = source.strongestAgainst(opgave);
    return this.evidenceOf(against ? [...certain, against] : certain)[0] ?? this.evidence[0];
  }

  private evidenceOf(mentions: readonly Mention[]): Evidence[] {
    const { opgave, source, verdict } = this;
    const cited = source.cites(opgave) ? source.citations.filter((citation) => counts(citation, opgave)) : [];
    const words = verdict === 'telt-niet' || verdict === 'alleen-genoemd' ? [] : mentions;
    const whole = verdict === 'kiest-anders' ? ('anders' as const) : ('opgepakt' as const);
    return [
      ...cited
        .flatMap((citation) => citation.marks ?? [citation])
        .filter(({ unfilled }) => !unfilled)
        .map(({ from, to, block }) => ({
          kind: 'citation' as const,
          stance: whole,
          from,
          to,
          block,
          strength: 1,
          certain: true,
          clear: true,
        })),
      ...words
        .filter(({ possible }) => possible)
        .map(({ from, to, block, strength, certain, clear, stance }) => ({
          kind: 'words' as const,
          stance: stance === 'anders' ? stance : whole,
          from,
          to,
          block,
          strength,
          certain,
          clear,
        })),
    ].sort(strongestFirst);
  }

  get raisedBy(): readonly Mention[] {
    this.raisings ??= this.raisedMost(Number.POSITIVE_INFINITY);
    return this.raisings;
  }

  raisedMost(most: number): readonly Mention[] {
    return [...this.named, ...this.trends.flatMap((trend) => this.source.strongestOf(trend, most))]
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

/** What is known of an opgave in one or more documents; what is raised is asked for only where it matters. */
type Stands = Pick<OpgaveCoverage, 'evident' | 'opposed' | 'opposition' | 'support' | 'raised' | 'clearest'>;

/** The state that follows. Where it is both taken up and stood against, the clearer one names it. */
export function stateOf(stands: Stands, leftOut: boolean): CoverageState {
  const { evident, opposed } = stands;
  if (evident === 'clear') return opposed && isOutweighed(stands) ? 'anders' : 'opgepakt';
  if (opposed) return 'anders';
  if (leftOut) return 'bewust-niet';
  if (evident === 'possible') return 'mogelijk';
  return stands.raised ? 'ontbreekt' : 'niet-genoemd';
}

/** Whether the clearest place is a stand against it. Which one that is does not have to be found out, but for places that are as clear. */
function isOutweighed(stands: Stands): boolean {
  const { opposition } = stands;
  const support = stands.support(opposition);
  return support === undefined || support === opposition ? stands.clearest?.stance === 'anders' : support < opposition;
}

/** The order of places: the clearest first, and of those that are as clear the first in the text. */
export const strongestFirst = (
  a: { readonly strength: number; readonly from: number },
  b: { readonly strength: number; readonly from: number },
): number => b.strength - a.strength || a.from - b.from;
