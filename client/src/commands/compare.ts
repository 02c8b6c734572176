import * as vscode from 'vscode';
import { MARKDOWN_EXTENSIONS, MARKDOWN_FILES } from '../../../server/src/protocol/programme-files.js';
import { compareRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { RenderedPanels } from '../views/rendered-panel.js';
import { command } from './command.js';

/** "Programma's vergelijken…": opgave by programme, for files chosen here or in the explorer. */
export function compare(environment: Environment, panels: RenderedPanels): vscode.Disposable {
  return command(environment, 'opgavenwijzer.vergelijk', async (_clicked?: unknown, selected?: unknown) => {
    const given = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
    const uris = given.length > 1 ? given : await pickProgrammes();
    if (!uris) return;
    if (uris.length < 2) throw new Error('kies ten minste twee programma’s.');
    await panels.show({
      title: 'Vergelijking van programma’s',
      render: (format) => environment.server.ask(compareRequest, { uris: uris.map(String), format }),
    });
  });
}

interface ProgrammeItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

async function pickProgrammes(): Promise<vscode.Uri[] | undefined> {
  const found = await vscode.workspace.findFiles(MARKDOWN_FILES, '**/{node_modules,.*}/**', 500);
  const files = found
    .map((uri): ProgrammeItem => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  const elsewhere: ProgrammeItem = {
    label: 'Bestanden van elders kiezen…',
    iconPath: new vscode.ThemeIcon('folder-opened'),
  };
  const chosen = await vscode.window.showQuickPick([...files, elsewhere], {
    canPickMany: true,
    title: 'Welke programma’s vergelijkt u?',
    placeHolder: 'Vink er twee of meer aan',
  });
  if (!chosen) return undefined;
  const uris = chosen.flatMap(({ uri }) => (uri ? [uri] : []));
  if (!chosen.includes(elsewhere)) return uris;
  const more = await vscode.window.showOpenDialog({
    canSelectMany: true,
    filters: { Markdown: MARKDOWN_EXTENSIONS },
    openLabel: 'Vergelijken',
  });
  return more ? [...uris, ...more] : undefined;
}
