import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { isSame } from '../documents.js';
import type { Environment } from '../environment.js';

/** How often an edit is asked for again because someone typed meanwhile. */
const TRIES = 3;

/** Applies an edit of the server, made for the text as it is now; never one made for an older text. */
export async function applyVersioned(
  { server }: Environment,
  ask: () => Promise<WorkspaceEdit | null>,
  nothing: string,
): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const edit = await ask();
    if (!edit) throw new Error(nothing);
    const converted = await server.client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (!isCurrent(edit)) continue;
    if (await vscode.workspace.applyEdit(converted)) return;
  }
  throw new Error('de tekst veranderde ondertussen. Probeer het opnieuw.');
}

function isCurrent({ documentChanges = [] }: WorkspaceEdit): boolean {
  return documentChanges.every((change) => {
    if (!('textDocument' in change) || change.textDocument.version === null) return true;
    const { uri, version } = change.textDocument;
    const open = vscode.workspace.textDocuments.find((document) => isSame(document.uri, vscode.Uri.parse(uri)));
    return open === undefined || open.version === version;
  });
}
