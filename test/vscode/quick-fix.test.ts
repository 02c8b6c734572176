import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { applyFix, diagnosticsOf, fixesFor, openMarkdown, until, untilAsked } from './support';

const gone = (document: vscode.TextDocument, code: string): Promise<boolean> =>
  until(
    vscode.languages.onDidChangeDiagnostics,
    () => !vscode.languages.getDiagnostics(document.uri).some((one) => one.code === code),
    `${code} is weg`,
  );

/** Takes a line of the lightbulb, and of the answers to what it asks the one at an index. */
const choosing = (actions: readonly vscode.CodeAction[], title: RegExp, k: number): Promise<unknown> =>
  answering(
    'showQuickPick',
    (items: readonly vscode.QuickPickItem[]) => items[k],
    () => applyFix(actions, title),
  );

const HOUSING = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';

describe('Snelle oplossingen', () => {
  it('pakken de opgave op met een alinea en de bron', async () => {
    const { document } = await openMarkdown(HOUSING);
    const [before] = await diagnosticsOf(document.uri);
    const actions = await fixesFor(document, 'opgave-ontbreekt');
    assert.isAtMost(actions.length, 6, actions.map(({ title }) => title).join(' | '));
    await choosing(actions, /^Opgave oppakken…$/, 0);
    assert.match(document.getText(), /\[@trendstudie:[a-z-]+, p\. \d+\]/);
    assert.include(document.getText(), '<!-- Denkrichtingen uit de studie (p. ');
    // What was inserted takes nothing up by itself.
    const question = 'Wat gaat u doen, voor wie, en wanneer?';
    const at = document.getText().indexOf(question);
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + question.length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, 'Voor de zomer komt er een plan.');
    await vscode.workspace.applyEdit(edit);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).every(({ message }) => message !== before!.message),
      'de melding noemt haar niet meer',
    );
  });

  it('laten de opgave bewust weg, met een reden', async () => {
    const { document } = await openMarkdown(HOUSING);
    await diagnosticsOf(document.uri);
    const actions = await fixesFor(document, 'opgave-ontbreekt');
    await answering(
      'showInputBox',
      () => 'Dat doet de regio.',
      () => choosing(actions, /^Bewust niet opnemen…$/, 0),
    );
    assert.match(document.getText(), /^---\nopgavenwijzer:\n\s+bewust-niet:\n.*Dat doet de regio\./);
  });

  it('verbeteren een sleutel', async () => {
    const { document } = await openMarkdown('Wij renoveren Noord [@trendstudie:wijkenaanpk, p. 62].\n');
    await applyFix(await fixesFor(document, 'bron-onbekend'), /^Vervangen door ‘wijkenaanpak’$/);
    assert.equal(document.getText(), 'Wij renoveren Noord [@trendstudie:wijkenaanpak, p. 62].\n');
    await gone(document, 'bron-onbekend');
  });

  it('verbeteren een bladzijde', async () => {
    const { document } = await openMarkdown('Wij renoveren Noord [@trendstudie:wijkenaanpak, p. 12].\n');
    await applyFix(await fixesFor(document, 'pagina-klopt-niet'), /^Vervangen door/);
    await gone(document, 'pagina-klopt-niet');
    assert.match(document.getText(), /wijkenaanpak, p\. [56]\d/);
  });

  it('zetten een bron bij de zin die kiest, nooit bij die het probleem noemt', async () => {
    const { document } = await openMarkdown(`${HOUSING}\nWij bouwen vijfhonderd woningen aan de rand van de stad.\n`);
    const finding = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).find((one) => one.code === 'opgave-ontbreekt'),
      'een melding',
    );
    await applyFix(await fixesFor(document, 'opgave-ontbreekt'), /^Al opgepakt: bron toevoegen op regel 5$/);
    assert.match(document.lineAt(4).text, /stad \[@trendstudie:[a-z-]+, p\. [\d–]+\]\.$/);
    assert.notInclude(document.lineAt(2).text, '@trendstudie');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => !vscode.languages.getDiagnostics(document.uri).some(({ message }) => message === finding.message),
      'de opgave is opgepakt',
    );
  });

  for (const [k, [where, comment]] of [
    ['op deze regel', 'niet melden op deze regel'],
    ['in dit blok', 'niet melden vanaf hier'],
    ['in dit bestand', 'niet melden in dit bestand'],
  ].entries()) {
    it(`maken stil ${where}, zonder de Markdown te breken`, async () => {
      const { document } = await openMarkdown(
        `# Wonen\n\n- In onze stad is het woningtekort groot.\n- De zon schijnt.\n`,
      );
      const shape = await shapeOf(document);
      await choosing(await fixesFor(document, 'opgave-ontbreekt'), /^Niet meer melden…$/, k);
      assert.include(document.getText(), `<!-- opgavenwijzer: ${comment} opgave-ontbreekt -->`);
      await gone(document, 'opgave-ontbreekt');
      assert.equal(await shapeOf(document), shape);
    });
  }

  it('halen een opmerking weg die niets meer onderdrukt, en die als hint gemeld is', async () => {
    const { document } = await openMarkdown(
      '# Feest\n\n<!-- opgavenwijzer-disable-next-line opgave-ontbreekt -->\nDe zon schijnt op het plein.\n',
    );
    const [hint] = await diagnosticsOf(document.uri);
    assert.equal(hint!.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(hint!.tags, [vscode.DiagnosticTag.Unnecessary]);
    await applyFix(await fixesFor(document, 'onderdrukking-ongebruikt'), /^Opmerking weghalen$/);
    assert.equal(document.getText(), '# Feest\n\nDe zon schijnt op het plein.\n');
  });

  it('herstellen alles in één keer waar niets te kiezen valt, en laten de rest', async () => {
    const { document } = await openMarkdown(
      `${HOUSING}\nWij renoveren Noord [@trendstudie:wijkenaanpk, p. 62] en Zuid [@trendstudie:wijkenaanpak, p. 12].\n`,
    );
    await fixesFor(document, 'bron-onbekend'); // from here on there is something to repair
    // Not by the command of the editor: VS Code drops what that asked when it asks for the lightbulb itself meanwhile.
    const { range } = document.lineAt(4);
    const actions = await untilAsked(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
          vscode.CodeActionKind.SourceFixAll.value,
        ),
      (found) => found.length > 0 && found,
      'wat alles herstelt',
    );
    assert.lengthOf(actions, 1);
    await applyFix(actions, /./);
    await gone(document, 'bron-onbekend');
    await gone(document, 'pagina-klopt-niet');
    assert.match(
      document.getText(),
      /Noord \[@trendstudie:wijkenaanpak, p\. 62\] en Zuid \[@trendstudie:wijkenaanpak, p\. 6\d\]/,
    );
    assert.isTrue(document.getText().startsWith(HOUSING));
  });
});

/** What a reader sees of the Markdown: its elements. A comment is a `div` without anything in it. */
async function shapeOf(document: vscode.TextDocument): Promise<string> {
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', document.getText());
  return html
    .match(/<[a-z0-9]+/g)!
    .filter((tag) => tag !== '<div')
    .join(' ');
}
