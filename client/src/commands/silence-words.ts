import * as vscode from 'vscode';
import { COMMANDS } from '../../../server/src/protocol/requests.js';
import type { SilenceParams } from '../../../server/src/protocol/settings.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { applySilence } from './settle.js';

/** "Niet meer tonen" below an explanation: nothing is told about these words any more, in this programme or anywhere. */
export function silenceWords(environment: Environment): vscode.Disposable {
  return command(environment, COMMANDS.silenceWords, async (uri: string, words: string) => {
    const chosen = await vscode.window.showQuickPick(uri.startsWith('untitled:') ? REACHES.slice(1) : REACHES, {
      title: `Geen uitleg meer bij ‘${words}’`,
      placeHolder: 'Waar wilt u dit niet meer zien?',
    });
    if (!chosen) return;
    await applySilence(environment, { uri, where: chosen.where, setting: 'geenUitleg', names: [words], silent: true });
    tellHowToUndo();
  });
}

const REACHES: readonly (vscode.QuickPickItem & Pick<SilenceParams, 'where'>)[] = [
  { label: 'Nooit meer in dit programma', where: 'programma' },
  { label: 'Nooit meer, in geen enkel programma', where: 'overal' },
];

/** For a moment, out of the way. */
export const tellHowToUndo = (): void =>
  void vscode.window.setStatusBarMessage('$(bell-slash) Terug te nemen met ‘Wat niet meer gemeld wordt…’', 8000);
