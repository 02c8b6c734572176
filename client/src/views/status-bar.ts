import * as vscode from 'vscode';
import { COMMANDS, type Summary, summaryRequest } from '../../../server/src/protocol/requests.js';
import { countsText } from '../../../server/src/protocol/states.js';
import type { Environment } from '../environment.js';

/** `Opgaven 5/8` in the status bar; nothing for a text that raises nothing of the study. */
export class StatusBar implements vscode.Disposable {
  readonly item = vscode.window.createStatusBarItem('opgavenwijzer.dekking', vscode.StatusBarAlignment.Right, 90);
  /** Whether the item is in sight: VS Code does not tell. */
  shown = false;
  private asked = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly environment: Environment) {
    this.item.name = 'Opgavenwijzer: dekking';
    this.item.command = COMMANDS.showCoverage;
    this.subscriptions = [
      this.item,
      environment.active.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('opgavenwijzer')) void this.refresh();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async refresh(): Promise<void> {
    const ticket = ++this.asked;
    const { active, server } = this.environment;
    const wanted = vscode.workspace.getConfiguration('opgavenwijzer', active.uri).get('statusbalk', true);
    const summary =
      wanted && active.uri ? await server.askQuietly(summaryRequest, { uri: active.uri.toString() }) : null;
    if (ticket === this.asked) this.draw(summary);
  }

  private draw(summary: Summary | null): void {
    this.shown = summary !== null && summary.counts['niet-genoemd'] < summary.total;
    if (!this.shown || !summary) {
      this.item.hide();
      return;
    }
    const { total, counts, several = 'opgaven' } = summary;
    this.item.text = `${several[0]!.toUpperCase()}${several.slice(1)} ${counts.opgepakt}/${total}`;
    const counted = countsText(counts, undefined, several);
    // Counts alone: nothing in it comes from a document, and a name is letters.
    const tooltip = new vscode.MarkdownString(`${counted}\n\n[Dekkingsbord](command:${COMMANDS.showBoard})`);
    tooltip.isTrusted = { enabledCommands: [COMMANDS.showBoard] };
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: counted, role: 'button' };
    this.item.show();
  }
}
