import { assert } from 'chai';
import * as vscode from 'vscode';
import { MOST_RESTARTS } from '../../client/src/crashes';
import { beat, diagnosticsOf, inWeb, openMarkdown, suiteExports, until } from './support';

const TEXT = 'Wij renoveren Noord [@trendstudie:wijkenaanpk, p. 62].\n';

/** Findings of a new document: proof that the server is at work. */
async function answersAgain(): Promise<void> {
  const { document } = await openMarkdown(TEXT);
  const [finding] = await diagnosticsOf(document.uri);
  assert.equal(finding!.code, 'bron-onbekend');
}

describe('Een server die ophoudt', () => {
  it('wordt opnieuw gestart, en de meldingen komen terug zonder herladen', async () => {
    const { serverProcess } = await suiteExports();
    const { document } = await openMarkdown(TEXT);
    await diagnosticsOf(document.uri);
    const pid = serverProcess();
    if (inWeb) {
      // A worker has no process to kill and tells nobody that it ended: there the writer starts it again.
      assert.isUndefined(pid);
      await vscode.commands.executeCommand('opgavenwijzer.herstart');
    } else {
      kill(pid!);
      await until(beat, () => serverProcess() !== undefined && serverProcess() !== pid, 'er is een nieuwe server');
    }
    await answersAgain();
    // The document that was open all the time is checked by the new server as well.
    await (await vscode.window.showTextDocument(document)).edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'Ook: '),
    );
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        vscode.languages.getDiagnostics(document.uri)[0]?.range.start.character ===
        document.getText().indexOf('trendstudie'),
      'de melding schuift mee',
    );
  });

  it('blijft uit als het steeds misgaat, en zegt dat één keer met het logboek erbij', async () => {
    const { serverProcess } = await suiteExports();
    if (inWeb) {
      assert.isUndefined(serverProcess());
      return;
    }
    const window = vscode.window as unknown as { showErrorMessage: unknown };
    const real = window.showErrorMessage;
    const said: unknown[][] = [];
    window.showErrorMessage = async (...parameters: unknown[]) => {
      said.push(parameters);
    };
    try {
      for (let crash = 0; said.length === 0; crash++) {
        assert.isAtMost(crash, MOST_RESTARTS, 'zo vaak wordt opnieuw gestart');
        const pid = await until(beat, () => serverProcess(), 'er is een server');
        kill(pid);
        await until(
          beat,
          () => said.length > 0 || (serverProcess() !== undefined && serverProcess() !== pid),
          'zij is weg',
        );
      }
      assert.lengthOf(said, 1);
      assert.match(String(said[0]![0]), /blijft nu uit/);
      assert.include(said[0]!.slice(1), 'Logboek');
    } finally {
      window.showErrorMessage = real;
    }
    await vscode.commands.executeCommand('opgavenwijzer.herstart');
    await answersAgain();
  });
});

/** The process of the server, ended as a crash would. `process` is there in the Node host only. */
function kill(pid: number): void {
  (globalThis as unknown as { process: { kill(pid: number, signal: string): void } }).process.kill(pid, 'SIGKILL');
}
