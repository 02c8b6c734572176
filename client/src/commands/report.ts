import * as vscode from 'vscode';
import { reportRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { RenderedPanels } from '../views/rendered-panel.js';
import { command } from './command.js';
import { openProgramme } from './writing.js';

/** "Dekkingsverslag maken…" shows the report; from there it is saved. The other one says what changed since a report. */
export function report(environment: Environment, panels: RenderedPanels): vscode.Disposable[] {
  const show = async (chosen: unknown, since: { readonly since?: string } = {}): Promise<void> => {
    const uri = (await openProgramme(environment, chosen instanceof vscode.Uri ? chosen : undefined)).toString();
    await panels.show({
      title: 'Dekkingsverslag',
      render: (format) => environment.server.ask(reportRequest, { uri, format, ...since }),
    });
  };
  return [
    command(environment, 'opgavenwijzer.verslag', (chosen?: unknown) => show(chosen)),
    command(environment, 'opgavenwijzer.verslagSinds', async (chosen?: unknown) => {
      const programme = await openProgramme(environment, chosen instanceof vscode.Uri ? chosen : undefined);
      const [earlier] =
        (await vscode.window.showOpenDialog({
          title: 'Welk eerder verslag?',
          openLabel: 'Vergelijken',
          filters: { Dekkingsverslag: ['html', 'json'] },
          defaultUri: vscode.Uri.joinPath(programme, '..'),
        })) ?? [];
      if (earlier) await show(programme, { since: earlier.toString() });
    }),
  ];
}
