import * as vscode from 'vscode';
import {
  type Choice,
  type ChoicesParams,
  COMMANDS,
  choicesRequest,
  leaveOutRequest,
} from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { askReason } from './decide.js';
import { applySilence } from './settle.js';
import { tellHowToUndo } from './silence-words.js';
import { applyVersioned } from './versioned-edit.js';

type Item = vscode.QuickPickItem & { readonly choice: Choice };

/** The second step of a line in the lightbulb: which of several is meant. */
export function choose(environment: Environment): vscode.Disposable {
  const { server } = environment;
  return command(
    environment,
    COMMANDS.choose,
    async (uri: string, range: ChoicesParams['range'], question: ChoicesParams['question'], meant?: string) => {
      const ask = async () => (await server.ask(choicesRequest, { uri, range, question })) ?? [];
      const items = (await ask()).map((choice): Item => ({ ...choice, choice }));
      const chosen =
        items.find(({ label }) => label === meant) ??
        (await vscode.window.showQuickPick(items, { title: PLACEHOLDERS[question], matchOnDescription: true }));
      if (!chosen) return;
      const { label, description, leavesOut, silence } = chosen.choice;
      if (silence) {
        await applySilence(environment, silence);
        tellHowToUndo();
        return;
      }
      if (leavesOut !== undefined) {
        const reason = await askReason(label);
        if (reason === undefined) return;
        const leave = () => server.ask(leaveOutRequest, { uri, opgave: leavesOut, reason });
        await applyVersioned(environment, leave, 'deze opgave is hier niet weg te laten.');
        return;
      }
      // Asked again: someone may have typed while the list stood open.
      const same = async () =>
        (await ask()).find((one) => one.label === label && one.description === description)?.edit ?? null;
      await applyVersioned(environment, same, 'dat kan hier niet meer.');
    },
  );
}

const PLACEHOLDERS: Readonly<Record<ChoicesParams['question'], string>> = {
  vervangen: 'Waardoor vervangt u het?',
  oppakken: 'Welke opgave pakt u op?',
  'bron-toevoegen': 'Welke opgave is al opgepakt?',
  'bewust-niet': 'Welke opgave laat u bewust buiten het programma?',
  'telt-dit': 'Wat doet deze zin?',
  'niet-melden': 'Waar wilt u dit niet meer zien?',
};
