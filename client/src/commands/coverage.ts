import * as vscode from 'vscode';
import { COMMANDS, checkRequest } from '../../../server/src/protocol/requests.js';
import { countsText } from '../../../server/src/protocol/states.js';
import type { Environment } from '../environment.js';
import { type Row, STATE_ICONS, STATES, stateLabel } from '../views/coverage-rows.js';
import type { CoverageView } from '../views/coverage-view.js';
import { command } from './command.js';
import { openProgramme } from './writing.js';

/** What the view "Dekking" can be asked, and the check by hand. */
export function coverageCommands(environment: Environment, view: CoverageView): vscode.Disposable[] {
  const { server } = environment;
  return [
    command(environment, COMMANDS.showCoverage, (_uri?: unknown, theme?: string) =>
      view.show(typeof theme === 'string' ? theme : undefined),
    ),
    command(environment, 'opgavenwijzer.dekkingDocument', () => view.setScope('document')),
    command(environment, 'opgavenwijzer.dekkingProgramma', () => view.setScope('programme')),
    command(environment, 'opgavenwijzer.dekkingAlles', () => view.setShown(STATES)),
    command(environment, 'opgavenwijzer.dekkingFilteren', async () => {
      const items = STATES.map((state) => ({
        label: stateLabel(state),
        iconPath: new vscode.ThemeIcon(STATE_ICONS[state].name),
        picked: view.shownStates.has(state),
        state,
      }));
      const chosen = await vscode.window.showQuickPick(items, {
        canPickMany: true,
        title: 'Welke opgaven toont de weergave?',
        placeHolder: 'Vink de staten aan',
      });
      // Nothing ticked would be an empty view: that is read as "all".
      if (chosen) view.setShown(chosen.length > 0 ? chosen.map(({ state }) => state) : STATES);
    }),
    command(environment, 'opgavenwijzer.controleer', async (chosen?: vscode.Uri | Row) => {
      const uri = await openProgramme(environment, chosen instanceof vscode.Uri ? chosen : undefined);
      const summary = await server.ask(checkRequest, { uri: uri.toString() });
      await view.refresh();
      if (summary)
        vscode.window.setStatusBarMessage(
          `Gecontroleerd: ${countsText(summary.counts, undefined, summary.several)}`,
          5000,
        );
    }),
  ];
}
