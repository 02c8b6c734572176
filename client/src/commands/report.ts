import * as vscode from 'vscode';
import { reportRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { RenderedPanels } from '../views/rendered-panel.js';
import { command } from './command.js';
import { openProgramme } from './writing.js';

/** "Dekkingsverslag maken…": shows the report; from there it is saved. */
export function report(environment: Environment, panels: RenderedPanels): vscode.Disposable {
  return command(environment, 'opgavenwijzer.verslag', async (chosen?: unknown) => {
    const uri = (await openProgramme(environment, chosen instanceof vscode.Uri ? chosen : undefined)).toString();
    await panels.show({
      title: 'Dekkingsverslag',
      render: (format) => environment.server.ask(reportRequest, { uri, format }),
    });
  });
}
