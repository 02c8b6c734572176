import { assert } from 'chai';
import * as vscode from 'vscode';
import { picking } from './answers';
import { beat, openMarkdown, suiteExports, until, untilAsked } from './support';

const PAGE = vscode.Uri.parse('opgavenwijzer-studie:/trendstudie/ruimte-en-wonen.md');

/** Labels of the tabs that show something else than a text. */
const previews = (): string[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label),
  );

describe('De studie lezen', () => {
  it('gaat als document dat niemand verandert, met koppen voor de outline', async () => {
    await openMarkdown('# Wonen\n');
    await suiteExports();
    const document = await vscode.workspace.openTextDocument(PAGE);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# /);
    assert.include(document.getText(), 'Wijkenaanpak');
    assert.isFalse(vscode.workspace.fs.isWritableFileSystem(PAGE.scheme));
    await vscode.window.showTextDocument(document);
    await untilAsked(
      () => vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (symbols) => symbols?.length > 0,
      'de outline',
    );
  });

  it('heeft links tussen de pagina’s die bestaan', async () => {
    const contents = await vscode.workspace.openTextDocument(PAGE.with({ path: '/trendstudie/inhoud.md' }));
    const names = new Set([...contents.getText().matchAll(/\]\(([a-z-]+\.md)/g)].map(([, name]) => name!));
    assert.isAtLeast(names.size, 8);
    for (const name of names) {
      const { size } = await vscode.workspace.fs.stat(PAGE.with({ path: `/trendstudie/${name}` }));
      assert.isAbove(size, 500, name);
    }
    const missing = PAGE.with({ path: '/bestaat-niet.md' });
    const error = await Promise.resolve(vscode.workspace.fs.stat(missing)).then(
      () => undefined,
      (reason) => reason,
    );
    assert.equal((error as vscode.FileSystemError).code, 'FileNotFound');
  });

  it('opent een onderdeel naast de tekst', async () => {
    await openMarkdown('# Wonen\n\nIn onze stad is het woningtekort groot.\n');
    await vscode.commands.executeCommand('opgavenwijzer.openStudie', 'trendstudie:wijkenaanpak');
    await until(beat, () => previews().some((label) => label.includes('ruimte-en-wonen')), 'de pagina staat open');
  });

  it('vindt een onderdeel met een tikfout', async () => {
    await openMarkdown('# Veilig\n');
    await picking(
      /cybercriminaliteit/i,
      () => vscode.commands.executeCommand('opgavenwijzer.zoekInStudie'),
      'cybercriminalteit',
    );
    await until(
      beat,
      () => previews().some((label) => label.includes('veiligheid')),
      'het thema Veiligheid staat open',
    );
  });

  it('meldt niets in haar eigen pagina’s', async () => {
    const document = await vscode.workspace.openTextDocument(PAGE);
    await vscode.window.showTextDocument(document);
    const { document: own } = await openMarkdown('Wij renoveren [@trendstudie:bestaat-niet].\n');
    // The writer's document has its finding, so the study's page has had its turn.
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(own.uri).length > 0,
      'eigen melding',
    );
    assert.isEmpty(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'opgavenwijzer'));
  });
});
