import * as vscode from 'vscode';
import {
  COMMANDS,
  confirmRequest,
  leaveOutRequest,
  type VerdictParams,
  verdictRequest,
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
      const reason = await askReason(title);
      if (reason === undefined) return;
      const ask = () => server.ask(leaveOutRequest, { uri, opgave, reason });
      await applyVersioned(environment, ask, 'deze opgave is hier niet weg te laten.');
    }),
    command(environment, 'opgavenwijzer.teltWel', async (first?: unknown, second?: unknown) => {
      const { uri, opgave } = await chosen(environment, first, second);
      const ask = () => server.ask(confirmRequest, { uri, opgave });
      await applyVersioned(environment, ask, 'in dit document staat niets waar de bron bij kan.');
    }),
    ...VERDICTS.map(([id, verdict]) =>
      command(environment, id, async (first?: unknown, second?: unknown) => {
        const { uri, opgave, position } = await chosen(environment, first, second);
        const about = { uri, opgave, verdict, ...(position === undefined ? {} : { position }) };
        await applyVersioned(
          environment,
          () => server.ask(verdictRequest, about),
          'dat staat er al, of er is geen plaats voor.',
        );
      }),
    ),
  ];
}

/** Of a row with a place the words there; of an opgave everything in the document. */
const VERDICTS: readonly (readonly [id: string, verdict: VerdictParams['verdict']])[] = [
  ['opgavenwijzer.teltNiet', 'telt-niet'],
  ['opgavenwijzer.kiestAnders', 'kiest-anders'],
  ['opgavenwijzer.alleenGenoemd', 'alleen-genoemd'],
];

/** Why an opgave is left out. @param title of the opgave */
export async function askReason(title: string | undefined): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title: title === undefined ? 'Bewust niet opnemen' : `Bewust niet opnemen: ${title}`,
    prompt: 'Waarom? De reden komt boven in uw programma te staan (front matter).',
    placeHolder: 'Bijvoorbeeld: dit regelt de regio, niet onze gemeente.',
    // What is written stays when one looks it up in the text.
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'Geef een reden in een paar woorden.' : undefined),
  });
  return reason?.trim();
}

/** From the view a row comes, from a code action the document and the opgave. */
async function chosen(
  environment: Environment,
  first: unknown,
  second: unknown,
): Promise<{ uri: string; opgave: string; title?: string; position?: VerdictParams['position'] }> {
  if (typeof first === 'string' && typeof second === 'string') return { uri: first, opgave: second };
  const { opgave, place } = (first as Row | undefined) ?? {};
  if (!opgave) throw new Error('kies een opgave in de weergave Dekking.');
  // Evidence may stand in another document of the programme than the one in sight: the decision belongs there.
  const uri = await openProgramme(environment, place?.uri ?? opgave.evidence[0]?.uri);
  const position = place && { position: place.range.start };
  // Of words that raise a trend it is the trend that does not count there.
  return { uri: uri.toString(), opgave: place?.trend?.id ?? opgave.id, title: opgave.title, ...position };
}
