import * as vscode from 'vscode';
import { type SourceChoice, searchRequest } from '../../../server/src/protocol/requests.js';
import type { Environment } from '../environment.js';

interface SourceItem extends vscode.QuickPickItem {
  readonly choice: SourceChoice;
}

const ICONS: Readonly<Record<SourceChoice['kind'], string>> = {
  theme: 'book',
  trend: 'graph-line',
  opgave: 'target',
  perspective: 'compass',
  term: 'symbol-key',
  part: 'note',
  figure: 'symbol-numeric',
  direction: 'arrow-right',
};

/** What fits the paragraph stands apart, above the rest. */
function grouped(choices: readonly SourceChoice[]): (SourceItem | vscode.QuickPickItem)[] {
  const fitting = choices.filter(({ fits }) => fits);
  if (fitting.length === 0) return choices.map(itemOf);
  const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    separator('past bij deze alinea'),
    ...fitting.map(itemOf),
    separator('de hele studie'),
    ...choices.filter(({ fits }) => !fits).map(itemOf),
  ];
}

/** Lets the writer search the study while typing; undefined when they leave it. */
export function pickSource(
  { server, active, log }: Environment,
  title: string,
  position?: vscode.Position,
): Promise<SourceChoice | undefined> {
  const pick = vscode.window.createQuickPick<SourceItem | vscode.QuickPickItem>();
  pick.title = title;
  pick.placeholder = 'Zoek een thema, trend, opgave, begrip of cijfer; een tikfout geeft niets';
  pick.matchOnDescription = false;
  pick.matchOnDetail = false;
  // The server ranks; VS Code would sort again by its own letters (not in its types, but asked for by many).
  (pick as { sortByLabel?: boolean }).sortByLabel = false;
  let asked = 0;
  const search = async (query: string): Promise<void> => {
    const ticket = ++asked;
    pick.busy = true;
    try {
      const choices = await server.ask(searchRequest, {
        query,
        ...(active.uri === undefined ? {} : { uri: active.uri.toString() }),
        ...(position === undefined ? {} : { position: { line: position.line, character: position.character } }),
      });
      if (ticket === asked) pick.items = grouped(choices);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      if (ticket === asked) pick.hide();
    }
    if (ticket === asked) pick.busy = false;
  };
  return new Promise((settle) => {
    pick.onDidChangeValue(search);
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      settle(chosen && 'choice' in chosen ? chosen.choice : undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      settle(undefined);
      pick.dispose();
    });
    pick.show();
    void search('');
  });
}

function itemOf(choice: SourceChoice): SourceItem {
  const { label, description, detail, kind } = choice;
  // Without `alwaysShow` what was found by a word that is not in the label would be hidden again.
  return { label, description, detail, iconPath: new vscode.ThemeIcon(ICONS[kind]), alwaysShow: true, choice };
}
