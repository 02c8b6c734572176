import * as vscode from 'vscode';
import { CONFIGURATION_FILE } from '../../../server/src/protocol/programme-files.js';
import { drawStudyRequest } from '../../../server/src/protocol/requests.js';
import { changeSettingsRequest, settingsRequest } from '../../../server/src/protocol/settings.js';
import { keyOf } from '../../../server/src/protocol/study-keys.js';
import { isThere } from '../documents.js';
import type { Environment } from '../environment.js';
import { command, tell } from './command.js';
import { settle } from './settle.js';
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
    void offerToKeepTo(environment, place, file).catch(({ message }: Error) => tell(message, environment.log));
  });
}

const KEEP = 'Houd deze map hieraan';

/** A study does nothing until a configuration names it; asked without waiting, for the study is there to be read. */
async function offerToKeepTo(environment: Environment, place: vscode.Uri, file: vscode.Uri): Promise<void> {
  const about = { uri: vscode.Uri.joinPath(place, CONFIGURATION_FILE).toString() };
  const chosen = await vscode.window.showInformationMessage(
    `De studie doet mee zodra ${CONFIGURATION_FILE} haar noemt. Elk document in deze map wordt er dan apart naast gelegd.`,
    KEEP,
  );
  if (chosen !== KEEP) return;
  const settings = await environment.server.ask(settingsRequest, about);
  if (!settings) return;
  const folder = vscode.Uri.parse(settings.file).path.replace(/[^/]*$/, '');
  const own = `./${file.path.slice(folder.length).replace(/\/[^/]*$/, '')}`;
  // What an existing file has at work stays.
  const studies = [...new Set([...(settings.exists ? settings.studies : []), own])];
  const settled = await environment.server.ask(changeSettingsRequest, { ...about, studies, reikwijdte: 'document' });
  if (settled) await settle(environment, settled);
}

const studyIn = (place: vscode.Uri, key: string): vscode.Uri => vscode.Uri.joinPath(place, key, 'studie.yaml');

/** The name of a file without its ending. */
const nameOf = ({ path }: vscode.Uri): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');
