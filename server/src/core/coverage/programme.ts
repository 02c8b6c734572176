import type { Analysis } from '../analysis.js';
import type { Clarity, Mention } from '../recognition/mentions.js';
import type { Evidence, OpgaveCoverage } from './coverage.js';
import { stateOf } from './coverage.js';
import type { CoverageState } from './states.js';

/** A document that was analysed, under the key by which its programme knows it. */
export interface ProgrammeDocument {
  readonly key: string;
  readonly analysis: Analysis;
}

/** A place in one of the documents of a programme. */
export type InProgramme<T> = T & { readonly document: string };

/** What a whole programme, one or more documents, does with an opgave. */
export interface ProgrammeOpgave {
  readonly opgave: string;
  readonly state: CoverageState;
  readonly evidence: readonly InProgramme<Evidence>[];
  /** The first of {@link evidence}, without going through all of it. */
  readonly clearest: InProgramme<Evidence> | undefined;
  readonly raisedBy: readonly InProgramme<Mention>[];
  /** The first `most` of {@link raisedBy}, without going through all of them. */
  raisedMost(most: number): readonly InProgramme<Mention>[];
  readonly reason?: string;
}

export type ProgrammeCoverage = ReadonlyMap<string, ProgrammeOpgave>;

/** A document with its coverage of every opgave, in the order of the study. */
type Member = readonly [document: string, coverage: readonly OpgaveCoverage[]];

/**
 * Joins the coverage of documents: an opgave that one of them takes up is taken up.
 * @param documents key and coverage of each document
 * @param leftOut what the configuration leaves out for the whole programme, with the reason
 */
export function programmeCoverage(
  documents: readonly Member[],
  leftOut: Readonly<Record<string, string>> = {},
): ProgrammeCoverage {
  const opgaven = documents[0]?.[1] ?? [];
  // An id may be any word of a writer, ‘constructor’ as well.
  const reasons = new Map(Object.entries(leftOut));
  return new Map(opgaven.map(({ opgave }, i) => [opgave, new JoinedOpgave(opgave, documents, i, reasons.get(opgave))]));
}

class JoinedOpgave implements ProgrammeOpgave {
  readonly state: CoverageState;
  declare readonly reason?: string;
  private places: readonly InProgramme<Evidence>[] | undefined;
  private raisings: readonly InProgramme<Mention>[] | undefined;

  /** @param at its index in each coverage */
  constructor(
    readonly opgave: string,
    private readonly documents: readonly Member[],
    private readonly at: number,
    leftOut: string | undefined,
  ) {
    const reason = this.each(({ reason }) => reason).find((given) => given !== undefined) ?? leftOut;
    this.state = stateOf(this, reason !== undefined);
    if (reason !== undefined) this.reason = reason;
  }

  get evident(): Clarity {
    return best(this.each(({ evident }) => evident));
  }

  get opposed(): boolean {
    return this.documents.some(([, coverage]) => coverage[this.at]!.opposed);
  }

  get opposition(): number {
    return Math.max(...this.each(({ opposition }) => opposition));
  }

  support(enough: number): number | undefined {
    let most: number | undefined = 0;
    for (const [, coverage] of this.documents) {
      const support = coverage[this.at]!.support(enough);
      if (support !== undefined && support > enough) return support;
      most = support === undefined || most === undefined ? undefined : Math.max(most, support);
    }
    return most;
  }

  get raised(): boolean {
    return this.documents.some(([, coverage]) => coverage[this.at]!.raised);
  }

  get evidence(): readonly InProgramme<Evidence>[] {
    this.places ??= this.strongest(({ evidence }) => evidence);
    return this.places;
  }

  get clearest(): InProgramme<Evidence> | undefined {
    return this.strongest(({ clearest }) => (clearest ? [clearest] : []))[0];
  }

  get raisedBy(): readonly InProgramme<Mention>[] {
    this.raisings ??= this.strongest(({ raisedBy }) => raisedBy);
    return this.raisings;
  }

  raisedMost(most: number): readonly InProgramme<Mention>[] {
    return this.strongest((coverage) => coverage.raisedMost(most)).slice(0, most);
  }

  private strongest<T extends { readonly strength: number }>(
    places: (coverage: OpgaveCoverage) => readonly T[],
  ): InProgramme<T>[] {
    return this.documents
      .flatMap(([document, coverage]) => places(coverage[this.at]!).map((place) => ({ ...place, document })))
      .sort((a, b) => b.strength - a.strength);
  }

  private each<T>(of: (coverage: OpgaveCoverage) => T): T[] {
    return this.documents.map(([, coverage]) => of(coverage[this.at]!));
  }
}

const best = (clarities: readonly Clarity[]): Clarity =>
  clarities.includes('clear') ? 'clear' : clarities.includes('possible') ? 'possible' : 'no';

/** How many opgaven are in each state. */
export function countStates(coverage: Iterable<{ readonly state: CoverageState }>): Record<CoverageState, number> {
  const counts: Record<CoverageState, number> = {
    opgepakt: 0,
    anders: 0,
    mogelijk: 0,
    ontbreekt: 0,
    'niet-genoemd': 0,
    'bewust-niet': 0,
  };
  for (const { state } of coverage) counts[state]++;
  return counts;
}
