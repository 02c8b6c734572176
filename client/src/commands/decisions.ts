import * as vscode from 'vscode';
import { decisionsRequest, type TakenDecision } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { applyVersioned } from './versioned-edit.js';
import { openProgramme } from './writing.js';

/** "Beslissingen…": what was decided in this document, to take it back. */
export function decisions(environment: Environment): vscode.Disposable {
  return command(environment, 'opgavenwijzer.beslissingen', async (given?: unknown) => {
    const uri = (await openProgramme(environment, given instanceof vscode.Uri ? given : undefined)).toString();
    const ask = async () => (await environment.server.ask(decisionsRequest, { uri })) ?? [];
    const items = (await ask()).map((decision, k) => ({
      label: decision.label,
      description: `regel ${decision.line}`,
      k,
    }));
    if (items.length === 0) {
      void vscode.window.showInformationMessage('In dit document staat geen beslissing om terug te nemen.');
      return;
    }
    const chosen = await vscode.window.showQuickPick(items, {
      title: 'Beslissingen in dit document',
      placeHolder: 'Welke neemt u terug?',
    });
    if (!chosen) return;
    const same = (found: readonly TakenDecision[]) => found.filter(({ label }) => label === chosen.label);
    // Of several that read alike the one that was chosen, also when the lines have moved meanwhile.
    const nth = items.filter(({ label, k }) => label === chosen.label && k < chosen.k).length;
    await applyVersioned(
      environment,
      async () => same(await ask())[nth]?.edit ?? null,
      'die beslissing staat er niet meer.',
    );
  });
}
