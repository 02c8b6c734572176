import * as vscode from 'vscode';
import { belongsToWriter, editorOf } from '../documents.js';
import type { Environment } from '../environment.js';

/** The editor of the programme that is being written, brought forward; says so when there is none. */
export async function writingEditor({ active }: Environment, uri = active.uri): Promise<vscode.TextEditor> {
  if (!uri) throw new Error('Open eerst een programma (een Markdown-bestand).');
  const editor = editorOf(uri);
  return vscode.window.showTextDocument(
    editor?.document ?? (await vscode.workspace.openTextDocument(uri)),
    editor?.viewColumn ?? vscode.ViewColumn.Active,
  );
}

/** The programme that a menu was opened on, or else the one that is being written. */
export function programmeUri({ active }: Environment, chosen?: unknown): vscode.Uri {
  if (chosen instanceof vscode.Uri) return chosen;
  if (typeof chosen === 'string') return vscode.Uri.parse(chosen);
  if (!active.uri) throw new Error('Open eerst een programma (een Markdown-bestand).');
  return active.uri;
}

/** Makes the server know a programme that is not open yet: it answers for open documents only. */
export async function openProgramme(environment: Environment, chosen?: unknown): Promise<vscode.Uri> {
  const uri = programmeUri(environment, chosen);
  const document = await vscode.workspace.openTextDocument(uri);
  if (!belongsToWriter(document)) throw new Error('Dit is geen Markdown-bestand waarin u kunt schrijven.');
  return document.uri;
}
