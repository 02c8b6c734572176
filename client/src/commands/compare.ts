import * as vscode from 'vscode';
import {
  MARKDOWN_EXTENSIONS,
  PROGRAMME_FILES,
  SOURCE_EXTENSIONS,
  sourceFormatOf,
} from '../../../server/src/protocol/programme-files.js';
import { type CompareParams, compareRequest, type Rendered } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { RenderedPanels } from '../views/rendered-panel.js';
import { command } from './command.js';
import { chosenFiles } from './convert.js';

/** "Programma's vergelijken…": opgave by programme, for files chosen here or in the explorer. */
export function compare(environment: Environment, panels: RenderedPanels): vscode.Disposable {
  return command(environment, 'opgavenwijzer.vergelijk', async (_clicked?: unknown, selected?: unknown) => {
    const given = chosenFiles(undefined, selected);
    const uris = given.length > 1 ? given : await pickProgrammes();
    if (!uris) return;
    if (uris.length < 2) throw new Error('kies ten minste twee programma’s.');
    await panels.show({
      title: 'Vergelijking van programma’s',
      render: (format) => comparisonOf(environment, uris, format),
    });
  });
}

/** Sources take their time: with one among them it shows how far it is, and can be stopped. */
async function comparisonOf(
  { server }: Environment,
  uris: readonly vscode.Uri[],
  format: CompareParams['format'],
): Promise<Rendered | null> {
  const params: CompareParams = { uris: uris.map(String), format };
  if (!uris.some(({ path }) => sourceFormatOf(path))) return server.ask(compareRequest, params);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: 'Programma’s vergelijken',
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) =>
    server.askAtLength(compareRequest, params, (message) => progress.report({ message }), token),
  );
}

interface ProgrammeItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

async function pickProgrammes(): Promise<vscode.Uri[] | undefined> {
  const found = await vscode.workspace.findFiles(PROGRAMME_FILES, '**/{node_modules,.*}/**', 500);
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
    filters: { 'Programma’s': [...MARKDOWN_EXTENSIONS, ...SOURCE_EXTENSIONS] },
    openLabel: 'Vergelijken',
  });
  return more ? [...uris, ...more] : undefined;
}
