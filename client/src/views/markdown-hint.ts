import * as vscode from 'vscode';

const TOLD = 'gezegdDatHetMarkdownMoetZijn';
const MAKE = 'Maak er Markdown van';
/** So much was typed that it is a text. */
const ENOUGH = 40;

/** Says once, ever, that a new text that is no Markdown is not read: nothing would happen in it, and nothing say why. */
export function hintAtMarkdown({ globalState }: vscode.ExtensionContext): vscode.Disposable {
  const listener = vscode.workspace.onDidChangeTextDocument(async ({ document }) => {
    const { uri, languageId } = document;
    if (uri.scheme !== 'untitled' || languageId !== 'plaintext') return;
    if (document.getText().length < ENOUGH || vscode.window.activeTextEditor?.document !== document) return;
    listener.dispose();
    if (globalState.get(TOLD)) return;
    await globalState.update(TOLD, true);
    const chosen = await vscode.window.showInformationMessage(
      'Opgavenwijzer leest alleen Markdown; deze tekst nog niet.',
      MAKE,
    );
    if (chosen === MAKE && !document.isClosed) await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  });
  return listener;
}
