import * as vscode from 'vscode';
import {
  COMMANDS,
  confirmRequest,
  doesNotCountRequest,
  leaveOutRequest,
} from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import type { Row } from '../views/coverage-rows.js';
import { command } from './command.js';
import { applyVersioned } from './versioned-edit.js';
import { openProgramme } from './writing.js';

/** What the writer decides on an opgave: leave it out with a reason; it is taken up after all, or is not. */
export function decide(environment: Environment): vscode.Disposable[] {
  const { server } = environment;
  return [
    command(environment, COMMANDS.leaveOut, async (first?: unknown, second?: unknown) => {
      const { uri, opgave, title } = await chosen(environment, first, second);
      const reason = await vscode.window.showInputBox({
        title: title === undefined ? 'Bewust niet opnemen' : `Bewust niet opnemen: ${title}`,
        prompt: 'Waarom? De reden komt boven in uw programma te staan (front matter).',
        placeHolder: 'Bijvoorbeeld: dit regelt de regio, niet onze gemeente.',
        validateInput: (text) => (text.trim() === '' ? 'Geef een reden in een paar woorden.' : undefined),
      });
      if (reason === undefined) return;
      const ask = () => server.ask(leaveOutRequest, { uri, opgave, reason: reason.trim() });
      await applyVersioned(environment, ask, 'deze opgave is hier niet weg te laten.');
    }),
    command(environment, 'opgavenwijzer.teltWel', async (first?: unknown, second?: unknown) => {
      const { uri, opgave } = await chosen(environment, first, second);
      const ask = () => server.ask(confirmRequest, { uri, opgave });
      await applyVersioned(environment, ask, 'in dit document staat niets waar de bron bij kan.');
    }),
    command(environment, 'opgavenwijzer.teltNiet', async (first?: unknown, second?: unknown) => {
      const { uri, opgave } = await chosen(environment, first, second);
      const ask = () => server.ask(doesNotCountRequest, { uri, opgave });
      await applyVersioned(environment, ask, 'deze opgave telt hier al niet.');
    }),
  ];
}

/** From the view a row comes, from a code action the document and the opgave. */
async function chosen(
  environment: Environment,
  first: unknown,
  second: unknown,
): Promise<{ uri: string; opgave: string; title?: string }> {
  if (typeof first === 'string' && typeof second === 'string') return { uri: first, opgave: second };
  const opgave = (first as Row | undefined)?.opgave;
  if (!opgave) throw new Error('kies een opgave in de weergave Dekking.');
  // Evidence may stand in another document of the programme than the one in sight: the decision belongs there.
  const uri = await openProgramme(environment, opgave.evidence[0]?.uri);
  return { uri: uri.toString(), opgave: opgave.id, title: opgave.title };
}
