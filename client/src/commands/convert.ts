import * as vscode from 'vscode';
import { SOURCE_EXTENSIONS, sourceFormatOf } from '../../../server/src/protocol/programme-files.js';
import { convertRequest } from '../../../server/src/protocol/requests.js';
import { isSame, isThere } from '../documents.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';

/** The files among what the explorer gives a command: what was chosen together, or what was clicked. */
export function chosenFiles(clicked: unknown, selected: unknown): vscode.Uri[] {
  const isUri = (one: unknown): one is vscode.Uri => one instanceof vscode.Uri;
  return Array.isArray(selected) && selected.length > 0 ? selected.filter(isUri) : [clicked].filter(isUri);
}

/** "Omzetten naar Markdown": each source becomes a document beside it that is not saved yet. */
export function convert(environment: Environment): vscode.Disposable {
  return command(environment, 'opgavenwijzer.omzetten', async (clicked?: unknown, selected?: unknown) => {
    const given = chosenFiles(clicked, selected);
    const sources = given.length > 0 ? given.filter(({ path }) => sourceFormatOf(path)) : await pickSources();
    if (sources.length === 0) return;
    const told = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'Omzetten naar Markdown', cancellable: true },
      (progress, token) => convertAll(environment, sources, progress, token),
    );
    if (told.faults.length > 0) void vscode.window.showErrorMessage(told.faults.join(' '));
    if (told.remarks.length > 0) void vscode.window.showInformationMessage(told.remarks.join(' '));
  });
}

interface Told {
  readonly faults: string[];
  readonly remarks: string[];
}

/** Converts one after the other; one that cannot be read stops nothing. */
async function convertAll(
  { server, log }: Environment,
  sources: readonly vscode.Uri[],
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Told> {
  const told: Told = { faults: [], remarks: [] };
  for (const [index, source] of sources.entries()) {
    if (token.isCancellationRequested) break;
    const name = nameOf(source);
    const several = sources.length > 1;
    progress.report({ message: several ? `${name} (${index + 1} van ${sources.length})` : name });
    try {
      const { markdown, remarks } = await server.ask(convertRequest, { uri: source.toString() }, token);
      await openBeside(source, markdown);
      told.remarks.push(...remarks.map((remark) => (several ? `${name}: ${remark}` : remark)));
    } catch (error) {
      if (token.isCancellationRequested) break;
      const message = error instanceof Error ? error.message : String(error);
      log.error(message);
      told.faults.push(message);
    }
    if (several) progress.report({ increment: 100 / sources.length });
  }
  return told;
}

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

async function pickSources(): Promise<vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'Omzetten naar Markdown',
    openLabel: 'Omzetten',
    canSelectMany: true,
    filters: { 'Word, OpenDocument, pdf, webpagina of tekst': [...SOURCE_EXTENSIONS] },
  });
  return chosen ?? [];
}

/** Where VS Code saves a document that has a name but no file yet in the place of that name. */
const SAVED_IN_PLACE = ['file', 'vscode-remote'];

/** Opens the Markdown as a document that is not saved yet, with the name and folder of its source. */
async function openBeside(source: vscode.Uri, content: string): Promise<void> {
  const document = SAVED_IN_PLACE.includes(source.scheme)
    ? await documentBeside(source, content)
    : await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

/**
 * `programma.md` for `programma.docx`; where there is such a file, or one like it that is not saved yet and says something
 * else, `programma 2.md`.
 */
async function documentBeside(source: vscode.Uri, content: string): Promise<vscode.TextDocument> {
  const stem = source.path.replace(/\.\w+$/, '');
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${stem}.md` : `${stem} ${number}.md`;
    const unsaved = source.with({ scheme: 'untitled', path });
    const open = vscode.workspace.textDocuments.find(({ uri }) => isSame(uri, unsaved));
    if (open?.getText() === content) return open;
    if (!open && !(await isThere(source.with({ path })))) return documentNamed(unsaved, content);
  }
}

async function documentNamed(uri: vscode.Uri, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${nameOf(uri)}: kon niet gevuld worden.`);
  return document;
}
