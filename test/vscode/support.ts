import * as vscode from 'vscode';
import type { Exports } from '../../client/src/start';

export const EXTENSION = 'opgavenwijzer.opgavenwijzer';

/** A new, unsaved Markdown document in an editor. */
export async function openMarkdown(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(document);
}

/** A file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('Er is geen werkmap open.');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path));
}

/**
 * Waits until `read` gives something, asking again at each `event`: a wait on a state, never on a time.
 * The limit only turns a hang into a message.
 */
export function until<T>(
  event: vscode.Event<unknown>,
  read: () => T | undefined | false,
  what: string,
  limit = 60_000,
): Promise<T> {
  return new Promise((done, fail) => {
    const look = (): boolean => {
      const value = read();
      if (value === undefined || value === false) return false;
      stop();
      done(value);
      return true;
    };
    const listener = event(look);
    const timer = setTimeout(() => {
      stop();
      fail(new Error(`Wachtte ${limit / 1000} s vergeefs op: ${what}`));
    }, limit);
    const stop = () => {
      listener.dispose();
      clearTimeout(timer);
    };
    look();
  });
}

/** The findings of a document, once there are as many as asked for. */
export function diagnosticsOf(uri: vscode.Uri, atLeast = 1): Promise<vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length >= atLeast && found;
    },
    `${atLeast} of meer meldingen bij ${uri.toString()}`,
  );
}

/** Where `words` first stand in a document, a letter inside. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`‘${words}’ staat niet in het document.`);
  return document.positionAt(at + 1);
}

/** The hover of ours at a place, once the server answers. */
export async function hoverAt(
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<{ text: string; range: vscode.Range }> {
  await extensionReady();
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  const hover = hovers[0];
  if (!hover?.range) throw new Error(`Geen uitleg bij ${JSON.stringify(document.lineAt(place.line).text)}`);
  const text = hover.contents
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : String(content)))
    .join('\n');
  return { text, range: hover.range };
}

/** The extension, activated and with its server started. */
export async function extensionReady(): Promise<void> {
  const extension = vscode.extensions.getExtension(EXTENSION);
  if (!extension) throw new Error(`${EXTENSION} is niet geladen.`);
  await extension.activate();
}

/** What the extension gives to this suite. */
export async function suiteExports(): Promise<NonNullable<Exports['suite']>> {
  const extension = vscode.extensions.getExtension<Exports>(EXTENSION);
  if (!extension) throw new Error(`${EXTENSION} is niet geladen.`);
  const { suite } = await extension.activate();
  if (!suite) throw new Error('De extensie weet niet dat zij wordt getest.');
  return suite;
}

/** An event every 50 ms, for a state of VS Code that has no event of its own. */
export const beat: vscode.Event<unknown> = (listener) => {
  const timer = setInterval(() => listener(undefined), 50);
  return new vscode.Disposable(() => clearInterval(timer));
};

/** Whether this is the web extension host. */
export const inWeb = 'importScripts' in globalThis;
