import { assert } from 'chai';
import * as vscode from 'vscode';
import { beat, openFile, openMarkdown, placeOf, suiteExports, until } from './support';

const TEXT =
  '# Wonen\n\nIn onze stad is het woningtekort groot.\n\nWij bouwen [@trendstudie:nieuwbouw-aanjagen, p. 61].\n\nEn nog meer [@trendstudie:nieuwbouw-aanjagen].\n';

const at = <T>(command: string, { uri }: vscode.TextDocument, place: vscode.Position): Thenable<T[]> =>
  vscode.commands.executeCommand<T[]>(command, uri, place);

describe('Rondgaan', () => {
  before(() => suiteExports());

  it('van een verwijzing naar de studie', async () => {
    const { document } = await openMarkdown(TEXT);
    const found = await at<vscode.Location | vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      document,
      placeOf(document, 'nieuwbouw-aanjagen'),
    );
    const own = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
    assert.include(own.map(String), 'opgavenwijzer-studie:/ruimte-en-wonen.md');
  });

  it('naar elke plaats waar een opgave wordt aangehaald', async () => {
    const { document } = await openMarkdown(TEXT);
    const place = placeOf(document, 'nieuwbouw-aanjagen');
    const found = await at<vscode.Location>('vscode.executeReferenceProvider', document, place);
    const lines = found
      .filter(({ uri }) => uri.toString() === document.uri.toString())
      .map(({ range }) => range.start.line);
    assert.includeMembers(lines, [4, 6]);
    const marks = await at<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document, place);
    assert.includeMembers(
      marks.map(({ range }) => range.start.line),
      [4, 6],
    );
  });

  it('door de studie heen, met ‘Ga naar symbool’', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'wijkenaanpak',
    );
    const own = symbols.filter(({ location }) => location.uri.scheme === 'opgavenwijzer-studie');
    assert.include(
      own.map(({ name }) => name),
      'Wijkenaanpak nieuwe stijl',
    );
  });

  it('laat wat VS Code al aan Markdown geeft daarbij: geen koppen en geen links dubbel', async () => {
    const { document } = await openFile('waterdam/programma.md');
    let symbols: vscode.DocumentSymbol[] = [];
    await until(
      beat,
      () => {
        void Promise.resolve(
          vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
        ).then((found) => {
          symbols = found ?? [];
        });
        return symbols.length > 0;
      },
      'de koppen',
    );
    const names = flat(symbols).map(({ name }) => name);
    assert.lengthOf(names, new Set(names).size);
  });
});

const flat = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
