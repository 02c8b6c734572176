import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { editorOf, isSame } from '../documents.js';
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
    if (await (fillIn(edit) ?? vscode.workspace.applyEdit(converted))) return;
  }
  throw new Error('de tekst veranderde ondertussen. Probeer het opnieuw.');
}

/**
 * Puts what is to be filled in into the editor where it belongs. As an edit VS Code makes plain text of it when another
 * editor is the active one: on a busy machine a board that was clicked on is that until after the text was brought forward.
 */
function fillIn({ documentChanges = [] }: WorkspaceEdit): Thenable<boolean> | undefined {
  const [change] = documentChanges;
  if (documentChanges.length !== 1 || !change || !('textDocument' in change)) return undefined;
  const [edit] = change.edits;
  if (change.edits.length !== 1 || !edit || !('snippet' in edit)) return undefined;
  const editor = editorOf(vscode.Uri.parse(change.textDocument.uri));
  if (!editor) return undefined;
  const { start, end } = edit.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return editor.insertSnippet(new vscode.SnippetString(edit.snippet.value), range);
}

function isCurrent({ documentChanges = [] }: WorkspaceEdit): boolean {
  return documentChanges.every((change) => {
    if (!('textDocument' in change) || change.textDocument.version === null) return true;
    const { uri, version } = change.textDocument;
    const open = vscode.workspace.textDocuments.find((document) => isSame(document.uri, vscode.Uri.parse(uri)));
    return open === undefined || open.version === version;
  });
}
