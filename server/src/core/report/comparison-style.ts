/** So many columns can be chosen from; of more one makes a smaller comparison. */
export const MOST_CHOSEN = 8;

const COLUMNS = Array.from({ length: MOST_CHOSEN }, (_, index) => index + 1);
const TAKEN = ':is(.opgepakt)';
const AGAINST = ':is(.anders,.bewust-niet)';

/** Choosing columns and rows without scripts: a column is in sight while its box is ticked, and rows follow the columns. */
const CHOICE = [
  ...COLUMNS.map((k) => `body:has(#kolom-${k}:not(:checked)) .k${k}{display:none}`),
  // What they share: no column in sight does anything else than take it up.
  ...COLUMNS.map((k) => `body:has(#rij-delen:checked):has(#kolom-${k}:checked) tr:has(>.k${k}:not(${TAKEN}))`).map(
    (rule) => `${rule}{display:none}`,
  ),
  // A few rows need no heads between them; a line says what they are, and that there may be none.
  'body:has(:is(#rij-delen,#rij-botsen):checked) .theme{display:none}',
  ...['delen', 'botsen'].map((rows) => `body:not(:has(#rij-${rows}:checked)) .${rows}{display:none}`),
  // Where they clash: one column in sight takes it up, another stands against it or leaves it out.
  'body:has(#rij-botsen:checked) .matrix tr:has(>td){display:none}',
  ...COLUMNS.flatMap((a) =>
    COLUMNS.filter((b) => b !== a).map(
      (b) =>
        `body:has(#rij-botsen:checked):has(#kolom-${a}:checked):has(#kolom-${b}:checked) .matrix tr:has(>.k${a}${TAKEN}):has(>.k${b}${AGAINST})`,
    ),
  ).map((rule) => `${rule}{display:table-row}`),
].join('\n');

/** What a comparison has beyond the dress of all reports. */
export const COMPARISON_STYLE = `
@page { size: A4 landscape; margin: 12mm; }
main:has(.matrix) { max-width: 84rem; }
fieldset { border: 1px solid var(--line); border-radius: 4px; margin: .5rem 0; padding: .25rem .75rem .4rem; }
legend { color: var(--soft); padding: 0 .25rem; }
fieldset label { display: inline-block; margin: .1rem 1rem .1rem 0; }
.matrix { width: 100%; }
.matrix td { text-align: left; }
.matrix thead { display: table-header-group; }
.matrix .theme th { text-align: left; font-weight: 600; padding-top: 1rem; color: var(--ink); }
.matrix summary { cursor: pointer; white-space: nowrap; list-style-position: outside; }
.matrix td > .state, .matrix summary { font-size: .875rem; }
.matrix details p { min-width: 12rem; max-width: 26rem; margin: .25rem 0; font-size: .875rem; }
.matrix.many summary { list-style: none; }
/* A long name takes more lines, not the height of the page. */
.matrix.many thead th.programme { max-height: 11rem; }
/* The head of the column, where there are none. */
.matrix td .of { display: none; }
.matrix td.niet-genoemd { color: var(--soft); }
@media (max-width: 40rem) {
  .matrix, .matrix tbody, .matrix tr, .matrix td, .matrix th[scope=row], .matrix .theme th { display: block; }
  .matrix thead { display: none; }
  .matrix tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .matrix th, .matrix td { border: 0; padding: .1rem 0; min-width: 0; }
  .matrix th[scope=row] { font-weight: 600; }
  .matrix td { display: grid; grid-template-columns: 40% 1fr; gap: .5rem; }
  .matrix td .of { display: block; color: var(--soft); overflow-wrap: anywhere; }
  .matrix details p { min-width: 0; }
}
@media print {
  fieldset, .more { display: none; }
  /* A page of its own: its head is never alone at the foot of one. */
  .sheet { break-before: page; margin-top: 0; }
  .matrix tbody { break-inside: avoid; }
  .matrix { table-layout: fixed; font-size: 8.5pt; }
  .matrix th, .matrix td { padding: 1.5pt 3pt; overflow-wrap: break-word; hyphens: auto; }
  .matrix thead th:first-child { width: 26%; }
  .matrix.many thead th.programme { writing-mode: horizontal-tb; transform: none; font-size: 7pt; padding: 1.5pt; }
  .matrix.many th, .matrix.many td { font-size: 8.5pt; }
  .matrix th[scope=row] { min-width: 0; }
  .matrix th a { text-decoration: none; }
  .matrix td > .state, .matrix summary { font-size: 8pt; white-space: normal; }
  .matrix summary { list-style: none; }
  .matrix thead, .matrix .theme { break-after: avoid; break-inside: avoid; }
}
${CHOICE}
`;

/** Hash of {@link COMPARISON_STYLE} for the policy of the page. A unit test holds the two together. */
export const COMPARISON_STYLE_HASH = 'sha256-RRY/Os7cKpnLC7QGjTUzISiH+0M2dnmsZvEzNsfxnTs=';
