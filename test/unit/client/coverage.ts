import type { Coverage, CoverageOpgave, CoveragePlace } from '../../../server/src/protocol/requests.js';

/** A place in a programme. */
export const place = (line: number, excerpt: string, kind: CoveragePlace['kind']): CoveragePlace => ({
  uri: 'file:///programma.md',
  range: { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 5 } },
  line,
  file: 'programma.md',
  excerpt,
  sentence: excerpt,
  kind,
  strength: 1,
  ...(kind === 'trend' ? { trend: { id: 'woningtekort', title: 'Woningtekort' } } : {}),
});

/** An opgave that no text names, but for `more`. */
export const opgave = (id: string, more: Partial<CoverageOpgave>): CoverageOpgave => ({
  id,
  title: `Opgave ${id}`,
  state: 'niet-genoemd',
  stateName: 'niet genoemd',
  place: '§ 6.2, p. 61',
  evidence: [],
  raisedBy: [],
  moreEvidence: 0,
  moreRaisedBy: 0,
  ...more,
});

export const COUNTS = { opgepakt: 1, anders: 0, mogelijk: 0, ontbreekt: 1, 'niet-genoemd': 0, 'bewust-niet': 1 };

/** One theme: an opgave taken up, one that is missing, one left out. */
export const COVERAGE: Coverage = {
  scope: 'document',
  name: 'programma.md',
  documents: 1,
  total: 3,
  counts: COUNTS,
  themes: [
    {
      id: 'ruimte',
      name: 'Ruimte en wonen',
      place: 'hoofdstuk 6',
      total: 3,
      counts: COUNTS,
      opgaven: [
        opgave('bouwen', {
          state: 'opgepakt',
          stateName: 'opgepakt',
          evidence: [place(41, '… splitsen van woningen …', 'words')],
        }),
        opgave('splitsen', {
          state: 'ontbreekt',
          stateName: 'ontbreekt',
          raisedBy: [place(12, 'woningtekort', 'trend')],
        }),
        opgave('rand', { state: 'bewust-niet', stateName: 'bewust niet', reason: 'Eerst het centrum.' }),
      ],
    },
  ],
};
