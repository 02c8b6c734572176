import * as vscode from 'vscode';
import { type Settled, type SilenceParams, silenceRequest } from '../../../server/src/protocol/settings.js';
import { isSame } from '../documents.js';
import type { Environment } from '../environment.js';

/** Keeps something silent for good, or lets it speak again, in the settings of a programme or of this person. */
export async function applySilence({ server }: Environment, silence: SilenceParams): Promise<void> {
  const settled = await server.ask(silenceRequest, silence);
  if (!settled) throw new Error('bewaar het programma eerst; de instellingen komen in een bestand ernaast.');
  await settle({ server }, settled);
}

/** Writes what the server settled: the file of a programme, or a setting of this person. */
export async function settle({ server }: Pick<Environment, 'server'>, settled: Settled): Promise<void> {
  if ('setting' in settled) {
    const settings = vscode.workspace.getConfiguration('opgavenwijzer');
    await settings.update(settled.setting, settled.value, placeOf(settings, settled.setting));
    return;
  }
  const uri = vscode.Uri.parse(settled.file);
  const open = vscode.workspace.textDocuments.find((document) => isSame(document.uri, uri));
  if (open) await replaced(open, settled.content);
  else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(settled.content));
  // What watches files may take its time.
  await server.client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: settled.file, type: vscode.FileChangeType.Changed }],
  });
}

/** What someone was writing in it stays unsaved, as it was. */
async function replaced(document: vscode.TextDocument, content: string): Promise<void> {
  const { isDirty } = document;
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), content);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${document.fileName} is niet te wijzigen.`);
  if (!isDirty) await document.save();
}

/** Where a setting counts: a workspace that has its own goes before what holds everywhere. */
function placeOf(settings: vscode.WorkspaceConfiguration, setting: string): vscode.ConfigurationTarget {
  const { workspaceFolderValue, workspaceValue } = settings.inspect(setting) ?? {};
  if (workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  return workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
}
