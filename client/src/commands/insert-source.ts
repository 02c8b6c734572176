import * as vscode from 'vscode';
import { COMMANDS, citationRequest, type SourceChoice } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { pickSource } from './pick-source.js';
import { writingEditor } from './writing.js';

/** "Bron invoegen…": a source at the cursor, with its page selected. */
export function insertSource(environment: Environment): vscode.Disposable {
  return command(environment, COMMANDS.insertSource, async (key?: unknown) => {
    const editor = await writingEditor(environment);
    const source =
      typeof key === 'string'
        ? { id: key }
        : await pickSource(environment, 'Welke bron voegt u in?', editor.selection.active);
    if (source) await insert(environment, editor, source);
  });
}

/** What is cited: an entry, or a figure with its page and words. */
type Source = Pick<SourceChoice, 'id'> & Partial<Pick<SourceChoice, 'page' | 'note' | 'text'>>;

async function insert(
  { server }: Environment,
  editor: vscode.TextEditor,
  { id, page, note, text }: Source,
): Promise<void> {
  const { document } = editor;
  // Asked again when someone typed in between: the answer belongs to one version of the text.
  for (let tried = 0; tried < 3; tried++) {
    const position = editor.selection.active;
    const made = await server.ask(citationRequest, {
      uri: document.uri.toString(),
      position: { line: position.line, character: position.character },
      id,
      ...(page === undefined ? {} : { page }),
      ...(note === undefined ? {} : { note }),
      ...(text === undefined ? {} : { text }),
    });
    if (!made) throw new Error('hier past geen bron. Zet de cursor in de lopende tekst.');
    if (made.version !== document.version) continue;
    const edit = new vscode.WorkspaceEdit();
    const snippet = new vscode.SnippetTextEdit(rangeOf(made.range), new vscode.SnippetString(made.snippet));
    const others = made.edits.map(({ range, newText }) => new vscode.TextEdit(rangeOf(range), newText));
    edit.set(document.uri, [snippet, ...others]);
    await vscode.workspace.applyEdit(edit);
    return;
  }
  throw new Error('de tekst veranderde ondertussen. Probeer het opnieuw.');
}

type LspRange = { start: { line: number; character: number }; end: { line: number; character: number } };
const rangeOf = ({ start, end }: LspRange): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
