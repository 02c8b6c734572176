import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering } from './answers';
import { openMarkdown, suiteExports } from './support';

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
});
