import * as vscode from 'vscode';
import { decisionsRequest, type TakenDecision } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';
import { command } from './command.js';
import { applySilence } from './settle.js';
import { applyVersioned } from './versioned-edit.js';
import { openProgramme } from './writing.js';

/** "Beslissingen…" and "Wat niet meer gemeld wordt…": what was decided, to take it back. */
export const decisions = (environment: Environment): vscode.Disposable[] => [
  takingBack(environment, 'opgavenwijzer.beslissingen', () => true, {
    title: 'Beslissingen',
    none: 'Er is geen beslissing om terug te nemen.',
  }),
  takingBack(environment, 'opgavenwijzer.nietMeerGemeld', ({ silences }) => silences, {
    title: 'Wat niet meer gemeld wordt',
    none: 'Er is niets dat niet meer gemeld wordt.',
  }),
];

interface Item extends vscode.QuickPickItem {
  readonly decision?: TakenDecision;
}

/** A list of decisions, of which one is taken back. */
function takingBack(
  environment: Environment,
  id: string,
  belongs: (decision: TakenDecision) => boolean,
  { title, none }: { readonly title: string; readonly none: string },
): vscode.Disposable {
  return command(environment, id, async (given?: unknown) => {
    const uri = (given instanceof vscode.Uri ? given : await openProgramme(environment)).toString();
    const ask = async () => ((await environment.server.ask(decisionsRequest, { uri })) ?? []).filter(belongs);
    const all = await ask();
    if (all.length === 0) {
      void vscode.window.showInformationMessage(none);
      return;
    }
    const chosen = (await vscode.window.showQuickPick(itemsOf(all), { title, placeHolder: 'Wat neemt u terug?' }))
      ?.decision;
    if (!chosen) return;
    if (chosen.undone) {
      await applySilence(environment, chosen.undone);
      return;
    }
    const same = (found: readonly TakenDecision[]) =>
      found.filter(({ label, where }) => label === chosen.label && where === chosen.where);
    // Of several that read alike the one that was chosen, also when the lines have moved meanwhile.
    const nth = same(all).indexOf(chosen);
    await applyVersioned(
      environment,
      async () => same(await ask())[nth]?.edit ?? null,
      'die beslissing staat er niet meer.',
    );
  });
}

/** Short: they stand on the line of the first decision, and take their room from it. */
const PLACES: Readonly<Record<TakenDecision['where'], string>> = {
  tekst: 'In deze tekst',
  programma: 'In dit programma',
  overal: 'In al uw programma’s',
};

/** The decisions under the place in which they stand. */
function itemsOf(all: readonly TakenDecision[]): Item[] {
  return (Object.keys(PLACES) as TakenDecision['where'][]).flatMap((place): Item[] => {
    const here = all.filter(({ where }) => where === place);
    if (here.length === 0) return [];
    return [
      { label: PLACES[place], kind: vscode.QuickPickItemKind.Separator },
      ...here.map((decision) => ({
        label: decision.label,
        ...(decision.line === undefined ? {} : { description: `regel ${decision.line}` }),
        decision,
      })),
    ];
  });
}
