import * as vscode from 'vscode';
import { drawStudyRequest } from '../../../server/src/protocol/requests.js';
import { keyOf } from '../../../server/src/protocol/study-keys.js';
import { isThere } from '../documents.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { openProgramme } from './writing.js';

/** "Studie maken van dit document…": a folder beside the document with a first study, opened to be pruned. */
export function drawStudy(environment: Environment): vscode.Disposable {
  return command(environment, 'opgavenwijzer.studieMaken', async (chosen?: unknown) => {
    const uri = await openProgramme(environment, chosen instanceof vscode.Uri ? chosen : undefined);
    const place =
      uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
    const key = await vscode.window.showInputBox({
      title: 'Studie maken van dit document',
      prompt: 'Naam van de map en van de studie; zo heet zij ook in verwijzingen (@naam:onderdeel)',
      value: keyOf(nameOf(uri)),
      validateInput: async (name) => {
        if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
          return 'Begin met een letter; verder alleen kleine letters, cijfers en koppeltekens.';
        return place && (await isThere(studyIn(place, name))) ? 'Deze map heeft al een studie.' : undefined;
      },
    });
    if (!key) return;
    const drawn = await environment.server.ask(drawStudyRequest, { uri: uri.toString(), key });
    if (!drawn) throw new Error('open eerst het document.');
    if (!place) {
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ language: 'yaml', content: drawn.content }),
      );
      return;
    }
    const file = studyIn(place, key);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(drawn.content));
    await vscode.window.showTextDocument(file);
  });
}

const studyIn = (place: vscode.Uri, key: string): vscode.Uri => vscode.Uri.joinPath(place, key, 'studie.yaml');

/** The name of a file without its ending. */
const nameOf = ({ path }: vscode.Uri): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');
