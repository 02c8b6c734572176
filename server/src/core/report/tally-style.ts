/** What a page that counts many programmes has beyond the dress of all reports. */
export const TALLY_STYLE = `
[hidden] { display: none !important; }
main { max-width: 76rem; }
.marks { position: absolute; width: 0; height: 0; }
fieldset { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: end; border: 1px solid var(--line); border-radius: 4px; margin: 1rem 0; padding: .4rem .75rem .6rem; background: var(--paper); }
legend, fieldset label, #groepkeuze label { color: var(--soft); }
fieldset label { display: grid; max-width: 100%; font-size: .875rem; }
fieldset p { margin: 0; }
input, select, button { font: inherit; color: inherit; max-width: 100%; }
input, select { color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; padding: .2rem .35rem; }
fieldset select { width: 13rem; }
button { cursor: pointer; background: none; border: 1px solid var(--soft); border-radius: 3px; padding: .2rem .6rem; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.tally { width: 100%; }
.tally th, .tally td { vertical-align: middle; }
.tally th[scope=row] { font-weight: 400; width: 40%; min-width: 14rem; overflow-wrap: break-word; }
.tally th .soft { display: block; font-size: .875em; }
.tally thead .number { white-space: nowrap; }
.tally thead button { border: 0; padding: 0; font-weight: 600; text-align: inherit; white-space: inherit; }
.tally thead button::after { content: " ↕"; color: var(--line); }
.tally [aria-sort=ascending] button::after { content: " ↑"; color: inherit; }
.tally [aria-sort=descending] button::after { content: " ↓"; color: inherit; }
.tally .bar { min-width: 8rem; width: 30%; }
.bar svg { width: 100%; height: 14px; }
/* With an opgave chosen, a row says what the programme does with it instead of how many it has. */
.programmes.telling .number, .programmes:not(.telling) .does { display: none; }
.programmes.telling th[scope=row] { width: 25%; }
.does { width: 40%; min-width: 16rem; }
.does .words { display: block; font-size: .875rem; overflow-wrap: anywhere; }
.unread { margin: .5rem 0; }
.unread summary { cursor: pointer; }
@media (max-width: 40rem) {
  fieldset select, fieldset input { width: 100%; }
  fieldset label { flex: 1 1 100%; }
  .tally, .tally tbody, .tally thead, .tally tr { display: block; }
  .tally tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .tally th, .tally td { border: 0; padding: .1rem 0; min-width: 0; }
  .tally th[scope=row], .tally .bar, .tally .does { flex: 1 1 100%; width: 100%; }
  .tally thead .bar { display: none; }
  .tally th .soft { display: inline; }
  .programmes td:not(.number) { color: var(--soft); }
  td.opgepakt::before { content: "● "; } td.anders::before { content: "⊘ "; } td.genoemd::before { content: "◐ "; } td.niets::before { content: "· "; }
  td.count::after { content: " programma’s"; color: var(--soft); }
}
@media print {
  fieldset, #groepkeuze { display: none; }
  .tally { font-size: 9pt; }
  .tally thead button::after { content: none !important; }
  .tally th[scope=row], .tally .bar, .does { min-width: 0; hyphens: auto; }
  .bar svg { height: 9pt; }
  .tally a { text-decoration: none; }
  /* Or it is not repeated on every page. */
  .tally thead { break-inside: avoid; }
  /* Hundreds of lines run on over pages; a line stays whole. */
  table.tally { break-inside: auto; }
}
`;

/** Hash of {@link TALLY_STYLE} for the policy of the page. A unit test holds the two together. */
export const TALLY_STYLE_HASH = 'sha256-luf5huqAFT8H64DbHqM4CWsQK7jnNW1wEuKlhngA/4k=';
