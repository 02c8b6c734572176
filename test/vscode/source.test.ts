import { assert } from 'chai';
import * as vscode from 'vscode';
import { picking } from './answers';
import { openMarkdown, suiteExports } from './support';

async function atEnd(content: string): Promise<vscode.TextEditor> {
  await suiteExports();
  const editor = await openMarkdown(content);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

describe('Bron invoegen', () => {
  it('zet de gekozen bron bij de cursor, met de bladzijde geselecteerd', async () => {
    const editor = await atEnd('Grote huizen splitsen wij');
    await picking(
      /^Meer woonruimte zonder bij te bouwen$/,
      () => vscode.commands.executeCommand('opgavenwijzer.bronInvoegen'),
      'woonruimte',
    );
    assert.equal(
      editor.document.getText(),
      'Grote huizen splitsen wij [@trendstudie:woonruimte-zonder-bijbouwen, p. 61]',
    );
    assert.equal(editor.document.getText(editor.selection), '61');
  });

  it('begint met wat bij de alinea past, met de bladzijde vooraan', async () => {
    await atEnd('Wij leggen een warmtenet aan in Noord.');
    const labels = await picking(/^Energietransitie$/, () =>
      vscode.commands.executeCommand('opgavenwijzer.bronInvoegen'),
    );
    assert.equal(
      labels.find((label) => label !== 'past bij deze alinea'),
      'Energietransitie',
    );
  });

  it('kent ook de sleutel, zoals de uitleg die meegeeft', async () => {
    const editor = await atEnd('Wij renoveren Noord');
    await vscode.commands.executeCommand('opgavenwijzer.bronInvoegen', 'trendstudie:wijkenaanpak');
    assert.match(editor.document.getText(), /^Wij renoveren Noord \[@trendstudie:wijkenaanpak, p\. 62\]$/);
  });

  it('vindt een cijfer, en haalt de bladzijde ervan aan', async () => {
    const editor = await atEnd('Het tekort is groot:');
    const labels = await picking(
      /330\.000/,
      () => vscode.commands.executeCommand('opgavenwijzer.bronInvoegen'),
      '330.000 woningen',
    );
    assert.isNotEmpty(labels);
    assert.match(editor.document.getText(), /330\.000.*\[@trendstudie:[a-z-]+, p\. \d+\]/);
  });

  it('voegt in één stap in, zodat één keer ongedaan maken genoeg is', async () => {
    const editor = await atEnd('Wij renoveren Noord');
    await vscode.commands.executeCommand('opgavenwijzer.bronInvoegen', 'trendstudie:wijkenaanpak');
    assert.include(editor.document.getText(), '@trendstudie');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'Wij renoveren Noord');
  });
});
