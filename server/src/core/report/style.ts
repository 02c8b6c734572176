const LIGHT = `  --paper: #fff; --ink: #1c2430; --soft: #5a6472; --line: #d5dae1; --link: #0b5b8f;
  --opgepakt: #0b6e99; --anders: #a3185b; --mogelijk: #7db4cd; --ontbreekt: #c2570c; --niet-genoemd: #c9ced6; --bewust-niet: #7a5aa6;
`;
const DARK = `    --paper: #16191f; --ink: #e7eaef; --soft: #a4adba; --line: #3a414c; --link: #7cc4ef;
    --opgepakt: #3f9fca; --anders: #e77fb0; --mogelijk: #2f6480; --ontbreekt: #e8853d; --niet-genoemd: #4a515c; --bewust-niet: #a68bd0;
`;

/** Dress of the reports. Everything is by class: the policy of the page forbids style attributes. */
export const STYLE = `
:root {
  color-scheme: light dark;
${LIGHT}}
@media (prefers-color-scheme: dark) {
  :root {
${DARK}  }
}
/* In VS Code the editor says which, not the system. */
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light;
${LIGHT}}
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark;
${DARK}}
body:is(.vscode-light, .vscode-dark, .vscode-high-contrast) {
  --paper: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground);
  --soft: var(--vscode-descriptionForeground); --link: var(--vscode-textLink-foreground);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
a { color: var(--link); }
p, ul { margin: .25rem 0 .5rem; }
ul { padding-left: 1.25rem; }
.lead { font-size: 1.15rem; }
.soft, figcaption, footer { color: var(--soft); }
figure { margin: 1.5rem 0; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg .head { font-size: 12px; fill: var(--soft); }
svg .strong { font-weight: 600; }
svg .none { fill: var(--soft); }
svg .rule { stroke: var(--line); }
.fill-opgepakt { fill: var(--opgepakt); } .fill-anders { fill: var(--anders); } .fill-mogelijk { fill: var(--mogelijk); }
.fill-ontbreekt { fill: var(--ontbreekt); } .fill-niet-genoemd { fill: var(--niet-genoemd); }
.fill-bewust-niet { fill: var(--bewust-niet); }
.mark { stroke: var(--paper); stroke-width: 2; fill: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; color: var(--soft); font-weight: 600; }
.number { text-align: right; }
th .soft { font-weight: 400; }
.matrix td { text-align: center; }
.matrix.many th, .matrix.many td { padding: .2rem .3rem; font-size: .85rem; }
.matrix.many thead th.programme { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; }
.matrix th[scope=row] { font-weight: 400; min-width: 16rem; }
.state { white-space: nowrap; }
.state.opgepakt { color: var(--opgepakt); } .state.anders { color: var(--anders); }
.state.ontbreekt { color: var(--ontbreekt); }
.state.bewust-niet { color: var(--bewust-niet); } .state.niet-genoemd { color: var(--soft); }
.words { font-style: italic; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .875rem; }
@media (max-width: 40rem) {
  /* Too small to read there; the table says the same. */
  figure { display: none; }
  .counts { font-size: .875rem; }
  .counts th, .counts td { padding: .3rem .25rem; }
  .counts th[scope=row] { overflow-wrap: anywhere; }
  .counts thead .number { writing-mode: vertical-rl; transform: rotate(180deg); text-align: left; }
}
/* Last, so that it wins of what is for a screen. */
@page { size: A4; margin: 15mm; }
@media print {
  :root {
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
    --opgepakt: #0b6e99; --anders: #a3185b; --mogelijk: #7db4cd; --ontbreekt: #c2570c; --niet-genoemd: #d5d9df; --bewust-niet: #7a5aa6;
  }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 1.5rem; } h3 { font-size: 10pt; }
  th, td { padding: 2pt 5pt; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; break-after: avoid; }
  figure, table:not(.matrix), tr, li, .opgave { break-inside: avoid; }
  footer { margin-top: 1.5rem; }
  h2, h3 { break-after: avoid; }
  svg *, .state { print-color-adjust: exact; }
}
`;

/** Hash of {@link STYLE} for the policy of the page: base64 of SHA-256. A unit test holds the two together. */
export const STYLE_HASH = 'sha256-W7uMlAf19VW9gvN7NGaN2mZJ/SbrjBs/9l04ljrXzsg=';
