import * as vscode from 'vscode';
import { type Coverage, coverageRequest, type Summary, summaryRequest } from '../../../server/src/protocol/requests.js';
import { countsText } from '../../../server/src/protocol/states.js';
import type { Environment } from '../environment.js';
import { coverageRows, missingText, type Row, STATES, type State } from './coverage-rows.js';

const VIEW = 'opgavenwijzer.dekking';
export type CoverageScope = 'document' | 'programme';

/** The view "Dekking": what the programme does with each opgave, and the words that show it. */
export class CoverageView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly tree: vscode.TreeView<Row>;
  private rows: readonly Row[] = [];
  private parents = new Map<Row, Row>();
  private coverage: Coverage | undefined;
  private shown: ReadonlySet<State> = new Set(STATES);
  private scope: CoverageScope = 'programme';
  /** Counts the questions: the answer to an older one is not shown. */
  private asked = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly environment: Environment) {
    this.tree = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.tree,
      this.changed,
      environment.active.onDidChange(() => this.refresh()),
      this.tree.onDidChangeVisibility(({ visible }) => visible && this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('opgavenwijzer')) void this.refresh();
      }),
    ];
    this.setScope('programme');
    this.setShown(STATES);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const folds = row.children.length > 0;
    const item = new vscode.TreeItem(
      row.label,
      folds ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    item.id = row.id;
    if (row.description !== undefined) item.description = row.description;
    if (row.icon) {
      const color = row.icon.color === undefined ? undefined : new vscode.ThemeColor(row.icon.color);
      item.iconPath = new vscode.ThemeIcon(row.icon.name, color);
    }
    item.accessibilityInformation = { label: row.spoken };
    item.contextValue = contextOf(row);
    item.tooltip = tooltip(row);
    if (row.kind === 'place') item.command = openPlace(row);
    return item;
  }

  getChildren(row?: Row): Row[] {
    return [...(row ? row.children : this.rows)];
  }

  getParent(row: Row): Row | undefined {
    return this.parents.get(row);
  }

  get shownStates(): ReadonlySet<State> {
    return this.shown;
  }

  setShown(states: Iterable<State>): void {
    this.shown = new Set(states);
    const filtered = this.shown.size < STATES.length;
    void vscode.commands.executeCommand('setContext', 'opgavenwijzer.dekkingGefilterd', filtered);
    this.draw();
  }

  setScope(scope: CoverageScope): void {
    this.scope = scope;
    void vscode.commands.executeCommand('setContext', 'opgavenwijzer.dekkingBereik', scope);
    void this.refresh();
  }

  /** Brings the view into sight, at a theme when one is named. */
  async show(theme?: string): Promise<void> {
    if (!vscode.workspace.getConfiguration('opgavenwijzer').get('dekking', true))
      throw new Error('de weergave Dekking staat uit. Zet de instelling ‘Opgavenwijzer: Dekking’ aan.');
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    if (theme === undefined) return;
    if (!this.coverage) await this.refresh();
    const row = this.rows.find((one) => one.theme?.id === theme);
    if (row) await this.tree.reveal(row, { select: true, focus: true, expand: true });
  }

  /** Asks for the coverage of the active document anew; only the counts while the view is out of sight. */
  async refresh(): Promise<void> {
    const ticket = ++this.asked;
    const uri = this.environment.active.uri?.toString();
    const { server } = this.environment;
    if (uri === undefined) {
      this.coverage = undefined;
    } else if (this.tree.visible) {
      const coverage = await server.askQuietly(coverageRequest, { uri, scope: this.scope });
      if (ticket !== this.asked) return;
      this.coverage = coverage ?? undefined;
    } else {
      const summary = await server.askQuietly(summaryRequest, { uri });
      if (ticket !== this.asked) return;
      this.coverage = undefined;
      this.showBadge(summary ?? undefined);
      return;
    }
    this.draw();
  }

  private draw(): void {
    this.rows = this.coverage ? coverageRows(this.coverage, this.shown) : [];
    this.parents = new Map(this.rows.flatMap((row) => [...familyOf(row)]));
    this.tree.description = this.coverage?.name ?? '';
    this.showBadge(this.coverage);
    this.changed.fire(undefined);
  }

  private showBadge(counted: Summary | Coverage | undefined): void {
    const wanted = vscode.workspace.getConfiguration('opgavenwijzer', this.environment.active.uri).get('teller', true);
    const value = counted?.counts.ontbreekt ?? 0;
    this.tree.badge = wanted && counted && value > 0 ? { value, tooltip: missingText(counted) } : undefined;
  }
}

function* familyOf(row: Row): Generator<[child: Row, parent: Row]> {
  for (const child of row.children) {
    yield [child, row];
    yield* familyOf(child);
  }
}

function openPlace({ place }: Row): vscode.Command {
  const { start, end } = place!.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return {
    command: 'vscode.open',
    title: 'Ga naar de tekst',
    arguments: [vscode.Uri.parse(place!.uri), { selection }],
  };
}

/** What the menus of the view go by. */
function contextOf({ kind, opgave, place }: Row): string {
  return kind === 'opgave' ? `opgave ${opgave!.state}` : kind === 'place' ? `plaats ${place!.kind}` : kind;
}

/** Plain text: what is in it comes from a document. */
function tooltip(row: Row): string {
  if (row.opgave && row.kind === 'opgave') {
    const { title, place, stateName, reason } = row.opgave;
    return [title, place, stateName, ...(reason === undefined ? [] : [reason])].join('\n');
  }
  if (row.theme)
    return `${[row.theme.name, row.theme.place].filter(Boolean).join(', ')}\n${countsText(row.theme.counts, undefined, row.theme.several)}`;
  return row.spoken;
}
