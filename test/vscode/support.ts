import * as vscode from 'vscode';
import type { Exports } from '../../client/src/start';

export const EXTENSION = 'opgavenwijzer.opgavenwijzer';

let documents = 0;

/**
 * A new, unsaved Markdown document in an editor. Each has a name of its own: VS Code would give the name of one that was
 * just closed, whose last questions are still under way.
 */
export async function openMarkdown(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`untitled:proef-${++documents}.md`));
  const editor = await show(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  return editor;
}

/** A file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('Er is geen werkmap open.');
  return show(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path)));
}

/** A document in the editor in front. */
async function show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  await vscode.window.showTextDocument(document);
  return inFront((one) => one === document, `${document.uri} in beeld`);
}

/**
 * The editor in front, once its document is the one that is meant: what was just shown is said to be active a moment later,
 * and a document that takes the name of a closed one gets its text last.
 */
export function inFront(isMeant: (document: vscode.TextDocument) => boolean, what: string): Promise<vscode.TextEditor> {
  return until(
    beat,
    () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor && isMeant(activeTextEditor.document) && activeTextEditor;
    },
    what,
  );
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

/**
 * Asks again and again, one question at a time, until `read` finds something in the answer: for what VS Code has no event
 * of. On a slow machine questions would pile up otherwise, and each answer come later than the one before.
 */
export async function untilAsked<T, R>(
  ask: () => Thenable<T>,
  read: (answer: T) => R | undefined | false,
  what: string,
  limit = 60_000,
): Promise<R> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const found = read(await ask());
    if (found !== undefined && found !== false) return found;
    await new Promise<void>((next) => setTimeout(next, 50));
  }
  throw new Error(`Wachtte ${limit / 1000} s vergeefs op: ${what}`);
}

/** Whether this is the web extension host. */
export const inWeb = 'importScripts' in globalThis;

/** Whether an extension that VS Code brings along runs in this host: only there it sees what this one contributes. */
export const besideBuiltIn = (id: string): boolean => vscode.extensions.getExtension(id) !== undefined;

/** A folder of the workspace. */
export function folderNamed(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
  if (!folder) throw new Error(`De werkmap heeft geen map ‘${name}’.`);
  return folder.uri;
}

let folders = 0;

/** Makes a folder with files in a folder of the workspace, for as long as `during` takes. */
export async function inNewFolder(
  within: string,
  files: Readonly<Record<string, string>>,
  during: (folder: vscode.Uri) => Promise<void>,
): Promise<void> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(folderNamed(within), `proef-${++folders}`);
  for (const [name, text] of Object.entries(files))
    await fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  try {
    await during(folder);
  } finally {
    await closeAll();
    await fs.delete(folder, { recursive: true });
  }
}

/** A file in an editor. */
export const openFileOf = async (uri: vscode.Uri): Promise<vscode.TextEditor> => {
  await extensionReady();
  return show(await vscode.workspace.openTextDocument(uri));
};

/** Closes everything that is open; what is not saved is let go. */
export async function closeAll(): Promise<void> {
  const { tabGroups } = vscode.window;
  const open = () => tabGroups.all.flatMap(({ tabs }) => tabs);
  for (const tab of open().filter(({ isDirty }) => isDirty)) {
    if (!(tab.input instanceof vscode.TabInputText)) continue;
    await vscode.window.showTextDocument(tab.input.uri, { viewColumn: tab.group.viewColumn });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await tabGroups.close(open());
}

/** Changes a setting of the user for as long as `during` takes; no reload. */
export async function withSetting(name: string, value: unknown, during: () => Promise<void>): Promise<void> {
  const settings = () => vscode.workspace.getConfiguration('opgavenwijzer');
  await settings().update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await during();
  } finally {
    await settings().update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** The quick fixes for the first finding with a code, in VS Code's order. */
export async function fixesFor(document: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> {
  const finding = await until(
    vscode.languages.onDidChangeDiagnostics,
    () => vscode.languages.getDiagnostics(document.uri).find((one) => one.code === code),
    `een melding ${code}`,
  );
  // VS Code gives none while it is still loading the editor's own parts: as a person would, it is asked again.
  return untilAsked(
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      ),
    (actions) => actions.length > 0 && actions,
    'snelle oplossingen',
  );
}

/** Applies the quick fix with a title, as clicking on it does. */
export async function applyFix(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  if (!action) throw new Error(`geen ${title}; wel: ${actions.map((one) => one.title).join(' | ')}`);
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
