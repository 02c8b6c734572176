import { assert } from 'chai';
import * as vscode from 'vscode';
import { beat, diagnosticsOf, inNewFolder, openFileOf, suiteExports, until } from './support';

const TEXT = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';

describe('Het logboek', () => {
  it('zegt versie, studie, instellingen en programma, en wat niet is gelezen; en niets per toets', async () => {
    const { log } = await suiteExports();
    const said: string[] = [];
    // Where VS Code cannot write a file of it the channel stays empty: what is said is heard on its way there.
    const { info } = log;
    log.info = (message, ...more) => {
      said.push(message);
      info.call(log, message, ...more);
    };
    const files = { '.opgavenwijzer.json': '{ "gemeente": "Heiloo" }', 'programma.md': TEXT, 'aantekening.txt': 'x' };
    try {
      await vscode.commands.executeCommand('opgavenwijzer.herstart');
      await inNewFolder('elders', files, async (folder) => {
        const editor = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
        await diagnosticsOf(editor.document.uri);
        await openFileOf(vscode.Uri.joinPath(folder, 'aantekening.txt'));
        const lines = () => said.join('\n');
        for (const line of [
          /Opgavenwijzer \d+\.\d+\.\d+\./,
          /Studie ‘trendstudie’: .* \(.*, 2021\): 8 thema’s/,
          /Instellingen van de editor: /,
          /Instellingen van .*\.opgavenwijzer\.json: gemeente Heiloo\./,
          /Programma .*: 1 bestand: programma\.md\./,
          /Niet gelezen in .*: geen Markdown: aantekening\.txt\./,
          /Overgeslagen: .*aantekening\.txt: het is geen Markdown \(plaintext\)\./,
        ])
          await until(beat, () => line.test(lines()), String(line));
        const before = said.length;
        const written = await vscode.window.showTextDocument(editor.document);
        for (const letter of 'Wij bouwen.') {
          await written.edit((edit) =>
            edit.insert(written.document.positionAt(written.document.getText().length), letter),
          );
          await vscode.commands.executeCommand('opgavenwijzer.controleer');
        }
        assert.deepEqual(said.slice(before), []);
      });
    } finally {
      log.info = info;
    }
  });
});
