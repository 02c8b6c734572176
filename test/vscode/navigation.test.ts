import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  beat,
  inNewFolder,
  openFile,
  openFileOf,
  openMarkdown,
  placeOf,
  suiteExports,
  until,
  untilAsked,
  withSetting,
} from './support';

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
    assert.include(
      own.map((uri) => `${uri.scheme}:${uri.path}#${uri.fragment}`),
      'opgavenwijzer-studie:/trendstudie/ruimte-en-wonen.md#nieuwbouw-aanjagen',
    );
  });

  it('met F12 naar een bladzijde om te lezen, niet naar Markdown', async () => {
    const editor = await openMarkdown(TEXT);
    const place = placeOf(editor.document, 'nieuwbouw-aanjagen');
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const input = await until(
      beat,
      () => {
        const open = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return open instanceof vscode.TabInputCustom && open.uri.scheme === 'opgavenwijzer-studie' ? open : undefined;
      },
      'de bladzijde staat open om te lezen',
    );
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    assert.match(input.uri.path, /ruimte-en-wonen\.md$/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
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

  it('door het hele programma, ook waar een bestand niet open is', async () => {
    const files = {
      '.opgavenwijzer.json': '{}',
      'wonen.md': TEXT,
      'delen.md': 'Wij [@trendstudie:nieuwbouw-aanjagen].\n',
    };
    await inNewFolder('elders', files, async (folder) => {
      const { document } = await openFileOf(vscode.Uri.joinPath(folder, 'wonen.md'));
      const place = placeOf(document, 'nieuwbouw-aanjagen');
      const found = await at<vscode.Location>('vscode.executeReferenceProvider', document, place);
      assert.includeMembers(
        found.map(({ uri }) => uri.path.split('/').at(-1)),
        ['wonen.md', 'delen.md'],
      );
    });
  });

  it('naar de bladzijde van de pdf, als men zegt waar die ligt', async () => {
    const { document } = await openMarkdown(TEXT);
    const links = async (): Promise<string[]> =>
      (await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri)).map(
        ({ target }) => String(target),
      );
    assert.isFalse((await links()).some((target) => target.includes('page=')));
    await withSetting('pdf', 'https://voorbeeld.nl/studie.pdf', async () => {
      const found = await untilAsked(
        links,
        (targets) => targets.some((target) => target.includes('page')) && targets,
        'een link naar de bladzijde',
      );
      assert.include(found.map(decodeURIComponent), 'https://voorbeeld.nl/studie.pdf#page=61');
    });
  });

  it('hernoemt niets: sleutels van de studie liggen vast', async () => {
    // In brackets it is a link to VS Code's own Markdown as well, which renames links.
    const { document } = await openMarkdown('Zoals @trendstudie:nieuwbouw-aanjagen zegt.\n');
    const place = placeOf(document, 'nieuwbouw-aanjagen');
    const renamed = await Promise.resolve(
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        'anders',
      ),
    ).then(
      (edit) => JSON.stringify(edit?.entries() ?? []),
      () => '[]',
    );
    assert.equal(renamed, '[]');
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
    const symbols = await untilAsked(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => found?.length > 0 && found,
      'de koppen',
    );
    const names = flat(symbols).map(({ name }) => name);
    assert.lengthOf(names, new Set(names).size);
  });
});

const flat = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
