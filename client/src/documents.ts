import * as vscode from 'vscode';
import { CONFIGURATION_LANGUAGE, STUDY_FILE } from '../../server/src/protocol/programme-files.js';
import { STUDY_SCHEME } from '../../server/src/protocol/requests.js';

/** A Markdown document that someone can write in; not the study's own, the old side of a comparison, or a cell of a notebook. */
export const belongsToWriter = (document: vscode.TextDocument): boolean =>
  document.languageId === 'markdown' && isWritable(document);

/** What the server is told of: that, the configuration of a programme, and a study of one's own. */
export const isRead = (document: vscode.TextDocument): boolean =>
  belongsToWriter(document) ||
  ((document.languageId === CONFIGURATION_LANGUAGE || document.uri.path.endsWith(`/${STUDY_FILE}`)) &&
    isWritable(document));

function isWritable({ uri }: vscode.TextDocument): boolean {
  if (uri.scheme === STUDY_SCHEME || isNotebookCell(uri)) return false;
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

/** A part of a text: what the cells beside it take up would be said to be missing. */
export const isNotebookCell = ({ scheme }: vscode.Uri): boolean => scheme === 'vscode-notebook-cell';

/** Do both name the same file? */
export const isSame = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString();

/** Is there a file or folder of this name? */
export const isThere = (file: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );

/** The editor in which a document stands; undefined when it is not in sight. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const same = (editor: vscode.TextEditor): boolean => isSame(editor.document.uri, uri);
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor && same(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(same);
}
