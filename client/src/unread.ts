import * as vscode from 'vscode';
import { STUDY_SCHEME } from '../../server/src/protocol/requests.js';
import { belongsToWriter, isNotebookCell } from './documents.js';

/** Texts that someone may take for a programme. */
const LIKE_TEXT = ['plaintext', 'markdown', 'html', 'latex', 'restructuredtext', 'asciidoc'];
/** What no one opens to write in. */
const NO_FILE = [STUDY_SCHEME, 'output', 'git', 'vscode', 'vscode-userdata'];

/** Says in the log, once, why a text that is looked at is not read. */
export function logUnread(log: vscode.LogOutputChannel): vscode.Disposable {
  const said = new Set<string>();
  const look = (editor: vscode.TextEditor | undefined): void => {
    const document = editor?.document;
    if (!document || belongsToWriter(document) || NO_FILE.includes(document.uri.scheme)) return;
    const { languageId, uri } = document;
    if (!LIKE_TEXT.includes(languageId) || said.has(`${uri} ${languageId}`)) return;
    said.add(`${uri} ${languageId}`);
    log.info(`Overgeslagen: ${uri.scheme === 'file' ? uri.fsPath : uri.toString(true)}: ${whyUnread(document)}.`);
  };
  look(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(look);
}

function whyUnread({ languageId, uri }: vscode.TextDocument): string {
  if (languageId !== 'markdown') return `het is geen Markdown (${languageId})`;
  return isNotebookCell(uri) ? 'het is een cel van een notitieboek' : 'er kan niet in geschreven worden';
}
