import { assert } from 'chai';
import * as vscode from 'vscode';
import { openMarkdown, until } from './support';

/** Asks for suggestions at the end of the document, takes the first whose label matches, and gives the text after. */
async function accept(typed: string, label: RegExp): Promise<vscode.TextEditor> {
  const editor = await openMarkdown(typed);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    end,
  );
  const item = list.items.find((one) => label.test(typeof one.label === 'string' ? one.label : one.label.label));
  assert.isDefined(
    item,
    `geen suggestie ${label} bij ${JSON.stringify(typed)}; wel: ${list.items
      .map((one) => (typeof one.label === 'string' ? one.label : one.label.label))
      .slice(0, 8)
      .join(', ')}`,
  );
  const { range, insertText } = item!;
  const replaced = range instanceof vscode.Range ? range : range!.replacing;
  await editor.insertSnippet(insertText as vscode.SnippetString, replaced);
  return editor;
}

describe('Een verwijzing invoegen', () => {
  it('vult na [@ de sleutel en de bladzijde in, met de bladzijde geselecteerd', async () => {
    const editor = await accept('Wij splitsen woningen [@woonruimt', /^Meer woonruimte zonder bij te bouwen$/);
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => editor.document.getText().includes('p. '),
      'de verwijzing staat er',
    );
    assert.equal(editor.document.getText(), 'Wij splitsen woningen [@trendstudie:woonruimte-zonder-bijbouwen, p. 61');
    assert.equal(editor.document.getText(editor.selection), '61');
  });

  it('zet na @ ook de haken', async () => {
    const editor = await accept('Wij renoveren Noord @wijkenaanp', /[Ww]ijkenaanpak/);
    assert.match(editor.document.getText(), /\[@trendstudie:wijkenaanpak, p\. 62\]$/);
  });

  it('vindt de opgave ook met een tikfout', async () => {
    const editor = await accept('Tekst [@omscholling', /scholing/i);
    assert.include(editor.document.getText(), '@trendstudie:omscholing');
  });

  it('zwijgt in een e-mailadres', async () => {
    const editor = await openMarkdown('Mail naar info@woonruimt');
    const end = editor.document.lineAt(0).range.end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      end,
    );
    assert.isEmpty(
      list.items.filter((item) => typeof item.insertText === 'object' && item.insertText.value.includes('trendstudie')),
    );
  });
});
