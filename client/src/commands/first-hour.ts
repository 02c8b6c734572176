import * as vscode from 'vscode';
import { newProgrammeRequest, sourceTableRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';

/** The sample programme, and a new one over the themes that the writer picks; both as a document not saved yet. */
export function firstHour(environment: Environment): vscode.Disposable[] {
  return [
    command(environment, 'opgavenwijzer.voorbeeld', async () => {
      const file = vscode.Uri.joinPath(environment.folder, 'voorbeelden/waterdam/programma.md');
      await openUntitled(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    }),
    command(environment, 'opgavenwijzer.nieuwProgramma', async () => {
      const tables = await environment.server.ask(sourceTableRequest, {});
      const items = tables
        .filter(({ along }) => along)
        .flatMap(({ themes }) => themes)
        .map(([id, label]) => ({ label, id, picked: true }));
      const chosen = await vscode.window.showQuickPick(items, {
        canPickMany: true,
        title: 'Nieuw programma',
        placeHolder: 'Over welke thema’s gaat het? U kunt later alles veranderen.',
      });
      if (!chosen) return;
      const skeleton = await environment.server.ask(newProgrammeRequest, { themes: chosen.map(({ id }) => id) });
      if (!skeleton) throw new Error('er is geen opzet te maken.');
      const editor = await openUntitled(skeleton.content);
      // Writing begins with the title. Not by the document: one that takes the name of a closed one gets its text last.
      editor.selection = new vscode.Selection(0, '# '.length, 0, skeleton.content.indexOf('\n'));
    }),
  ];
}

async function openUntitled(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(document);
}
