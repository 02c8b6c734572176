import * as vscode from 'vscode';
import { belongsToWriter, editorOf } from '../documents.js';
import type { Environment } from '../environment.js';

/** The editor of the programme that is being written, brought forward; says so when there is none. */
export async function writingEditor(environment: Environment, chosen?: vscode.Uri): Promise<vscode.TextEditor> {
  const uri = programmeUri(environment, chosen);
  const editor = editorOf(uri);
  return vscode.window.showTextDocument(
    editor?.document ?? (await vscode.workspace.openTextDocument(uri)),
    editor?.viewColumn ?? vscode.ViewColumn.Active,
  );
}

/** The programme that a menu was opened on, or else the one that is being written. */
function programmeUri({ active }: Environment, chosen?: unknown): vscode.Uri {
  if (chosen instanceof vscode.Uri) return chosen;
  if (typeof chosen === 'string') return vscode.Uri.parse(chosen);
  if (!active.uri) throw new Error('open eerst een programma (een Markdown-bestand).');
  return active.uri;
}

/** Makes the server know a programme that is not open yet: it answers for open documents only. */
export async function openProgramme(environment: Environment, chosen?: unknown): Promise<vscode.Uri> {
  const uri = programmeUri(environment, chosen);
  const document = await vscode.workspace.openTextDocument(uri);
  if (!belongsToWriter(document)) throw new Error('dit is geen Markdown-bestand waarin u kunt schrijven.');
  return document.uri;
}
