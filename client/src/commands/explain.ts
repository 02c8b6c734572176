import * as vscode from 'vscode';
import { COMMANDS, explainRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { StudyPages } from '../views/study-pages.js';
import { command } from './command.js';
import { writingEditor } from './writing.js';

/** "Waarom telt dit?": what counted in the paragraph at the cursor, peeked at within the text: in words, the figures one click away. */
export function explain(environment: Environment, pages: StudyPages): vscode.Disposable {
  return command(
    environment,
    COMMANDS.explain,
    async (uri?: string, position?: { readonly line: number; readonly character: number }) => {
      const editor = await writingEditor(environment, typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined);
      const at = position ? new vscode.Position(position.line, position.character) : editor.selection.active;
      const found = await environment.server.ask(explainRequest, {
        uri: editor.document.uri.toString(),
        position: { line: at.line, character: at.character },
      });
      if (!found) throw new Error('op deze plaats staat geen alinea.');
      const start = new vscode.Position(0, 0);
      const shown = pages.explain(found).map((page) => new vscode.Location(page, start));
      // Where the cursor stands: it goes along to where the window opens, and must not stray while one reads.
      await vscode.commands.executeCommand('editor.action.peekLocations', editor.document.uri, at, shown, 'peek');
    },
  );
}
