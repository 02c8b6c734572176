import { CLEAR, type Evidence, together } from '../recognition/mentions.js';

/** What a stretch of a document says of labels, of all blocks together. What was found out is remembered. */
export interface Said {
  /** What it says for a label; see {@link Evidence}. */
  evidence(label: number): Evidence;
  /** The same, if that is known. */
  knownEvidence(label: number): Evidence | undefined;
  /** How strong its strongest stand against an opgave is, by its label; 0 where there is none. */
  opposition(label: number): number;
  /** How strong the strongest place is that raises a label or takes it up for certain, or any above `enough`: no further one is looked at than is needed. */
  support(label: number, enough: number): number;
  /** The same of those places that were looked at already. */
  knownSupport(label: number): number;
  /** The ids of which a citation counts. */
  readonly cited: ReadonlySet<string>;
}

/** What stretches in a row say together. A key changes one of them: of the others the answer is known. */
export class SaidTogether implements Said {
  private readonly evidences: (Evidence | undefined)[] = [];
  private readonly oppositions: (number | undefined)[] = [];
  private readonly supports: ({ most: number; isAll: boolean } | undefined)[] = [];
  private allCited: ReadonlySet<string> | undefined;

  constructor(readonly parts: readonly Said[]) {}

  evidence(label: number): Evidence {
    // A part that a change left alone may have the answer, and then nothing is to be found out.
    this.evidences[label] ??= this.parts.some((part) => part.knownEvidence(label) === CLEAR)
      ? CLEAR
      : together(this.parts, (part) => part.evidence(label));
    return this.evidences[label];
  }

  knownEvidence(label: number): Evidence | undefined {
    return this.evidences[label];
  }

  opposition(label: number): number {
    this.oppositions[label] ??= this.parts.reduce((most, part) => Math.max(most, part.opposition(label)), 0);
    return this.oppositions[label];
  }

  support(label: number, enough: number): number {
    this.supports[label] ??= { most: 0, isAll: false };
    const known = this.supports[label];
    if (known.isAll || known.most > enough) return known.most;
    for (const part of this.parts) known.most = Math.max(known.most, part.knownSupport(label));
    for (const part of this.parts) {
      if (known.most > enough) return known.most;
      known.most = Math.max(known.most, part.support(label, enough));
    }
    known.isAll = known.most <= enough;
    return known.most;
  }

  knownSupport(label: number): number {
    return this.supports[label]?.most ?? 0;
  }

  get cited(): ReadonlySet<string> {
    this.allCited ??= new Set(this.parts.flatMap(({ cited }) => [...cited]));
    return this.allCited;
  }
}
