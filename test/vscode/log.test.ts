import { assert } from 'chai';
import * as vscode from 'vscode';
import { beat, diagnosticsOf, inNewFolder, openFileOf, suiteExports, until } from './support';

const TEXT = '# Wonen\n\nIn onze stad is het woningtekort groter dan ooit.\n';

describe('Het logboek', () => {
  it('zegt versie, studie, instellingen en programma, en wat niet is gelezen', async () => {
    const { log } = await suiteExports();
    const files = { '.opgavenwijzer.json': '{ "gemeente": "Heiloo" }', 'programma.md': TEXT, 'aantekening.txt': 'x' };
    await inNewFolder('elders', files, async (folder) => {
      const { document } = await openFileOf(vscode.Uri.joinPath(folder, 'programma.md'));
      await diagnosticsOf(document.uri);
      await openFileOf(vscode.Uri.joinPath(folder, 'aantekening.txt'));
      log.show();
      const shown = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output');
      const said = () => shown()?.getText() ?? '';
      await until(beat, () => said().includes('het is geen Markdown (plaintext)'), 'het logboek');
      for (const line of [
        /Opgavenwijzer \d+\.\d+\.\d+\./,
        /Studie ‘trendstudie’: .* \(.*, 2021\): 8 thema’s/,
        /Instellingen van .*\.opgavenwijzer\.json: gemeente Heiloo\./,
        /Programma .*: 1 bestand: programma\.md\./,
        /Niet gelezen in .*: geen Markdown: aantekening\.txt\./,
      ])
        assert.match(said(), line);
    });
  });
});
