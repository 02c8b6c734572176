import type { CoverageState } from '../coverage/states.js';
import { shortened } from '../features/excerpt.js';
import type { CoverageReport } from './coverage.js';
import type { ReportPlace } from './places.js';

/** What is kept of a programme where many are counted. Plain data: it is written down while the others are still read. */
export interface ProgrammeOutcome {
  readonly title: string;
  readonly party?: string;
  /** Of its first document. */
  readonly href: string;
  /** What is in another language and was not read, a sentence each. */
  readonly unread: readonly string[];
  /** By id. */
  readonly opgaven: Readonly<Record<string, OpgaveOutcome>>;
}

export interface OpgaveOutcome {
  readonly state: CoverageState;
  /** Why it is deliberately left out. */
  readonly reason?: string;
  /** Where it is clearest that it is taken up, or chosen otherwise. */
  readonly place?: Pick<ReportPlace, 'label' | 'href' | 'words'>;
}

/** A sentence is shown up to here: of many programmes one looks at which, and reads on in the file. */
const MOST_SHOWN = 240;

/** What is kept of a report. */
export function outcomeOf({ title, party, documents, unread, themes }: CoverageReport): ProgrammeOutcome {
  const opgaven = themes.flatMap(({ opgaven }) =>
    opgaven.map(({ id, state, reason, evidence: [first] }): [string, OpgaveOutcome] => [
      id,
      {
        state,
        ...(reason === undefined ? {} : { reason: shortened(reason, MOST_SHOWN) }),
        ...(first
          ? { place: { label: first.label, href: first.href, words: shortened(first.words, MOST_SHOWN) } }
          : {}),
      },
    ]),
  );
  return {
    title,
    ...(party === undefined ? {} : { party }),
    href: documents[0]?.href ?? '',
    unread,
    opgaven: Object.fromEntries(opgaven),
  };
}
