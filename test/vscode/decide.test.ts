import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Row } from '../../client/src/views/coverage-rows';
import { answering } from './answers';
import { opgaveRows, rowsWhen, stateOf } from './coverage';
import { EXTENSION, openFile, openMarkdown, suiteExports } from './support';

describe('Wat de schrijver beslist', () => {
  it('komt met de reden in de front matter', async () => {
    await suiteExports();
    const { document } = await openMarkdown('# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n');
    const asked = await answering(
      'showInputBox',
      () => 'Dat doet de regio.',
      () =>
        vscode.commands.executeCommand(
          'opgavenwijzer.bewustNiet',
          document.uri.toString(),
          'woonruimte-zonder-bijbouwen',
        ),
    );
    assert.lengthOf(asked, 1);
    assert.match(
      document.getText(),
      /^---\nopgavenwijzer:\n\s+bewust-niet:\n\s+woonruimte-zonder-bijbouwen: .*Dat doet de regio\./,
    );
  });

  it('verandert niets als er geen reden komt', async () => {
    const { document } = await openMarkdown('# Wonen\n');
    await answering(
      'showInputBox',
      () => undefined,
      () => vscode.commands.executeCommand('opgavenwijzer.bewustNiet', document.uri.toString(), 'wijkenaanpak'),
    );
    assert.equal(document.getText(), '# Wonen\n');
  });

  it('maakt wat mogelijk is opgepakt met één klik opgepakt, met de bron erbij', async () => {
    const { document, row } = await doubtful();
    await vscode.commands.executeCommand('opgavenwijzer.teltWel', row);
    await stateOf(row.opgave!.id, 'opgepakt');
    const { line } = row.opgave!.evidence[0]!;
    const around = new vscode.Range(line - 1, 0, line + 8, 0);
    assert.include(document.getText(around), `@trendstudie:${row.opgave!.id}`);
  });

  it('of zegt met één klik dat het niet telt', async () => {
    const { document, row } = await doubtful();
    await vscode.commands.executeCommand('opgavenwijzer.teltNiet', row);
    const { id, raisedBy } = row.opgave!;
    await stateOf(id, raisedBy.length > 0 ? 'ontbreekt' : 'niet-genoemd');
    assert.match(document.getText(), new RegExp(`^---\\n[\\s\\S]*niet-opgepakt:[\\s\\S]*${id}[\\s\\S]*\\n---\\n`));
  });

  it('heeft die twee knoppen in de rij zelf, alleen waar het mogelijk is', () => {
    const { menus } = vscode.extensions.getExtension(EXTENSION)!.packageJSON.contributes;
    for (const command of ['opgavenwijzer.teltWel', 'opgavenwijzer.teltNiet']) {
      const inline = menus['view/item/context'].filter(
        (item: { command: string; group: string; when: string }) =>
          item.command === command && item.group.startsWith('inline') && item.when.includes("viewItem == 'opgave"),
      );
      assert.lengthOf(inline, 1);
      assert.match(inline[0].when, /viewItem == 'opgave mogelijk'$/);
    }
  });
});

/** The sample, with a row of an opgave that it possibly takes up. */
async function doubtful(): Promise<{ document: vscode.TextDocument; row: Row }> {
  const { document } = await openFile('waterdam/programma.md');
  const isDoubtful = ({ opgave }: Row): boolean =>
    opgave?.state === 'mogelijk' && opgave.evidence[0]?.uri === document.uri.toString();
  const rows = await rowsWhen((all) => opgaveRows(all).some(isDoubtful), 'een opgave die mogelijk is opgepakt');
  const row = opgaveRows(rows).find(isDoubtful)!;
  const { coverage } = await suiteExports();
  assert.equal(coverage.getTreeItem(row).contextValue, 'opgave mogelijk');
  return { document, row };
}
