import * as vscode from 'vscode';
import { STUDY_SCHEME } from '../../server/src/protocol/requests.js';

/** A Markdown document that someone can write in; not the study's own, nor the old side of a comparison. */
export function belongsToWriter({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== 'markdown' || uri.scheme === STUDY_SCHEME) return false;
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

/** The editor in which a document stands; undefined when it is not in sight. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const same = (editor: vscode.TextEditor): boolean => editor.document.uri.toString() === uri.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor && same(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(same);
}
