import { assert } from 'chai';
import * as vscode from 'vscode';
import { CloseAction } from 'vscode-languageclient';
import { Crashes, MOST_RESTARTS } from '../../client/src/crashes';
import { COMMANDS } from '../../server/src/protocol/requests';
import { answering } from './answers';
import { beat, diagnosticsOf, inWeb, openMarkdown, suiteExports, until } from './support';

const TEXT = 'Wij renoveren Noord [@trendstudie:wijkenaanpk, p. 62].\n';

/** There in the Node host only. */
const { process } = globalThis as unknown as {
  process: { platform: string; kill(pid: number, signal: string | 0): void };
};

/** What VS Code shows as an error meanwhile. */
const errorsDuring = (work: () => Thenable<unknown>) => answering('showErrorMessage', () => undefined, work);

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
    const log = vscode.window.createOutputChannel('Proef', { log: true });
    const crashes = new Crashes(log);
    const decided: CloseAction[] = [];
    const said = await errorsDuring(async () => {
      for (let crash = 0; crash <= MOST_RESTARTS; crash++) decided.push(crashes.closed().action);
    });
    log.dispose();
    assert.deepEqual(decided, [...Array(MOST_RESTARTS).fill(CloseAction.Restart), CloseAction.DoNotRestart]);
    assert.lengthOf(said, 1);
    assert.match(String(said[0]![0]), /blijft nu uit/);
    assert.include(said[0]!.slice(1), 'Logboek');
  });

  it('wordt één keer opnieuw gestart door wie dat twee keer tegelijk vraagt, zonder een foutmelding', async () => {
    const { serverProcess } = await suiteExports();
    const first = serverProcess();
    const said = await errorsDuring(async () => {
      const restart = () => vscode.commands.executeCommand('opgavenwijzer.herstart');
      await Promise.all([restart(), restart()]);
    });
    assert.isEmpty(said);
    if (!inWeb) assert.notEqual(serverProcess(), first);
    await answersAgain();
  });

  // A worker has no process to end, and tells nobody when it ends.
  if (!inWeb) {
    it('wordt opnieuw gestart als zij al weg is zodra zij er is, en als er dan nog naar haar geschreven wordt', async () => {
      const { active, coverage, serverProcess } = await suiteExports();
      await openMarkdown(TEXT);
      const first = serverProcess()!;
      let second: number | undefined;
      const listener = active.onDidChange(() => {
        const pid = serverProcess();
        if (second !== undefined || pid === undefined || pid === first) return;
        second = pid;
        killBusy(pid);
      });
      try {
        killBusy(first);
        // More than one message finds nobody there.
        for (let asked = 0; asked < 10; asked++) void coverage.refresh();
        await until(
          beat,
          () => second !== undefined && serverProcess() !== undefined && serverProcess() !== second,
          'er is een derde server',
        );
      } finally {
        listener.dispose();
      }
      await answersAgain();
    });

    it('zegt niets als zij bij het opnieuw starten meteen weer weg is, en start haar nog eens', async () => {
      const { serverProcess } = await suiteExports();
      const first = serverProcess();
      const said = await errorsDuring(async () => {
        const restarting = vscode.commands.executeCommand('opgavenwijzer.herstart');
        kill(await until(beat, () => serverProcess() !== first && serverProcess(), 'er is een tweede server'));
        await restarting;
      });
      assert.isEmpty(said);
      await answersAgain();
    });

    // Windows cannot have a process stand still.
    if (process.platform !== 'win32')
      it('wordt vervangen als zij niet meer antwoordt, en de nieuwe blijft', async () => {
        const { serverProcess } = await suiteExports();
        const first = serverProcess()!;
        kill(first, 'SIGSTOP');
        await vscode.commands.executeCommand('opgavenwijzer.herstart');
        const second = serverProcess();
        assert.notEqual(second, first);
        await answersAgain();
        await until(beat, () => isGone(first), 'de eerste is geëindigd');
        assert.equal(serverProcess(), second);
        await answersAgain();
      });

    it('blijft ook uit als haar proces het steeds begeeft, en komt terug als de schrijver dat vraagt', async () => {
      const { serverProcess } = await suiteExports();
      let told = 0;
      let pid: number | undefined;
      await answering(
        'showErrorMessage',
        () => {
          told++;
        },
        async () => {
          // The test above may have ended her once already.
          for (let crash = 0; told === 0; crash++) {
            assert.isAtMost(crash, MOST_RESTARTS, 'zo vaak wordt opnieuw gestart');
            const next = await until(
              beat,
              () => (told > 0 ? 'off' : serverProcess() !== pid && serverProcess()),
              'er is een server, of er wordt gezegd dat zij uit blijft',
            );
            if (next === 'off') break;
            pid = next;
            kill(pid);
          }
        },
      );
      assert.equal(told, 1);
      await openMarkdown(TEXT);
      const said = await errorsDuring(() => vscode.commands.executeCommand(COMMANDS.explain));
      assert.match(String(said[0]![0]), /^Dat lukte niet: de server van Opgavenwijzer is gestopt\./);
      await vscode.commands.executeCommand('opgavenwijzer.herstart');
      await answersAgain();
    });
  }
});

/** Ends the process of the server as a crash would. */
function kill(pid: number, signal = 'SIGKILL'): void {
  process.kill(pid, signal);
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** The same while the editor has its hands full: that the server is gone, it hears only after what it has to do already. */
function killBusy(pid: number): void {
  kill(pid);
  for (const end = Date.now() + 100; Date.now() < end; );
}
