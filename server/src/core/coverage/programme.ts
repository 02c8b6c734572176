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

type Member = readonly [document: string, coverage: OpgaveCoverage];

/**
 * Joins the coverage of documents: an opgave that one of them takes up is taken up.
 * @param documents key and coverage of each document
 * @param leftOut what the configuration leaves out for the whole programme, with the reason
 */
export function programmeCoverage(
  documents: Iterable<readonly [key: string, coverage: readonly OpgaveCoverage[]]>,
  leftOut: Readonly<Record<string, string>> = {},
): ProgrammeCoverage {
  const joined = new Map<string, Member[]>();
  for (const [document, coverage] of documents) {
    for (const item of coverage) {
      const members = joined.get(item.opgave);
      if (members) members.push([document, item]);
      else joined.set(item.opgave, [[document, item]]);
    }
  }
  return new Map([...joined].map(([opgave, members]) => [opgave, new JoinedOpgave(opgave, members, leftOut[opgave])]));
}

class JoinedOpgave implements ProgrammeOpgave {
  readonly state: CoverageState;
  declare readonly reason?: string;
  private places: readonly InProgramme<Evidence>[] | undefined;
  private raisings: readonly InProgramme<Mention>[] | undefined;

  constructor(
    readonly opgave: string,
    private readonly members: readonly Member[],
    leftOut: string | undefined,
  ) {
    const reason = members.find(([, coverage]) => coverage.reason !== undefined)?.[1].reason ?? leftOut;
    this.state = stateOf(this, reason !== undefined);
    if (reason !== undefined) this.reason = reason;
  }

  get evident(): Clarity {
    return best(this.members.map(([, coverage]) => coverage.evident));
  }

  get opposed(): Clarity {
    return best(this.members.map(([, coverage]) => coverage.opposed));
  }

  /** Of several documents the strongest stand may be in another one. */
  get outweighs(): boolean {
    const [first, ...others] = this.members;
    return others.length === 0 && first![1].outweighs;
  }

  get raised(): boolean {
    return this.members.some(([, coverage]) => coverage.raised);
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
    return this.members
      .flatMap(([document, coverage]) => places(coverage).map((place) => ({ ...place, document })))
      .sort((a, b) => b.strength - a.strength);
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
