/**
 * The page of the board: its own script and nothing else runs, nothing comes from elsewhere.
 * @param script the bundle of `client/board`
 */
export function boardPage(script: string): string {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Dekking</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** Colours and letters are the editor's, so that light, dark and high contrast follow by themselves. */
const STYLE = `
:root {
  --line: var(--vscode-contrastBorder, var(--vscode-panel-border, var(--vscode-widget-border)));
  --opgepakt: var(--vscode-charts-green); --anders: var(--vscode-charts-purple); --mogelijk: var(--vscode-charts-blue);
  --ontbreekt: var(--vscode-editorWarning-foreground); --rest: var(--vscode-descriptionForeground);
}
* { box-sizing: border-box; }
body { margin: 0; padding: 0 1rem 2rem; color: var(--vscode-foreground); font: var(--vscode-font-size)/1.45 var(--vscode-font-family); }
header { position: sticky; top: 0; z-index: 1; background: var(--vscode-editor-background); border-bottom: 1px solid var(--line); padding: .6rem 0 .5rem; }
h1 { font-size: 1.15em; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
.counts, .soft { color: var(--vscode-descriptionForeground); }
.counts { margin: .1rem 0 .5rem; }
.tools { display: flex; flex-wrap: wrap; gap: .4rem; }
button { font: inherit; color: inherit; cursor: pointer; background: none; border: 1px solid transparent; border-radius: 3px; padding: .1rem .45rem; text-align: left; }
.tools button, .actions button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border-color: var(--line); }
.tools button:hover, .actions button:hover { background: var(--vscode-button-secondaryHoverBackground); }
.tools button[aria-pressed=true] { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border-color: var(--vscode-contrastActiveBorder, transparent); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
h2 { font-size: 1.05em; margin: 1.4rem 0 .2rem; }
h2 .soft { font-weight: 400; font-size: .93em; }
[role=row] { display: grid; grid-template-columns: 10.5em 1fr; column-gap: .75rem; padding: .45rem .4rem; border-top: 1px solid var(--line); scroll-margin-top: 7rem; }
[role=row]:hover { background: var(--vscode-list-hoverBackground); }
[role=row].current { background: var(--vscode-list-inactiveSelectionBackground); }
.state { white-space: nowrap; grid-row: span 3; }
.sign { display: inline-block; width: 1.2em; font-weight: 700; }
.opgepakt .sign { color: var(--opgepakt); } .anders .sign { color: var(--anders); } .mogelijk .sign { color: var(--mogelijk); }
.ontbreekt .sign { color: var(--ontbreekt); } .bewust-niet .sign, .niet-genoemd .sign { color: var(--rest); }
.title { font-weight: 600; overflow-wrap: anywhere; }
.niet-genoemd .title, .bewust-niet .title { font-weight: 400; }
.place { padding-left: 0; padding-right: .3rem; overflow-wrap: anywhere; }
.place .where { color: var(--vscode-textLink-foreground); }
.place:hover .where { text-decoration: underline; }
.place .sentence { font-style: italic; }
.actions { display: flex; flex-wrap: wrap; gap: .35rem; padding-top: .25rem; }
.actions:empty { display: none; }
[hidden] { display: none; }
@media (max-width: 28rem) { [role=row] { grid-template-columns: 1fr; } }
@media (forced-colors: active) { [role=row].current { outline: 1px solid; } }
body.vscode-high-contrast .sign, body.vscode-high-contrast-light .sign { color: inherit; }
`;
