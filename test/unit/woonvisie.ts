import { compileSignals } from '../../server/src/core/signals/compile-signals.js';
import { parseSignals } from '../../server/src/core/signals/signal.js';
import type { StudyProvider } from '../../server/src/core/study/index.js';
import type { Study } from '../../server/src/core/study/model.js';

const common = { elsewhere: [], inventory: [], summary: '', aliases: [], figures: [], notes: [], see: [] };

/** A study beside another: it shares one id with the small study (`nieuwbouw`), and has others of its own. */
const study: Study = {
  info: { key: 'woonvisie', name: 'de woonvisie', title: 'Woonvisie Waterdam', subtitle: '', publisher: 'Gemeente Waterdam', place: 'Waterdam', year: 2025, url: 'https://example.org/woonvisie' },
  parts: [],
  themes: [{ kind: 'theme', ...common, id: 'bouwen', name: 'Bouwen', title: 'Bouwen en splitsen', short: 'Over bouwen.', section: '1', pages: [3, 9] }],
  trends: [
    { kind: 'trend', ...common, id: 'leegstand', theme: 'bouwen', title: 'Panden staan leeg', heading: 'Panden staan leeg', short: 'Panden staan leeg.', section: '1.1', pages: [4, 4], opgaven: [{ id: 'splitsen', why: 'wat leeg staat is te verdelen', page: 5 }] },
  ],
  opgaven: [
    { kind: 'opgave', ...common, id: 'splitsen', theme: 'bouwen', title: 'Panden splitsen', heading: 'Panden splitsen', short: 'Panden verdelen.', section: '1.2', pages: [5, 6], stance: '', directions: [], choices: [] },
    { kind: 'opgave', ...common, id: 'nieuwbouw', theme: 'bouwen', title: 'Bouwen aan de haven', heading: 'Bouwen aan de haven', short: 'Aan de haven bouwen.', section: '1.3', pages: [7, 8], stance: '', directions: [], choices: [] },
  ],
  perspectives: [],
  terms: [{ kind: 'term', id: 'havenkwartier', title: 'havenkwartier', theme: 'bouwen', variants: [], definition: 'De buurt aan de haven.', pages: [7], see: [] }],
  municipalities: [],
  localNotes: [],
  charts: [],
}; // biome-ignore format: a table of entries reads better dense

const signals: Readonly<Record<string, string>> = {
  bouwen: 'pand*',
  leegstand: 'leegstand, leegstaand*',
  splitsen: 'verdelen ~ pand*',
  nieuwbouw: 'haven ~ bouwen',
};

export const woonvisie: StudyProvider = {
  study: () => study,
  signals: () => compileSignals(Object.entries(signals).map(([label, block]) => [label, parseSignals(block)] as const)),
};
