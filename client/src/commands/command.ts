import * as vscode from 'vscode';
import { isLost } from '../crashes.js';
import type { Environment } from '../environment.js';

const WITHOUT_SERVER =
  'de server van Opgavenwijzer is gestopt. Probeer het opnieuw, of kies ‘Opgavenwijzer: Server opnieuw starten’.';

/** Registers a command that, when it fails, says so with the log at hand; one that was called off says nothing. */
export function command<Arguments extends unknown[]>(
  { log }: Environment,
  id: string,
  run: (...given: Arguments) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...given: Arguments) => {
    try {
      return await run(...given);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      const message = error instanceof Error ? error.message : String(error);
      log.error(`${id}: ${message}`);
      void tell(isLost(error) ? WITHOUT_SERVER : message, log);
      return undefined;
    }
  });
}

/** Not waited for: a message may stay in sight as long as someone likes. */
export async function tell(message: string, log: vscode.LogOutputChannel): Promise<void> {
  if (await vscode.window.showErrorMessage(`Dat lukte niet: ${message}`, 'Logboek')) log.show();
}
