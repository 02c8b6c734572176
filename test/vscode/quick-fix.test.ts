import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { beat, diagnosticsOf, openMarkdown, until } from './support';

/** The quick fixes for the first finding with a code, in VS Code's order. */
async function fixesFor(document: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> {
  const finding = await until(
    vscode.languages.onDidChangeDiagnostics,
    () => vscode.languages.getDiagnostics(document.uri).find((one) => one.code === code),
    `een melding ${code}`,
  );
  let found: vscode.CodeAction[] = [];
  const ask = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
  // VS Code gives none while it is still loading the editor's own parts: as a person would, it is asked again.
  return until(
    beat,
    () => {
      void Promise.resolve(ask()).then((actions) => {
        found = actions;
      });
      return found.length > 0 && found;
    },
    'snelle oplossingen',
  );
}

async function apply(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  assert.isDefined(action, `geen ${title}; wel: ${actions.map((one) => one.title).join(' | ')}`);
  if (action!.edit) assert.isTrue(await vscode.workspace.applyEdit(action!.edit));
  if (action!.command)
    await vscode.commands.executeCommand(action!.command.command, ...(action!.command.arguments ?? []));
}

const gone = (document: vscode.TextDocument, code: string): Promise<boolean> =>
  until(
    vscode.languages.onDidChangeDiagnostics,
    () => !vscode.languages.getDiagnostics(document.uri).some((one) => one.code === code),
    `${code} is weg`,
  );

const HOUSING = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';

describe('Snelle oplossingen', () => {
  it('pakken de opgave op met een alinea en de bron', async () => {
    const { document } = await openMarkdown(HOUSING);
    const before = (await diagnosticsOf(document.uri)).length;
    await apply(await fixesFor(document, 'opgave-ontbreekt'), /^Opgave oppakken/);
    assert.match(document.getText(), /\[@trendstudie:[a-z-]+, p\. \d+\]/);
    assert.include(document.getText(), '<!-- Denkrichtingen: ');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).length < before,
      'een melding minder',
    );
  });

  it('laten de opgave bewust weg, met een reden', async () => {
    const { document } = await openMarkdown(HOUSING);
    await diagnosticsOf(document.uri);
    const actions = await fixesFor(document, 'opgave-ontbreekt');
    await answering(
      'showInputBox',
      () => 'Dat doet de regio.',
      () => apply(actions, /^Bewust niet opnemen/),
    );
    assert.match(document.getText(), /^---\nopgavenwijzer:\n\s+bewust-niet:\n.*Dat doet de regio\./);
  });

  it('verbeteren een sleutel', async () => {
    const { document } = await openMarkdown('Wij renoveren Noord [@trendstudie:wijkenaanpk, p. 62].\n');
    await apply(await fixesFor(document, 'bron-onbekend'), /^Vervangen door ‘wijkenaanpak’$/);
    assert.equal(document.getText(), 'Wij renoveren Noord [@trendstudie:wijkenaanpak, p. 62].\n');
    await gone(document, 'bron-onbekend');
  });

  it('verbeteren een bladzijde', async () => {
    const { document } = await openMarkdown('Wij renoveren Noord [@trendstudie:wijkenaanpak, p. 12].\n');
    await apply(await fixesFor(document, 'pagina-klopt-niet'), /^Vervangen door/);
    await gone(document, 'pagina-klopt-niet');
    assert.match(document.getText(), /wijkenaanpak, p\. [56]\d/);
  });

  it('maken stil, op de regel of in het bestand, zonder de Markdown te breken', async () => {
    const { document } = await openMarkdown(HOUSING);
    await apply(await fixesFor(document, 'opgave-ontbreekt'), /in dit bestand/);
    assert.include(document.getText(), '<!-- opgavenwijzer-disable-file opgave-ontbreekt');
    await gone(document, 'opgave-ontbreekt');
  });
});
