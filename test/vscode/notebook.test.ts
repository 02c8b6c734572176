import { assert } from 'chai';
import * as vscode from 'vscode';
import { diagnosticsOf, inNewFolder, openFileOf, until } from './support';

const TEXT = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';
const CELLS = [TEXT, 'Wij bouwen tot 2030 3.200 woningen.'];
const NOTEBOOK = JSON.stringify({
  cells: CELLS.map((source) => ({ cell_type: 'markdown', metadata: {}, source })),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

describe('Een notitieboek', () => {
  it('wordt niet gelezen: een cel weet niet wat de andere oppakken', () =>
    inNewFolder('elders', { 'notities.ipynb': NOTEBOOK, 'programma.md': TEXT }, async (folder) => {
      const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.joinPath(folder, 'notities.ipynb'));
      const programme = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
      await diagnosticsOf(programme.document.uri);
      const lenses = (uri: vscode.Uri) =>
        vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
      assert.isNotEmpty(await lenses(programme.document.uri));

      await vscode.window.showNotebookDocument(notebook);
      await vscode.commands.executeCommand('notebook.cell.edit');
      const { document } = notebook.cellAt(0);
      await until(
        vscode.window.onDidChangeActiveTextEditor,
        () => vscode.window.activeTextEditor?.document === document,
        'de cel wordt bewerkt',
      );
      assert.isEmpty(await lenses(document.uri));
      assert.isEmpty(vscode.languages.getDiagnostics(document.uri));
    }));
});
