import { createEngine, createService } from '../../server/src/core/service.js';
import { compileSignals } from '../../server/src/core/signals/compile-signals.js';
import { parseSignals } from '../../server/src/core/signals/signal.js';
import type { StudyProvider } from '../../server/src/core/study/index.js';
import type { Study } from '../../server/src/core/study/model.js';

const common = { elsewhere: [], inventory: [], summary: '', aliases: [], figures: [], notes: [], see: [] };

/** A study of three chapters, small enough to keep in mind while reading a test; its key is not that of the built-in one. */
const study: Study = {
  info: {
    key: 'proefstudie',
    name: 'de proefstudie',
    title: 'Proefstudie',
    subtitle: '',
    publisher: 'Bureau Proef',
    place: 'Waterdam',
    year: 2024,
    url: 'https://example.org',
  },
  parts: [{ kind: 'part', ...common, id: 'samenvatting', title: 'Samenvatting', heading: 'Samenvatting', short: 'Alles in het kort.', pages: [4, 6] }],
  themes: [
    { kind: 'theme', ...common, id: 'wonen', name: 'Wonen', title: 'Wonen', short: 'Over wonen.', section: '1', pages: [10, 19] },
    { kind: 'theme', ...common, id: 'vervoer', name: 'Vervoer', title: 'Vervoer', short: 'Over vervoer.', section: '2', pages: [20, 29] },
    { kind: 'theme', ...common, id: 'handelen', name: 'Handelen', title: 'Handelen', short: 'Over handelen.', section: '3', pages: [30, 39] },
  ],
  trends: [
    {
      kind: 'trend', ...common, id: 'woningtekort', theme: 'wonen', title: 'Te weinig woningen', heading: 'Te weinig woningen', short: 'Er zijn te weinig woningen.',
      section: '1.1', pages: [11, 12], elsewhere: [10], figures: [{ text: '100', unit: 'woningen te weinig', about: 'het tekort', page: 11 }, { text: '17', unit: 'maanden', about: 'de wachttijd', page: 12, area: 'Waterdam' }],
      opgaven: [{ id: 'nieuwbouw', why: '', page: 13 }, { id: 'ruimte-delen', why: '', page: 16 }],
    },
    {
      kind: 'trend', ...common, id: 'halte-weg', theme: 'vervoer', title: 'Haltes verdwijnen', heading: 'Haltes verdwijnen', short: 'Haltes verdwijnen.',
      section: '2.1', pages: [21, 21], opgaven: [{ id: 'deelvervoer', why: 'wie geen bus meer heeft, kan samen een auto delen', page: 22 }],
    },
  ],
  opgaven: [
    { kind: 'opgave', ...common, id: 'nieuwbouw', theme: 'wonen', title: 'Nieuwbouw', heading: 'Nieuwbouw', short: 'Meer bouwen.', section: '1.2', pages: [13, 15], stance: '', directions: [], choices: [] },
    { kind: 'opgave', ...common, id: 'ruimte-delen', theme: 'wonen', title: 'Ruimte delen', heading: 'Ruimte delen', short: 'Woningen delen.', section: '1.3', pages: [16, 16], stance: '', directions: [], choices: [] },
    { kind: 'opgave', ...common, id: 'deelvervoer', theme: 'vervoer', title: 'Vervoer delen', heading: 'Vervoer delen', short: 'Vervoer delen.', section: '2.2', pages: [22, 24], stance: '', directions: [], choices: [] },
  ],
  perspectives: [
    { kind: 'perspective', ...common, id: 'samen-doen', theme: 'handelen', title: 'Samen doen', heading: 'Samen doen', short: 'Samen gaat het beter.', section: '3.1', pages: [31, 31], directions: [], questions: [], serves: ['nieuwbouw', 'deelvervoer'] },
  ],
  terms: [
    { kind: 'term', id: 'bouwstop', title: 'bouwstop', theme: 'wonen', variants: [], definition: 'Er wordt niet gebouwd.', later: 'Zij is opgeheven.', pages: [14], see: [] },
    { kind: 'term', id: 'kangoeroewoning', title: 'kangoeroewoning', theme: 'wonen', variants: [], definition: 'Twee woningen in één.', pages: [12, 16], see: [] },
  ],
  municipalities: [
    { name: 'Waterdam', group: 'M50', province: 'Utrecht', variants: [], former: [], areas: ['Waterdam'] },
    { name: 'Rivierstad', province: 'Gelderland', variants: [], former: [], areas: ['Rivierstad', 'Rivierenland'] },
    { name: 'Nieuwerdam', province: 'Utrecht', variants: [], former: ['Oudedam'], areas: ['Nieuwerdam', 'Oudedam'] },
  ],
  localNotes: [
    { area: 'Waterdam', text: 'In Waterdam reden ooit trams.', page: 21, see: 'halte-weg' },
    { area: 'Rivierenland', text: 'In het Rivierenland rijdt een pontje.', page: 21, see: 'halte-weg' },
  ],
  charts: [{ figure: '2.1', page: 21, about: 'haltes', see: 'halte-weg', areas: ['Oudedam'] }],
}; // biome-ignore format: a table of entries reads better dense

const signals: Readonly<Record<string, string>> = {
  wonen: 'woning*',
  woningtekort: 'woningtekort, tekort ~ woning*',
  nieuwbouw: 'nieuwbouw*, bouwen ~ woning*',
  'ruimte-delen': 'woningdelen, splitsen',
  'halte-weg': 'bushalte ~ verdwijnen',
  deelvervoer: 'deelauto, deelvervoer',
};

export const proefstudie: StudyProvider = {
  study: () => study,
  signals: () => compileSignals(Object.entries(signals).map(([label, block]) => [label, parseSignals(block)] as const)),
};

export const smallEngine = createEngine(proefstudie);
export const smallService = createService([proefstudie]);
